/**
 * How many of one clinic's transactions may hold a connection: of acts, one that works and some that wait for its turn inside
 * the database; of readings, which may go through a whole log, as many as leave other clinics theirs.
 */
const atOnce = { acts: 4, readings: 10 };

/** So many at once; the others wait, and go first who came first. */
export class Line {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly whenEmpty: () => void = () => undefined,
  ) {}

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.inside++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else if (--this.inside === 0) this.whenEmpty();
    }
  }
}

const lines = { acts: new Map<string, Line>(), readings: new Map<string, Line>() };

/**
 * Acts of one clinic stand in a line of their own before they take a connection, and its readings in another.
 * Without it a clinic that sends many at once holds the whole pool waiting for its own turn, and every other clinic waits, too.
 * The turn itself is the database's (take_turn): this is fairness, not safety, and several processes need not know of each other.
 */
export function inLineOf<T>(clinicId: string, kind: keyof typeof lines, work: () => Promise<T>): Promise<T> {
  const of = lines[kind];
  const line = of.get(clinicId) ?? new Line(atOnce[kind], () => of.delete(clinicId));
  of.set(clinicId, line);
  return line.pass(work);
}

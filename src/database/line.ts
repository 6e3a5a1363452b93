/**
 * How many of one clinic's transactions may hold a connection: of acts, one that works and some that wait for its turn inside
 * the database; of readings, which may go through a whole log, as many as leave other clinics theirs.
 */
const atOnce = { acts: 4, readings: 10 };

interface Line {
  inside: number;
  readonly waiting: (() => void)[];
}

const lines = { acts: new Map<string, Line>(), readings: new Map<string, Line>() };

/**
 * Acts of one clinic stand in a line of their own before they take a connection, and its readings in another.
 * Without it a clinic that sends many at once holds the whole pool waiting for its own turn, and every other clinic waits, too.
 * The turn itself is the database's (take_turn): this is fairness, not safety, and several processes need not know of each other.
 */
export async function inLineOf<T>(
  clinicId: string,
  kind: keyof typeof lines,
  work: () => Promise<T>,
): Promise<T> {
  const line = lines[kind].get(clinicId) ?? { inside: 0, waiting: [] };
  lines[kind].set(clinicId, line);
  if (line.inside >= atOnce[kind]) await new Promise<void>((resolve) => line.waiting.push(resolve));
  else line.inside++;
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else if (--line.inside === 0) lines[kind].delete(clinicId);
  }
}

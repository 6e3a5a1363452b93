/** How many of one clinic's acts may hold a connection: one that works, and some that wait for its turn inside the database. */
const atOnce = 4;

interface Line {
  inside: number;
  readonly waiting: (() => void)[];
}

const lines = new Map<string, Line>();

/**
 * Acts of one clinic stand in a line of their own before they take a connection.
 * Without it a clinic that sends many acts at once holds the whole pool waiting for its own turn, and every other clinic waits, too.
 * The turn itself is the database's (take_turn): this is fairness, not safety, and several processes need not know of each other.
 */
export async function inLineOf<T>(clinicId: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(clinicId) ?? { inside: 0, waiting: [] };
  lines.set(clinicId, line);
  if (line.inside >= atOnce) await new Promise<void>((resolve) => line.waiting.push(resolve));
  else line.inside++;
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else if (--line.inside === 0) lines.delete(clinicId);
  }
}

import { areaTitles } from '../../catalogue/areas.js';

/** In the order of the clinic's day, as on the person's own page. */
const order = ['resepsjon', 'laboratorium', 'skiftestue', 'tannhelse', 'lege', 'teknologi', 'generelt'];

export const areaName = (code: string): string =>
  Object.hasOwn(areaTitles, code) ? areaTitles[code as keyof typeof areaTitles].nb : code;

/** Grouped by area in that order; areas nobody knows come last, by their code. */
export function grouped<T>(
  things: Iterable<T>,
  areaOf: (thing: T) => string,
): { title: string; rows: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const known = groups.get(areaOf(thing));
    if (known) known.push(thing);
    else groups.set(areaOf(thing), [thing]);
  }
  const unknown = [...groups.keys()].filter((code) => !order.includes(code)).sort();
  return [...order, ...unknown].flatMap((code) => {
    const rows = groups.get(code);
    return rows ? [{ title: areaName(code), rows }] : [];
  });
}

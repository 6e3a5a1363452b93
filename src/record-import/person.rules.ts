import { folded } from './cell.rules.js';

export interface Known {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly hprNumber: number | null;
}

/** What a row says of somebody. */
export interface Said {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly hprNumber?: number | null;
}

type PersonFault = 'person-unknown' | 'person-ambiguous' | 'person-contradicted';
export type PersonMeant = { readonly person: Known } | { readonly code: PersonFault };

/** «Nordmann, Kari» is Kari Nordmann. */
function nameForms(name: string): string[] {
  const whole = folded(name);
  const [last, first, ...more] = whole.split(/ ?, ?/);
  return last && first && more.length === 0 ? [whole, `${first} ${last}`] : [whole];
}

/** People by what they may be called in a file. */
export interface Directory {
  readonly byName: ReadonlyMap<string, readonly Known[]>;
  readonly byEmail: ReadonlyMap<string, readonly Known[]>;
  readonly byNumber: ReadonlyMap<number, readonly Known[]>;
}

export const directoryOf = (people: readonly Known[]): Directory => ({
  byName: Map.groupBy(people, ({ name }) => folded(name)),
  byEmail: Map.groupBy(people.filter(hasEmail), ({ email }) => folded(email)),
  byNumber: Map.groupBy(people.filter(hasNumber), ({ hprNumber }) => hprNumber),
});

const hasEmail = (one: Known): one is Known & { readonly email: string } => one.email !== null;
const hasNumber = (one: Known): one is Known & { readonly hprNumber: number } => one.hprNumber !== null;

/**
 * The one person whom everything that is said fits. A number says more than an address, and an address more than a name:
 * whoever is known by the best of them is meant, or nobody; where two fit as well, nobody is.
 */
export function personMeant(said: Said, { byName, byEmail, byNumber }: Directory): PersonMeant {
  const numbered = said.hprNumber ? (byNumber.get(said.hprNumber) ?? []) : [];
  const addressed = said.email ? (byEmail.get(folded(said.email)) ?? []) : [];
  const named = said.name ? nameForms(said.name).flatMap((name) => byName.get(name) ?? []) : [];
  const known = [numbered, addressed, named].find((some) => some.length > 0);
  if (!known) return { code: 'person-unknown' };
  const [only, ...others] = known.filter((one) => !contradicts(said, one, named));
  if (!only) return { code: 'person-contradicted' };
  return others.length === 0 ? { person: only } : { code: 'person-ambiguous' };
}

/** What is not known of somebody contradicts nothing. */
const contradicts = (said: Said, one: Known, named: readonly Known[]): boolean =>
  Boolean(
    (said.hprNumber && one.hprNumber !== null && one.hprNumber !== said.hprNumber) ||
      (said.email && one.email !== null && folded(one.email) !== folded(said.email)) ||
      (said.name && !named.includes(one)),
  );

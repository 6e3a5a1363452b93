import { folded } from './cell.rules.js';

export interface NamedCompetence {
  readonly name: string;
  readonly catalogueCode: string | null;
}

/** Of the national catalogue: what a clinic can take into use. */
export interface National {
  readonly code: string;
  readonly name: string;
}

export interface Shelf<Held> {
  readonly byWord: ReadonlyMap<string, readonly Held[]>;
  /** Codes of what is not in use here, by code and by name. */
  readonly offered: ReadonlyMap<string, string>;
  readonly names: readonly Spelt[];
}

interface Spelt {
  readonly name: string;
  readonly pairs: ReadonlySet<string>;
}

/** The clinic's competences by what they may be called in a file: the name, or the code of the catalogue. */
export function shelfOf<Held extends NamedCompetence>(
  held: readonly Held[],
  national: readonly National[],
): Shelf<Held> {
  const words = held.flatMap((one) => wordsOf(one).map((word): [string, Held] => [word, one]));
  const byWord = Map.groupBy(words, ([word]) => word);
  return {
    byWord: new Map([...byWord].map(([word, found]) => [word, [...new Set(found.map(([, one]) => one))]])),
    offered: new Map(
      national.flatMap(({ code, name }) =>
        [code, folded(name)].map((word): [string, string] => [word, code]),
      ),
    ),
    names: [...new Set(held.map(({ name }) => name))].map((name) => ({ name, pairs: pairsOf(name) })),
  };
}

const wordsOf = ({ name, catalogueCode }: NamedCompetence): string[] =>
  catalogueCode === null ? [folded(name)] : [folded(name), catalogueCode];

export type CompetenceFault = {
  readonly code: 'competence-unknown' | 'competence-ambiguous' | 'competence-not-adopted';
  readonly bound?: string;
};

/** By its whole name or code, never by what is only like it. */
export function competenceMeant<Held>(
  said: string,
  { byWord, offered, names }: Shelf<Held>,
): { readonly competence: Held } | CompetenceFault {
  const [competence, ...others] = byWord.get(folded(said)) ?? [];
  if (competence) return others.length === 0 ? { competence } : { code: 'competence-ambiguous' };
  const code = offered.get(folded(said));
  if (code !== undefined) return { code: 'competence-not-adopted', bound: code };
  const alike = nearest(said, names).join(', ');
  return { code: 'competence-unknown', ...(alike && { bound: alike }) };
}

const most = 3;
const least = 0.2;

/** The names most like it, the likest first. */
function nearest(said: string, names: readonly Spelt[]): string[] {
  const pairs = pairsOf(said);
  return names
    .map(({ name, pairs: other }) => ({ name, likeness: likeness(pairs, other) }))
    .filter((one) => one.likeness > least)
    .sort((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name, 'nb'))
    .slice(0, most)
    .map(({ name }) => name);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = ` ${folded(text.slice(0, 200))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  return new Set(Array.from(letters.slice(1), (_, i) => letters.slice(i, i + 2)));
}

/** How many pairs of letters they share, of all they have (Dice). */
function likeness(some: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of some) if (other.has(pair)) shared++;
  return (2 * shared) / (some.size + other.size);
}

/** By the name of the level, or its number counted from the lowest; null where the competence has no such level. */
export function levelMeant(said: string, number: number | null, levels: readonly string[]): number | null {
  const named = levels.findIndex((level) => folded(level) === folded(said));
  if (named >= 0) return named + 1;
  return number !== null && number >= 1 && number <= levels.length ? number : null;
}

import type { Mastered, Requirement, Wanted } from '../decision/decision.facts.js';
import { contains, coveredUntil, type Period } from '../law/period.js';

type Records = ReadonlyMap<string, readonly Mastered[]>;

type LackCode = 'competence-missing' | 'competence-expired' | 'competence-level';

/** A requirement that is not met, and since when it is no longer, if it ever was; epoch milliseconds. */
export interface Lack {
  readonly code: LackCode;
  readonly anyOf: readonly Wanted[];
  readonly expiredAt: number | null;
}

/** What is asked of those who do the task in their own right as this occupation; exempt occupations are not. */
export const askedOf = <Asked extends Requirement>(
  requirements: readonly Asked[],
  occupation: string,
): readonly Asked[] =>
  requirements.some(({ except }) => except?.includes(occupation))
    ? requirements.filter(({ except }) => !except?.includes(occupation))
    : requirements;

/** What of the requirements in force at a moment is not met at that moment. */
export function lacksAt(requirements: readonly Requirement[], records: Records, at: number): readonly Lack[] {
  let lacks: readonly Lack[] = [];
  for (const { valid, anyOf } of requirements) {
    if (contains(valid, at) && !isMet(anyOf, records, at)) lacks = plus(lacks, lackOf(anyOf, records, at));
  }
  return lacks;
}

/** Most lists in a decision have one member at most, and one that is made to grow has room for many. */
export const plus = <Thing>(list: readonly Thing[], one: Thing): readonly Thing[] =>
  list.length === 0 ? [one] : [...list, one];

/**
 * Case 12: what has been delegated counts only while each requirement has been met without interruption from the start of
 * the delegation, or of the requirement where that came later. What is renewed after a gap revives nothing.
 */
export function interruptedAt(
  requirements: readonly Requirement[],
  records: Records,
  since: number,
  at: number,
): Lack[] {
  const lacks: Lack[] = [];
  for (const { valid, anyOf } of requirements) {
    if (!contains(valid, at)) continue;
    const met = metUntil(anyOf, records, Math.max(since, valid.from));
    if (met !== null && met > at) continue;
    const gap = { code: 'competence-expired' as const, anyOf, expiredAt: met };
    lacks.push(isMet(anyOf, records, at) ? gap : lackOf(anyOf, records, at));
  }
  return lacks;
}

/** When the first of the requirements that are met at the start ceases to be met within the period; null if none does. */
export function firstLapseIn(
  requirements: readonly Requirement[],
  records: Records,
  period: Period,
): { readonly at: number; readonly anyOf: readonly Wanted[] } | null {
  let first: { at: number; anyOf: readonly Wanted[] } | null = null;
  for (const { valid, anyOf } of requirements) {
    const from = Math.max(period.from, valid.from);
    const to = Math.min(period.to, valid.to);
    if (from >= to) continue;
    const at = metUntil(anyOf, records, from) ?? from;
    if (at > period.from && at < to && (first === null || at < first.at)) first = { at, anyOf };
  }
  return first;
}

function isMet(anyOf: readonly Wanted[], records: Records, at: number): boolean {
  for (const { competenceId, minLevel } of anyOf) {
    for (const { level, valid } of records.get(competenceId) ?? []) {
      if (level >= minLevel && contains(valid, at)) return true;
    }
  }
  return false;
}

/** Until when one option or another meets it without a gap; null where none does at `from`. */
const metUntil = (anyOf: readonly Wanted[], records: Records, from: number): number | null =>
  coveredUntil(
    anyOf.flatMap(({ competenceId, minLevel }) =>
      (records.get(competenceId) ?? []).filter(({ level }) => level >= minLevel).map(({ valid }) => valid),
    ),
    from,
  );

/** Expired where it was once enough, too low where something stands, missing otherwise. */
function lackOf(anyOf: readonly Wanted[], records: Records, at: number): Lack {
  let expiredAt: number | null = null;
  let low = false;
  for (const { competenceId, minLevel } of anyOf) {
    for (const { level, valid } of records.get(competenceId) ?? []) {
      if (level >= minLevel && valid.to <= at) expiredAt = Math.max(expiredAt ?? valid.to, valid.to);
      if (level < minLevel && contains(valid, at)) low = true;
    }
  }
  if (expiredAt !== null) return { code: 'competence-expired', anyOf, expiredAt };
  return { code: low ? 'competence-level' : 'competence-missing', anyOf, expiredAt: null };
}

type About = Readonly<Record<string, string | number | null>>;

/** For whoever is refused: what would be enough, at which level at least, and since when it no longer is. */
export const aboutLack = ({ anyOf, expiredAt }: Omit<Lack, 'code'>): About => ({
  competenceIds: anyOf.map(({ competenceId }) => competenceId).join(', '),
  competences: anyOf.map(({ name }) => name).join(', '),
  minLevels: anyOf.map(({ minLevel }) => minLevel).join(', '),
  ...(expiredAt !== null && { expiredAt: new Date(expiredAt).toISOString() }),
});

/** In the same words, whichever requirement asks for it. */
export const isSameLack = (a: Lack, b: Lack): boolean =>
  a.code === b.code && a.expiredAt === b.expiredAt && (a.anyOf === b.anyOf || askedIn(a) === askedIn(b));

/** The same for the same options, and for no others. */
export function askedIn({ anyOf }: Lack): string {
  const known = spelt.get(anyOf);
  if (known !== undefined) return known;
  const words = anyOf.map(({ competenceId, minLevel }) => `${competenceId} ${minLevel}`).join(', ');
  spelt.set(anyOf, words);
  return words;
}

/** A requirement is asked for of many people, and its words are alike for all of them. */
const spelt = new WeakMap<readonly Wanted[], string>();

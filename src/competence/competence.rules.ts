import { midnightInOslo } from '../law/oslo.js';
import { overlaps, type Period } from '../law/period.js';
import type { Refusal } from '../law/refusals.js';

export const competenceKinds = [
  'course',
  'certificate',
  'observed-practice',
  'e-learning',
  'further-education',
] as const;
export type CompetenceKind = (typeof competenceKinds)[number];

export const recordStatuses = ['claimed', 'confirmed', 'rejected', 'withdrawn', 'expired'] as const;
export type RecordStatus = (typeof recordStatuses)[number];

/** The same day of the month, so many months later; the last day where that month is shorter. Days are YYYY-MM-DD. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`;
}

/** From the day it was achieved, for as long as such competence lasts; milliseconds, Infinity where time alone ends nothing. */
export const validityOf = (achievedOn: string, validityMonths: number | null): Period => ({
  from: midnightInOslo(achievedOn),
  to:
    validityMonths === null
      ? Number.POSITIVE_INFINITY
      : midnightInOslo(monthsAfter(achievedOn, validityMonths)),
});

export interface Assessing {
  /** Whether it is one's own. */
  readonly isSelf: boolean;
  readonly isManager: boolean;
  /** Holds a confirmed record in force of the same competence, at that level or above. */
  readonly masters: boolean;
  /** Engaged at the clinic at that moment. */
  readonly isPresent: boolean;
}

/** Competence is seen by somebody else who masters it and is here, or answered for by the manager. */
export function refusalsToAssess({ isSelf, isManager, masters, isPresent }: Assessing): Refusal[] {
  if (isSelf) return [{ code: 'assessed-by-oneself' }];
  if (isManager) return [];
  return [
    ...(masters ? [] : [{ code: 'not-an-assessor' } as const]),
    ...(isPresent ? [] : [{ code: 'assessor-not-engaged' } as const]),
  ];
}

export interface StandingRecord {
  readonly id: string;
  readonly level: number;
  readonly valid: Period;
}

/**
 * What a new record takes over from: those that begin before it, end no later and say no more.
 * Anything else that overlaps would say two things of the same day.
 */
export function takesOver(
  standing: readonly StandingRecord[],
  fresh: Pick<StandingRecord, 'level' | 'valid'>,
): { readonly superseded: readonly string[]; readonly refusals: readonly Refusal[] } {
  const both = standing.filter(({ valid }) => overlaps(valid, fresh.valid));
  const older = both.filter(
    ({ level, valid }) => level <= fresh.level && valid.from < fresh.valid.from && valid.to <= fresh.valid.to,
  );
  const refusals = both
    .filter((record) => !older.includes(record))
    .map(({ id }): Refusal => ({ code: 'competence-record-exists', about: { recordId: id } }));
  return { superseded: older.map(({ id }) => id), refusals };
}

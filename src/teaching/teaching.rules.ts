import { dayInOslo } from '../law/oslo.js';
import { overlaps, type Period } from '../law/period.js';
import type { Refusal } from '../law/refusals.js';

export const teachingKinds = [
  'course',
  'meeting',
  'internal-teaching',
  'e-learning',
  'practice-day',
] as const;
export type TeachingKind = (typeof teachingKinds)[number];

/** In bokmål, as the records and the auditor's summary say it. */
export const teachingKindNames: Readonly<Record<TeachingKind, string>> = {
  course: 'kurs',
  meeting: 'møte',
  'internal-teaching': 'internundervisning',
  'e-learning': 'e-læring',
  'practice-day': 'øvelsesdag',
};

export const teachingStatuses = ['planned', 'ongoing', 'held', 'cancelled'] as const;
export type TeachingStatus = (typeof teachingStatuses)[number];

export const participations = ['invited', 'withdrawn', 'signed-up', 'signed-off'] as const;
export type Participation = (typeof participations)[number];

/** Only who was present all the time is given a record on it. */
export const attendances = ['present', 'partly', 'absent'] as const;
export type Attendance = (typeof attendances)[number];

export interface Teaching {
  readonly now: number;
  readonly held: Period;
  readonly open: boolean;
  readonly cancelled: boolean;
}

export const isExpected = (participation: Participation | null): boolean =>
  participation === 'invited' || participation === 'signed-up';

const cancelled = (teaching: Teaching): Refusal[] =>
  teaching.cancelled ? [{ code: 'teaching-cancelled' }] : [];

/** Who is to come is settled before it begins; who came is attendance. */
export const refusalsToInvite = (teaching: Teaching): Refusal[] => [
  ...cancelled(teaching),
  ...(teaching.now >= teaching.held.from ? [{ code: 'teaching-begun' as const }] : []),
];

/** One's own, where it is open: where it is not, the manager says who takes part. */
export const refusalsToSign = (
  teaching: Teaching,
  before: Participation | null,
  after: 'signed-up' | 'signed-off',
): Refusal[] => [
  ...refusalsToInvite(teaching),
  ...(teaching.open ? [] : [{ code: 'teaching-not-open' as const }]),
  ...(isExpected(before) === isExpected(after)
    ? [{ code: 'teaching-participation-unchanged' as const }]
    : []),
];

/** Also of what was held or registered by mistake, but not while a record of competence stands on it. */
export const refusalsToCancel = (teaching: Teaching, recordStands: boolean): Refusal[] => [
  ...cancelled(teaching),
  ...(recordStands ? [{ code: 'teaching-record-stands' as const }] : []),
];

export interface Gives {
  readonly competenceId: string;
  readonly level: number;
}

export interface Rests {
  /** Whether any attendance has been recorded. */
  readonly attended: boolean;
  /** What records have been given of, at which level. */
  readonly given: readonly Gives[];
}

/** The time is not moved away from those who came, nor a competence from those who have a record of it. */
export const refusalsToChange = (
  teaching: Teaching,
  { attended, given }: Rests,
  after: { readonly held: Period; readonly gives: readonly Gives[] },
): Refusal[] => {
  const { from, to } = teaching.held;
  const moved = from !== after.held.from || to !== after.held.to;
  const kept = ({ competenceId, level }: Gives) =>
    after.gives.some((gives) => gives.competenceId === competenceId && gives.level === level);
  return [
    ...cancelled(teaching),
    ...(attended && moved ? [{ code: 'teaching-attended' as const }] : []),
    ...given
      .filter((gives) => !kept(gives))
      .map(({ competenceId }): Refusal => ({ code: 'teaching-record-given', about: { competenceId } })),
  ];
};

/** After it is over, to those who were present all the time. */
export const refusalsToGive = (
  teaching: Teaching,
  gives: readonly Gives[],
  people: readonly { readonly personId: string; readonly attendance: Attendance | null }[],
): Refusal[] => [
  ...cancelled(teaching),
  ...(teaching.now < teaching.held.to ? [{ code: 'teaching-not-over' as const }] : []),
  ...(gives.length === 0 ? [{ code: 'teaching-gives-nothing' as const }] : []),
  ...people
    .filter(({ attendance }) => attendance !== 'present')
    .map(({ personId }): Refusal => ({ code: 'teaching-not-attended', about: { personId } })),
];

/** The day on which it was over: an end at midnight is the end of the day before. */
export const achievedOn = ({ held }: Teaching): string => dayInOslo(held.to - 1);

export interface Attendee {
  readonly personId: string;
  /** When the person belongs to the clinic. */
  readonly presence: readonly Period[];
  /** Whether a record that was given on the attendance stands. */
  readonly recordStands: boolean;
}

export interface Recorder {
  readonly personId: string | null;
  readonly isManager: boolean;
  /** Engaged at the clinic at that moment. */
  readonly isPresent: boolean;
}

/**
 * Nobody vouches for their own presence, nobody was there before it began, or without belonging to the clinic then. Whoever
 * holds it says who came while they belong to the clinic themselves; a manager always.
 */
export const refusalsToAttend = (
  teaching: Teaching,
  by: Recorder,
  people: readonly (Attendee & { readonly status: Attendance })[],
): Refusal[] => [
  ...cancelled(teaching),
  ...(teaching.now < teaching.held.from ? [{ code: 'teaching-not-begun' as const }] : []),
  ...(by.isManager || by.isPresent ? [] : [{ code: 'assessor-not-engaged' as const }]),
  ...people.flatMap(({ personId, presence, recordStands, status }): Refusal[] => [
    ...(personId === by.personId ? [{ code: 'assessed-by-oneself' as const, about: { personId } }] : []),
    ...(presence.some((valid) => overlaps(valid, teaching.held))
      ? []
      : [{ code: 'not-engaged' as const, about: { personId } }]),
    ...(recordStands && status !== 'present'
      ? [{ code: 'teaching-record-stands' as const, about: { personId } }]
      : []),
  ]),
];

import { type Text, text } from './legal-bases.js';
import { volven9060 } from './volven-9060.js';

/** What somebody works as: a code of Volven 9060, or an own code (X-…) for people who have none there. */
export interface Occupation {
  readonly code: string;
  /** A group of helsepersonelloven § 48: practising needs an authorisation or licence. */
  readonly regulated: boolean;
  /** No longer given; old data may carry it. */
  readonly retired: boolean;
  /** In training: given tasks as a rule only for the sake of training (helsepersonelloven § 5). */
  readonly trainee: boolean;
  /** Shown with a valid authorisation for it. */
  readonly title: Text;
  /** Shown when there is no authorisation on the date: holds no protected title (helsepersonelloven § 74). */
  readonly plainName: Text;
  readonly source: 'volven-9060' | 'own';
  readonly note: Text | null;
}

const own = <Code extends string>(code: Code, name: Text, rest: { trainee?: boolean; note?: Text } = {}) => ({
  code,
  regulated: false,
  retired: false,
  trainee: rest.trainee ?? false,
  title: name,
  plainName: name,
  source: 'own' as const,
  note: rest.note ?? null,
});

/**
 * Every code of Volven 9060 and our own five.
 * A pupil's name leaves out the title she is training for, for she does not hold it yet (helsepersonelloven § 74).
 */
export const occupations = {
  ...volven9060,
  'X-MS': own('X-MS', text('medisinsk sekretær', 'medisinsk sekretær', 'medical secretary'), {
    note: text(
      'Ikke autorisert, og har ingen beskyttet tittel. Kan få oppgaver etter helsepersonelloven § 5, men kan ikke delegere.',
      'Ikkje autorisert, og har ingen verna tittel. Kan få oppgåver etter helsepersonellova § 5, men kan ikkje delegere.',
      'Not authorised and without a protected title. May be given tasks under Health Personnel Act § 5, but cannot delegate.',
    ),
  }),
  'X-HEL': own(
    'X-HEL',
    text('elev i helseservicefag', 'elev i helseservicefag', 'pupil in health services'),
    { trainee: true },
  ),
  'X-MST': own('X-MST', text('medisinstudent', 'medisinstudent', 'medical student'), { trainee: true }),
  'X-TEK': own('X-TEK', text('teknolog', 'teknolog', 'technologist')),
  'X-LED': own('X-LED', text('leder', 'leiar', 'manager')),
} as const satisfies Record<string, Occupation>;

export type OccupationCode = keyof typeof occupations;

export const occupationCodes = Object.keys(occupations) as OccupationCode[];

const known: ReadonlyMap<string, Occupation> = new Map(Object.entries(occupations));

/** Whether practising takes an authorisation under helsepersonelloven § 48. */
export const isRegulated = (code: string): boolean => known.get(code)?.regulated ?? false;

/**
 * Whether the engagement alone lets somebody do what the occupation holds.
 * Not for a regulated group, and not for what is unknown, be it the code or "ukjent/uspesifisert": unknown never gives a right.
 */
export const needsNoAuthorisation = (code: string): boolean =>
  code !== 'XX' && known.get(code)?.regulated === false;

export const isTrainee = (code: string): boolean => known.get(code)?.trainee ?? false;

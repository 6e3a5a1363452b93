import type {
  Engaged,
  Entitled,
  Mastered,
  PersonFacts,
  TaskFacts,
} from '../../src/decision/decision.facts.js';
import type { DelegationAsked, DelegationFacts } from '../../src/delegation/delegation.rules.js';
import type { Period } from '../../src/law/period.js';

/** Facts as the clinic would have registered them, in days from an arbitrary day 0; what a test does not name is in order. */
export const open = Number.POSITIVE_INFINITY;
const dayLength = 86_400_000;
const dayZero = Date.UTC(2026, 0, 1);

/** The start of a day, in epoch milliseconds. */
export const day = (number: number): number => dayZero + number * dayLength;

/** From the start of one day until the start of another; without the second, for good. */
export const days = (from: number, to?: number): Period => ({
  from: day(from),
  to: to === undefined ? open : day(to),
});

export const always: Period = days(-1000);

export const engaged = (
  occupation: string,
  valid: Period = always,
  kind: Engaged['kind'] = 'ansatt',
): Engaged => ({ occupation, kind, valid });

export const entitled = (occupation: string, more: Partial<Entitled> = {}): Entitled => ({
  occupation,
  mayDelegate: true,
  valid: always,
  ...more,
});

/** What one person holds of one thing after the other, by task id. */
const byTask = <Held>(held: Readonly<Record<string, readonly Held[]>> = {}) => new Map(Object.entries(held));

export interface PersonTold {
  readonly engagements?: PersonFacts['engagements'];
  readonly rights?: PersonFacts['rights'];
  readonly bans?: PersonFacts['bans'];
  readonly limits?: Readonly<Record<string, readonly { profession: string; valid: Period }[]>>;
  readonly duties?: Readonly<Record<string, readonly { id: string; occupation: string; valid: Period }[]>>;
  readonly delegations?: Readonly<Record<string, readonly { id: string; valid: Period }[]>>;
  readonly approvals?: Readonly<Record<string, readonly { id: string; valid: Period }[]>>;
  readonly abstentions?: Readonly<Record<string, readonly Period[]>>;
  /** By competence. */
  readonly records?: Readonly<Record<string, readonly Mastered[]>>;
  readonly roleRequirements?: PersonFacts['roleRequirements'];
}

export const person = (id: string, told: PersonTold = {}): PersonFacts => ({
  id,
  engagements: told.engagements ?? [],
  rights: told.rights ?? [],
  bans: told.bans ?? [],
  limits: byTask(told.limits),
  duties: byTask(told.duties),
  delegations: byTask(told.delegations),
  approvals: byTask(told.approvals),
  abstentions: byTask(told.abstentions),
  records: byTask(told.records),
  roleRequirements: told.roleRequirements ?? [],
});

export const right = (profession: string, valid: Period = always) => ({ profession, valid });

/** Engaged and authorised in one profession for as long as anybody asks. */
export const professional = (id: string, profession: string, more: PersonTold = {}): PersonFacts =>
  person(id, { engagements: [engaged(profession)], rights: [right(profession)], ...more });

export const task = (id: string, entitlements: readonly Entitled[], clinical = true): TaskFacts => ({
  id,
  clinical,
  entitlements,
  requirements: [],
});

/** Something a lege holds and may leave to others, and a helsesekretær does not hold. */
export const infusion = { ...task('infusion', [entitled('LE')]), reserved: false, contested: false };

export const lege = (more: PersonTold = {}) => professional('lege', 'LE', more);
export const helsesekretaer = (more: PersonTold = {}) => professional('helsesekretaer', 'HE', more);

/** A lege leaves an infusion to a helsesekretær, and nothing stands in the way. */
export const delegating = (more: Partial<DelegationFacts> = {}): DelegationFacts => ({
  now: day(0) + 10 * 3_600_000,
  startOfToday: day(0),
  task: infusion,
  delegator: lege(),
  delegatee: helsesekretaer(),
  conditions: [],
  heldByDelegator: [],
  approvedToDelegator: [],
  givenByDelegatee: [],
  twins: [],
  taught: [],
  supervision: { overdue: 0, helpers: 0 },
  ...more,
});

export const assessment: DelegationAsked['assessment'] = {
  taskNature: 'Avgrenset prosedyre med skriftlig rutine.',
  qualifications: 'Opplært og sett utføre den fem ganger under tilsyn.',
  followUp: 'Legen er til stede og går gjennom journalen hver uke.',
};

export const asking = (more: Partial<DelegationAsked> = {}): DelegationAsked => ({
  profession: 'LE',
  period: days(1, 100),
  assessment,
  conditions: null,
  training: null,
  contested: null,
  ...more,
});

export const codesOf = (refusals: readonly { readonly code: string }[]): string[] =>
  refusals.map(({ code }) => code).sort();

import type { PersonFacts, TaskFacts } from '../decision/decision.facts.js';
import { verdict } from '../decision/decision.rules.js';
import { coveredUntil, covers, overlaps, type Period } from '../law/period.js';
import type { Refusal, Warning } from '../law/refusals.js';
import { competenceWarnings, unmastered } from './mastery.rules.js';
import { approvalPassedOn, entitledTo, passedOn, rightsTo } from './redelegation.rules.js';
import { isLearning, planWarnings } from './training.rules.js';

/** A delegation that stands, with what is needed to see whether it would be passed on. */
export interface Standing {
  readonly id: string;
  readonly taskId: string;
  readonly valid: Period;
  /** Occupations that hold the delegated task in their own right, with when. */
  readonly ownRights: readonly { readonly occupation: string; readonly valid: Period }[];
  /** The delegator's profession where this is something the delegatee has given. */
  readonly profession: string;
}

/** An authorisation's conditions, or a limitation that names no task. */
export interface Condition {
  readonly profession: string;
  readonly approvalType: string;
  readonly text: string | null;
  readonly valid: Period;
}

export interface DelegationFacts {
  readonly startOfToday: number;
  readonly now: number;
  readonly task: TaskFacts & { readonly reserved: boolean; readonly contested: boolean };
  readonly delegator: PersonFacts;
  readonly delegatee: PersonFacts;
  readonly conditions: readonly Condition[];
  /** Standing delegations to the delegator of this task or its kin. */
  readonly heldByDelegator: readonly Standing[];
  /** What the delegator is approved for of this task or its kin. */
  readonly approvedToDelegator: readonly Standing[];
  /** Pending or standing delegations that the delegatee has given of this task or its kin. */
  readonly givenByDelegatee: readonly Standing[];
  /** Pending or standing delegations of the same task between the same two people. */
  readonly twins: readonly { readonly id: string; readonly span: Period }[];
  /** When a training plan of the delegatee that has the task or its kin among its goals is supervised. */
  readonly taught: readonly Period[];
  readonly supervision: { readonly overdue: number; readonly helpers: number };
}

export interface DelegationAsked {
  readonly profession: string;
  readonly period: Period;
  readonly assessment: {
    readonly taskNature: string;
    readonly qualifications: string;
    readonly followUp: string;
  };
  readonly conditions: string | null;
  readonly training: { readonly purpose: string; readonly supervisorId: string } | null;
  readonly contested: {
    readonly course: string;
    readonly reasoning: string;
    readonly delegatorPresent: boolean;
  } | null;
}

/** Every reason why this delegation may not be proposed; the weightiest first. Nothing stands before now, whatever was asked. */
export function refusalsToDelegate(facts: DelegationFacts, asked: DelegationAsked): Refusal[] {
  const { from, to } = asked.period;
  const over = to <= facts.now;
  const command = over ? asked : { ...asked, period: { from: Math.max(from, facts.now), to } };
  return [
    ...refusalsOfGround(facts, command.profession, command.period, command.conditions),
    ...refusalsBetween(facts, command.period),
    ...unmastered(facts, command.period),
    ...trainingMissing(facts, command),
    ...assessmentMissing(command),
    ...(from < facts.startOfToday || over ? [{ code: 'backdated' as const }] : []),
    ...contestedTask(facts, command),
  ];
}

export interface Answering {
  readonly byDelegatee: boolean;
  readonly pending: boolean;
  readonly profession: string;
  readonly requested: Period;
  readonly conditions: string | null;
}

/** Acceptance is the delegatee's alone, and only while what the delegation rests on still holds. */
export function refusalsToAccept(
  facts: DelegationFacts,
  { byDelegatee, pending, ...asked }: Answering,
): Refusal[] {
  const from = Math.max(asked.requested.from, facts.now);
  const over = from >= asked.requested.to;
  return [
    ...(byDelegatee ? [] : [{ code: 'not-the-delegatee' as const }]),
    ...(pending && !over ? [] : [{ code: 'delegation-not-pending' as const }]),
    ...(over
      ? []
      : refusalsOfGround(facts, asked.profession, { from, to: asked.requested.to }, asked.conditions)),
    ...(over ? [] : refusalsBetween(facts, { from, to: asked.requested.to })),
    ...(over ? [] : unmastered(facts, { from, to: asked.requested.to })),
  ];
}

/** What the delegation rests on: the delegator's own right to the task, and both people's presence, for the whole period. */
function refusalsOfGround(
  facts: DelegationFacts,
  profession: string,
  period: Period,
  addressed: string | null,
): Refusal[] {
  return [
    ...passedOn(facts, profession, period),
    ...approvalPassedOn(facts, profession, period),
    ...ownRight(facts, profession, period),
    ...practice(facts, profession, period),
    ...limited(facts, profession, period, addressed),
    ...presence('delegator-not-engaged', facts.delegator, period),
    ...presence('delegatee-not-engaged', facts.delegatee, period),
    ...(facts.delegatee.bans.some((ban) => overlaps(ban, period))
      ? [{ code: 'delegatee-banned' as const }]
      : []),
  ];
}

function ownRight({ task }: DelegationFacts, profession: string, period: Period): Refusal[] {
  const own = entitledTo(task.entitlements, profession);
  if (!covers(own, period)) return [{ code: 'outside-own-right', about: { profession } }];
  const delegable = task.entitlements.filter(({ mayDelegate }) => mayDelegate);
  const free = !task.reserved && covers(entitledTo(delegable, profession), period);
  return free ? [] : [{ code: 'task-reserved', about: { profession } }];
}

function practice({ delegator }: DelegationFacts, profession: string, period: Period): Refusal[] {
  const rights = rightsTo(delegator, profession);
  if (covers(rights, period)) return [];
  const until = momentOf(coveredUntil(rights, period.from));
  return [{ code: 'no-practice-right', about: { profession, until } }];
}

/** A limitation that names the task stops it; a condition must be met in the delegation's own conditions. */
function limited(
  facts: DelegationFacts,
  profession: string,
  period: Period,
  addressed: string | null,
): Refusal[] {
  const limits = facts.delegator.limits.get(facts.task.id) ?? [];
  const named = limits.some((limit) => limit.profession === profession && overlaps(limit.valid, period));
  const unmet =
    conditionsOn(facts, profession, period).some(({ text }) => text !== null) && saysNothing(addressed ?? '');
  return named || unmet ? [{ code: 'right-limited', about: { profession } }] : [];
}

const conditionsOn = (facts: DelegationFacts, profession: string, period: Period): Condition[] =>
  facts.conditions.filter(
    (condition) => condition.profession === profession && overlaps(condition.valid, period),
  );

function presence(
  code: 'delegator-not-engaged' | 'delegatee-not-engaged',
  person: PersonFacts,
  period: Period,
): Refusal[] {
  const present = person.engagements.map(({ valid }) => valid);
  if (covers(present, period)) return [];
  return [{ code, about: { personId: person.id, until: momentOf(coveredUntil(present, period.from)) } }];
}

/** What makes a delegation between these two empty, whatever it rests on; the delegatee may have come to hold the task meanwhile. */
const refusalsBetween = (facts: DelegationFacts, period: Period): Refusal[] => [
  ...selfAndTwins(facts, period),
  ...needless(facts, period),
];

function selfAndTwins({ delegator, delegatee, twins }: DelegationFacts, period: Period): Refusal[] {
  const twin = twins.find(({ span }) => overlaps(span, period));
  return [
    ...(delegator.id === delegatee.id ? [{ code: 'delegation-to-self' as const }] : []),
    ...(twin ? [{ code: 'delegation-exists' as const, about: { delegationId: twin.id } }] : []),
  ];
}

/** What somebody holds in their own right needs no delegation, and leaving it to them would blur whose responsibility it is. */
function needless({ delegatee, task }: DelegationFacts, period: Period): Refusal[] {
  const unasked = {
    delegations: new Map(),
    approvals: new Map(),
    abstentions: new Map(),
    roleRequirements: [],
  };
  const own = verdict({ ...delegatee, ...unasked }, { ...task, requirements: [] }, period.from);
  return own.allowed ? [{ code: 'delegation-needless', about: { personId: delegatee.id } }] : [];
}

function trainingMissing({ delegatee }: DelegationFacts, { training, period }: DelegationAsked): Refusal[] {
  const supervised = training !== null && training.supervisorId !== delegatee.id;
  const told = supervised && !saysNothing(training.purpose) && period.to !== Number.POSITIVE_INFINITY;
  return isLearning(delegatee, period) && !told ? [{ code: 'training-purpose-missing' }] : [];
}

/** § 5 asks for three: the task's nature, the person's qualifications and the follow-up given. */
function assessmentMissing({ assessment }: DelegationAsked): Refusal[] {
  const empty = Object.entries(assessment).filter(([, text]) => saysNothing(text));
  return empty.length > 0
    ? [{ code: 'assessment-missing', about: { missing: empty.map(([name]) => name).join(', ') } }]
    : [];
}

function contestedTask({ task }: DelegationFacts, { contested }: DelegationAsked): Refusal[] {
  if (!task.contested) return [];
  const met =
    contested?.delegatorPresent && !saysNothing(contested.course) && !saysNothing(contested.reasoning);
  return met ? [] : [{ code: 'contested-task' }];
}

const fillers = new Set([
  'ingen',
  'ikke relevant',
  'ikkje relevant',
  'uaktuelt',
  'greit',
  'vurdert',
  'not relevant',
]);

/** Fewer than five letters, one or two letters over and over, or a word that stands in for an answer, however it is dressed. */
export function saysNothing(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const letters = [...words.join('')];
  return letters.length < 5 || new Set(letters).size < 3 || fillers.has(words.join(' '));
}

const manyHelpers = 10;

/** What is allowed, but should be known before signing. */
export function warningsTo(facts: DelegationFacts, { profession, period }: DelegationAsked): Warning[] {
  const ending = facts.delegatee.engagements.find(
    ({ valid }) => valid.to > period.from && valid.to < period.to,
  );
  const conditional = conditionsOn(facts, profession, period).some(
    ({ approvalType, text }) => approvalType === '17' || text !== null,
  );
  return [
    ...competenceWarnings(facts, period),
    ...planWarnings(facts, period),
    ...(ending ? [{ code: 'engagement-ends' as const, about: { at: momentOf(ending.valid.to) } }] : []),
    ...(conditional ? [{ code: 'approval-with-conditions' as const }] : []),
    ...(facts.supervision.overdue > 0
      ? [{ code: 'supervision-overdue' as const, about: { count: facts.supervision.overdue } }]
      : []),
    ...(facts.supervision.helpers >= manyHelpers
      ? [{ code: 'many-helpers' as const, about: { count: facts.supervision.helpers } }]
      : []),
  ];
}

const momentOf = (at: number | null): string | null =>
  at === null || !Number.isFinite(at) ? null : new Date(at).toISOString();

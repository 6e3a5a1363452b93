import type { PersonFacts } from '../decision/decision.facts.js';
import {
  type DelegationAsked,
  type DelegationFacts,
  refusalsToDelegate,
} from '../delegation/delegation.rules.js';
import type { Refusal } from '../law/refusals.js';
import type { GapFacts } from './suggestion.facts.js';

export interface Delegator {
  readonly personId: string;
  readonly profession: string;
  /** Until when at the longest, epoch milliseconds; Infinity where nothing registered ends it. */
  readonly until: number;
  /** What the delegation would be refused for unless it says it: conditions, training, the terms of a contested task. */
  readonly terms: readonly Refusal[];
}

const dayLong = 86_400_000;
/** For those in training an end must be set. */
const trainingLength = 180 * dayLong;

/** A delegatee with nothing in the way, so that only the delegator's authority is judged. */
const anybody: PersonFacts = {
  id: 'anybody',
  engagements: [
    {
      occupation: '',
      kind: 'ansatt',
      valid: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    },
  ],
  rights: [],
  bans: [],
  limits: new Map(),
  duties: new Map(),
  delegations: new Map(),
  approvals: new Map(),
  abstentions: new Map(),
  records: new Map(),
  roleRequirements: [],
};

/** Somebody who may leave the task to others, and as what. */
export interface Authorised {
  readonly delegator: PersonFacts;
  readonly profession: string;
}

/**
 * Who may leave the task to others, for a day at least, whoever receives it: whom the very rules of delegation do not refuse.
 * So nobody is among them who holds it only by delegation or approval.
 */
export function authorisedIn(gap: GapFacts): Authorised[] {
  return gap.people
    .flatMap((delegator) => professionsOf(gap, delegator).map((profession) => ({ delegator, profession })))
    .filter((authorised) => refusalsTo(gap, authorised, null).length === 0);
}

/** Only to spare the rules what they would refuse anyway. */
const professionsOf = ({ task }: GapFacts, { rights }: PersonFacts): string[] => [
  ...new Set(
    rights
      .map(({ profession }) => profession)
      .filter((profession) => task.entitlements.some(({ occupation }) => occupation === profession)),
  ),
];

/** Who of them could leave it to this person; without one, to anybody who may receive it. */
export const delegatorsOf = (
  gap: GapFacts,
  authorised: readonly Authorised[],
  delegatee: PersonFacts | null,
): Delegator[] =>
  authorised
    .filter((each) => refusalsTo(gap, each, delegatee).length === 0)
    .map((each) => {
      const facts = delegationFacts(gap, each.delegator, delegatee);
      return {
        personId: each.delegator.id,
        profession: each.profession,
        until: longest(facts, each.profession),
        terms: refusalsToDelegate(facts, asked(facts, each.profession, gap.now + dayLong, false)),
      };
    });

/** What stands in the person's way where nobody who may leave the task to others could leave it to them. */
export function obstaclesOf(
  gap: GapFacts,
  authorised: readonly Authorised[],
  delegatee: PersonFacts,
): Refusal[] {
  const told = authorised.map((each) => refusalsTo(gap, each, delegatee));
  if (told.some(({ length }) => length === 0)) return [];
  const found = new Map(told.flat().map((refusal) => [JSON.stringify(refusal), refusal]));
  return [...found.values()];
}

/** What the rules say of a day's delegation that says everything which may be asked of it. */
export function refusalsTo(
  gap: GapFacts,
  { delegator, profession }: Authorised,
  delegatee: PersonFacts | null,
): Refusal[] {
  const facts = delegationFacts(gap, delegator, delegatee);
  return refusalsToDelegate(facts, asked(facts, profession, gap.now + dayLong, true));
}

function delegationFacts(
  { now, startOfToday, task, givenTo, givenBy, conditions }: GapFacts,
  delegator: PersonFacts,
  delegatee: PersonFacts | null,
): DelegationFacts {
  const to = delegatee ?? anybody;
  return {
    now,
    startOfToday,
    task: delegatee ? task : { ...task, requirements: [] },
    delegator,
    delegatee: to,
    conditions: conditions.get(delegator.id) ?? [],
    heldByDelegator: (givenTo.get(delegator.id) ?? []).flatMap(({ valid, ...held }) =>
      valid ? [{ ...held, valid }] : [],
    ),
    approvedToDelegator: (delegator.approvals.get(task.id) ?? []).map(({ id, valid }) => ({
      id,
      valid,
      taskId: task.id,
      profession: '',
      ownRights: task.entitlements,
    })),
    givenByDelegatee: (givenBy.get(to.id) ?? []).flatMap(({ span, ...held }) =>
      span ? [{ ...held, valid: span }] : [],
    ),
    twins: (givenBy.get(delegator.id) ?? []).flatMap(({ id, taskId, delegateeId, span }) =>
      span && taskId === task.id && delegateeId === to.id ? [{ id, span }] : [],
    ),
    taught: [],
    supervision: { overdue: 0, helpers: 0 },
  };
}

const words = 'Vurdert og funnet forsvarlig her.';

/** A delegation that says everything that may be asked of it; or only what is asked of every one. */
function asked(facts: DelegationFacts, profession: string, to: number, whole: boolean): DelegationAsked {
  return {
    profession,
    period: { from: facts.now, to },
    assessment: { taskNature: words, qualifications: words, followUp: words },
    conditions: whole ? words : null,
    training: whole ? { purpose: words, supervisorId: facts.delegator.id } : null,
    contested: whole ? { course: words, reasoning: words, delegatorPresent: true } : null,
  };
}

/** The longer the period, the more stands in its way: the last edge up to which nothing does. */
function longest(facts: DelegationFacts, profession: string): number {
  const mayLast = (to: number): boolean =>
    refusalsToDelegate(facts, asked(facts, profession, to, true)).length === 0;
  const least = facts.now + dayLong;
  const edges = edgesOf(facts).filter((edge) => edge > least);
  const latest = [Number.POSITIVE_INFINITY, ...edges, facts.now + trainingLength].sort((a, b) => b - a);
  return latest.find((to) => to > least && mayLast(to)) ?? least;
}

/** Every moment at which what the delegation rests on may begin or end. */
function edgesOf({
  delegator,
  delegatee,
  task,
  conditions,
  heldByDelegator,
  givenByDelegatee,
  twins,
}: DelegationFacts): number[] {
  const both = [delegator, delegatee].flatMap((person) => [
    ...person.engagements.map(({ valid }) => valid),
    ...person.rights.map(({ valid }) => valid),
    ...person.bans,
    ...(person.limits.get(task.id) ?? []).map(({ valid }) => valid),
    ...(person.abstentions.get(task.id) ?? []),
  ]);
  const rest = [...task.entitlements, ...conditions, ...heldByDelegator, ...givenByDelegatee].map(
    ({ valid }) => valid,
  );
  const periods = [...both, ...rest, ...twins.map(({ span }) => span)];
  return periods.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite);
}

import type { Tx } from '../database/tx.js';
import { loadFacts, periodOf } from '../decision/facts.loader.js';
import { startOfDay } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import type { Condition, DelegationFacts, Standing } from './delegation.rules.js';

export interface Parties {
  readonly taskId: string;
  readonly delegatorId: string;
  readonly delegateeId: string;
  /** The delegation being answered, which is no twin of itself. */
  readonly delegationId: string | null;
}

/** Everything the rules ask about a delegation, in two statements. 404 if a person or the task is unknown here. */
export async function delegationFacts(tx: Tx, parties: Parties): Promise<DelegationFacts> {
  const { delegatorId, delegateeId, taskId, delegationId } = parties;
  const { people, tasks } = await loadFacts(tx, [delegatorId, delegateeId], [taskId]);
  const [delegator, delegatee, task] = [people.get(delegatorId), people.get(delegateeId), tasks.get(taskId)];
  if (!delegator || !delegatee || !task) throw new Problem('not-found');
  const around = await tx.one<Around>(aroundSql, [
    taskId,
    delegatorId,
    delegateeId,
    delegationId,
    new Date(tx.now),
  ]);
  if (!around) throw new Error('a statement without FROM gives one row');
  return {
    now: tx.now,
    startOfToday: startOfDay(tx.now),
    task,
    delegator,
    delegatee,
    conditions: (around.conditions ?? []).map(conditionOf),
    heldByDelegator: (around.held ?? []).map(standing),
    approvedToDelegator: (around.approved ?? []).map(standing),
    givenByDelegatee: (around.given ?? []).map(standing),
    twins: (around.twins ?? []).map(([id, from, to]) => ({ id, span: periodOf(from, to) })),
    taught: (around.taught ?? []).map(([from, to]) => periodOf(from, to)),
    supervision: { overdue: around.overdue, helpers: around.helpers },
  };
}

type Edge = number | null;
export type StandingRow = [string, string, string, Edge, Edge, [string, Edge, Edge][] | null];

interface Around {
  readonly conditions: ConditionRow[] | null;
  readonly held: StandingRow[] | null;
  readonly approved: StandingRow[] | null;
  readonly given: StandingRow[] | null;
  readonly twins: [string, Edge, Edge][] | null;
  readonly taught: [Edge, Edge][] | null;
  readonly overdue: number;
  readonly helpers: number;
}

export const standing = ([id, taskId, profession, from, to, ownRights]: StandingRow): Standing => ({
  id,
  taskId,
  profession,
  valid: periodOf(from, to),
  ownRights: (ownRights ?? []).map(([occupation, start, end]) => ({
    occupation,
    valid: periodOf(start, end),
  })),
});

/** One delegation `d` as a StandingRow, in the period given. */
export const standingOf = (
  valid: string,
) => `json_build_array(d.id, d.task_id, d.delegator_profession, ms(lower(${valid})), ms(upper(${valid})),
  (select json_agg(json_build_array(e.occupation, ms(lower(e.valid)), ms(upper(e.valid)))) from entitlement e where e.task_id = d.task_id))`;

/** $1 is the task. */
export const kin = 'd.task_id in (select kin_id from task_kin where task_id = $1)';
export const spanned = 'span(d)';

export type ConditionRow = [
  profession: string,
  approvalType: string,
  text: string | null,
  from: Edge,
  to: Edge,
];

export const conditionOf = ([profession, approvalType, text, from, to]: ConditionRow): Condition => ({
  profession,
  approvalType,
  text,
  valid: periodOf(from, to),
});

/** `person_id` and a ConditionRow `c`, of everybody. */
export const conditionsSql = `
    select a.person_id, json_build_array(a.profession, a.approval_type, a.conditions, ms(lower(a.valid)), ms(upper(a.valid))) c
    from authorisation a where a.approval_type = '17' or a.conditions is not null
    union all
    select r.person_id, json_build_array(a.profession, a.approval_type, r.note, ms(lower(r.valid)), ms(upper(r.valid)))
    from reaction r join authorisation a on a.id = r.authorisation_id
    where r.kind = 'limitation' and not exists (select from reaction_task rt where rt.reaction_id = r.id)`;

const aroundSql = `select
  (select json_agg(x.c) from (${conditionsSql}) x where x.person_id = $2) conditions,
  (select json_agg(${standingOf('d.valid')}) from delegation d
    where d.delegatee_id = $2 and d.valid is not null and ${kin}) held,
  (select json_agg(json_build_array(a.id, a.task_id, '', ms(lower(a.valid)), ms(upper(a.valid)),
      (select json_agg(json_build_array(e.occupation, ms(lower(e.valid)), ms(upper(e.valid)))) from entitlement e where e.task_id = a.task_id)))
    from approval a where a.person_id = $2 and a.valid is not null
      and a.task_id in (select kin_id from task_kin where task_id = $1)) approved,
  (select json_agg(${standingOf(spanned)}) from delegation d
    where d.delegator_id = $3 and ${spanned} is not null and ${kin}) given,
  (select json_agg(json_build_array(d.id, ms(lower(${spanned})), ms(upper(${spanned})))) from delegation d
    where d.delegator_id = $2 and d.delegatee_id = $3 and d.task_id = $1 and ${spanned} is not null
      and d.id is distinct from $4::uuid) twins,
  (select json_agg(json_build_array(ms(lower(v.valid)), ms(upper(v.valid)))) from training_plan p
    join training_supervision v on v.plan_id = p.id and v.valid is not null
    where p.person_id = $3 and exists (select from training_goal g where g.plan_id = p.id
      and g.task_id in (select kin_id from task_kin where task_id = $1)
      and not exists (select from training_withdrawal w where w.goal_id = g.id))) taught,
  (select count(*)::int from delegation d where d.delegator_id = $2 and d.valid @> $5::timestamptz and d.review_by < $5) overdue,
  (select count(distinct d.delegatee_id)::int from delegation d where d.delegator_id = $2 and d.valid @> $5::timestamptz) helpers`;

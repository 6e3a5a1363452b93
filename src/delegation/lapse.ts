import { lapseApprovals } from '../approval/approval.lapse.js';
import type { Tx } from '../database/tx.js';
import { clinicalAreas } from '../task/task.rules.js';
import { type LapsedTrainingRow, lapseTraining } from '../training-plan/training-plan.lapse.js';

/** Something that no longer rests on anything, and from when. */
export interface LapsedRow {
  readonly id: string;
  readonly at: number;
  readonly taskId: string;
  readonly taskName: string;
  readonly personId: string;
  readonly personName: string;
  /** For a delegation: who had given it. */
  readonly delegatorId: string | null;
  readonly delegatorName: string | null;
}

export interface Lapsed {
  readonly duties: readonly LapsedRow[];
  readonly delegations: readonly LapsedRow[];
  readonly approvals: readonly LapsedRow[];
  readonly training: readonly LapsedTrainingRow[];
}

/**
 * Cuts every duty, delegation, approval and training plan where the ground it rests on ends, for one person or one task, and writes
 * it to the log.
 * What a reaction took away is known to have gone from when the reaction was known (`knownFrom`).
 * Called in the same transaction as whatever took the ground away; the schema refuses the COMMIT if it is not.
 * A duty falls where a reaction names its task, and a clinical one where its holder is banned from health care (hpl-57, hpl-58).
 * What was given of a delegated task's kin falls with the own right that allowed it.
 * Nothing revives by itself: what comes after the first gap is gone, too (domain rule: a new decision is needed).
 */
export async function lapse(
  tx: Tx,
  ground: { personId?: string; taskId?: string; knownFrom?: string },
  reason: string,
): Promise<Lapsed> {
  const values = [ground.personId ?? null, ground.taskId ?? null, reason];
  const duties = await tx.rows<LapsedRow>(lapseDutiesSql, [...values, clinicalAreas]);
  const delegations = await tx.rows<LapsedRow>(lapseDelegationsSql, values.slice(0, 2));
  const { knownFrom } = ground;
  for (const { id, at, personId, taskId } of duties) {
    tx.log('duty.lapsed', [id, personId, taskId], { id, at: iso(at), reason, knownFrom });
  }
  const steps = delegations.map((lapsed) => ({ ...lapsed, stepId: tx.newId() }));
  if (steps.length > 0) await tx.rows(lapsedStepsSql, stepValues(tx, steps, reason));
  for (const { id, stepId, at, personId, taskId, delegatorId } of steps) {
    const subjects = [id, delegatorId, personId, taskId];
    tx.log('delegation.lapsed', subjects, { id, stepId, at: iso(at), reason, knownFrom });
  }
  const approvals = await lapseApprovals(tx, ground, reason);
  const training = ground.personId ? await lapseTraining(tx, ground.personId, reason) : [];
  return { duties, delegations, approvals, training };
}

const iso = (at: number): string => new Date(at).toISOString();

const stepValues = (
  tx: Tx,
  lapsed: readonly (LapsedRow & { stepId: string })[],
  reason: string,
): unknown[] => [
  tx.clinicId,
  lapsed.map(({ stepId }) => stepId),
  lapsed.map(({ id }) => id),
  lapsed.map(({ at }) => new Date(at)),
  new Date(tx.now),
  tx.by.personId ?? tx.by.loginId,
  tx.by.personId,
  reason,
];

const lapsedStepsSql = `
  insert into delegation_step (clinic_id, id, delegation_id, kind, phase, at, recorded_at, actor_id, person_id, reason)
  select $1, s.id, s.delegation_id, 'lapsed', 3, s.at, $5, $6, $7, $8
  from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) s (id, delegation_id, at)`;

/** The part of the ground that holds at the start; null where it does not hold even there. */
const stillStands = (valid: string, ground: string): string =>
  `(select ${valid} * part from unnest(${ground}) part where part @> lower(${valid}))`;

const lapseDutiesSql = `
  with judged as (
    select d.id, d.valid, ${stillStands(
      'd.valid',
      `coalesce((select range_agg(e.valid) from entitlement e where e.task_id = d.task_id and e.occupation = d.occupation), '{}')
      * coalesce((select range_agg(g.valid) from engagement g where g.person_id = d.person_id and g.occupation = d.occupation), '{}')
      * case when d.profession is null then '{(,)}' else coalesce((select range_agg(r.valid) from practice_right r
          where r.person_id = d.person_id and r.profession = d.profession), '{}') end
      - coalesce((select range_agg(l.valid) from reaction l join authorisation a on a.id = l.authorisation_id
          join reaction_task lt on lt.reaction_id = l.id join task_kin k on k.task_id = lt.task_id
          where l.person_id = d.person_id and a.profession = d.profession and k.kin_id = d.task_id), '{}')
      - coalesce((select range_agg(b.valid) from reaction b join task t on t.id = d.task_id
          where b.person_id = d.person_id and b.kind = 'ban' and t.area = any($4)), '{}')`,
    )} stands
    from duty d where d.valid is not null
      and ($1::uuid is null or d.person_id = $1) and ($2::uuid is null or d.task_id = $2)
  ), cut as (
    update duty d set valid = j.stands, end_reason = $3 from judged j
    where d.id = j.id and j.stands is distinct from j.valid
    returning d.id, d.task_id, d.person_id, ms(coalesce(upper(j.stands), lower(j.valid))) at
  )
  select c.id, c.at, c.task_id "taskId", t.name "taskName", c.person_id "personId", p.name "personName",
    null "delegatorId", null "delegatorName"
  from cut c join task t on t.id = c.task_id join person p on p.id = c.person_id order by c.id`;

/** Where the delegator's profession no longer holds the kin that they have by delegation: `d` would pass that on. */
const heldOnlyByDelegation = `coalesce((
  select range_agg(tstzmultirange(held.valid) - coalesce((select range_agg(e.valid) from entitlement e
    where e.task_id = held.task_id and e.occupation = d.delegator_profession), '{}'))
  from delegation held join task_kin k on k.task_id = held.task_id and k.kin_id = d.task_id
  where held.delegatee_id = d.delegator_id and held.valid is not null), '{}')`;

const lapseDelegationsSql = `
  with judged as (
    select d.id, d.valid, ${stillStands(
      'd.valid',
      `coalesce((select range_agg(e.valid) from entitlement e
          where e.task_id = d.task_id and e.occupation = d.delegator_profession and e.may_delegate), '{}')
      * coalesce((select range_agg(r.valid) from practice_right r
          where r.person_id = d.delegator_id and r.profession = d.delegator_profession), '{}')
      * coalesce((select range_agg(p.valid) from presence p where p.person_id = d.delegator_id), '{}')
      * coalesce((select range_agg(p.valid) from presence p where p.person_id = d.delegatee_id), '{}')
      - coalesce((select range_agg(l.valid) from reaction l join authorisation a on a.id = l.authorisation_id
          join reaction_task lt on lt.reaction_id = l.id join task_kin k on k.task_id = lt.task_id
          where l.person_id = d.delegator_id and a.profession = d.delegator_profession and k.kin_id = d.task_id), '{}')
      - coalesce((select range_agg(b.valid) from reaction b where b.person_id = d.delegatee_id and b.kind = 'ban'), '{}')
      - ${heldOnlyByDelegation}`,
    )} stands
    from delegation d where d.valid is not null
      and ($1::uuid is null or d.delegator_id = $1 or d.delegatee_id = $1) and ($2::uuid is null or d.task_id in (select kin_id from task_kin where task_id = $2))
  ), cut as (
    update delegation d set valid = j.stands from judged j
    where d.id = j.id and j.stands is distinct from j.valid
    returning d.id, d.task_id, d.delegator_id, d.delegatee_id, ms(coalesce(upper(j.stands), lower(j.valid))) at
  )
  select c.id, c.at, c.task_id "taskId", t.name "taskName", c.delegatee_id "personId", p.name "personName",
    c.delegator_id "delegatorId", g.name "delegatorName"
  from cut c join task t on t.id = c.task_id join person p on p.id = c.delegatee_id
  join person g on g.id = c.delegator_id order by c.id`;

import type { Tx } from '../database/tx.js';

/** A plan that has ended with the engagement it rested on, or the supervision of one that has; and from when. */
export interface LapsedTrainingRow {
  /** The plan's. */
  readonly id: string;
  readonly at: number;
  readonly purpose: string;
  readonly personId: string;
  readonly personName: string;
  /** Whose supervision fell; null where the plan did. */
  readonly supervisorId: string | null;
  readonly supervisorName: string | null;
}

type Cut = LapsedTrainingRow & { readonly supervisionId: string | null };

/**
 * A plan rests on the presence of whoever is in training. Where the supervisor leaves, the plan goes on and is seen to have
 * none: somebody has to be named.
 */
export async function lapseTraining(
  tx: Tx,
  personId: string,
  reason: string,
): Promise<readonly LapsedTrainingRow[]> {
  const plans = await tx.rows<Cut>(lapsePlansSql, [personId]);
  const supervisions = await tx.rows<Cut>(lapseSupervisionsSql, [personId, reason]);
  const steps = plans.map((plan) => ({ ...plan, stepId: tx.newId() }));
  if (steps.length > 0)
    await tx.rows(stepsSql, [
      tx.clinicId,
      steps.map(({ stepId }) => stepId),
      steps.map(({ id }) => id),
      steps.map(({ at }) => new Date(at)),
      new Date(tx.now),
      tx.by.personId ?? tx.by.loginId,
      tx.by.personId,
      reason,
    ]);
  for (const { id, stepId, at } of steps)
    tx.log('training-plan.lapsed', [id, personId], { id, stepId, at: iso(at), reason });
  for (const { id, supervisionId, at, personId: traineeId } of supervisions)
    tx.log('training-plan.supervision-lapsed', [id, traineeId, personId], {
      id,
      supervisionId,
      at: iso(at),
      reason,
    });
  return [...plans, ...supervisions].map(({ supervisionId: _, ...row }) => row);
}

const iso = (at: number): string => new Date(at).toISOString();

/** The part of the person's presence that holds at the start; null where it does not hold even there. */
const stillThere = (valid: string) =>
  `(select ${valid} * part from unnest(coalesce((select range_agg(e.valid) from presence e where e.person_id = $1), '{}')) part
    where part @> lower(${valid}))`;

const lapsePlansSql = `
  with judged as (
    select p.id, p.valid, ${stillThere('p.valid')} stands from training_plan p where p.person_id = $1 and p.valid is not null
  ), cut as (
    update training_plan p set valid = j.stands from judged j where p.id = j.id and j.stands is distinct from j.valid
    returning p.id, p.purpose, j.stands, ms(coalesce(upper(j.stands), lower(j.valid))) at
  ), over as (
    update training_supervision v set valid = nullif(v.valid * c.stands, 'empty') from cut c
    where v.plan_id = c.id and v.valid is not null
  )
  select c.id, c.at, c.purpose, n.id "personId", n.name "personName", null "supervisorId", null "supervisorName",
    null "supervisionId"
  from cut c join person n on n.id = $1 order by c.id`;

const lapseSupervisionsSql = `
  with judged as (
    select v.id, v.valid, ${stillThere('v.valid')} stands from training_supervision v
    where v.supervisor_id = $1 and v.valid is not null
  ), cut as (
    update training_supervision v set valid = j.stands, end_reason = $2 from judged j
    where v.id = j.id and j.stands is distinct from j.valid
    returning v.id, v.plan_id, ms(coalesce(upper(j.stands), lower(j.valid))) at
  )
  select p.id, c.at, p.purpose, n.id "personId", n.name "personName", s.id "supervisorId", s.name "supervisorName",
    c.id "supervisionId"
  from cut c join training_plan p on p.id = c.plan_id join person n on n.id = p.person_id join person s on s.id = $1
  order by p.id, c.at`;

const stepsSql = `
  insert into training_plan_step (clinic_id, id, plan_id, kind, phase, at, recorded_at, actor_id, person_id, reason)
  select $1, s.id, s.plan_id, 'lapsed', 2, s.at, $5, $6, $7, $8
  from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) s (id, plan_id, at)`;

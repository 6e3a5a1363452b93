import type { Tx } from '../database/tx.js';
import type { LapsedRow } from '../delegation/lapse.js';

/** An approval rests on the engagement of whoever is approved, and no banned person handles medicines (hpl-57). */
export async function lapseApprovals(
  tx: Tx,
  {
    personId = null,
    taskId = null,
    knownFrom,
  }: { personId?: string | null; taskId?: string | null; knownFrom?: string },
  reason: string,
): Promise<readonly LapsedRow[]> {
  const lapsed = await tx.rows<LapsedRow>(lapseSql, [personId, taskId]);
  if (lapsed.length === 0) return lapsed;
  const steps = lapsed.map((row) => ({ ...row, stepId: tx.newId() }));
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
  for (const { id, stepId, at, ...row } of steps) {
    const told = { id, stepId, at: new Date(at).toISOString(), reason, knownFrom };
    tx.log('approval.lapsed', [id, row.personId, row.taskId], told);
  }
  return lapsed;
}

const lapseSql = `
  with judged as (
    select a.id, a.valid, (select a.valid * part from unnest(
      coalesce((select range_agg(p.valid) from presence p where p.person_id = a.person_id), '{}')
      - coalesce((select range_agg(b.valid) from reaction b where b.person_id = a.person_id and b.kind = 'ban'), '{}')
    ) part where part @> lower(a.valid)) stands
    from approval a where a.valid is not null
      and ($1::uuid is null or a.person_id = $1) and ($2::uuid is null or a.task_id = $2)
  ), cut as (
    update approval a set valid = j.stands from judged j where a.id = j.id and j.stands is distinct from j.valid
    returning a.id, a.task_id, a.person_id, ms(coalesce(upper(j.stands), lower(j.valid))) at
  )
  select c.id, c.at, c.task_id "taskId", t.name "taskName", c.person_id "personId", p.name "personName",
    null "delegatorId", null "delegatorName"
  from cut c join task t on t.id = c.task_id join person p on p.id = c.person_id order by c.id`;

const stepsSql = `
  insert into approval_step (clinic_id, id, approval_id, kind, phase, at, recorded_at, actor_id, person_id, reason)
  select $1, s.id, s.approval_id, 'lapsed', 2, s.at, $5, $6, $7, $8
  from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) s (id, approval_id, at)`;

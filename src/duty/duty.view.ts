import type { Tx } from '../database/tx.js';
import type { DutyView } from './duty.dto.js';

/** Case 15: a duty whose task has left the role description in force is flagged, never silently dropped. */
const leftRoleDescription = (duty: string, at: string): string => `exists (
  select from engagement e
  where e.person_id = ${duty}.person_id and e.occupation = ${duty}.occupation and e.valid @> ${at}
    and e.role_description_id is not null
    and ${isOutside(`${duty}.task_id`, 'e.role_description_id', versionInForce('e.role_description_id', at))})`;

/** The number of the version of a role description that holds at the moment; null before the first. */
export const versionInForce = (roleDescription: string, at: string): string => `(
  select v.number from role_description_version v
  where v.role_description_id = ${roleDescription} and v.effective_from <= ${at}
  order by v.effective_from desc, v.number desc limit 1)`;

export const isOutside = (task: string, roleDescription: string, version: string): string => `not exists (
  select from role_description_task rt
  where rt.role_description_id = ${roleDescription} and rt.number = ${version} and rt.task_id = ${task})`;

const columns = (
  at: string,
) => `d.id, d.person_id "personId", p.name "personName", d.task_id "taskId", t.name "taskName",
  d.occupation, iso(lower(d.valid)) "validFrom", iso(upper(d.valid)) "validTo", d.end_reason "endReason",
  case when d.valid is not null and ${leftRoleDescription('d', at)} then '{not-in-role-description}'::text[] else '{}' end flags`;

const joined = 'from duty d join person p on p.id = d.person_id join task t on t.id = d.task_id';

export const dutyView = (tx: Tx, ids: readonly string[]): Promise<DutyView[]> =>
  tx.rows<DutyView>(`select ${columns('$2::timestamptz')} ${joined} where d.id = any($1) order by d.id`, [
    ids,
    new Date(tx.now),
  ]);

/** One page of duties: of a person, of a task, in force at a moment; all optional. */
export const dutiesOf = (
  tx: Tx,
  [personId, taskId, at, after, limit]: [string | null, string | null, Date | null, string | null, number],
): Promise<DutyView[]> =>
  tx.rows<DutyView>(
    `select ${columns('coalesce($3::timestamptz, $6::timestamptz)')} ${joined}
     where ($1::uuid is null or d.person_id = $1) and ($2::uuid is null or d.task_id = $2)
       and ($3::timestamptz is null or d.valid @> $3) and ($4::uuid is null or d.id > $4)
     order by d.id limit $5`,
    [personId, taskId, at, after, limit, new Date(tx.now)],
  );

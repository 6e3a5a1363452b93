import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { isNamed } from '../http/search.js';
import { refusalView } from '../law/refusal-words.js';
import { receiptOf } from '../log/proofs.js';
import { type By, holdsOneOf } from '../session/by.js';
import { type CanView, type DelegationView, type Status, stepKinds } from './delegation.dto.js';

type Row = Omit<DelegationView, 'can' | 'receipt' | 'notDelegable'>;

/** Status is derived from the steps and the clock, never stored. $1 is the moment. */
const statusSql = `case
  when s.answer is null then case when upper(d.requested) <= $1 then 'expired' else 'proposed' end
  when s.answer <> 'accepted' then s.answer
  when s.ended is not null then s.ended
  when d.valid is null or upper(d.valid) <= $1 then case when s.lapsed then 'lapsed' else 'expired' end
  else 'accepted' end`;

const stepsSql = `lateral (
  select max(x.kind) filter (where x.phase = 1) answer, max(x.kind) filter (where x.phase = 2 and x.at <= $1) ended,
    coalesce(bool_or(x.phase = 3 and x.at <= $1), false) lapsed,
    json_agg(json_build_object('kind', x.kind, 'at', iso(x.at), 'recordedAt', iso(x.recorded_at), 'reason', x.reason,
      'by', case when x.person_id is null then null else json_build_object('id', x.person_id,
        'name', (select p.name from person p where p.id = x.person_id)) end) order by x.recorded_at, x.phase) steps
  from delegation_step x where x.delegation_id = d.id) s`;

const viewSql = `json_build_object('id', d.id, 'status', ${statusSql},
  'task', json_build_object('id', t.id, 'name', t.name, 'area', t.area),
  'delegator', json_build_object('id', a.id, 'name', a.name), 'delegatee', json_build_object('id', b.id, 'name', b.name),
  'profession', d.delegator_profession,
  'validFrom', iso(lower(d.requested)), 'validTo', iso(upper(d.requested)),
  'standsFrom', iso(lower(d.valid)), 'standsTo', iso(upper(d.valid)),
  'assessment', json_build_object('taskNature', d.task_nature, 'qualifications', d.qualifications, 'followUp', d.follow_up),
  'conditions', d.conditions, 'contested', d.contested,
  'supervision', json_build_object('reviewBy', iso(d.review_by), 'reachableHow', d.reachable_how),
  'training', case when d.training_supervisor_id is null then null else
    json_build_object('purpose', d.training_purpose, 'supervisorId', d.training_supervisor_id) end,
  'steps', s.steps,
  'reviews', coalesce((select json_agg(json_build_object('id', r.id, 'at', iso(r.at), 'outcome', r.outcome, 'note', r.note,
    'by', case when r.person_id is null then null else json_build_object('id', r.person_id,
      'name', (select p.name from person p where p.id = r.person_id)) end) order by r.id)
    from delegation_review r where r.delegation_id = d.id), '[]')) view`;

const fromSql = `from delegation d join task t on t.id = d.task_id join person a on a.id = d.delegator_id
  join person b on b.id = d.delegatee_id cross join ${stepsSql}`;

/** 403 for a delegation that is none of the reader's business: own, or manager or auditor. */
export async function readableDelegation(tx: Tx, id: string): Promise<DelegationView> {
  const view = await delegationView(tx, id);
  const parties = [view.delegator.id, view.delegatee.id];
  if (!seesAll(tx.by) && !(tx.by.personId && parties.includes(tx.by.personId)))
    throw new Problem('forbidden');
  const about = { delegationId: id, taskId: view.task.id };
  return {
    ...view,
    receipt: await receiptOf(tx, id, stepTypes),
    notDelegable: refusalView({ code: 'delegated-task-not-delegable', about }, tx.by.language),
  };
}

/** What a step answers with: the delegation after it, and the proof of the step, to be kept by whoever took part. */
export async function receipted(tx: Tx, id: string): Promise<DelegationView> {
  return { ...(await delegationView(tx, id)), receipt: await tx.flushLog() };
}

const stepTypes = [...stepKinds.map((kind) => `delegation.${kind}`), 'delegation.reviewed'];

/** 404 for an unknown id or another clinic's. */
export async function delegationView(tx: Tx, id: string): Promise<DelegationView> {
  const row = await tx.one<{ view: Row }>(`select ${viewSql} ${fromSql} where d.id = $2`, [
    new Date(tx.now),
    id,
  ]);
  if (!row) throw new Problem('not-found');
  return { ...row.view, can: canOf(tx.by, row.view, tx.now) };
}

export interface DelegationFilter {
  readonly status: Status | null;
  readonly taskId: string | null;
  readonly delegatorId: string | null;
  readonly delegateeId: string | null;
  readonly at: Date | null;
  /** Part of the name of the task or of either party. */
  readonly named: string | null;
  readonly after: string | null;
  readonly limit: number;
}

export async function delegationsOf(tx: Tx, wanted: DelegationFilter): Promise<DelegationView[]> {
  const rows = await tx.rows<{ view: Row }>(
    `select ${viewSql} ${fromSql}
     where ($2::text is null or ${statusSql} = $2) and ($3::uuid is null or d.task_id = $3)
       and ($4::uuid is null or d.delegator_id = $4) and ($5::uuid is null or d.delegatee_id = $5)
       and ($6::timestamptz is null or d.valid @> $6) and ($7::uuid is null or d.delegator_id = $7 or d.delegatee_id = $7)
       and ($8::uuid is null or d.id > $8)
       and ($10::text is null or ${['t', 'a', 'b'].map((it) => isNamed(`${it}.name`, '$10')).join(' or ')})
     order by d.id limit $9`,
    [
      new Date(tx.now),
      wanted.status,
      wanted.taskId,
      wanted.delegatorId,
      wanted.delegateeId,
      wanted.at,
      ownOnly(tx.by),
      wanted.after,
      wanted.limit,
      wanted.named,
    ],
  );
  return rows.map(({ view }) => ({ ...view, can: canOf(tx.by, view, tx.now) }));
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Whose delegations the reader may see; null for those who may see all. */
export const ownOnly = (by: By): string | null => (seesAll(by) ? null : (by.personId ?? nobody));

const seesAll = (by: By): boolean => holdsOneOf(by, ['manager', 'auditor']);

function canOf(by: By, { delegator, delegatee, status, standsTo }: Row, now: number): CanView {
  const given = by.personId === delegator.id;
  const received = by.personId === delegatee.id;
  const open = status === 'proposed';
  const stands = status === 'accepted' && (standsTo === null || Date.parse(standsTo) > now);
  return {
    acceptance: received && open,
    declination: received && open,
    withdrawal: given && open,
    revocation: (given || by.roles.includes('manager')) && stands,
    relinquishment: received && stands,
    reviews: given && stands,
    delegation: false,
  };
}

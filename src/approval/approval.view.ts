import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { holdsOneOf } from '../session/by.js';
import type { ApprovalStatus, ApprovalView } from './approval.dto.js';

type Row = Omit<ApprovalView, 'can'>;

/** From the steps and the clock, never stored. $1 is the moment. */
const statusSql = `case
  when a.valid @> $1::timestamptz then 'in-force'
  when lower(a.valid) > $1 then 'coming'
  else coalesce((select s.kind from approval_step s where s.approval_id = a.id and s.phase > 0 and s.at <= $1
    order by s.phase limit 1), case when a.valid is null then 'lapsed' else 'expired' end) end`;

const named = (id: string) =>
  `(select json_build_object('id', n.id, 'name', n.name) from person n where n.id = ${id})`;

const viewSql = `json_build_object('id', a.id, 'status', ${statusSql},
  'task', json_build_object('id', t.id, 'name', t.name), 'person', ${named('a.person_id')}, 'approver', ${named('a.approver_id')},
  'validFrom', iso(lower(a.requested)), 'validTo', iso(upper(a.requested)), 'standsTo', iso(upper(a.valid)),
  'course', json_build_object('source', a.course_source, 'completedOn', a.course_completed_on, 'competenceRecordId', a.course_record_id),
  'test', json_build_object('source', a.test_source, 'passedOn', a.test_passed_on),
  'practicalSignOff', json_build_object('signedOn', a.signed_on, 'signedBy', ${named('a.signed_by')}, 'note', a.sign_off_note),
  'conditions', a.conditions,
  'steps', (select json_agg(json_build_object('kind', s.kind, 'at', iso(s.at), 'recordedAt', iso(s.recorded_at),
    'by', ${named('s.person_id')}, 'reason', s.reason) order by s.phase, s.recorded_at, s.id) from approval_step s where s.approval_id = a.id)) view
  from approval a join task t on t.id = a.task_id`;

/** 404 for an unknown id or another clinic's; 403 for one that is none of the reader's business. */
export async function approvalView(tx: Tx, id: string): Promise<ApprovalView> {
  const row = await tx.one<{ view: Row }>(`select ${viewSql} where a.id = $2`, [new Date(tx.now), id]);
  if (!row) throw new Problem('not-found');
  if (!seesAll(tx) && tx.by.personId !== row.view.person.id) throw new Problem('forbidden');
  return withCan(tx, row.view);
}

export interface ApprovalsWanted {
  readonly personId: string | null;
  readonly taskId: string | null;
  readonly status: ApprovalStatus | null;
  readonly at: Date | null;
  readonly after: string | null;
  readonly limit: number;
}

/** One's own; all for managers and auditors. */
export async function approvalsOf(tx: Tx, wanted: ApprovalsWanted): Promise<ApprovalView[]> {
  const { personId, taskId, status, at, after, limit } = wanted;
  const rows = await tx.rows<{ view: Row }>(
    `select ${viewSql}
     where ($2::boolean or a.person_id = $3) and ($4::uuid is null or a.person_id = $4)
       and ($5::uuid is null or a.task_id = $5) and ($6::text is null or ${statusSql} = $6)
       and ($7::timestamptz is null or a.valid @> $7) and ($8::uuid is null or a.id > $8)
     order by a.id limit $9`,
    [new Date(tx.now), seesAll(tx), tx.by.personId, personId, taskId, status, at, after, limit],
  );
  return rows.map(({ view }) => withCan(tx, view));
}

const seesAll = ({ by }: Tx): boolean => holdsOneOf(by, ['manager', 'auditor']);

function withCan({ by }: Tx, view: Row): ApprovalView {
  const open = view.status === 'in-force' || view.status === 'coming';
  return {
    ...view,
    can: {
      withdrawal: open && by.roles.includes('manager'),
      relinquishment: open && by.personId === view.person.id,
    },
  };
}

import { Injectable } from '@nestjs/common';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { instantOf } from '../http/instant.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { midnightInOslo } from '../law/oslo.js';
import type { RefusalCode } from '../law/refusals.js';
import { Refused } from '../law/refused.js';
import { actorOf, type By, holdsOneOf } from '../session/by.js';
import type { ApprovalsQuery, ApprovalView, GrantApproval } from './approval.dto.js';
import { approvalFacts } from './approval.facts.js';
import { refusalsToApprove } from './approval.rules.js';
import { approvalsOf, approvalView } from './approval.view.js';

/** Medicine handling, approved by the manager responsible: the third act, and like a delegation it goes no further. */
@Injectable()
export class ApprovalService {
  constructor(private readonly tenant: Tenant) {}

  list(query: ApprovalsQuery, by: By): Promise<Page<ApprovalView>> {
    const [after] = query.after<[string]>(['uuid']) ?? [null];
    const { personId = null, taskId = null, status = null } = query;
    const at = query.at ? new Date(instantOf(query.at)) : null;
    return this.tenant.read(by, async (tx) => {
      const found = await approvalsOf(tx, { personId, taskId, status, at, after, limit: query.limit + 1 });
      return page(found, query.limit, ({ id }) => [id]);
    });
  }

  get(id: string, by: By): Promise<ApprovalView> {
    return this.tenant.read(by, (tx) => approvalView(tx, id));
  }

  /** By a manager who is a person here: somebody answers for it by name. */
  grant(command: GrantApproval, by: By): Promise<ApprovalView> {
    const subjects = [by.personId, command.personId, command.taskId];
    const attempt = { noun: 'approval', act: 'grant', subjects, command };
    return this.tenant.act(by, attempt, async (tx) => {
      const { taskId, personId, course, practicalSignOff } = command;
      if (by.personId === null) throw new Problem('no-person');
      await mustExist(tx, 'person', [practicalSignOff.signedBy]);
      await recordStands(tx, personId, course.competenceRecordId ?? null);
      const period = periodIn(command);
      const documentedOn = daysIn(command, tx.now);
      const facts = await approvalFacts(tx, { taskId, personId, approverId: by.personId });
      const refusals = refusalsToApprove(facts, {
        period,
        signedBy: practicalSignOff.signedBy,
        documentedOn,
      });
      if (refusals.length > 0) throw new Refused(refusals);
      return inserted(tx, command, by.personId);
    });
  }

  /** By a manager, for safety (hpl-16). */
  withdraw(id: string, reason: string, by: By): Promise<ApprovalView> {
    return this.end(id, 'withdrawn', reason, by, () => holdsOneOf(by, ['manager']));
  }

  /** "I do not master this": stops at once and needs nobody's approval (hpl-4). */
  relinquish(id: string, reason: string, by: By): Promise<ApprovalView> {
    return this.end(id, 'relinquished', reason, by, ({ person }) => person.id === by.personId);
  }

  private end(
    id: string,
    kind: 'withdrawn' | 'relinquished',
    reason: string,
    by: By,
    may: (approval: ApprovalView) => boolean,
  ): Promise<ApprovalView> {
    const act = kind === 'withdrawn' ? 'withdraw' : 'relinquish';
    const attempt = { noun: 'approval', act, subjects: [id], command: { approvalId: id, reason } };
    return this.tenant.act(by, attempt, async (tx) => {
      const approval = await approvalView(tx, id);
      if (!may(approval)) throw new Problem('forbidden');
      refuseUnless(approval.status === 'in-force' || approval.status === 'coming', 'approval-not-in-force');
      const stepId = tx.newId();
      const values = [tx.clinicId, id, new Date(tx.now), stepId, actorOf(by), by.personId, kind, reason];
      await tx.rows(endSql, values);
      tx.log(`approval.${kind}`, [id, approval.person.id, approval.task.id], { id, stepId, reason });
      return approvalView(tx, id);
    });
  }
}

function refuseUnless(condition: boolean, code: RefusalCode): void {
  if (!condition) throw new Refused([{ code }]);
}

/** 400 where it ends before it begins. */
function periodIn({ validFrom, validTo }: GrantApproval) {
  const [from, to] = [instantOf(validFrom), instantOf(validTo)];
  if (to <= from) throw Problem.invalid('/validTo', 'ends-before-start');
  return { from, to };
}

/** 400 for a day that has not come. */
function daysIn({ course, test, practicalSignOff }: GrantApproval, now: number): string[] {
  const days = [
    ['/course/completedOn', course.completedOn],
    ['/test/passedOn', test.passedOn],
    ['/practicalSignOff/signedOn', practicalSignOff.signedOn],
  ] as const;
  for (const [pointer, day] of days) {
    if (midnightInOslo(day) > now) throw Problem.invalid(pointer, 'after-today');
  }
  return days.map(([, day]) => day);
}

/** The record is the person's own and stands now. */
async function recordStands(tx: Tx, personId: string, recordId: string | null): Promise<void> {
  if (recordId === null) return;
  const record = await tx.one<{ stands: boolean }>(
    'select coalesce(valid @> $3::timestamptz, false) stands from competence_record where id = $1 and person_id = $2',
    [recordId, personId, new Date(tx.now)],
  );
  if (!record) throw new Problem('not-found');
  refuseUnless(record.stands, 'competence-record-not-in-force');
}

async function inserted(tx: Tx, command: GrantApproval, approverId: string): Promise<ApprovalView> {
  const { taskId, personId, course, test, practicalSignOff } = command;
  const [id, stepId] = [tx.newId(), tx.newId()];
  const validFrom = new Date(instantOf(command.validFrom));
  const validTo = new Date(instantOf(command.validTo));
  const conditions = command.conditions ?? null;
  const shown = {
    course: {
      source: course.source,
      completedOn: course.completedOn,
      competenceRecordId: course.competenceRecordId ?? null,
    },
    test: { source: test.source, passedOn: test.passedOn },
    practicalSignOff: {
      signedOn: practicalSignOff.signedOn,
      signedBy: practicalSignOff.signedBy,
      note: practicalSignOff.note ?? null,
    },
  };
  await tx.rows(grantSql, [
    tx.clinicId,
    id,
    taskId,
    personId,
    approverId,
    validFrom,
    validTo,
    new Date(tx.now),
    JSON.stringify(shown),
    conditions,
    stepId,
    actorOf(tx.by),
  ]);
  tx.log('approval.granted', [id, approverId, personId, taskId], {
    id,
    stepId,
    taskId,
    personId,
    approverId,
    validFrom: validFrom.toISOString(),
    validTo: validTo.toISOString(),
    ...shown,
    conditions,
  });
  return approvalView(tx, id);
}

const stepColumns = 'clinic_id, id, approval_id, kind, phase, at, recorded_at, actor_id, person_id, reason';

/** Nothing stands before it was granted. */
const grantSql = `
  with granted as (
    insert into approval (clinic_id, id, task_id, person_id, approver_id, requested, valid, course_source, course_completed_on,
      course_record_id, test_source, test_passed_on, signed_on, signed_by, sign_off_note, conditions, created_at)
    select $1, $2, $3, $4, $5, tstzrange($6, $7), tstzrange($6, $7) * tstzrange($8, null),
      $9::jsonb #>> '{course,source}', ($9::jsonb #>> '{course,completedOn}')::date, ($9::jsonb #>> '{course,competenceRecordId}')::uuid,
      $9::jsonb #>> '{test,source}', ($9::jsonb #>> '{test,passedOn}')::date, ($9::jsonb #>> '{practicalSignOff,signedOn}')::date,
      ($9::jsonb #>> '{practicalSignOff,signedBy}')::uuid, $9::jsonb #>> '{practicalSignOff,note}', $10, $8
  )
  insert into approval_step (${stepColumns}) values ($1, $11, $2, 'granted', 0, $8, $8, $12, $5, null)`;

const endSql = `
  with cut as (
    update approval set valid = case when $3 > lower(valid) then valid * tstzrange(null, $3) end where id = $2
  )
  insert into approval_step (${stepColumns}) values ($1, $4, $2, $7, 1, $3, $3, $5, $6, $8)`;

import { moment, of, ofMany, period, type Row, row } from './row.js';
import type { State } from './state.js';

const phases = { granted: '0', withdrawn: '1', relinquished: '1', lapsed: '2' } as const;

export const approvalRows = ({ approvals }: State): Row[] =>
  of(approvals.values(), ({ course, test, signOff, ...approval }) =>
    row([approval.id], {
      id: approval.id,
      task_id: approval.taskId,
      medicine_handling: 'true',
      person_id: approval.personId,
      approver_id: approval.approverId,
      requested: period(approval.requested),
      valid: period(approval.valid),
      course_source: course.source,
      course_completed_on: course.completedOn,
      course_record_id: course.recordId,
      test_source: test.source,
      test_passed_on: test.passedOn,
      signed_on: signOff.signedOn,
      signed_by: signOff.signedBy,
      sign_off_note: signOff.note,
      conditions: approval.conditions,
      created_at: moment(approval.createdAt),
    }),
  );

export const approvalStepRows = ({ approvals }: State): Row[] =>
  ofMany(approvals.values(), (approval) =>
    approval.steps.map((step) =>
      row([step.id], {
        id: step.id,
        approval_id: approval.id,
        kind: step.kind,
        phase: phases[step.kind],
        at: moment(step.at),
        recorded_at: moment(step.recordedAt),
        actor_id: step.actorId,
        person_id: step.personId,
        reason: step.reason,
      }),
    ),
  );

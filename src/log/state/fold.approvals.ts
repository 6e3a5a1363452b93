import { intersection } from '../../law/period.js';
import type { Fold, Told } from './fold.told.js';
import type { ApprovalState, ApprovalStepState } from './state.approvals.js';
import type { State } from './state.js';

/** On the approver's own signature, and never before it was given. */
export const approvalGranted: Fold = (state, told) => {
  const id = told.fresh('id', state.approvals);
  const approverId = told.idOf('approverId', state.people);
  if (told.person !== approverId) told.fail('not-the-approver', id);
  const requested = told.period();
  const [course, test, signOff] = [told.part('course'), told.part('test'), told.part('practicalSignOff')];
  state.approvals.set(id, {
    id,
    taskId: told.idOf('taskId', state.tasks),
    personId: told.idOf('personId', state.people),
    approverId,
    requested,
    valid: intersection(requested, { from: told.at, to: Number.POSITIVE_INFINITY }),
    course: {
      source: course.text('source'),
      completedOn: course.text('completedOn'),
      recordId: course.idOrNullOf('competenceRecordId', state.competenceRecords),
    },
    test: { source: test.text('source'), passedOn: test.text('passedOn') },
    signOff: {
      signedOn: signOff.text('signedOn'),
      signedBy: signOff.idOf('signedBy', state.people),
      note: signOff.textOrNull('note'),
    },
    conditions: told.textOrNull('conditions'),
    steps: [stepTold(told, 'granted', told.at)],
    createdAt: told.at,
  });
};

const endedBy =
  (kind: 'withdrawn' | 'relinquished'): Fold =>
  (state, told) => {
    const approval = told.known('id', state.approvals);
    if (approval.steps.some((step) => step.kind === 'withdrawn' || step.kind === 'relinquished'))
      told.fail('not-in-force', approval.id);
    const step = stepTold(told, kind, told.at);
    approval.valid = approval.valid && intersection(approval.valid, until(told.at));
    approval.steps.push(step);
  };

export const approvalWithdrawn = endedBy('withdrawn');
export const approvalRelinquished = endedBy('relinquished');

/** With the engagement it rested on, or under a ban. */
export const approvalLapsed: Fold = (state, told) => {
  const approval = standing(state, told);
  const step = stepTold(told, 'lapsed', told.moment('at'));
  if (step.at < approval.valid.from || step.at >= approval.valid.to) told.fail('not-in-force', approval.id);
  state.approvals.set(approval.id, {
    ...approval,
    valid: intersection(approval.valid, until(step.at)),
    steps: [...approval.steps, step],
  });
};

function standing(state: State, told: Told): ApprovalState & { valid: { from: number; to: number } } {
  const { valid, ...approval } = told.known('id', state.approvals);
  return valid ? { ...approval, valid } : told.fail('not-in-force', approval.id);
}

const until = (at: number) => ({ from: Number.NEGATIVE_INFINITY, to: at });

const stepTold = (told: Told, kind: ApprovalStepState['kind'], at: number): ApprovalStepState => ({
  id: told.text('stepId'),
  kind,
  at,
  recordedAt: told.at,
  actorId: told.actor,
  personId: told.person,
  reason: kind === 'granted' ? null : told.text('reason'),
});

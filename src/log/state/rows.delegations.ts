import { json, moment, period, type Row, row } from './row.js';
import type { DelegationState, DelegationStepState } from './state.js';

export const delegationRow = (delegation: DelegationState): Row =>
  row([delegation.id], {
    id: delegation.id,
    task_id: delegation.taskId,
    delegator_id: delegation.delegatorId,
    delegator_profession: delegation.delegatorProfession,
    delegatee_id: delegation.delegateeId,
    requested: period(delegation.requested),
    valid: period(delegation.valid),
    pending: String(delegation.pending),
    delegable: 'true',
    task_nature: delegation.assessment.taskNature,
    qualifications: delegation.assessment.qualifications,
    follow_up: delegation.assessment.followUp,
    conditions: delegation.conditions,
    review_by: moment(delegation.reviewBy),
    reachable_how: delegation.reachableHow,
    training_purpose: delegation.training?.purpose ?? null,
    training_supervisor_id: delegation.training?.supervisorId ?? null,
    contested: delegation.contested && json({ ...delegation.contested }),
    created_at: moment(delegation.createdAt),
  });

export const stepRows = ({ id, steps }: DelegationState): Row[] =>
  steps.map((step) =>
    row([step.id], {
      id: step.id,
      delegation_id: id,
      kind: step.kind,
      phase: phases[step.kind],
      at: moment(step.at),
      recorded_at: moment(step.recordedAt),
      actor_id: step.actorId,
      person_id: step.personId,
      reason: step.reason,
    }),
  );

const phases: Readonly<Record<DelegationStepState['kind'], string>> = {
  proposed: '0',
  accepted: '1',
  declined: '1',
  withdrawn: '1',
  revoked: '2',
  relinquished: '2',
  lapsed: '3',
};

export const reviewRows = ({ id, reviews }: DelegationState): Row[] =>
  reviews.map((review) =>
    row([review.id], {
      id: review.id,
      delegation_id: id,
      at: moment(review.at),
      actor_id: review.actorId,
      person_id: review.personId,
      outcome: review.outcome,
      note: review.note,
    }),
  );

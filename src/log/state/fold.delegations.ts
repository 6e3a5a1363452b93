import { intersection } from '../../law/period.js';
import type { Fold, Told } from './fold.told.js';
import type { DelegationState, DelegationStepState, State } from './state.js';

export const delegationProposed: Fold = (state, told) => {
  const id = told.fresh('id', state.delegations);
  const [assessment, supervision] = [told.part('assessment'), told.part('supervision')];
  state.delegations.set(id, {
    id,
    taskId: told.idOf('taskId', state.tasks),
    delegatorId: told.idOf('delegatorId', state.people),
    delegatorProfession: told.text('profession'),
    delegateeId: told.idOf('delegateeId', state.people),
    requested: told.period(),
    valid: null,
    pending: true,
    assessment: {
      taskNature: assessment.text('taskNature'),
      qualifications: assessment.text('qualifications'),
      followUp: assessment.text('followUp'),
    },
    conditions: told.textOrNull('conditions'),
    reviewBy: supervision.moment('reviewBy'),
    reachableHow: supervision.text('reachableHow'),
    training: trainingTold(state, told),
    contested: contestedTold(told),
    steps: [stepTold(told, 'proposed')],
    reviews: [],
    createdAt: told.at,
  });
};

/** Only the delegatee's own acceptance makes it stand, from then on and within what was asked. */
export const delegationAccepted: Fold = (state, told) => {
  const delegation = pending(state, told);
  if (told.person !== delegation.delegateeId) told.fail('not-the-delegatee', delegation.id);
  const valid = intersection(delegation.requested, { from: told.at, to: Number.POSITIVE_INFINITY });
  if (!valid) told.fail('not-in-force', delegation.id);
  const step = stepTold(told, 'accepted');
  delegation.pending = false;
  delegation.valid = valid;
  delegation.steps.push(step);
};

const refusedBy =
  (kind: 'declined' | 'withdrawn'): Fold =>
  (state, told) => {
    const delegation = pending(state, told);
    const step = stepTold(told, kind);
    delegation.pending = false;
    delegation.steps.push(step);
  };

export const delegationDeclined = refusedBy('declined');
export const delegationWithdrawn = refusedBy('withdrawn');

const endedBy =
  (kind: 'revoked' | 'relinquished'): Fold =>
  (state, told) => {
    const delegation = accepted(state, told);
    if (delegation.steps.some((step) => step.kind === 'revoked' || step.kind === 'relinquished'))
      told.fail('not-in-force', delegation.id);
    const step = stepTold(told, kind);
    delegation.valid = delegation.valid && intersection(delegation.valid, until(told.at));
    delegation.steps.push(step);
  };

export const delegationRevoked = endedBy('revoked');
export const delegationRelinquished = endedBy('relinquished');

/** With the ground it rested on, from a moment that may lie before or after the one at which it was recorded. */
export const delegationLapsed: Fold = (state, told) => {
  const delegation = accepted(state, told);
  const { valid } = delegation;
  const step = { ...stepTold(told, 'lapsed'), at: told.moment('at') };
  if (!valid || step.at < valid.from || step.at >= valid.to) told.fail('not-in-force', delegation.id);
  delegation.valid = valid && intersection(valid, until(step.at));
  delegation.steps.push(step);
};

export const delegationReviewed: Fold = (state, told) => {
  const delegation = accepted(state, told);
  const review = {
    id: told.idOrNumber('reviewId'),
    at: told.at,
    actorId: told.actor,
    personId: told.person,
    outcome: told.text('outcome'),
    note: told.text('note'),
  };
  const reviewBy =
    told.textOrNull('nextReviewBy') === null ? delegation.reviewBy : told.moment('nextReviewBy');
  delegation.reviewBy = reviewBy;
  delegation.reviews.push(review);
};

const until = (at: number) => ({ from: Number.NEGATIVE_INFINITY, to: at });

function pending(state: State, told: Told): DelegationState {
  const delegation = told.known('id', state.delegations);
  return delegation.pending ? delegation : told.fail('not-pending', delegation.id);
}

/** It was accepted once, whatever has become of it since. */
function accepted(state: State, told: Told): DelegationState {
  const delegation = told.known('id', state.delegations);
  const answered = delegation.steps.some(({ kind }) => kind === 'accepted');
  return answered ? delegation : told.fail('not-in-force', delegation.id);
}

const stepTold = (told: Told, kind: DelegationStepState['kind']): DelegationStepState => ({
  id: told.idOrNumber('stepId'),
  kind,
  at: told.at,
  recordedAt: told.at,
  actorId: told.actor,
  personId: told.person,
  reason: kind === 'proposed' || kind === 'accepted' ? null : told.text('reason'),
});

function trainingTold(state: State, told: Told): DelegationState['training'] {
  const training = told.partOrNull('training');
  return (
    training && {
      purpose: training.text('purpose'),
      supervisorId: training.idOf('supervisorId', state.people),
    }
  );
}

function contestedTold(told: Told): DelegationState['contested'] {
  const contested = told.partOrNull('contested');
  return (
    contested && {
      course: contested.text('course'),
      reasoning: contested.text('reasoning'),
      delegatorPresent: contested.flag('delegatorPresent'),
    }
  );
}

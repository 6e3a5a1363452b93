import * as approval from './fold.approvals.js';
import * as competence from './fold.competences.js';
import * as delegation from './fold.delegations.js';
import * as duty from './fold.duties.js';
import { FoldError } from './fold.error.js';
import * as evidence from './fold.evidence.js';
import * as people from './fold.people.js';
import * as role from './fold.role-descriptions.js';
import * as task from './fold.tasks.js';
import * as teaching from './fold.teaching.js';
import { type Fold, Told } from './fold.told.js';
import * as training from './fold.training.js';
import { workingDaysChanged } from './fold.working-days.js';
import type { LoggedEntry, State } from './state.js';

export { FoldError };

const folds: ReadonlyMap<string, Fold> = new Map([
  ['person.registered', people.personRegistered],
  ['person.changed', people.personChanged],
  ['engagement.started', people.engagementStarted],
  ['engagement.ended', people.engagementEnded],
  ['authorisation.registered', people.authorisationRegistered],
  ['reaction.recorded', people.reactionRecorded],
  ['task.created', task.taskCreated],
  ['task.changed', task.taskChanged],
  ['role-description.created', role.roleDescriptionCreated],
  ['role-description.adopted', role.roleDescriptionCreated],
  ['role-description.published', role.roleDescriptionPublished],
  ['duty.assigned', duty.dutyAssigned],
  ['duty.ended', duty.dutyEnded],
  ['duty.lapsed', duty.dutyLapsed],
  ['delegation.proposed', delegation.delegationProposed],
  ['delegation.accepted', delegation.delegationAccepted],
  ['delegation.declined', delegation.delegationDeclined],
  ['delegation.withdrawn', delegation.delegationWithdrawn],
  ['delegation.revoked', delegation.delegationRevoked],
  ['delegation.relinquished', delegation.delegationRelinquished],
  ['delegation.lapsed', delegation.delegationLapsed],
  ['delegation.reviewed', delegation.delegationReviewed],
  ['approval.granted', approval.approvalGranted],
  ['approval.withdrawn', approval.approvalWithdrawn],
  ['approval.relinquished', approval.approvalRelinquished],
  ['approval.lapsed', approval.approvalLapsed],
  ['competence.created', competence.competenceCreated],
  ['competence.adopted', competence.competenceCreated],
  ['competence.changed', competence.competenceChanged],
  ['requirement.changed', competence.requirementChanged],
  ['competence-record.claimed', competence.recordClaimed],
  ['competence-record.registered', competence.recordRegistered],
  ['competence-record.confirmed', competence.recordConfirmed],
  ['competence-record.rejected', competence.recordRejected],
  ['competence-record.withdrawn', competence.recordWithdrawn],
  ['teaching.planned', teaching.teachingPlanned],
  ['teaching.changed', teaching.teachingChanged],
  ['teaching.cancelled', teaching.teachingCancelled],
  ['teaching.invited', teaching.teachingInvited],
  ['teaching.withdrawn', teaching.teachingWithdrawn],
  ['teaching.signed-up', teaching.teachingSignedUp],
  ['teaching.signed-off', teaching.teachingSignedOff],
  ['teaching.attended', teaching.teachingAttended],
  ['teaching.recorded', teaching.teachingRecorded],
  ['evidence.added', evidence.evidenceAdded],
  ['evidence.erased', evidence.evidenceErased],
  ['abstention.declared', competence.abstentionDeclared],
  ['abstention.ended', competence.abstentionEnded],
  ['policy.changed', competence.policyChanged],
  ['training-plan.made', training.trainingPlanMade],
  ['training-plan.goals-added', training.trainingGoalsAdded],
  ['training-plan.supervision-changed', training.supervisionChanged],
  ['training-plan.supervision-lapsed', training.supervisionLapsed],
  ['training-plan.completed', training.trainingPlanCompleted],
  ['training-plan.cancelled', training.trainingPlanCancelled],
  ['training-plan.lapsed', training.trainingPlanLapsed],
  ['training-goal.withdrawn', training.trainingGoalWithdrawn],
  ['training-step.signed', training.trainingStepSigned],
  ['training-step.withdrawn', training.trainingStepWithdrawn],
  ['working-days.changed', workingDaysChanged],
]);

/** The entries that the state is made of, by type. */
export const typesOfState: readonly string[] = [...folds.keys()];

/** What is told and changes nothing here: what was refused, who may sign in, what was looked at, what was erased. */
const stateless: ReadonlySet<string> = new Set([
  'clinic.signed-up',
  'member.invited',
  'member.invitation-withdrawn',
  'member.joined',
  'member.roles-changed',
  'member.removed',
  'api-token.created',
  'api-token.deleted',
  'emergency.recorded',
  'auditor.looked-up',
  'log.inconsistent',
  'payload.erased',
]);

/** Whether the state of the clinic can be rebuilt without the entry's payload. */
export const isStateless = (type: string): boolean => stateless.has(type) || type.endsWith('.refused');

/**
 * Adds one entry to what the log adds up to; entries are given in order, from number 0 on.
 * Throws a FoldError, and leaves the state as it was, if the entry does not fit onto what came before it, if its payload is
 * gone or cannot be read, or if nobody knows its type.
 */
export function apply(state: State, entry: LoggedEntry): void {
  const fold = folds.get(entry.type);
  if (fold) fold(state, Told.by(entry));
  else if (!isStateless(entry.type)) throw new FoldError(entry.seq, entry.type, 'type-unknown', entry.type);
}

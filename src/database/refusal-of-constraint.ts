import type { ProblemCode } from '../http/problems.js';
import type { RefusalCode } from '../law/refusals.js';
import { Refused } from '../law/refused.js';

/**
 * The schema has the last word: with a rule bypassed, the constraint behind it gives the caller the same refusal.
 * Each named constraint stands for exactly one.
 */
export const refusalsOfConstraints: Readonly<Record<string, RefusalCode>> = {
  delegated_task_not_delegable: 'delegated-task-not-delegable',
  delegation_rests_on_entitlement: 'outside-own-right',
  task_reserved: 'task-reserved',
  delegation_rests_on_practice_right: 'no-practice-right',
  delegator_present: 'delegator-not-engaged',
  delegatee_present: 'delegatee-not-engaged',
  delegation_not_to_self: 'delegation-to-self',
  delegation_once: 'delegation-exists',
  assessment_missing: 'assessment-missing',
  not_the_delegatee: 'not-the-delegatee',
  delegation_not_pending: 'delegation-not-pending',
  delegation_step_once: 'delegation-not-pending',
  delegation_not_in_force: 'delegation-not-in-force',
  duty_inside_role: 'outside-role',
  duty_rests_on_practice_right: 'no-practice-right',
  duty_rests_on_engagement: 'not-engaged',
  duty_exists: 'duty-exists',
  person_exists: 'person-exists',
  engagement_exists: 'engagement-exists',
  authorisation_exists: 'authorisation-exists',
  task_exists: 'task-exists',
  entitlement_exists: 'entitlement-exists',
  entitlement_to_delegate: 'entitlement-exists',
  lineage_fixed: 'lineage-fixed',
  kept_by_law: 'kept-by-law',
  approved_task_not_delegable: 'approved-task-not-delegable',
  not_medicine_handling: 'not-medicine-handling',
  approval_to_self: 'approval-to-self',
  approval_exists: 'approval-exists',
  approval_basis_missing: 'approval-basis-missing',
  approval_too_long: 'approval-too-long',
  approval_not_in_force: 'approval-not-in-force',
  approval_ended_once: 'approval-not-in-force',
  approval_rests_on_presence: 'not-engaged',
  training_plan_exists: 'training-plan-exists',
  training_plan_not_in_force: 'training-plan-not-in-force',
  training_plan_ended_once: 'training-plan-not-in-force',
  supervision_within_plan: 'training-plan-not-in-force',
  trainee_present: 'not-engaged',
  supervisor_present: 'supervisor-not-engaged',
  training_plan_supervised: 'supervisor-not-engaged',
  supervisor_of_oneself: 'supervisor-of-oneself',
  not_the_supervisor: 'not-the-supervisor',
  training_goals_open: 'training-goals-open',
  training_plan_completed: 'training-plan-completed',
  training_goal_not_in_force: 'training-goal-not-in-force',
  training_goal_withdrawn_once: 'training-goal-not-in-force',
  training_step_withdrawn_once: 'training-step-withdrawn',
  competence_exists: 'competence-exists',
  competence_record_exists: 'competence-record-exists',
  competence_record_not_claimed: 'competence-record-not-claimed',
  competence_record_not_in_force: 'competence-record-not-in-force',
  assessed_by_oneself: 'assessed-by-oneself',
  assessor_present: 'assessor-not-engaged',
  evidence_exists: 'evidence-exists',
  evidence_full: 'evidence-full',
  evidence_erased: 'evidence-erased',
  abstention_exists: 'abstention-exists',
  teaching_cancelled: 'teaching-cancelled',
  teaching_begun: 'teaching-begun',
  teaching_not_begun: 'teaching-not-begun',
  teaching_not_over: 'teaching-not-over',
  teaching_not_open: 'teaching-not-open',
  teaching_participation_unchanged: 'teaching-participation-unchanged',
  teaching_attended: 'teaching-attended',
  teaching_not_attended: 'teaching-not-attended',
  teaching_record_exists: 'competence-record-exists',
  teaching_record_given: 'teaching-record-given',
  teaching_record_stands: 'teaching-record-stands',
  attendance_rests_on_presence: 'not-engaged',
};

/** Constraints that are about sign-in and not about the law. */
const problemsOfConstraints: Readonly<Record<string, ProblemCode>> = {
  account_exists: 'account-exists',
  member_exists: 'member-exists',
};

export function refusalOfConstraint(error: unknown): Refused | null {
  const { constraint } = databaseErrorOf(error);
  if (!constraint || !Object.hasOwn(refusalsOfConstraints, constraint)) return null;
  return new Refused([{ code: refusalsOfConstraints[constraint] as RefusalCode }]);
}

export function problemOfConstraint(error: unknown): ProblemCode | null {
  const { constraint } = databaseErrorOf(error);
  return constraint && Object.hasOwn(problemsOfConstraints, constraint)
    ? (problemsOfConstraints[constraint] ?? null)
    : null;
}

/** What PostgreSQL or the network said, wherever TypeORM has put it; empty for any other error. */
export function databaseErrorOf(error: unknown): { readonly code?: string; readonly constraint?: string } {
  if (!(error instanceof Error)) return {};
  const told: object =
    'driverError' in error && error.driverError instanceof Error ? error.driverError : error;
  return { code: textIn(told, 'code'), constraint: textIn(told, 'constraint') };
}

function textIn(told: object, key: string): string | undefined {
  const value: unknown = Reflect.get(told, key);
  return typeof value === 'string' ? value : undefined;
}

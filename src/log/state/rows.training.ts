import { moment, of, ofMany, period, type Row, row } from './row.js';
import type { State } from './state.js';
import type { Signature } from './state.training.js';

const phases = { made: '0', completed: '1', cancelled: '1', lapsed: '2' } as const;

export const trainingPlanRows = ({ trainingPlans }: State): Row[] =>
  of(trainingPlans.values(), (plan) =>
    row([plan.id], {
      id: plan.id,
      person_id: plan.personId,
      purpose: plan.purpose,
      requested: period(plan.requested),
      valid: period(plan.valid),
      created_at: moment(plan.createdAt),
    }),
  );

export const trainingPlanStepRows = ({ trainingPlans }: State): Row[] =>
  ofMany(trainingPlans.values(), (plan) =>
    plan.steps.map((step) =>
      row([step.id], {
        id: step.id,
        plan_id: plan.id,
        kind: step.kind,
        phase: phases[step.kind],
        at: moment(step.from),
        recorded_at: moment(step.at),
        ...signed(step),
        reason: step.reason,
      }),
    ),
  );

export const supervisionRows = ({ trainingPlans }: State): Row[] =>
  ofMany(trainingPlans.values(), (plan) =>
    plan.supervisions.map((supervision, i) =>
      row([supervision.id], {
        id: supervision.id,
        plan_id: plan.id,
        trainee_id: plan.personId,
        supervisor_id: supervision.supervisorId,
        number: String(i + 1),
        valid: period(supervision.valid),
        reason: supervision.reason,
        end_reason: supervision.endReason,
        ...signed(supervision),
        created_at: moment(supervision.at),
      }),
    ),
  );

export const trainingGoalRows = ({ trainingPlans, trainingGoals }: State): Row[] =>
  of(trainingGoals.values(), (goal) =>
    row([goal.id], {
      id: goal.id,
      plan_id: goal.planId,
      trainee_id: trainingPlans.get(goal.planId)?.personId ?? null,
      position: String(goal.position),
      text: goal.text,
      task_id: goal.taskId,
      competence_id: goal.competenceId,
      level: goal.level === null ? null : String(goal.level),
      ...signed(goal),
      created_at: moment(goal.at),
    }),
  );

export const trainingStepRows = ({ trainingPlans, trainingGoals, trainingSteps }: State): Row[] =>
  of(trainingSteps.values(), (step) =>
    row([step.id], {
      id: step.id,
      goal_id: step.goalId,
      trainee_id: trainingPlans.get(trainingGoals.get(step.goalId)?.planId ?? '')?.personId ?? null,
      kind: step.kind,
      signed_on: step.signedOn,
      note: step.note,
      record_id: step.recordId,
      at: moment(step.at),
      person_id: step.personId,
    }),
  );

export const trainingWithdrawalRows = ({ trainingGoals, trainingSteps }: State): Row[] => [
  ...ofMany(trainingGoals.values(), ({ id, withdrawn }) =>
    withdrawn ? [row([withdrawn.id], { ...withdrawal(withdrawn), goal_id: id, step_id: null })] : [],
  ),
  ...ofMany(trainingSteps.values(), ({ id, withdrawn }) =>
    withdrawn ? [row([withdrawn.id], { ...withdrawal(withdrawn), goal_id: null, step_id: id })] : [],
  ),
];

const withdrawal = (withdrawn: Signature & { readonly id: string; readonly reason: string }) => ({
  id: withdrawn.id,
  at: moment(withdrawn.at),
  ...signed(withdrawn),
  reason: withdrawn.reason,
});

const signed = ({ actorId, personId }: Signature) => ({ actor_id: actorId, person_id: personId });

import { intersection, type Period } from '../../law/period.js';
import type { Fold, Told } from './fold.told.js';
import type { State } from './state.js';
import type {
  Signature,
  SupervisionState,
  TrainingGoalState,
  TrainingPlanState,
  TrainingPlanStepState,
  WithdrawnState,
} from './state.training.js';

/** It never stands before it was made. */
export const trainingPlanMade: Fold = (state, told) => {
  const id = told.fresh('id', state.trainingPlans);
  const personId = told.idOf('personId', state.people);
  const requested = told.period();
  const valid = intersection(requested, { from: told.at, to: Number.POSITIVE_INFINITY });
  const first = supervisionTold(state, told, valid, null);
  if (first.supervisorId === personId) told.fail('of-oneself', id);
  const goals = goalsTold(state, told, id, 0);
  state.trainingPlans.set(id, {
    id,
    personId,
    purpose: told.text('purpose'),
    requested,
    valid,
    goalCount: goals.length,
    supervisions: [first],
    steps: [stepTold(told, 'made', told.at)],
    createdAt: told.at,
  });
  for (const goal of goals) state.trainingGoals.set(goal.id, goal);
};

export const trainingGoalsAdded: Fold = (state, told) => {
  const plan: TrainingPlanState = open(state, told);
  const goals = goalsTold(state, told, plan.id, plan.goalCount);
  plan.goalCount += goals.length;
  for (const goal of goals) state.trainingGoals.set(goal.id, goal);
};

/** From now on, or from when the plan begins; whoever supervised until then does no longer. */
export const supervisionChanged: Fold = (state, told) => {
  const plan = open(state, told);
  const valid = intersection(plan.valid, { from: told.at, to: Number.POSITIVE_INFINITY });
  const next = supervisionTold(state, told, valid, told.text('reason'));
  if (next.supervisorId === plan.personId) told.fail('of-oneself', plan.id);
  if (valid) cutSupervisions(plan, valid.from);
  plan.supervisions.push(next);
};

/** With the engagement of whoever supervised: the plan goes on. */
export const supervisionLapsed: Fold = (state, told) => {
  const plan = told.known('id', state.trainingPlans);
  const supervisionId = told.text('supervisionId');
  const [at, reason] = [told.moment('at'), told.text('reason')];
  const supervision = plan.supervisions.find(({ id }) => id === supervisionId);
  if (!supervision) return told.fail('does-not-exist', supervisionId);
  const { valid } = supervision;
  if (!valid || at < valid.from || at >= valid.to) return told.fail('not-in-force', supervisionId);
  supervision.valid = intersection(valid, until(at));
  supervision.endReason = reason;
};

const endedAs =
  (kind: 'completed' | 'cancelled'): Fold =>
  (state, told) => {
    const plan = open(state, told);
    end(plan, stepTold(told, kind, told.at));
  };

export const trainingPlanCompleted = endedAs('completed');
export const trainingPlanCancelled = endedAs('cancelled');

/** With the engagement of whoever was in training. */
export const trainingPlanLapsed: Fold = (state, told) => {
  const plan = told.known('id', state.trainingPlans);
  const step = stepTold(told, 'lapsed', told.moment('at'));
  if (!plan.valid || step.from < plan.valid.from || step.from >= plan.valid.to)
    told.fail('not-in-force', plan.id);
  end(plan, step);
};

export const trainingStepSigned: Fold = (state, told) => {
  const id = told.fresh('id', state.trainingSteps);
  const goal = told.known('goalId', state.trainingGoals);
  const plan = state.trainingPlans.get(goal.planId);
  if (told.person === null || told.person === plan?.personId) told.fail('of-oneself', id);
  if (goal.withdrawn || !plan?.valid || told.at < plan.valid.from || told.at >= plan.valid.to)
    told.fail('not-in-force', goal.id);
  state.trainingSteps.set(id, {
    id,
    goalId: goal.id,
    kind: told.oneOf('kind', ['seen', 'practised', 'mastered']),
    signedOn: told.text('signedOn'),
    note: told.textOrNull('note'),
    recordId: told.idOrNullOf('recordId', state.competenceRecords),
    withdrawn: null,
    ...signature(told),
  });
};

export const trainingStepWithdrawn: Fold = (state, told) => withdraw(told, state.trainingSteps);
export const trainingGoalWithdrawn: Fold = (state, told) => withdraw(told, state.trainingGoals);

function withdraw(
  told: Told,
  among: ReadonlyMap<string, { readonly id: string; withdrawn: WithdrawnState | null }>,
): void {
  const found = told.known('id', among);
  if (found.withdrawn) told.fail('not-in-force', found.id);
  found.withdrawn = { id: told.text('withdrawalId'), reason: told.text('reason'), ...signature(told) };
}

function open(state: State, told: Told): TrainingPlanState & { valid: Period } {
  const plan = told.known('id', state.trainingPlans);
  return isOpen(plan, told.at) ? plan : told.fail('not-in-force', plan.id);
}

const isOpen = (plan: TrainingPlanState, at: number): plan is TrainingPlanState & { valid: Period } =>
  plan.valid !== null && plan.valid.to > at;

function end(plan: TrainingPlanState, step: TrainingPlanStepState): void {
  plan.valid = plan.valid && intersection(plan.valid, until(step.from));
  cutSupervisions(plan, step.from);
  plan.steps.push(step);
}

/** What had not begun never was. */
function cutSupervisions({ supervisions }: TrainingPlanState, at: number): void {
  for (const supervision of supervisions)
    supervision.valid = supervision.valid && intersection(supervision.valid, until(at));
}

const until = (at: number): Period => ({ from: Number.NEGATIVE_INFINITY, to: at });

const signature = (told: Told): Signature => ({ at: told.at, actorId: told.actor, personId: told.person });

const supervisionTold = (
  state: State,
  told: Told,
  valid: Period | null,
  reason: string | null,
): SupervisionState => ({
  id: told.text('supervisionId'),
  supervisorId: told.idOf('supervisorId', state.people),
  valid,
  reason,
  endReason: null,
  ...signature(told),
});

const stepTold = (told: Told, kind: TrainingPlanStepState['kind'], from: number): TrainingPlanStepState => ({
  id: told.text('stepId'),
  kind,
  from,
  reason: kind === 'made' ? null : told.text('reason'),
  ...signature(told),
});

const goalsTold = (state: State, told: Told, planId: string, already: number): TrainingGoalState[] =>
  told.parts('goals').map((goal, i) => ({
    id: goal.fresh('id', state.trainingGoals),
    planId,
    position: already + i + 1,
    text: goal.text('text'),
    taskId: goal.idOrNullOf('taskId', state.tasks),
    competenceId: goal.idOrNullOf('competenceId', state.competences),
    level: goal.wholeOrNull('level'),
    withdrawn: null,
    ...signature(told),
  }));

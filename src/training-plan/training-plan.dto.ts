import { RecordEvidence } from '../competence/record.dto.js';
import { Day, Flag, Id, Instant, Line, ListOf, ManyOf, Nested, OneOf, Prose, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { NamedView } from '../session/session.dto.js';
import {
  type GoalStatus,
  goalStatuses,
  type Outcome,
  outcomes,
  type StepKind,
  stepKinds,
} from './training-plan.rules.js';

export class NewTrainingGoal {
  @Prose({ min: 1, max: 1000 }) text: string;
  /** The task that is learnt. */
  @Id({ optional: true }) taskId?: string | null;
  /** What can be shown when it is mastered. */
  @Id({ optional: true }) competenceId?: string | null;
  /** Of the competence; 1 if left out. */
  @Whole({ min: 1, max: 20, optional: true }) level?: number | null;
}

/** By a manager, or by whoever is named as supervisor. */
export class MakeTrainingPlan {
  @Id() personId: string;
  /** Engaged for the whole period, and never the person. */
  @Id() supervisorId: string;
  /** One plan at a time for the same purpose. */
  @Line() purpose: string;
  @Instant() validFrom: string;
  @Instant() validTo: string;
  /** In the order in which they are to be learnt. */
  @ListOf(() => NewTrainingGoal, { min: 1, max: 100 }) goals: NewTrainingGoal[];
}

export class AddTrainingGoals {
  /** After those that are there. */
  @ListOf(() => NewTrainingGoal, { min: 1, max: 100 }) goals: NewTrainingGoal[];
}

export class SuperviseTraining {
  @Id() supervisorId: string;
  @Prose({ min: 1 }) reason: string;
}

export class EndTrainingPlan {
  /** `completed` only when every goal that was not withdrawn is mastered. */
  @OneOf(outcomes) outcome: Outcome;
  @Prose({ min: 1 }) reason: string;
}

/** A confirmed record of the goal's competence at its level, assessed by whoever signs. */
export class RecordOfMastery {
  /** Left out: for as long as such competence lasts from the day it was signed for. */
  @Instant({ optional: true }) validTo?: string | null;
  @Nested(() => RecordEvidence) evidence: RecordEvidence;
}

export class SignTrainingStep {
  /** Shown or seen; practised under supervision; mastered. */
  @OneOf(stepKinds) kind: StepKind;
  /** Today at the latest, and not before the plan began. */
  @Day() signedOn: string;
  @Prose({ optional: true }) note?: string | null;
  /** Only with `mastered`, and only for a goal with a competence. */
  @Nested(() => RecordOfMastery, { optional: true }) record?: RecordOfMastery | null;
}

export class TrainingReason {
  @Prose({ min: 1 }) reason: string;
}

const planStatuses = ['coming', 'in-force', 'completed', 'cancelled', 'lapsed', 'expired'] as const;
export type TrainingPlanStatus = (typeof planStatuses)[number];

export class TrainingPlansQuery extends PageQuery {
  @Id({ optional: 'absent' }) personId?: string;
  /** Who supervises now, or is to. */
  @Id({ optional: 'absent' }) supervisorId?: string;
  @OneOf(planStatuses, { optional: 'absent' }) status?: TrainingPlanStatus;
  /** Those that stand at this moment. */
  @Instant({ optional: 'absent' }) at?: string;
}

class WithdrawnView {
  @Instant() at: string;
  /** Null for a login without a person. */
  @Nested(() => NamedView, { optional: 'null' }) by: NamedView | null;
  @Prose() reason: string;
}

class TrainingStepCanView {
  @Flag() withdrawal: boolean;
}

export class TrainingStepView {
  @Id() id: string;
  @OneOf(stepKinds) kind: StepKind;
  @Day() signedOn: string;
  @Nested(() => NamedView) signedBy: NamedView;
  @Instant() at: string;
  @Prose({ optional: 'null' }) note: string | null;
  /** The competence record that was given with it. */
  @Id({ optional: 'null' }) competenceRecordId: string | null;
  /** Where it no longer counts. */
  @Nested(() => WithdrawnView, { optional: 'null' }) withdrawn: WithdrawnView | null;
  @Nested(() => TrainingStepCanView) can: TrainingStepCanView;
}

class GoalCompetenceView extends NamedView {
  @Whole({ min: 1, max: 20 }) level: number;
  @Line() levelName: string;
}

/** What the reader may do with it now. `record`: give a competence record with `mastered`. */
class TrainingGoalCanView {
  @Flag() steps: boolean;
  @Flag() record: boolean;
  @Flag() withdrawal: boolean;
}

export class TrainingGoalView {
  @Id() id: string;
  @Id() planId: string;
  @Whole({ min: 1 }) position: number;
  @Prose({ min: 1, max: 1000 }) text: string;
  @Nested(() => NamedView, { optional: 'null' }) task: NamedView | null;
  @Nested(() => GoalCompetenceView, { optional: 'null' }) competence: GoalCompetenceView | null;
  /** How far it has come, by the steps that count. */
  @OneOf(goalStatuses) status: GoalStatus;
  /** In the order in which they were signed. */
  @ListOf(() => TrainingStepView, { max: 100_000 }) steps: TrainingStepView[];
  @Nested(() => WithdrawnView, { optional: 'null' }) withdrawn: WithdrawnView | null;
  @Nested(() => TrainingGoalCanView) can: TrainingGoalCanView;
}

export class SupervisionView {
  @Nested(() => NamedView) supervisor: NamedView;
  /** Null where it ended before it began. */
  @Instant({ optional: 'null' }) validFrom: string | null;
  @Instant({ optional: 'null' }) validTo: string | null;
  /** Why the supervisor was changed; null for the first. */
  @Prose({ optional: 'null' }) reason: string | null;
  /** Why it fell before its time, where nobody ended it. */
  @Prose({ optional: 'null' }) endReason: string | null;
  @Instant() decidedAt: string;
  @Nested(() => NamedView, { optional: 'null' }) by: NamedView | null;
}

const planStepKinds = ['made', 'completed', 'cancelled', 'lapsed'] as const;

export class TrainingPlanStepView {
  @OneOf(planStepKinds) kind: (typeof planStepKinds)[number];
  /** From when it counts. */
  @Instant() at: string;
  @Instant() recordedAt: string;
  @Nested(() => NamedView, { optional: 'null' }) by: NamedView | null;
  @Prose({ optional: 'null' }) reason: string | null;
}

class TrainingPlanCanView {
  @Flag() goals: boolean;
  @Flag() supervision: boolean;
  @Flag() completion: boolean;
  @Flag() cancellation: boolean;
}

/** What a manager has to see to: nobody supervises, or whoever does leaves before the plan ends. */
const planFlags = ['no-supervisor', 'supervision-ends'] as const;

/** A plan as lists show it. */
export class TrainingPlanLineView {
  @Id() id: string;
  @OneOf(planStatuses) status: TrainingPlanStatus;
  @Nested(() => NamedView) person: NamedView;
  /** Who supervises now, is to, or did so when it ended; null where nobody does. */
  @Nested(() => NamedView, { optional: 'null' }) supervisor: NamedView | null;
  @Line() purpose: string;
  @Instant() validFrom: string;
  @Instant() validTo: string;
  /** When it really ends, or ended; null where it never stood. */
  @Instant({ optional: 'null' }) standsTo: string | null;
  @ManyOf(planFlags) flags: (typeof planFlags)[number][];
  /** Without those that were withdrawn. */
  @Whole() goalsWanted: number;
  @Whole() goalsMastered: number;
}

export class TrainingPlanView extends TrainingPlanLineView {
  @ListOf(() => TrainingGoalView, { max: 100_000 }) goals: TrainingGoalView[];
  @ListOf(() => SupervisionView, { max: 100_000 }) supervisions: SupervisionView[];
  @ListOf(() => TrainingPlanStepView) steps: TrainingPlanStepView[];
  @Nested(() => TrainingPlanCanView) can: TrainingPlanCanView;
}

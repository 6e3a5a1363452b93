import type { Period } from '../../law/period.js';

/** What somebody in training is to learn, and until when it stands. */
export interface TrainingPlanState {
  readonly id: string;
  readonly personId: string;
  readonly purpose: string;
  readonly requested: Period;
  /** When it really stands: null if it ended before it began. */
  valid: Period | null;
  /** With those that were withdrawn. */
  goalCount: number;
  readonly supervisions: SupervisionState[];
  readonly steps: TrainingPlanStepState[];
  readonly createdAt: number;
}

export interface SupervisionState extends Signature {
  readonly id: string;
  readonly supervisorId: string;
  valid: Period | null;
  /** Null for the first. */
  readonly reason: string | null;
  endReason: string | null;
}

export interface TrainingPlanStepState extends Signature {
  readonly id: string;
  readonly kind: 'made' | 'completed' | 'cancelled' | 'lapsed';
  /** From when it counts; `at` of the signature is when it was done. */
  readonly from: number;
  readonly reason: string | null;
}

export interface TrainingGoalState extends Signature {
  readonly id: string;
  readonly planId: string;
  readonly position: number;
  readonly text: string;
  readonly taskId: string | null;
  readonly competenceId: string | null;
  readonly level: number | null;
  withdrawn: WithdrawnState | null;
}

/** What somebody else has seen of a goal. `signedOn` is YYYY-MM-DD. */
export interface TrainingStepState extends Signature {
  readonly id: string;
  readonly goalId: string;
  readonly kind: 'seen' | 'practised' | 'mastered';
  readonly signedOn: string;
  readonly note: string | null;
  readonly recordId: string | null;
  withdrawn: WithdrawnState | null;
}

export interface WithdrawnState extends Signature {
  readonly id: string;
  readonly reason: string;
}

/** Who did it, and when it was done. */
export interface Signature {
  readonly at: number;
  readonly actorId: string;
  readonly personId: string | null;
}

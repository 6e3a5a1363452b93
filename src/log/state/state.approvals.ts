import type { Period } from '../../law/period.js';

/** Medicine handling, approved by a manager. Days are YYYY-MM-DD. */
export interface ApprovalState {
  readonly id: string;
  readonly taskId: string;
  readonly personId: string;
  readonly approverId: string;
  readonly requested: Period;
  /** When it really stands: null if it ended before it began. */
  valid: Period | null;
  readonly course: {
    readonly source: string;
    readonly completedOn: string;
    readonly recordId: string | null;
  };
  readonly test: { readonly source: string; readonly passedOn: string };
  readonly signOff: { readonly signedOn: string; readonly signedBy: string; readonly note: string | null };
  readonly conditions: string | null;
  readonly steps: ApprovalStepState[];
  readonly createdAt: number;
}

export interface ApprovalStepState {
  readonly id: string;
  readonly kind: 'granted' | 'withdrawn' | 'relinquished' | 'lapsed';
  /** From when it counts; `recordedAt` is when it was done. */
  readonly at: number;
  readonly recordedAt: number;
  readonly actorId: string;
  readonly personId: string | null;
  readonly reason: string | null;
}

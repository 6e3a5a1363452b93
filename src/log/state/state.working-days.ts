import type { Period } from '../../law/period.js';

/** On which days of the week somebody works; 1 Monday to 7 Sunday. */
export interface WorkingDaysState {
  readonly id: string;
  readonly personId: string;
  readonly weekdays: readonly number[];
  /** Null where it was replaced before it began. */
  valid: Period | null;
  readonly createdAt: number;
}

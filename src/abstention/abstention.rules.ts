import { type Assessing, refusalsToAssess } from '../competence/competence.rules.js';
import type { Refusal } from '../law/refusals.js';

export interface Ending extends Assessing {
  readonly open: boolean;
  /** Whether the task requires any competence now. */
  readonly requires: boolean;
  /** Whether a record of what it requires was confirmed after the person abstained. */
  readonly confirmedAnew: boolean;
}

/** Back by a new confirmation only: a record where the task requires competence, the assessor's own word where it does not. */
export function refusalsToEnd({ open, requires, confirmedAnew, ...assessing }: Ending): Refusal[] {
  return [
    ...refusalsToAssess(assessing),
    ...(open ? [] : [{ code: 'abstention-ended' as const }]),
    ...(requires && !confirmedAnew ? [{ code: 'confirmation-missing' as const }] : []),
  ];
}

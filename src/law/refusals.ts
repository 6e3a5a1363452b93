import type { LegalBasisId } from './legal-bases.js';

/**
 * Every reason why not, with the legal bases that carry it.
 * Their sentences are in refusal-texts.ts; the constraints that stand behind them in database/refusal-of-constraint.ts.
 */
export const refusalBases = {
  'delegated-task-not-delegable': ['delta-no-redelegation', 'hpl-5'],
  'outside-own-right': ['hpl-5', 'hpl-4'],
  'task-reserved': ['hpl-4', 'hpl-11'],
  'no-practice-right': ['hpl-48', 'hpl-49', 'delegator-authorised'],
  'right-limited': ['hpl-58', 'hpl-59', 'hpl-49'],
  'delegator-not-engaged': ['hpl-5-guide', 'hpl-16'],
  'delegatee-not-engaged': ['hpl-5-guide', 'hpl-16'],
  'delegation-to-self': ['hpl-5'],
  'delegation-exists': ['hpl-16'],
  'delegation-needless': ['hpl-5-guide'],
  'delegatee-banned': ['hpl-57'],
  'training-purpose-missing': ['hpl-5'],
  'assessment-missing': ['hpl-5'],
  backdated: ['hpl-5', 'hpl-16'],
  'contested-task': ['th-infiltration', 'hpl-5'],
  'not-the-delegatee': ['hpl-4', 'hpl-5'],
  'not-the-delegator': ['hpl-5'],
  'delegation-not-pending': ['hpl-5'],
  'delegation-not-in-force': ['hpl-5'],
  'outside-role': ['hpl-5', 'hpl-16'],
  'not-engaged': ['hpl-16'],
  banned: ['hpl-57'],
  'duty-exists': ['hpl-16'],
  'duty-not-in-force': ['hpl-16'],
  'person-exists': ['hpl-16'],
  'engagement-exists': ['hpl-16'],
  'engagement-ended': ['hpl-16'],
  'authorisation-exists': ['hpl-48'],
  'task-exists': ['ledelse-6-9'],
  'entitlement-exists': ['ledelse-6-9'],
  'lineage-fixed': ['delta-no-redelegation'],
  'kept-by-law': ['ledelse-6-9'],
  'approved-task-not-delegable': ['medicine-approval', 'hpl-5'],
  'not-medicine-handling': ['medicine-approval'],
  'approval-to-self': ['medicine-approval', 'hpl-4'],
  'approval-exists': ['hpl-16'],
  'approval-basis-missing': ['medicine-approval'],
  'approval-too-long': ['medicine-approval'],
  'approval-not-in-force': ['hpl-16'],
  'training-plan-exists': ['ledelse-6-9'],
  'training-plan-not-in-force': ['ledelse-6-9'],
  'training-goal-not-in-force': ['ledelse-6-9'],
  'training-goals-open': ['ledelse-6-9'],
  'training-plan-completed': ['ledelse-6-9'],
  'training-step-withdrawn': ['ledelse-6-9'],
  'supervisor-of-oneself': ['hpl-5'],
  'supervisor-not-engaged': ['hpl-5', 'hpl-16'],
  'not-the-supervisor': ['hpl-5', 'ledelse-6-9'],
  'competence-missing': ['hpl-4', 'ledelse-6-9'],
  'competence-expired': ['hpl-4', 'ledelse-6-9'],
  'competence-level': ['hpl-4', 'ledelse-6-9'],
  abstained: ['hpl-4'],
  'abstention-exists': ['hpl-4'],
  'abstention-ended': ['hpl-4'],
  'confirmation-missing': ['hpl-4', 'ledelse-6-9'],
  'assessed-by-oneself': ['ledelse-6-9'],
  'not-an-assessor': ['ledelse-6-9'],
  'assessor-not-engaged': ['hpl-16', 'ledelse-6-9'],
  'competence-exists': ['ledelse-6-9'],
  'competence-record-exists': ['ledelse-6-9'],
  'competence-record-not-claimed': ['ledelse-6-9'],
  'competence-record-not-in-force': ['ledelse-6-9'],
  'teaching-cancelled': ['ledelse-6-9'],
  'teaching-begun': ['ledelse-6-9'],
  'teaching-not-begun': ['ledelse-6-9'],
  'teaching-not-over': ['ledelse-6-9'],
  'teaching-not-open': ['ledelse-6-9'],
  'teaching-participation-unchanged': ['ledelse-6-9'],
  'teaching-attended': ['ledelse-6-9'],
  'teaching-not-attended': ['hpl-4', 'ledelse-6-9'],
  'teaching-gives-nothing': ['ledelse-6-9'],
  'teaching-record-given': ['ledelse-6-9'],
  'teaching-record-stands': ['hpl-4', 'ledelse-6-9'],
  'evidence-exists': ['ledelse-6-9'],
  'evidence-full': ['ledelse-6-9'],
  'evidence-erased': ['ledelse-6-9'],
} as const satisfies Record<string, readonly LegalBasisId[]>;

export type RefusalCode = keyof typeof refusalBases;

/** Why not. `about` names what it concerns (ids, dates), so that a screen can say who and when. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly about?: Readonly<Record<string, string | number | null>>;
}

/** What is allowed, but should be known. */
export const warningBases = {
  'engagement-ends': ['hpl-16'],
  'approval-with-conditions': ['hpl-49', 'hpl-59'],
  'supervision-overdue': ['hpl-5'],
  'many-helpers': ['hpl-5'],
  'competence-lacking': ['hpl-4', 'ledelse-6-9'],
  'competence-ends': ['hpl-4', 'ledelse-6-9'],
  'no-training-plan': ['hpl-5', 'ledelse-6-9'],
} as const satisfies Record<string, readonly LegalBasisId[]>;

export type WarningCode = keyof typeof warningBases;

export interface Warning {
  readonly code: WarningCode;
  readonly about?: Readonly<Record<string, string | number | null>>;
}

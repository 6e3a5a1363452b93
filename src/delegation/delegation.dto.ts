import { Flag, Id, Instant, Line, ListOf, Nested, OneOf, Prose } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { RefusalView, WarningView } from '../http/refusal.view.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';
import { NamedView } from '../session/session.dto.js';

/** § 5: what is justifiable depends on the task's nature, the person's qualifications and the follow-up given. */
export class Assessment {
  @Prose({ optional: true }) taskNature?: string;
  @Prose({ optional: true }) qualifications?: string;
  @Prose({ optional: true }) followUp?: string;
}

export class Supervision {
  @Instant() reviewBy: string;
  @Prose({ min: 1, max: 500 }) reachableHow: string;
}

/** For pupils and students: as a rule only as part of training. */
export class Training {
  @Prose() purpose: string;
  @Id() supervisorId: string;
}

/** For a contested task: the named course, why all the same, and that the delegator is present. */
export class Contested {
  @Line() course: string;
  @Prose() reasoning: string;
  @Flag() delegatorPresent: boolean;
}

/** The caller is the delegator: nobody delegates on another's behalf. */
class DelegationTerms {
  @Id() taskId: string;
  @Id() delegateeId: string;
  /** The profession by whose own right the task is left to another. */
  @OneOf(occupationCodes) profession: OccupationCode;
  @Instant() validFrom: string;
  @Instant({ optional: true }) validTo?: string | null;
  @Nested(() => Assessment) assessment: Assessment;
  @Prose({ optional: true }) conditions?: string | null;
  @Nested(() => Training, { optional: true }) training?: Training | null;
  @Nested(() => Contested, { optional: true }) contested?: Contested | null;
}

export class DelegateTask extends DelegationTerms {
  @Nested(() => Supervision) supervision: Supervision;
}

/** Asked while the form is being filled in: what the answer does not rest on may come later. */
export class CheckDelegation extends DelegationTerms {
  @Nested(() => Supervision, { optional: true }) supervision?: Supervision | null;
}

export class WithReason {
  @Prose({ min: 1 }) reason: string;
}

export class ReviewDelegation {
  @Line() outcome: string;
  @Prose({ min: 1 }) note: string;
  @Instant({ optional: true }) nextReviewBy?: string | null;
}

const statuses = [
  'proposed',
  'accepted',
  'declined',
  'withdrawn',
  'revoked',
  'relinquished',
  'lapsed',
  'expired',
] as const;
export type Status = (typeof statuses)[number];

export class DelegationQuery extends PageQuery {
  @OneOf(statuses, { optional: true }) status?: Status;
  @Id({ optional: true }) taskId?: string;
  @Id({ optional: true }) delegatorId?: string;
  @Id({ optional: true }) delegateeId?: string;
  /** Part of the name of the task or of either party, in any case. */
  @Line({ optional: 'absent', min: 0 }) q?: string;
  /** Standing at this moment. */
  @Instant({ optional: true }) at?: string;
  /** As the clinic knew it at this moment; status and names, too. Left out: as it knows it today. */
  @Instant({ optional: true }) knownAt?: string;
}

export class KnownQuery {
  /** As the clinic knew it at this moment. Left out: as it knows it today. */
  @Instant({ optional: true }) knownAt?: string;
}

export class CheckView {
  @Flag() allowed: boolean;
  @ListOf(() => RefusalView) refusals: RefusalView[];
  @ListOf(() => WarningView) warnings: WarningView[];
}

export class TaskNameView extends NamedView {
  @Line() area: string;
}

export const stepKinds = [
  'proposed',
  'accepted',
  'declined',
  'withdrawn',
  'revoked',
  'relinquished',
  'lapsed',
] as const;

export class StepView {
  @OneOf(stepKinds) kind: (typeof stepKinds)[number];
  /** From when it counts; a lapse may lie before or after the moment it was recorded. */
  @Instant() at: string;
  @Instant() recordedAt: string;
  @Nested(() => NamedView, { optional: 'null' }) by: NamedView | null;
  @Prose({ optional: 'null' }) reason: string | null;
}

export class ReviewView {
  @Id() id: string;
  @Instant() at: string;
  @Nested(() => NamedView, { optional: 'null' }) by: NamedView | null;
  @Line() outcome: string;
  @Prose() note: string;
}

/** What the reader may do with it now. */
export class CanView {
  @Flag() acceptance: boolean;
  @Flag() declination: boolean;
  @Flag() withdrawal: boolean;
  @Flag() revocation: boolean;
  @Flag() relinquishment: boolean;
  @Flag() reviews: boolean;
  /** Always false: a delegated task cannot be delegated on. */
  @Flag() delegation: boolean;
}

export class DelegationView {
  @Id() id: string;
  @OneOf(statuses) status: Status;
  @Nested(() => TaskNameView) task: TaskNameView;
  @Nested(() => NamedView) delegator: NamedView;
  @Nested(() => NamedView) delegatee: NamedView;
  @OneOf(occupationCodes) profession: OccupationCode;
  /** What was asked. */
  @Instant() validFrom: string;
  @Instant({ optional: 'null' }) validTo: string | null;
  /** When it really stands; null until accepted, and if it ended before it began. */
  @Instant({ optional: 'null' }) standsFrom: string | null;
  @Instant({ optional: 'null' }) standsTo: string | null;
  @Nested(() => Assessment) assessment: Assessment;
  @Prose({ optional: 'null' }) conditions: string | null;
  @Nested(() => Supervision) supervision: Supervision;
  @Nested(() => Training, { optional: 'null' }) training: Training | null;
  @Nested(() => Contested, { optional: 'null' }) contested: Contested | null;
  @ListOf(() => StepView) steps: StepView[];
  @ListOf(() => ReviewView) reviews: ReviewView[];
  @Nested(() => CanView) can: CanView;
  /** A `.tlog-proof` file: that the last step is in the clinic's log. Given with one delegation, not in lists. */
  @Prose({ optional: 'absent', max: 20_000 }) receipt?: string;
  /** What is allowed but should be known: said when it is proposed, as by `check`. */
  @ListOf(() => WarningView, { optional: 'absent' }) warnings?: WarningView[];
  /** Why it cannot be left to somebody else by whoever received it. Given with one delegation, not in lists. */
  @Nested(() => RefusalView, { optional: 'absent' }) notDelegable?: RefusalView;
  /** Only where it was asked for: what is said is what the clinic knew then, and nothing can be done with it. */
  @Instant({ optional: 'absent' }) knownAt?: string;
}

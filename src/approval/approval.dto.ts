import { Day, Flag, Id, Instant, Line, ListOf, Nested, OneOf, Prose } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { NamedView } from '../session/session.dto.js';

/** The course that the approval leans on; it supports the decision and does not make it. */
export class CourseTaken {
  @Line() source: string;
  /** Today at the latest, and before the approval begins. */
  @Day() completedOn: string;
  /** The person's confirmed competence record of it, where there is one. */
  @Id({ optional: true }) competenceRecordId?: string | null;
}

export class TestPassed {
  @Line() source: string;
  @Day() passedOn: string;
}

/** Seen done in practice, by somebody else. */
export class PracticalSignOff {
  @Day() signedOn: string;
  @Id() signedBy: string;
  @Prose({ optional: true }) note?: string | null;
}

/** The manager's approval of one person to handle medicines in one task; never for oneself. */
export class GrantApproval {
  @Id() taskId: string;
  @Id() personId: string;
  @Instant() validFrom: string;
  /** At most 24 months after it begins. */
  @Instant() validTo: string;
  @Nested(() => CourseTaken) course: CourseTaken;
  @Nested(() => TestPassed) test: TestPassed;
  @Nested(() => PracticalSignOff) practicalSignOff: PracticalSignOff;
  @Prose({ optional: true }) conditions?: string | null;
}

export class ApprovalReason {
  @Prose({ min: 1 }) reason: string;
}

const approvalStatuses = ['coming', 'in-force', 'withdrawn', 'relinquished', 'lapsed', 'expired'] as const;
export type ApprovalStatus = (typeof approvalStatuses)[number];

export class ApprovalsQuery extends PageQuery {
  @Id({ optional: 'absent' }) personId?: string;
  @Id({ optional: 'absent' }) taskId?: string;
  @OneOf(approvalStatuses, { optional: 'absent' }) status?: ApprovalStatus;
  /** Those that stand at this moment. */
  @Instant({ optional: 'absent' }) at?: string;
}

const stepKinds = ['granted', 'withdrawn', 'relinquished', 'lapsed'] as const;

export class ApprovalStepView {
  @OneOf(stepKinds) kind: (typeof stepKinds)[number];
  /** From when it counts. */
  @Instant() at: string;
  @Instant() recordedAt: string;
  /** Null for a login without a person. */
  @Nested(() => NamedView, { optional: 'null' }) by: NamedView | null;
  @Prose({ optional: 'null' }) reason: string | null;
}

class SignedOffView {
  @Day() signedOn: string;
  @Nested(() => NamedView) signedBy: NamedView;
  @Prose({ optional: 'null' }) note: string | null;
}

class CourseView {
  @Line() source: string;
  @Day() completedOn: string;
  @Id({ optional: 'null' }) competenceRecordId: string | null;
}

/** What the reader may do with it now. It can be left to nobody. */
class ApprovalCanView {
  @Flag() withdrawal: boolean;
  @Flag() relinquishment: boolean;
}

export class ApprovalView {
  @Id() id: string;
  @OneOf(approvalStatuses) status: ApprovalStatus;
  @Nested(() => NamedView) task: NamedView;
  @Nested(() => NamedView) person: NamedView;
  @Nested(() => NamedView) approver: NamedView;
  @Instant() validFrom: string;
  @Instant() validTo: string;
  /** When it really ends, or ended; null where it never stood. */
  @Instant({ optional: 'null' }) standsTo: string | null;
  @Nested(() => CourseView) course: CourseView;
  @Nested(() => TestPassed) test: TestPassed;
  @Nested(() => SignedOffView) practicalSignOff: SignedOffView;
  @Prose({ optional: 'null' }) conditions: string | null;
  @ListOf(() => ApprovalStepView) steps: ApprovalStepView[];
  @Nested(() => ApprovalCanView) can: ApprovalCanView;
}

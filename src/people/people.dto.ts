import {
  Day,
  Email,
  HprNumber,
  Id,
  Ids,
  Instant,
  Line,
  ListOf,
  Nested,
  OneOf,
  Prose,
  Whole,
} from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { type ApprovalTypeCode, approvalTypeCodes } from '../law/approval-types.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';
import { type ReactionKind, reactionKinds } from './practice-right.rules.js';

const engagementKinds = ['ansatt', 'vikar', 'elev', 'student', 'innleid'] as const;
export type EngagementKind = (typeof engagementKinds)[number];

export class RegisterPerson {
  @Line() name: string;
  @Email({ optional: true }) email?: string | null;
  /** Positive integer; 7 to 9 digits are seen, and there is no known check digit. */
  @HprNumber({ optional: true }) hprNumber?: number | null;
  @Day({ optional: true }) birthDate?: string | null;
}

export class ChangePerson {
  @Line({ optional: 'absent' }) name?: string;
  @Email({ optional: true }) email?: string | null;
  @HprNumber({ optional: true }) hprNumber?: number | null;
  @Day({ optional: true }) birthDate?: string | null;
}

export class PeopleQuery extends PageQuery {
  /** The moment for titles; now when absent. */
  @Instant({ optional: true }) at?: string;
  /** Part of the name, in any case. */
  @Line({ optional: 'absent', min: 0 }) q?: string;
  /** Only those who are engaged in it at that moment. */
  @OneOf(occupationCodes, { optional: 'absent' }) occupation?: OccupationCode;
}

export class PersonQuery {
  @Instant({ optional: true }) at?: string;
}

export class StartEngagement {
  @OneOf(occupationCodes) occupation: OccupationCode;
  @OneOf(engagementKinds) kind: EngagementKind;
  @Id({ optional: true }) roleDescriptionId?: string | null;
  @Instant() validFrom: string;
  @Instant({ optional: true }) validTo?: string | null;
  @Id({ optional: true }) supervisorId?: string | null;
}

export class EndWithReason {
  @Instant() at: string;
  @Prose({ min: 1 }) reason: string;
}

export class EndImpactQuery {
  @Instant() at: string;
}

export class BanImpactQuery {
  @Instant() validFrom: string;
  @Instant({ optional: true }) validTo?: string;
}

export class Evidence {
  @Line() source: string;
  @Instant() checkedAt: string;
  @Prose({ optional: true }) note?: string | null;
}

export class RegisterAuthorisation {
  @OneOf(occupationCodes) profession: OccupationCode;
  @OneOf(approvalTypeCodes) approvalType: ApprovalTypeCode;
  @Instant() validFrom: string;
  @Instant({ optional: true }) validTo?: string | null;
  @Prose({ optional: true }) conditions?: string | null;
  @Nested(() => Evidence) evidence: Evidence;
}

/** The statute's word: full without tasks, limited with (hpl-58). */
const reactionWords = ['suspension', ...reactionKinds] as const;
export type ReactionWord = (typeof reactionWords)[number];

export class RecordReaction {
  @OneOf(reactionWords) kind: ReactionWord;
  @Instant() validFrom: string;
  @Instant({ optional: true }) validTo?: string | null;
  @Ids({ optional: true, max: 200 }) taskIds?: string[];
  /** When the clinic learnt of it; now when absent. */
  @Instant({ optional: true }) knownFrom?: string;
  @Prose({ min: 1 }) note: string;
}

export class ImpactQuery {
  @OneOf(reactionWords) kind: ReactionWord;
  @Instant() validFrom: string;
  @Instant({ optional: true }) validTo?: string;
  /** Comma-separated task ids, for a limited suspension or a limitation. */
  @Line({ optional: true, max: 8000 }) taskIds?: string;
}

export class BanPerson {
  @Instant() validFrom: string;
  @Instant({ optional: true }) validTo?: string | null;
  @Instant({ optional: true }) knownFrom?: string;
  @Prose({ min: 1 }) note: string;
}

export class EngagementView {
  @Id() id: string;
  @Id() personId: string;
  @OneOf(occupationCodes) occupation: OccupationCode;
  @OneOf(engagementKinds) kind: EngagementKind;
  @Id({ optional: 'null' }) roleDescriptionId: string | null;
  @Id({ optional: 'null' }) supervisorId: string | null;
  @Instant() validFrom: string;
  @Instant({ optional: 'null' }) validTo: string | null;
  @Prose({ optional: 'null' }) endReason: string | null;
}

export class ReactionView {
  @Id() id: string;
  @Id() personId: string;
  @Id({ optional: 'null' }) authorisationId: string | null;
  @OneOf(reactionKinds) kind: ReactionKind;
  @Instant() validFrom: string;
  @Instant({ optional: 'null' }) validTo: string | null;
  @Instant() knownFrom: string;
  @Ids() taskIds: string[];
  @Prose() note: string;
}

export class AuthorisationView {
  @Id() id: string;
  @Id() personId: string;
  @OneOf(occupationCodes) profession: OccupationCode;
  @OneOf(approvalTypeCodes) approvalType: ApprovalTypeCode;
  @Instant() validFrom: string;
  @Instant({ optional: 'null' }) validTo: string | null;
  @Prose({ optional: 'null' }) conditions: string | null;
  @Nested(() => Evidence) evidence: Evidence;
  @ListOf(() => ReactionView) reactions: ReactionView[];
}

export class PracticeRightView {
  @OneOf(occupationCodes) profession: OccupationCode;
  @Instant() validFrom: string;
  @Instant({ optional: 'null' }) validTo: string | null;
}

export class TitleOnView {
  @Instant() at: string;
  /** One for each occupation the person is engaged in, none for somebody who is not; a protected title only with that authorisation (hpl-74). */
  @Line({ min: 0, max: 4000 }) title: string;
}

export class PersonView {
  @Id() id: string;
  @Line() name: string;
  @Email({ optional: 'null' }) email: string | null;
  @HprNumber({ optional: 'null' }) hprNumber: number | null;
  /** Shown to managers, auditors and the person, as are e-mail, reactions, bans and the reasons for an end. */
  @Day({ optional: 'null' }) birthDate: string | null;
  @Nested(() => TitleOnView) titleOn: TitleOnView;
  @ListOf(() => EngagementView) engagements: EngagementView[];
  @ListOf(() => AuthorisationView) authorisations: AuthorisationView[];
  @ListOf(() => PracticeRightView) practiceRights: PracticeRightView[];
  @ListOf(() => ReactionView) bans: ReactionView[];
  @Whole({ min: 1 }) version: number;
}

export class LapsedView {
  @Id() id: string;
  @Id() taskId: string;
  @Line() taskName: string;
  @Id() personId: string;
  @Line() personName: string;
  @Id({ optional: 'null' }) delegatorId: string | null;
  @Line({ optional: 'null' }) delegatorName: string | null;
  /** From when it no longer stands. */
  @Instant() at: string;
}

/** A training plan that ended, or the supervision of one that goes on. */
export class LapsedTrainingView {
  /** The plan's. */
  @Id() id: string;
  @Line() purpose: string;
  @Id() personId: string;
  @Line() personName: string;
  /** Whose supervision ended; null where the plan did. */
  @Id({ optional: 'null' }) supervisorId: string | null;
  @Line({ optional: 'null' }) supervisorName: string | null;
  @Instant() at: string;
}

export class WhatLapsedView {
  @ListOf(() => LapsedView) duties: LapsedView[];
  @ListOf(() => LapsedView) delegations: LapsedView[];
  @ListOf(() => LapsedView) approvals: LapsedView[];
  @ListOf(() => LapsedTrainingView) training: LapsedTrainingView[];
}

export class EngagementEndedView extends EngagementView {
  @Nested(() => WhatLapsedView) lapsed: WhatLapsedView;
}

export class ReactionRecordedView extends ReactionView {
  @Nested(() => WhatLapsedView) lapsed: WhatLapsedView;
}

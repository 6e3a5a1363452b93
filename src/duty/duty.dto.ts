import { Flag, Id, Ids, Instant, Line, ListOf, ManyOf, OneOf, Prose } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { RefusalView, WarningView } from '../http/refusal.view.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';
import { EndWithReason } from '../people/people.dto.js';

export class AssignDuty {
  @Id() personId: string;
  @Id() taskId: string;
  @Instant() validFrom: string;
  /** Open: as long as role, engagement and right to practise last. */
  @Instant({ optional: true }) validTo?: string | null;
}

/** People × tasks at once: what a check refuses of so many goes back as `except` in one body. */
export const mostPairs = 10_000;

/** Each person with each task, 10,000 pairs at most. */
export class CheckDuties {
  @Ids({ min: 1, max: 100 }) personIds: string[];
  @Ids({ min: 1, max: 200 }) taskIds: string[];
  @Instant() validFrom: string;
  @Instant({ optional: true }) validTo?: string | null;
}

/** One person, and the tasks that they are not assigned. */
export class LeftOut {
  @Id() personId: string;
  @Ids({ min: 1, max: 200 }) taskIds: string[];
}

export class AssignDuties extends CheckDuties {
  /** Of all the people with all the tasks, those that are left out: what the check has refused. */
  @ListOf(() => LeftOut, { max: 100, optional: true }) except?: LeftOut[] | null;
}

/** Those of one assignment as a rule: with `at` where they began, they have never been in force. A thousand at a time. */
export class EndDuties extends EndWithReason {
  @Ids({ min: 1 }) dutyIds: string[];
}

export class DutyQuery extends PageQuery {
  @Id({ optional: true }) personId?: string;
  @Id({ optional: true }) taskId?: string;
  @Instant({ optional: true }) at?: string;
}

export const dutyFlags = ['not-in-role-description'] as const;

export class DutyView {
  @Id() id: string;
  @Id() personId: string;
  @Line() personName: string;
  @Id() taskId: string;
  @Line() taskName: string;
  @OneOf(occupationCodes) occupation: OccupationCode;
  @Instant({ optional: 'null' }) validFrom: string | null;
  @Instant({ optional: 'null' }) validTo: string | null;
  @Prose({ optional: 'null' }) endReason: string | null;
  /** `not-in-role-description`: the role description in force no longer holds the task; the duty stands until it is ended. */
  @ManyOf(dutyFlags) flags: (typeof dutyFlags)[number][];
}

export class AssignedDutyView extends DutyView {
  /** Only where something should be known: required competence that is missing, or that ends within the period. */
  @ListOf(() => WarningView, { optional: 'absent' }) warnings?: WarningView[];
}

/** What would come of it; nothing has been written. */
export class CheckedDutyView {
  @Id() personId: string;
  @Id() taskId: string;
  @Flag() allowed: boolean;
  @ListOf(() => RefusalView) refusals: RefusalView[];
  @ListOf(() => WarningView) warnings: WarningView[];
}

export class CheckedDutiesView {
  /** Each person with each task. */
  @ListOf(() => CheckedDutyView, { max: mostPairs }) items: CheckedDutyView[];
}

export class EndedDutiesView {
  @ListOf(() => DutyView) items: DutyView[];
}

export class DutiesView {
  @ListOf(() => AssignedDutyView, { max: mostPairs }) items: AssignedDutyView[];
}

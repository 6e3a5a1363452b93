import { type AreaCode, areaCodes } from '../catalogue/catalogue.types.js';
import { Id, Instant, Line, ListOf, Nested, OneOf, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { RefusalView } from '../http/refusal.view.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';
import { NamedView } from '../session/session.dto.js';
import { type NeedKind, needKinds } from './need.rules.js';

export class NeedsQuery extends PageQuery {
  /** Now if left out. */
  @Instant({ optional: true }) at?: string;
  /** Only what concerns a task of this area. */
  @OneOf(areaCodes, { optional: 'absent' }) area?: AreaCode;
  @Id({ optional: 'absent' }) personId?: string;
}

export class NeededCompetenceView {
  @Id() id: string;
  @Line() name: string;
  /** Of a record its own level; of what is lacking the least that is enough. */
  @Whole({ min: 1 }) level: number;
}

export class HitView {
  @Id() taskId: string;
  @Line() name: string;
}

/** Something the clinic has to see to, now or within 90 days. */
export class NeedView {
  @OneOf(needKinds) kind: NeedKind;
  /** Whose it is; of a delegation, who has received it. */
  @Nested(() => NamedView) person: NamedView;
  @Nested(() => NamedView, { optional: 'null' }) task: NamedView | null;
  /** What is lacking (one of them is enough), claimed or about to expire. */
  @ListOf(() => NeededCompetenceView) competences: NeededCompetenceView[];
  /** Whose right to practise is missing or ends, or whose engagement ends. */
  @OneOf(occupationCodes, { optional: 'null' }) occupation: OccupationCode | null;
  @Nested(() => NamedView, { optional: 'null' }) delegator: NamedView | null;
  /** Why the decision says no, where competence is lacking. */
  @Nested(() => RefusalView, { optional: 'null' }) refusal: RefusalView | null;
  /** The record, delegation, engagement, abstention or training plan. */
  @Id({ optional: 'null' }) subjectId: string | null;
  /** Since when, or when it ends; null where it has never been otherwise. */
  @Instant({ optional: 'null' }) at: string | null;
  /** 30, 60 or 90 days for what is coming; null for what is so already. */
  @Whole({ min: 30, max: 90, optional: 'null' }) within: number | null;
  /** Tasks in use that the person may not do: now, from then on, or until the claim is confirmed. */
  @ListOf(() => HitView, { max: 100_000 }) hits: HitView[];
}

import { Flag, Id, Instant, Line, ListOf, Nested, OneOf, Prose, Whole } from '../http/fields.js';
import { RefusalView } from '../http/refusal.view.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';
import { NamedView } from '../session/session.dto.js';
import { type NearKind, nearKinds } from './trainable.rules.js';

const most = { max: 100_000 };

export class SuggestionsQuery {
  @Id() taskId: string;
  /** Who is to do it; left out, anybody. */
  @Id({ optional: 'absent' }) personId?: string;
}

export class SuggestedDecisionView {
  @Flag() allowed: boolean;
  @ListOf(() => RefusalView) refusals: RefusalView[];
}

/** Would not be refused, for a day at least, if the assessments are given and the terms are met. */
export class SuggestedDelegatorView {
  @Nested(() => NamedView) person: NamedView;
  @OneOf(occupationCodes) profession: OccupationCode;
  /** As long as it could last at the most, as far as is registered; null: nothing ends it. */
  @Instant({ optional: 'null' }) until: string | null;
  /** What it would be refused for unless it says it: conditions, training, or the terms of a contested task. */
  @ListOf(() => RefusalView) terms: RefusalView[];
}

export class LackedCompetenceView {
  @Id() id: string;
  @Line() name: string;
  @Whole({ min: 1 }) minLevel: number;
}

export class LackView {
  @Line() code: string;
  @Prose() detail: string;
  /** One of these is enough. */
  @ListOf(() => LackedCompetenceView) anyOf: LackedCompetenceView[];
  @Instant({ optional: 'null' }) expiredAt: string | null;
}

const ways = ['own', 'delegation'] as const;

/** Lacks nothing but this. */
export class TrainableView {
  @Nested(() => NamedView) person: NamedView;
  /** In own right once it is learnt, or by a delegation that somebody could then give. */
  @OneOf(ways) way: (typeof ways)[number];
  @ListOf(() => LackView) lacks: LackView[];
}

/** A record that is almost what somebody lacks who could be trained. */
export class NearView {
  @Nested(() => NamedView) person: NamedView;
  @OneOf(nearKinds) kind: NearKind;
  @Id() recordId: string;
  @Nested(() => NamedView) competence: NamedView;
  @Whole({ min: 1 }) level: number;
  @Whole({ min: 1 }) minLevel: number;
  /** Within the last 180 days. */
  @Instant({ optional: 'null' }) expiredAt: string | null;
  /** Of a claim: who masters it and is somebody else. A manager may confirm it, too, except of themself. */
  @ListOf(() => NamedView, most) confirmableBy: NamedView[];
}

/** What could be done about a task that too few may do, or that one person may not do. It never suggests to delegate on. */
export class SuggestionsView {
  @Nested(() => NamedView) task: NamedView;
  @Nested(() => NamedView, { optional: 'null' }) person: NamedView | null;
  @Instant() at: string;
  /** About the person; null where none was named. */
  @Nested(() => SuggestedDecisionView, { optional: 'null' }) decision: SuggestedDecisionView | null;
  /** Who could leave it to the person, or to anybody who may receive it. */
  @ListOf(() => SuggestedDelegatorView, most) delegators: SuggestedDelegatorView[];
  /** Where there is none, though somebody may leave the task to others: what of the person is in the way. */
  @ListOf(() => RefusalView) obstacles: RefusalView[];
  /** Those with the least to learn first. */
  @ListOf(() => TrainableView, most) trainable: TrainableView[];
  @ListOf(() => NearView, most) nearlyThere: NearView[];
}

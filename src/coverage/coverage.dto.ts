import { type AreaCode, areaCodes } from '../catalogue/catalogue.types.js';
import { Day, Flag, Id, Instant, Line, ListOf, Nested, OneOf, Whole, Wholes } from '../http/fields.js';
import { NamedView } from '../session/session.dto.js';

const many = 1_000_000;
const place = { min: 0, max: many };
const week = { max: 7, distinct: true };

export class CoverageQuery {
  /** Now if left out. The week begins with the day in which the moment lies. */
  @Instant({ optional: true }) at?: string;
  @OneOf(areaCodes, { optional: 'absent' }) area?: AreaCode;
}

export class CoverageDayView {
  /** ISO 8601: 1 Monday to 7 Sunday. */
  @Whole({ min: 1, max: 7 }) weekday: number;
  /** The next such day; what is said of it is said of noon, or of `at` where that is later on the same day. */
  @Day() date: string;
  /** How many work that day. */
  @Whole() working: number;
}

export class CoveredDayView {
  @Whole({ min: 1, max: 7 }) weekday: number;
  /** How many work that day and may do the task. */
  @Whole() count: number;
  /** Who: places in the list `people`, from 0. */
  @Wholes(place, { max: many }) people: number[];
}

export class CoveredTaskView {
  @Id() id: string;
  @Line() name: string;
  @OneOf(areaCodes) area: AreaCode;
}

export class CoveredView {
  @Nested(() => CoveredTaskView) task: CoveredTaskView;
  /** Exactly one may do it on some weekday, or one in all. */
  @Flag() singlePoint: boolean;
  /** The one, where only one may do it in the whole week. */
  @Nested(() => NamedView, { optional: 'null' }) onlyOne: NamedView | null;
  /** Weekdays on which somebody works, but nobody who may do the task. */
  @Wholes({ min: 1, max: 7 }, week) nobody: number[];
  /** In the order of `days` above. */
  @ListOf(() => CoveredDayView, { max: 7 }) days: CoveredDayView[];
}

/** How many may do each task in use on each weekday. Working days affect this only, never the decision. */
export class CoverageView {
  @Instant() at: string;
  @ListOf(() => CoverageDayView, { max: 7 }) days: CoverageDayView[];
  /** Everybody who is engaged on one of the days, by name. */
  @ListOf(() => NamedView, { max: many }) people: NamedView[];
  /** Tasks that somebody holds, or that a role description in force names; single points of failure first. */
  @ListOf(() => CoveredView, { max: many }) tasks: CoveredView[];
}

import { type CompetenceKind, competenceKinds } from '../competence/competence.rules.js';
import { Levels } from '../competence/levels.field.js';
import { Id, Instant, Line, ListOf, Nested, OneOf, Whole, Wholes } from '../http/fields.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';
import { NamedView } from '../session/session.dto.js';
import { type HoldingStatus, holdingStatuses } from './competence-matrix.rules.js';
import { MatrixPersonView } from './matrix.dto.js';

const many = 1_000_000;
const place = { min: 0, max: many };
const level = { min: 1, max: 20 };

export class MatrixCompetenceView {
  @Id() id: string;
  @Line() name: string;
  @OneOf(competenceKinds) kind: CompetenceKind;
  /** Level 1 is the first. */
  @Levels() levels: string[];
}

export class RequiredOptionView {
  @Id() id: string;
  @Line() name: string;
  @Whole(level) minLevel: number;
}

/** What a task, or the role description of an occupation, requires: one of the options is enough. */
export class MatrixRequirementView {
  /** Null where a role description requires it. */
  @Nested(() => NamedView, { optional: 'null' }) task: NamedView | null;
  /** Whose role description requires it; null where a task does. */
  @OneOf(occupationCodes, { optional: 'null' }) occupation: OccupationCode | null;
  @ListOf(() => RequiredOptionView) anyOf: RequiredOptionView[];
}

/** One person and one competence; there is no cell where there is nothing to say. */
export class CompetenceCellView {
  /** A place in `people`, from 0. */
  @Whole(place) person: number;
  /** A place in `competences`, from 0. */
  @Whole(place) competence: number;
  /**
   * `valid`; `expiring` within 90 days; `too-low` for what requires it; `expired`; `claimed` and not confirmed yet;
   * `missing` although it is required, and nothing else that would be enough is there either.
   */
  @OneOf(holdingStatuses) status: HoldingStatus;
  /** Of the record that stands, or stood last; null where none ever did. */
  @Whole({ ...level, optional: 'null' }) level: number | null;
  @Instant({ optional: 'null' }) validFrom: string | null;
  /** Until when it is held at that level without a gap, or was; null where time alone ends nothing, or no record ever stood. */
  @Instant({ optional: 'null' }) validTo: string | null;
  /** Of a claim that waits to be confirmed. */
  @Whole({ ...level, optional: 'null' }) claimedLevel: number | null;
  /** The highest level that is required of the person; null where it is not required. */
  @Whole({ ...level, optional: 'null' }) minLevel: number | null;
  /** What it is required for, alone or as one of several: places in `requirements`, from 0. */
  @Wholes(place, { max: many, distinct: true }) requiredBy: number[];
}

/** Who masters what at a moment, what runs out, and what is missing: `cells` by person and competence, without the empty ones. */
export class CompetenceMatrixView {
  @Instant() at: string;
  /** Only where it was asked for. */
  @Instant({ optional: 'absent' }) knownAt?: string;
  /** Everybody who is engaged at the moment, by name. */
  @ListOf(() => MatrixPersonView, { max: many }) people: MatrixPersonView[];
  /**
   * What the tasks require and, unless an area or a competence is asked for, what these people’s role descriptions require
   * and what they have records of; by name.
   */
  @ListOf(() => MatrixCompetenceView, { max: many }) competences: MatrixCompetenceView[];
  @ListOf(() => MatrixRequirementView, { max: many }) requirements: MatrixRequirementView[];
  @ListOf(() => CompetenceCellView, { max: many }) cells: CompetenceCellView[];
}

import { Id, Line, OneOf, Prose, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { type CompetenceKind, competenceKinds } from './competence.rules.js';
import { Levels } from './levels.field.js';

export class CreateCompetence {
  @Line() name: string;
  @OneOf(competenceKinds) kind: CompetenceKind;
  /** Names of the levels, the lowest first: level 1, 2 … Left out: one level, which is passed. */
  @Levels({ optional: true }) levels?: string[] | null;
  /** Months from the day it was achieved; null where it does not lapse by time alone. */
  @Whole({ min: 1, max: 600, optional: true }) validityMonths?: number | null;
  @Prose({ optional: true }) renewal?: string | null;
}

/** Takes a competence of the national catalogue into use. */
export class AdoptCompetence {
  @Line() catalogueCode: string;
}

/** The levels are written once: records and requirements count on them. */
export class ChangeCompetence {
  @Line({ optional: 'absent' }) name?: string;
  /** For records registered from now on. */
  @Whole({ min: 1, max: 600, optional: true }) validityMonths?: number | null;
  @Prose({ optional: true }) renewal?: string | null;
}

export class CompetencesQuery extends PageQuery {}

export class CompetenceView {
  @Id() id: string;
  @Line() name: string;
  @OneOf(competenceKinds) kind: CompetenceKind;
  @Levels() levels: string[];
  @Whole({ min: 1, max: 600, optional: 'null' }) validityMonths: number | null;
  @Prose({ optional: 'null' }) renewal: string | null;
  @Line({ optional: 'null' }) catalogueCode: string | null;
  @Whole({ min: 1 }) version: number;
}

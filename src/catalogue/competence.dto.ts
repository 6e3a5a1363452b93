import { type CompetenceKind, competenceKinds } from '../competence/competence.rules.js';
import { Line, ListOf, Nested, OneOf, Whole } from '../http/fields.js';
import { strengths } from '../http/refusal.view.js';
import type { Strength } from '../law/legal-bases.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';
import { CatalogueNoteView, NationalQuery, SourceView, TemplateTaskView, TextView } from './catalogue.dto.js';
import { type AreaCode, areaCodes } from './catalogue.types.js';

export class CompetenceQuery extends NationalQuery {
  @OneOf(competenceKinds, { optional: 'absent' }) kind?: CompetenceKind;
  /** Suggested for a task of this area. */
  @OneOf(areaCodes, { optional: 'absent' }) area?: AreaCode;
  /** Suggested for a task that this occupation holds in its own right. */
  @OneOf(occupationCodes, { optional: 'absent' }) occupation?: OccupationCode;
}

export class CompetenceLevelView {
  @Whole({ min: 1, max: 3 }) level: number;
  @Nested(() => TextView) name: TextView;
}

export class AuthorityView {
  @OneOf(strengths) strength: Strength;
  @Nested(() => TextView) citation: TextView;
  @Nested(() => TextView) says: TextView;
}

export class AlternativeView {
  /** Of a competence. */
  @Line() code: string;
  @Whole({ min: 1, max: 3 }) minimumLevel: number;
}

/** The product's own suggestion: a clinic decides for itself what it requires. */
export class SuggestedForView {
  @Nested(() => TemplateTaskView) task: TemplateTaskView;
  @Whole({ min: 1, max: 3 }) minimumLevel: number;
  /** `all-of`: this one is needed. `any-of`: this one, or one of the alternatives. */
  @OneOf(['all-of', 'any-of']) need: 'all-of' | 'any-of';
  /** What would do instead; empty with `all-of`. */
  @ListOf(() => AlternativeView) alternatives: readonly AlternativeView[];
  @OneOf(strengths) strength: Strength;
  @Nested(() => SourceView) source: SourceView;
  @Nested(() => TextView) note: TextView;
}

export class CatalogueCompetenceView {
  @Line() code: string;
  @Nested(() => TextView) name: TextView;
  @OneOf(competenceKinds) kind: CompetenceKind;
  /** In rising order; a person without a record is at none of them. */
  @ListOf(() => CompetenceLevelView, { min: 1, max: 3 }) levels: readonly CompetenceLevelView[];
  /** Whole months; null where it does not lapse by time alone. */
  @Whole({ min: 1, max: 120, optional: 'null' }) validityMonths: number | null;
  @Nested(() => TextView) renewal: TextView;
  /** Whose choice the validity and the renewal are. */
  @Nested(() => SourceView) validitySource: SourceView;
  /** Where the work that is to be mastered is named; not how it is shown, nor at what level. */
  @Nested(() => SourceView) source: SourceView;
  @ListOf(() => CatalogueNoteView) legalNotes: readonly CatalogueNoteView[];
  /** Rules and bodies outside the list of legal bases that speak of it. */
  @ListOf(() => AuthorityView) authorities: readonly AuthorityView[];
  @ListOf(() => SuggestedForView) suggestedFor: readonly SuggestedForView[];
}

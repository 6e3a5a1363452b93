import { ApiProperty } from '@nestjs/swagger';
import { Flag, Line, ListOf, ManyOf, Nested, OneOf, Prose, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { strengths } from '../http/refusal.view.js';
import { type LegalBasisId, legalBases, type Strength } from '../law/legal-bases.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';
import { type AreaCode, areaCodes } from './catalogue.types.js';

export const legalBasisIds = Object.keys(legalBases) as LegalBasisId[];

/** National lists are short: without a limit they come whole. */
export class NationalQuery extends PageQuery {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 200, default: 200, required: false })
  override limit: number = 200;
}

export class CatalogueQuery extends NationalQuery {
  /** Tasks of this area; role descriptions that have it. */
  @OneOf(areaCodes, { optional: 'absent' }) area?: AreaCode;
  /** Tasks this occupation holds in its own right; role descriptions for it. */
  @OneOf(occupationCodes, { optional: 'absent' }) occupation?: OccupationCode;
}

/** In bokmål, nynorsk and English. */
export class TextView {
  @Prose() nb: string;
  @Prose() nn: string;
  @Prose() en: string;
}

export class SourceView {
  /** `seed`: from the document named; `example`: the catalogue's own. */
  @OneOf(['seed', 'example']) kind: 'seed' | 'example';
  @Line({ max: 1000 }) title: string;
  @Line({ max: 1000 }) publisher: string;
  /** The document's own words, in its own language. */
  @Prose({ optional: 'null' }) quote: string | null;
}

export class CatalogueEntitlementView {
  @OneOf(occupationCodes) occupation: OccupationCode;
  @Flag() mayDelegate: boolean;
}

export class CatalogueNoteView {
  /** The id of a legal basis. */
  @Line() basis: LegalBasisId;
  @Nested(() => TextView) note: TextView;
}

export class ContestedView {
  /** The course that must be named. */
  @Nested(() => TextView) course: TextView;
  @Nested(() => TextView) note: TextView;
}

export class CatalogueTaskView {
  @Line() code: string;
  @OneOf(areaCodes) area: AreaCode;
  @Nested(() => TextView) name: TextView;
  @Nested(() => SourceView) source: SourceView;
  @ListOf(() => CatalogueEntitlementView) entitlements: readonly CatalogueEntitlementView[];
  @ManyOf(occupationCodes, { optional: 'null' }) reservedTo: readonly OccupationCode[] | null;
  @Nested(() => ContestedView, { optional: 'null' }) contested: ContestedView | null;
  @ListOf(() => CatalogueNoteView) legalNotes: readonly CatalogueNoteView[];
}

export class TemplateTaskView {
  @Line() code: string;
  @Nested(() => TextView) name: TextView;
}

export class TemplateAreaView {
  @OneOf(areaCodes) code: AreaCode;
  @Nested(() => TextView) title: TextView;
  @ListOf(() => TemplateTaskView) tasks: readonly TemplateTaskView[];
}

export class TemplateObligationView {
  @Nested(() => TextView) text: TextView;
  /** Ids of legal bases. */
  @ManyOf(legalBasisIds) legalBases: readonly LegalBasisId[];
  @Nested(() => SourceView) source: SourceView;
}

export class SpecialityView {
  @Line() code: string;
  @Nested(() => TextView) name: TextView;
}

export class TemplateView {
  @Line() code: string;
  @Whole({ min: 1 }) version: number;
  @OneOf(occupationCodes) occupation: OccupationCode;
  @Nested(() => TextView) name: TextView;
  @Nested(() => SourceView) source: SourceView;
  @ListOf(() => TemplateAreaView) areas: readonly TemplateAreaView[];
  /** Outside the occupation's own right, and commonly left to it under § 5. */
  @ListOf(() => TemplateTaskView) afterDelegation: readonly TemplateTaskView[];
  @ListOf(() => TemplateObligationView) obligations: readonly TemplateObligationView[];
  @ListOf(() => SpecialityView) specialities: readonly SpecialityView[];
}

export class OccupationView {
  @OneOf(occupationCodes) code: OccupationCode;
  /** A group of § 48: practising needs an authorisation or licence. */
  @Flag() regulated: boolean;
  @Flag() retired: boolean;
  /** In training: given tasks as a rule only for that. */
  @Flag() trainee: boolean;
  /** Shown with a valid authorisation. */
  @Nested(() => TextView) title: TextView;
  /** Shown without one (hpl-74). */
  @Nested(() => TextView) plainName: TextView;
  @OneOf(['volven-9060', 'own']) source: 'volven-9060' | 'own';
  @Nested(() => TextView, { optional: 'null' }) note: TextView | null;
}

export class LegalBasisInFullView {
  @Line() id: LegalBasisId;
  @OneOf(strengths) strength: Strength;
  @Nested(() => TextView) citation: TextView;
  @Nested(() => TextView) says: TextView;
}

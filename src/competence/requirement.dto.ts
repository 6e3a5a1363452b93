import { Id, Instant, Line, ListOf, ManyOf, Whole } from '../http/fields.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';

export class RequiredOption {
  @Id() competenceId: string;
  /** Level 1 is the lowest; 1 if left out. */
  @Whole({ min: 1, max: 20, optional: 'absent' }) minLevel?: number;
}

export class RequiredGroup {
  /** One of these is enough; each competence once. */
  @ListOf(() => RequiredOption, { min: 1, max: 20 }) anyOf: RequiredOption[];
  /** Not asked of these when they do the task in their own right; always of whoever does it by delegation or approval. */
  @ManyOf(occupationCodes, { optional: true }) exceptOccupations?: OccupationCode[] | null;
}

export class Require {
  /** What stood until then ends; what had not begun never does. */
  @Instant() from: string;
  /** All of these; empty: nothing is required from then on. */
  @ListOf(() => RequiredGroup, { max: 50 }) allOf: RequiredGroup[];
}

export class RequiredOptionView {
  @Id() competenceId: string;
  @Line() name: string;
  @Whole({ min: 1, max: 20 }) minLevel: number;
}

export class RequirementView {
  @Id() id: string;
  /** Null: since ever. */
  @Instant({ optional: 'null' }) validFrom: string | null;
  @Instant({ optional: 'null' }) validTo: string | null;
  @ListOf(() => RequiredOptionView) anyOf: RequiredOptionView[];
  @ManyOf(occupationCodes) exceptOccupations: OccupationCode[];
}

/** What is required now, and what is decided to be. */
export class RequirementsView {
  @Whole({ min: 1 }) version: number;
  @ListOf(() => RequirementView) items: RequirementView[];
}

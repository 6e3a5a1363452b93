import type { LegalBasisId, Text } from '../law/legal-bases.js';
import type { OccupationCode } from '../law/occupations.js';

export const areaCodes = [
  'resepsjon',
  'laboratorium',
  'skiftestue',
  'generelt',
  'tannhelse',
  'lege',
  'teknologi',
] as const;
export type AreaCode = (typeof areaCodes)[number];

/** Where something comes from. An example is the product's own and never passed off as a document's words. */
export interface Source {
  readonly kind: 'seed' | 'example';
  readonly title: string;
  readonly publisher: string;
  /** The exact words in the document, in the document's own language. */
  readonly quote: string | null;
}

export interface LegalNote {
  readonly basis: LegalBasisId;
  readonly note: Text;
}

/** The occupation holds the task in its own right; only a § 48 group may leave it to others (delegator-authorised). */
export interface CatalogueEntitlement {
  readonly occupation: OccupationCode;
  readonly mayDelegate: boolean;
}

/** One thing that is done, as the country knows it; a clinic adopts it and may adapt its own copy. */
export interface CatalogueTask {
  /** Stable for ever: a clinic's task is matched with its origin by it. */
  readonly code: string;
  readonly area: AreaCode;
  readonly name: Text;
  readonly source: Source;
  readonly entitlements: readonly CatalogueEntitlement[];
  /** The occupations statute reserves the task to; null where it reserves it to none. */
  readonly reservedTo: readonly OccupationCode[] | null;
  /** Professions disagree: delegating takes the named course, a reasoned assessment and the delegator's presence. */
  readonly contested: { readonly course: Text; readonly note: Text } | null;
  readonly legalNotes: readonly LegalNote[];
}

export interface TemplateArea {
  readonly code: AreaCode;
  readonly title: Text;
  readonly taskCodes: readonly string[];
}

export interface Obligation {
  readonly text: Text;
  readonly legalBases: readonly LegalBasisId[];
  readonly source: Source;
}

/** A medical speciality; the code is the Norwegian standard for education (NUS). */
export interface Speciality {
  readonly code: string;
  readonly name: Text;
}

/** A role description that clinics adopt. Raise the version with every change: adopted ones are offered the difference. */
export interface RoleDescriptionTemplate {
  readonly code: string;
  readonly version: number;
  readonly occupation: OccupationCode;
  readonly name: Text;
  readonly source: Source;
  readonly areas: readonly TemplateArea[];
  /** Tasks outside the occupation's own right that are commonly left to it under helsepersonelloven § 5. */
  readonly afterDelegation: readonly string[];
  readonly obligations: readonly Obligation[];
  /** The document's own words where they do not name one task each, and the tasks they were read as. */
  readonly readings: readonly { readonly quote: string; readonly taskCodes: readonly string[] }[];
  readonly specialities: readonly Speciality[];
}

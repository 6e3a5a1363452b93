import type { CompetenceKind } from '../competence/competence.rules.js';
import type { Strength, Text } from '../law/legal-bases.js';
import type { LegalNote, Source } from './catalogue.types.js';

/** A step of a scale, counted from 1; a person without a record is at none. Each step holds those below it. */
export interface CompetenceLevel {
  readonly level: number;
  readonly name: Text;
}

/** A rule or a body outside the table of legal bases that speaks of the competence, and how binding it is. */
export interface Authority {
  readonly strength: Strength;
  readonly citation: Text;
  readonly says: Text;
}

/** Something a person can be shown to master, as the country knows it; a clinic adopts it and decides for itself. */
export interface CatalogueCompetence {
  /** Stable for ever, and among competences only: a task may have the same code. */
  readonly code: string;
  readonly name: Text;
  readonly kind: CompetenceKind;
  /** In rising order. */
  readonly levels: readonly CompetenceLevel[];
  /** Whole months from the day it was achieved; null where it does not lapse by time alone. */
  readonly validityMonths: number | null;
  readonly renewal: Text;
  /** Whose choice the validity and the renewal are; no document here fixes either. */
  readonly validitySource: Source;
  /** The words that name what is to be mastered. They name the work: how it is shown, and at what level, is ours. */
  readonly source: Source;
  readonly legalNotes: readonly LegalNote[];
  readonly authorities: readonly Authority[];
}

/** At least this level of this competence. */
export interface CompetenceNeed {
  readonly competence: string;
  readonly level: number;
}

/** What is suggested of whoever does a task: every one of `allOf`, and, where it is not empty, one of `anyOf`. */
export interface TaskCompetence {
  readonly task: string;
  readonly allOf: readonly CompetenceNeed[];
  readonly anyOf: readonly CompetenceNeed[];
  readonly strength: Strength;
  readonly source: Source;
  readonly note: Text;
}

import type { Period } from '../../law/period.js';

export interface CompetenceState {
  readonly id: string;
  name: string;
  readonly kind: string;
  /** Level 1 is the first. */
  readonly levels: readonly string[];
  validityMonths: number | null;
  renewal: string | null;
  readonly catalogueCode: string | null;
  version: number;
  readonly createdAt: number;
}

/** Of a task or of a role description: one of `anyOf` at that level or above. */
export interface RequirementState {
  readonly id: string;
  readonly taskId: string | null;
  readonly roleDescriptionId: string | null;
  readonly anyOf: readonly { readonly competenceId: string; readonly minLevel: number }[];
  readonly exceptOccupations: readonly string[];
  /** Null where it was replaced before it came into force. */
  valid: Period | null;
  readonly createdAt: number;
}

export interface CompetenceRecordState {
  readonly id: string;
  readonly personId: string;
  readonly competenceId: string;
  readonly level: number;
  /** YYYY-MM-DD. */
  readonly achievedOn: string;
  readonly requested: Period;
  /** When it really stands: null until confirmed. */
  valid: Period | null;
  assessorId: string | null;
  readonly evidence: { readonly source: string; readonly note: string | null };
  readonly steps: CompetenceRecordStepState[];
  readonly createdAt: number;
}

export interface CompetenceRecordStepState {
  readonly id: string;
  readonly kind: 'claimed' | 'confirmed' | 'rejected' | 'withdrawn';
  readonly at: number;
  readonly actorId: string;
  readonly personId: string | null;
  readonly reason: string | null;
}

export interface AbstentionState {
  readonly id: string;
  readonly personId: string;
  readonly taskId: string;
  readonly reason: string;
  valid: Period;
  endReason: string | null;
  /** Who let the person back; a person, or a login without one. */
  endedBy: string | null;
  readonly createdAt: number;
}

export interface PolicyState {
  readonly name: string;
  readonly value: string;
  readonly version: number;
}

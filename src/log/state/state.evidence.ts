/** A file that a competence record rests on: what the log says of it. Its bytes lie beside, until they are erased. */
export interface EvidenceState {
  readonly id: string;
  readonly recordId: string;
  readonly position: number;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly actorId: string;
  readonly uploadedBy: string | null;
  readonly createdAt: number;
  erased: EvidenceErasureState | null;
}

interface EvidenceErasureState {
  readonly at: number;
  readonly actorId: string;
  readonly personId: string | null;
  readonly reason: string;
}

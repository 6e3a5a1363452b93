import { Id, Instant, ListOf, Prose, Whole } from '../http/fields.js';
import { LegalBasisView } from '../http/refusal.view.js';

export class RecordEmergency {
  @Id() taskId: string;
  /** Who acted; the caller when left out. Only a manager may name another. */
  @Id({ optional: true }) personId?: string | null;
  /** When it happened; not in the future. */
  @Instant() at: string;
  @Prose({ min: 1 }) note: string;
}

export class EmergencyView {
  /** The number of its entry in the log, which is the only record. */
  @Whole() seq: number;
  @Id() taskId: string;
  @Id() personId: string;
  @Instant() at: string;
  @Prose() note: string;
  @Instant() recordedAt: string;
  @ListOf(() => LegalBasisView) legalBases: LegalBasisView[];
}

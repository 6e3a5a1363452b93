import type { Period } from '../../law/period.js';
import type { Attendance, Participation, TeachingKind } from '../../teaching/teaching.rules.js';

/** A course, a meeting or internal teaching, and what became of it. */
export interface TeachingState {
  readonly id: string;
  kind: TeachingKind;
  title: string;
  place: string | null;
  held: Period;
  topics: readonly string[];
  /** One of the two is null. */
  heldBy: { readonly personId: string | null; readonly name: string | null };
  open: boolean;
  /** By competence: at which level; null where it gives it no longer. */
  readonly gives: Map<string, number | null>;
  version: number;
  readonly createdAt: number;
  cancellation: (Recorded & { readonly reason: string }) | null;
  readonly participations: TeachingRow<Participation>[];
  readonly attendances: TeachingRow<Attendance>[];
  readonly records: TeachingRecordState[];
}

interface Recorded {
  readonly at: number;
  readonly actorId: string;
  readonly byId: string | null;
}

/** The highest number of a person is the one that counts. */
export interface TeachingRow<Kind> extends Recorded {
  readonly id: string;
  readonly personId: string;
  readonly number: number;
  readonly kind: Kind;
}

interface TeachingRecordState {
  readonly personId: string;
  readonly competenceId: string;
  readonly level: number;
  readonly recordId: string;
  readonly at: number;
}

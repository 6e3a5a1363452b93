import { Day, Flag, Id, Instant, Line, ListOf, Nested, OneOf, Prose, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { NamedView } from '../session/session.dto.js';
import { type RecordStatus, recordStatuses } from './competence.rules.js';

/** Where it can be seen: a course certificate, a signed form, whoever watched. */
export class RecordEvidence {
  @Line() source: string;
  @Prose({ optional: true }) note?: string | null;
}

export class RegisterRecord {
  @Id() competenceId: string;
  /** Level 1 is the lowest; 1 if left out. */
  @Whole({ min: 1, max: 20, optional: true }) level?: number | null;
  /** Today at the latest. */
  @Day() achievedOn: string;
  /** Left out: for as long as such competence lasts from the day it was achieved. */
  @Instant({ optional: true }) validTo?: string | null;
  /** Who saw it; never the person. */
  @Id({ optional: true }) assessedBy?: string | null;
  @Nested(() => RecordEvidence) evidence: RecordEvidence;
}

export class Reason {
  @Prose({ min: 1 }) reason: string;
}

export class RecordsQuery extends PageQuery {
  @Id({ optional: 'absent' }) personId?: string;
  @Id({ optional: 'absent' }) competenceId?: string;
  @OneOf(recordStatuses, { optional: 'absent' }) status?: RecordStatus;
}

export class PersonsRecordsQuery extends PageQuery {
  @Id({ optional: 'absent' }) competenceId?: string;
  @OneOf(recordStatuses, { optional: 'absent' }) status?: RecordStatus;
}

const stepKinds = ['claimed', 'confirmed', 'rejected', 'withdrawn'] as const;

export class RecordStepView {
  @OneOf(stepKinds) kind: (typeof stepKinds)[number];
  @Instant() at: string;
  /** Null for a token. */
  @Nested(() => NamedView, { optional: 'null' }) by: NamedView | null;
  @Prose({ optional: 'null' }) reason: string | null;
}

export class RecordEvidenceView {
  @Line() source: string;
  @Prose({ optional: 'null' }) note: string | null;
}

/** What the reader may do with it now. */
class CompetenceRecordCanView {
  @Flag() confirmation: boolean;
  @Flag() rejection: boolean;
  @Flag() withdrawal: boolean;
  /** Add a file to it. */
  @Flag() evidence: boolean;
  /** Have the bytes of a file erased. */
  @Flag() erasure: boolean;
}

export class CompetenceRecordView {
  @Id() id: string;
  @Nested(() => NamedView) person: NamedView;
  @Nested(() => NamedView) competence: NamedView;
  @Whole({ min: 1, max: 20 }) level: number;
  @Line() levelName: string;
  @Day() achievedOn: string;
  /** As the record says. */
  @Instant() validFrom: string;
  @Instant({ optional: 'null' }) validTo: string | null;
  /** When it really stands; null until confirmed. Another record may have taken over, or it may have been withdrawn. */
  @Instant({ optional: 'null' }) standsFrom: string | null;
  @Instant({ optional: 'null' }) standsTo: string | null;
  @OneOf(recordStatuses) status: RecordStatus;
  @Nested(() => NamedView, { optional: 'null' }) assessedBy: NamedView | null;
  @Nested(() => RecordEvidenceView) evidence: RecordEvidenceView;
  /** How many files it rests on, those that have been erased among them. */
  @Whole({ max: 10 }) evidenceFiles: number;
  @ListOf(() => RecordStepView) steps: RecordStepView[];
  @Nested(() => CompetenceRecordCanView) can: CompetenceRecordCanView;
}

import { Flag, Id, Ids, Instant, Line, Lines, ListOf, Nested, OneOf, Prose, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { NamedView } from '../session/session.dto.js';
import {
  type Attendance,
  attendances,
  type Participation,
  participations,
  type TeachingKind,
  type TeachingStatus,
  teachingKinds,
  teachingStatuses,
} from './teaching.rules.js';

const mostPeople = 500;
const mostGiven = { max: 20 };

/** One of the two: a person here, or the name of somebody from outside. */
export class TeachingHolder {
  @Id({ optional: true }) personId?: string | null;
  @Line({ optional: true }) name?: string | null;
}

/** What presence gives. */
export class GivesCompetence {
  @Id() competenceId: string;
  /** Level 1 is the lowest; 1 if left out. */
  @Whole({ min: 1, max: 20, optional: true }) level?: number | null;
}

/** A course, a meeting, internal teaching, e-learning or a day of practice; also one that has been held already. */
export class PlanTeaching {
  @OneOf(teachingKinds) kind: TeachingKind;
  @Line() title: string;
  @Line({ optional: true }) place?: string | null;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Lines(200, { optional: true }) topics?: string[] | null;
  @Nested(() => TeachingHolder) heldBy: TeachingHolder;
  /** Whether people may sign themselves up and off; no if left out. */
  @Flag({ optional: true }) open?: boolean | null;
  @ListOf(() => GivesCompetence, { ...mostGiven, optional: true }) gives?: GivesCompetence[] | null;
  /** Invited at once. */
  @Ids({ max: mostPeople, optional: true }) invitedIds?: string[] | null;
}

/** The time stays as it is once attendance has been recorded, and what records have been given of stays at its level. */
export class ChangeTeaching {
  @OneOf(teachingKinds, { optional: 'absent' }) kind?: TeachingKind;
  @Line({ optional: 'absent' }) title?: string;
  @Line({ optional: true }) place?: string | null;
  @Instant({ optional: 'absent' }) startsAt?: string;
  @Instant({ optional: 'absent' }) endsAt?: string;
  @Lines(200, { optional: 'absent' }) topics?: string[];
  @Nested(() => TeachingHolder, { optional: 'absent' }) heldBy?: TeachingHolder;
  @Flag({ optional: 'absent' }) open?: boolean;
  @ListOf(() => GivesCompetence, { ...mostGiven, optional: 'absent' }) gives?: GivesCompetence[];
}

export class CancelTeaching {
  @Prose({ min: 1 }) reason: string;
}

/** Those for whom it is so already are left as they are. */
export class TeachingPeople {
  @Ids({ min: 1, max: mostPeople }) personIds: string[];
}

export class PersonAttended {
  @Id() personId: string;
  @OneOf(attendances) status: Attendance;
}

/** A correction is recorded in the same way; nobody records their own. */
export class RecordAttendance {
  @ListOf(() => PersonAttended, { min: 1, max: mostPeople }) people: PersonAttended[];
}

/** Left out: everybody who was present. */
export class GiveRecords {
  @Ids({ min: 1, max: mostPeople, optional: true }) personIds?: string[] | null;
}

const orders = ['asc', 'desc'] as const;

export class TeachingQuery extends PageQuery {
  /** Held in some part after this moment. */
  @Instant({ optional: 'absent' }) from?: string;
  /** Begun before this moment. */
  @Instant({ optional: 'absent' }) to?: string;
  /** Expected, or with an attendance. */
  @Id({ optional: 'absent' }) personId?: string;
  /** Gives this competence. */
  @Id({ optional: 'absent' }) competenceId?: string;
  @OneOf(teachingStatuses, { optional: 'absent' }) status?: TeachingStatus;
  /** By when it begins: the first one first if left out. */
  @OneOf(orders, { optional: 'absent' }) order?: (typeof orders)[number];
}

class HolderView {
  /** Null for somebody from outside. */
  @Id({ optional: 'null' }) personId: string | null;
  @Line() name: string;
}

class GivesView {
  @Nested(() => NamedView) competence: NamedView;
  @Whole({ min: 1, max: 20 }) level: number;
  @Line() levelName: string;
}

class CancellationView {
  @Instant() at: string;
  /** Null for a login without a person. */
  @Nested(() => NamedView, { optional: 'null' }) by: NamedView | null;
  @Prose() reason: string;
}

class OwnPartView {
  @OneOf(participations, { optional: 'null' }) participation: Participation | null;
  @OneOf(attendances, { optional: 'null' }) attendance: Attendance | null;
}

class TallyView {
  /** Invited or signed up. */
  @Whole() expected: number;
  @Whole() present: number;
  @Whole() partly: number;
  @Whole() absent: number;
}

/** What the reader may do with it now. */
class TeachingCanView {
  @Flag() change: boolean;
  @Flag() cancellation: boolean;
  @Flag() invitation: boolean;
  @Flag() signUp: boolean;
  @Flag() signOff: boolean;
  @Flag() attendance: boolean;
  @Flag() records: boolean;
}

export class TeachingView {
  @Id() id: string;
  @OneOf(teachingKinds) kind: TeachingKind;
  @Line() title: string;
  @Line({ optional: 'null' }) place: string | null;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @OneOf(teachingStatuses) status: TeachingStatus;
  @Lines(200) topics: string[];
  @Nested(() => HolderView) heldBy: HolderView;
  @Flag() open: boolean;
  @ListOf(() => GivesView, mostGiven) gives: GivesView[];
  @Nested(() => CancellationView, { optional: 'null' }) cancellation: CancellationView | null;
  /** The reader’s own. */
  @Nested(() => OwnPartView) mine: OwnPartView;
  /** Null for those who see only their own part. */
  @Nested(() => TallyView, { optional: 'null' }) tally: TallyView | null;
  @Nested(() => TeachingCanView) can: TeachingCanView;
  @Whole({ min: 1 }) version: number;
}

class AttendanceView {
  @OneOf(attendances) status: Attendance;
  @Instant() recordedAt: string;
  /** Null for a login without a person. */
  @Nested(() => NamedView, { optional: 'null' }) recordedBy: NamedView | null;
  /** How often it has been corrected. */
  @Whole() corrections: number;
}

class PersonsRecordView {
  @Id() competenceId: string;
  @Id() recordId: string;
}

class TeachingPersonView {
  @Nested(() => NamedView) person: NamedView;
  @OneOf(participations, { optional: 'null' }) participation: Participation | null;
  @Nested(() => AttendanceView, { optional: 'null' }) attendance: AttendanceView | null;
  /** Given on it; one that was withdrawn later among them. */
  @ListOf(() => PersonsRecordView) records: PersonsRecordView[];
}

export class TeachingDetailView extends TeachingView {
  /** By name: all for managers, auditors and whoever holds it; oneself alone for others. */
  @ListOf(() => TeachingPersonView, { max: 10_000 }) people: TeachingPersonView[];
}

class RecordGivenView {
  @Nested(() => NamedView) person: NamedView;
  @Nested(() => NamedView) competence: NamedView;
  @Whole({ min: 1, max: 20 }) level: number;
  @Id() recordId: string;
  /** No for the record of whoever gave it: that one waits for somebody else. */
  @Flag() confirmed: boolean;
  @Instant() givenAt: string;
}

/** All that has been given; those that had been given before are left as they are. */
export class TeachingRecordsView {
  @ListOf(() => RecordGivenView, { max: 10_000 }) items: RecordGivenView[];
  /** How many of them are new. */
  @Whole() added: number;
}

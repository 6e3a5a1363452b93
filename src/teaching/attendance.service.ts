import { Injectable } from '@nestjs/common';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { periodOf } from '../decision/facts.loader.js';
import { Problem } from '../http/problem.js';
import { Refused } from '../law/refused.js';
import { actorOf, type By } from '../session/by.js';
import type { PersonAttended, TeachingDetailView } from './teaching.dto.js';
import { type Attendance, type Attendee, refusalsToAttend } from './teaching.rules.js';
import { teachingFound } from './teaching.view.js';

/** Who came: recorded by a manager or by whoever holds it, after it has begun. A correction is a new row. */
@Injectable()
export class AttendanceService {
  constructor(private readonly tenant: Tenant) {}

  record(id: string, people: readonly PersonAttended[], by: By): Promise<TeachingDetailView> {
    const personIds = people.map(({ personId }) => personId);
    const command = { teachingId: id, people };
    const attempt = { noun: 'teaching', act: 'attend', subjects: [id, ...personIds], command };
    return this.tenant.act(by, attempt, async (tx) => {
      const { view, teaching, mayRecord, recorder } = await teachingFound(tx, id);
      if (!mayRecord) throw new Problem('forbidden');
      if (new Set(personIds).size < personIds.length) throw Problem.invalid('/people', 'repeated');
      await mustExist(tx, 'person', personIds);
      const attendees = await attendeesOf(tx, id, personIds);
      const told = people.map((person) => ({ ...attendeeIn(attendees, person.personId), ...person }));
      const refusals = refusalsToAttend(teaching, recorder, told);
      if (refusals.length > 0) throw new Refused(refusals);
      const recorded = told.filter(({ before, status }) => before !== status);
      await insertAttendance(tx, view, recorded);
      return (await teachingFound(tx, id)).view;
    });
  }
}

interface Known extends Attendee {
  /** What was recorded last. */
  readonly before: Attendance | null;
}

interface Row {
  readonly personId: string;
  readonly presence: [number | null, number | null][] | null;
  readonly recordStands: boolean;
  readonly before: Attendance | null;
}

async function attendeesOf(tx: Tx, id: string, personIds: readonly string[]): Promise<Map<string, Known>> {
  const rows = await tx.rows<Row>(
    `select n.id "personId",
       (select json_agg(json_build_array(ms(lower(p.valid)), ms(upper(p.valid)))) from presence p where p.person_id = n.id) presence,
       teaching_record_stands(n.clinic_id, $1, n.id) "recordStands",
       (select a.status from teaching_attendance a where a.teaching_id = $1 and a.person_id = n.id
         order by a.number desc limit 1) "before"
     from person n where n.id = any($2)`,
    [id, personIds],
  );
  return new Map(
    rows.map(({ presence, ...row }) => [
      row.personId,
      { ...row, presence: (presence ?? []).map(([from, to]) => periodOf(from, to)) },
    ]),
  );
}

function attendeeIn(attendees: ReadonlyMap<string, Known>, personId: string): Known {
  const known = attendees.get(personId);
  if (!known) throw new Problem('not-found');
  return known;
}

async function insertAttendance(
  tx: Tx,
  { id, startsAt, endsAt }: TeachingDetailView,
  recorded: readonly PersonAttended[],
): Promise<void> {
  if (recorded.length === 0) return;
  const people = recorded.map(({ personId, status }) => ({ id: tx.newId(), personId, status }));
  await tx.rows(
    `insert into teaching_attendance (clinic_id, id, teaching_id, held, person_id, status, at, actor_id, by_id)
     select $1, p.id, $2, tstzrange($3, $4), p.person_id, p.status, $5, $6, $7
     from unnest($8::uuid[], $9::uuid[], $10::text[]) p (id, person_id, status)`,
    [
      tx.clinicId,
      id,
      new Date(startsAt),
      new Date(endsAt),
      new Date(tx.now),
      actorOf(tx.by),
      tx.by.personId,
      people.map((row) => row.id),
      people.map(({ personId }) => personId),
      people.map(({ status }) => status),
    ],
  );
  tx.log('teaching.attended', [id, ...people.map(({ personId }) => personId)], { id, people });
}

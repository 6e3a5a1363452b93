import { Injectable } from '@nestjs/common';
import { register } from '../competence/new-record.js';
import type { NewRecord } from '../competence/record.rows.js';
import { kindOfRecord, termsOf } from '../competence/record.rules.js';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { Refused } from '../law/refused.js';
import type { By } from '../session/by.js';
import type { TeachingDetailView, TeachingRecordsView } from './teaching.dto.js';
import { achievedOn, refusalsToGive, teachingKindNames } from './teaching.rules.js';
import { givesOf, type TeachingFound, teachingFound } from './teaching.view.js';

/** Records of competence for those who were present: all or nothing, by the rules of any other record, and each once. */
@Injectable()
export class TeachingRecordService {
  constructor(private readonly tenant: Tenant) {}

  give(id: string, personIds: readonly string[] | null, by: By): Promise<TeachingRecordsView> {
    const command = { teachingId: id, personIds };
    const attempt = { noun: 'teaching', act: 'record', subjects: [id, ...(personIds ?? [])], command };
    return this.tenant.act(by, attempt, async (tx) => {
      const found = await teachingFound(tx, id);
      await mustExist(tx, 'person', personIds ?? []);
      const wanted = personIds ?? presentIn(found.view);
      const attendance = new Map(
        found.view.people.map(({ person, attendance }) => [person.id, attendance?.status]),
      );
      const people = wanted.map((personId) => ({ personId, attendance: attendance.get(personId) ?? null }));
      refuse(refusalsToGive(found.teaching, givesOf(found.view), people));
      const records = await newRecords(tx, found, wanted);
      await write(tx, found.view, records);
      return { items: await recordsOf(tx, id), added: records.length };
    });
  }
}

function refuse(refusals: ConstructorParameters<typeof Refused>[0]): void {
  if (refusals.length > 0) throw new Refused(refusals);
}

const presentIn = ({ people }: TeachingDetailView): string[] =>
  people.filter(({ attendance }) => attendance?.status === 'present').map(({ person }) => person.id);

/** Of each competence and each person, but for what has been given before. */
async function newRecords(
  tx: Tx,
  { view, teaching }: TeachingFound,
  personIds: readonly string[],
): Promise<NewRecord[]> {
  const given = new Set(
    view.people.flatMap(({ person, records }) =>
      records.map(({ competenceId }) => `${person.id} ${competenceId}`),
    ),
  );
  const day = achievedOn(teaching);
  const competences = await competencesOf(tx, view);
  return competences.flatMap(({ competenceId, level, ...competence }) => {
    const terms = termsOf({ level, achievedOn: day }, competence, tx.now);
    return personIds
      .filter((personId) => !given.has(`${personId} ${competenceId}`))
      .map((personId) => ({
        id: tx.newId(),
        personId,
        competenceId,
        kind: kindOfRecord(personId, tx.by.personId),
        level: terms.level,
        achievedOn: day,
        valid: terms.valid,
        assessorId: view.heldBy.personId === personId ? null : view.heldBy.personId,
        evidence: { source: view.title, note: noteOf(view, day) },
      }));
  });
}

interface Given {
  readonly competenceId: string;
  readonly level: number;
  readonly levels: number;
  readonly validityMonths: number | null;
}

const competencesOf = (tx: Tx, { id }: TeachingDetailView): Promise<Given[]> =>
  tx.rows<Given>(
    `select k.id "competenceId", g.level, cardinality(k.levels) levels, k.validity_months "validityMonths"
     from teaching_competence g join competence k on k.id = g.competence_id
     where g.teaching_id = $1 and g.level is not null order by k.id`,
    [id],
  );

/** What an inspector reads on the record: where it comes from. */
const noteOf = ({ kind, heldBy }: TeachingDetailView, day: string): string =>
  `Til stede på ${teachingKindNames[kind]} ${day.split('-').reverse().join('.')}, holdt av ${heldBy.name}.`;

async function write(tx: Tx, view: TeachingDetailView, records: readonly NewRecord[]): Promise<void> {
  if (records.length === 0) return;
  await register(tx, records);
  const links = records.map(({ personId, competenceId, level, id: recordId }) => ({
    personId,
    competenceId,
    level,
    recordId,
  }));
  await tx.rows(
    `insert into teaching_record (clinic_id, teaching_id, held, person_id, competence_id, level, record_id, at)
     select $1, $2, tstzrange($3, $4), r.person_id, r.competence_id, r.level, r.record_id, $5
     from unnest($6::uuid[], $7::uuid[], $8::integer[], $9::uuid[]) r (person_id, competence_id, level, record_id)`,
    [
      tx.clinicId,
      view.id,
      new Date(view.startsAt),
      new Date(view.endsAt),
      new Date(tx.now),
      links.map(({ personId }) => personId),
      links.map(({ competenceId }) => competenceId),
      links.map(({ level }) => level),
      links.map(({ recordId }) => recordId),
    ],
  );
  const people = [...new Set(links.map(({ personId }) => personId))];
  tx.log('teaching.recorded', [view.id, ...people], { id: view.id, records: links });
}

const recordsOf = (tx: Tx, id: string): Promise<TeachingRecordsView['items']> =>
  tx.rows(
    `select json_build_object('id', n.id, 'name', n.name) person, json_build_object('id', k.id, 'name', k.name) competence,
       g.level, g.record_id "recordId", iso(g.at) "givenAt", exists (select from competence_record_step s
         where s.record_id = g.record_id and s.kind = 'confirmed') confirmed
     from teaching_record g join person n on n.id = g.person_id join competence k on k.id = g.competence_id
     where g.teaching_id = $1 order by n.name, n.id, k.name, k.id`,
    [id],
  );

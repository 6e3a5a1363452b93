import type { Tx } from '../database/tx.js';
import { periodOf } from '../decision/facts.loader.js';
import { actorOf } from '../session/by.js';
import type { FreshRecord, RecordOf } from './record.rules.js';

export interface NewRecord extends FreshRecord {
  readonly achievedOn: string;
  readonly evidence: { readonly source: string; readonly note: string | null };
}

/** What stands of these competences, of these people; some pairs may be others' than were asked for. */
export async function standingOf(
  tx: Tx,
  personIds: readonly string[],
  competenceIds: readonly string[],
): Promise<RecordOf[]> {
  const rows = await tx.rows<RecordOf & { from: number | null; to: number | null }>(
    `select id, person_id "personId", competence_id "competenceId", level, ms(lower(valid)) "from", ms(upper(valid)) "to"
     from competence_record where person_id = any($1) and competence_id = any($2) and valid is not null order by id`,
    [[...new Set(personIds)], [...new Set(competenceIds)]],
  );
  return rows.map(({ from, to, ...record }) => ({ ...record, valid: periodOf(from, to) }));
}

/** They stand no longer than this; not at all where that is before they began. */
export const endRecords = async (tx: Tx, endings: ReadonlyMap<string, number>): Promise<unknown> =>
  endings.size > 0 &&
  tx.rows(
    `update competence_record r set valid = case when lower(r.valid) < e.at then r.valid * tstzrange(null, e.at) end
     from unnest($1::uuid[], $2::timestamptz[]) e (id, at) where r.id = e.id and r.valid is not null`,
    [[...endings.keys()], [...endings.values()].map((at) => new Date(at))],
  );

export const dateOf = (at: number): Date | null => (Number.isFinite(at) ? new Date(at) : null);

/** A new record may have been taken over from by the next one before it is written. */
export const insertRecords = (
  tx: Tx,
  records: readonly NewRecord[],
  endings: ReadonlyMap<string, number>,
): Promise<unknown> =>
  tx.rows(
    `insert into competence_record (clinic_id, id, person_id, competence_id, level, achieved_on, requested, valid, assessor_id,
       evidence, created_at)
     select $1, r.id, r.person_id, r.competence_id, r.level, r.achieved_on, tstzrange(r.valid_from, r.valid_to),
       case when r.confirmed then tstzrange(r.valid_from, r.stands_to) end, r.assessor_id, r.evidence, $2
     from jsonb_to_recordset($3) r (id uuid, person_id uuid, competence_id uuid, level integer, achieved_on date,
       valid_from timestamptz, valid_to timestamptz, stands_to timestamptz, confirmed boolean, assessor_id uuid, evidence jsonb)`,
    [tx.clinicId, new Date(tx.now), JSON.stringify(records.map((record) => rowOf(record, endings)))],
  );

const rowOf = (record: NewRecord, endings: ReadonlyMap<string, number>) => ({
  id: record.id,
  person_id: record.personId,
  competence_id: record.competenceId,
  level: record.level,
  achieved_on: record.achievedOn,
  valid_from: new Date(record.valid.from),
  valid_to: dateOf(record.valid.to),
  stands_to: dateOf(endings.get(record.id) ?? record.valid.to),
  confirmed: record.kind === 'confirmed',
  assessor_id: record.assessorId,
  evidence: record.evidence,
});

const phases = { claimed: 0, confirmed: 1, rejected: 1, withdrawn: 2 } as const;

export interface NewStep {
  readonly recordId: string;
  /** Whose record it is. */
  readonly personId: string;
  readonly kind: keyof typeof phases;
  readonly reason: string | null;
}

/** Who, when and why; gives the steps' ids. */
export async function writeSteps(tx: Tx, steps: readonly NewStep[]): Promise<string[]> {
  const ids = steps.map(() => tx.newId());
  await tx.rows(
    `insert into competence_record_step (clinic_id, id, record_id, subject_id, kind, phase, at, actor_id, person_id, reason)
     select $1, s.id, s.record_id, s.subject_id, s.kind, s.phase, $2, $3, $4, s.reason
     from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::smallint[], $10::text[])
       s (id, record_id, subject_id, kind, phase, reason)`,
    [
      tx.clinicId,
      new Date(tx.now),
      actorOf(tx.by),
      tx.by.personId,
      ids,
      steps.map(({ recordId }) => recordId),
      steps.map(({ personId }) => personId),
      steps.map(({ kind }) => kind),
      steps.map(({ kind }) => phases[kind]),
      steps.map(({ reason }) => reason),
    ],
  );
  return ids;
}

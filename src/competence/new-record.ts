import type { Tx } from '../database/tx.js';
import { periodOf } from '../decision/facts.loader.js';
import { instantOf } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import type { Period } from '../law/period.js';
import { Refused } from '../law/refused.js';
import type { Happening } from '../log/entry.js';
import { actorOf } from '../session/by.js';
import { type StandingRecord, takesOver, validityOf } from './competence.rules.js';
import { competenceView } from './competence.service.js';
import type { RegisterRecord } from './record.dto.js';

interface Standing {
  readonly id: string;
  readonly personId: string;
  readonly competenceId: string;
  readonly level: number;
  readonly valid: Period;
}

export interface NewRecord extends Standing {
  /** What the entry in the log says of it. */
  readonly told: Happening['payload'];
  insert(confirmed: boolean): Promise<unknown>;
}

/** 400 for a day that has not come, a level that the competence has not, or a record that would end before it begins. */
export async function newRecord(tx: Tx, personId: string, command: RegisterRecord): Promise<NewRecord> {
  const { competenceId, achievedOn, evidence } = command;
  const competence = await competenceView(tx, competenceId);
  const level = command.level ?? 1;
  if (level > competence.levels.length)
    throw Problem.invalid('/level', 'too-great', competence.levels.length);
  const { from, to: lapses } = validityOf(achievedOn, competence.validityMonths);
  if (from > tx.now) throw Problem.invalid('/achievedOn', 'after-today');
  const to = command.validTo ? instantOf(command.validTo) : lapses;
  if (to <= from) throw Problem.invalid('/validTo', 'ends-before-start');
  const [validFrom, validTo] = [new Date(from), Number.isFinite(to) ? new Date(to) : null];
  const shown = { source: evidence.source, note: evidence.note ?? null };
  const assessorId = command.assessedBy ?? null;
  const id = tx.newId();
  return {
    id,
    personId,
    competenceId,
    level,
    valid: { from, to },
    told: {
      id,
      personId,
      competenceId,
      level,
      achievedOn,
      validFrom: validFrom.toISOString(),
      validTo: validTo?.toISOString() ?? null,
      assessorId,
      evidence: shown,
    },
    insert: (confirmed) =>
      tx.rows(insertSql, [
        tx.clinicId,
        id,
        personId,
        competenceId,
        level,
        achievedOn,
        validFrom,
        validTo,
        confirmed,
        assessorId,
        JSON.stringify(shown),
        new Date(tx.now),
      ]),
  };
}

const insertSql = `
  insert into competence_record (clinic_id, id, person_id, competence_id, level, achieved_on, requested, valid, assessor_id,
    evidence, created_at)
  values ($1, $2, $3, $4, $5, $6::date, tstzrange($7, $8), case when $9::boolean then tstzrange($7, $8) end, $10, $11, $12)`;

/** Ends those that the record takes over from, and says which; refused where another one stands in its way. */
export async function stand(tx: Tx, record: Standing): Promise<string[]> {
  const rows = await tx.rows<{ id: string; level: number; from: number | null; to: number | null }>(
    `select id, level, ms(lower(valid)) "from", ms(upper(valid)) "to" from competence_record
     where person_id = $1 and competence_id = $2 and valid is not null order by id`,
    [record.personId, record.competenceId],
  );
  const standing = rows.map(
    ({ id, level, from, to }): StandingRecord => ({ id, level, valid: periodOf(from, to) }),
  );
  const { superseded, refusals } = takesOver(standing, record);
  if (refusals.length > 0) throw new Refused(refusals);
  await endRecord(tx, superseded, record.valid.from);
  return [...superseded];
}

/** They stand no longer than this; not at all where that is before they began. */
export const endRecord = (tx: Tx, ids: readonly string[], at: number): Promise<unknown> =>
  tx.rows(
    `update competence_record set valid = case when lower(valid) < $2 then valid * tstzrange(null, $2) end
     where id = any($1) and valid is not null`,
    [ids, new Date(at)],
  );

const phases = { claimed: 0, confirmed: 1, rejected: 1, withdrawn: 2 } as const;

/** Who, when and why; gives the step's id. */
export async function writeStep(
  tx: Tx,
  subjectId: string,
  recordId: string,
  kind: keyof typeof phases,
  reason: string | null,
): Promise<string> {
  const id = tx.newId();
  await tx.rows(
    `insert into competence_record_step (clinic_id, id, record_id, subject_id, kind, phase, at, actor_id, person_id, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.clinicId,
      id,
      recordId,
      subjectId,
      kind,
      phases[kind],
      new Date(tx.now),
      actorOf(tx.by),
      tx.by.personId,
      reason,
    ],
  );
  return id;
}

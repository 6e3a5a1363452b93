import type { Tx } from '../database/tx.js';
import { instantOf } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import type { Refusal } from '../law/refusals.js';
import { Refused } from '../law/refused.js';
import { competenceView } from './competence.service.js';
import type { CompetenceRecordView, RegisterRecord } from './record.dto.js';
import {
  dateOf,
  endRecords,
  insertRecords,
  type NewRecord,
  type NewStep,
  standingOf,
  writeSteps,
} from './record.rows.js';
import { endingsIn, type FreshRecord, inTurn, type Turn, termsOf } from './record.rules.js';

/** 400 for a day that has not come, a level that the competence has not, or a record that would end before it begins. */
export async function newRecord(
  tx: Tx,
  personId: string,
  kind: NewRecord['kind'],
  command: RegisterRecord,
  /** Where in the body the record is told: what is wrong with it is wrong there. */
  pointer = '',
): Promise<NewRecord> {
  const { competenceId, achievedOn, evidence } = command;
  const competence = await competenceView(tx, competenceId);
  const { level, valid, faults } = termsOf(
    { level: command.level, achievedOn, validTo: command.validTo ? instantOf(command.validTo) : null },
    { levels: competence.levels.length, validityMonths: competence.validityMonths },
    tx.now,
  );
  if (faults.length > 0) {
    const errors = faults.map(({ field, code, bound }) => ({ pointer: `${pointer}/${field}`, code, bound }));
    throw new Problem('invalid', { errors });
  }
  return {
    id: tx.newId(),
    personId,
    competenceId,
    kind,
    level,
    achievedOn,
    valid,
    assessorId: command.assessedBy ?? null,
    evidence: { source: evidence.source, note: evidence.note ?? null },
  };
}

/** Writes the records, each with its step and its entry, after ending those that they take over from; refused where one stands in the way. */
export async function register(tx: Tx, records: readonly NewRecord[]): Promise<void> {
  const turns = await turnsOf(tx, records);
  const refusals = turns.flatMap((turn) => turn.refusals);
  if (refusals.length > 0) throw new Refused(await named(tx, refusals));
  const endings = endingsIn(records, turns);
  await endRecords(tx, endings);
  await insertRecords(tx, records, endings);
  const stepIds = await writeSteps(tx, records.map(stepOf));
  for (const [i, record] of records.entries()) {
    const isConfirmed = record.kind === 'confirmed';
    const subjects = [record.id, record.personId, record.competenceId];
    tx.log(isConfirmed ? 'competence-record.registered' : 'competence-record.claimed', subjects, {
      ...told(record),
      stepId: stepIds[i],
      ...(isConfirmed && { superseded: [...(turns[i]?.superseded ?? [])] }),
    });
  }
}

/** Of many people at once it must be seen who is in the way. */
async function named(tx: Tx, refusals: readonly Refusal[]): Promise<Refusal[]> {
  const people = await tx.rows<{ id: string; name: string }>(
    'select id, name from person where id = any($1)',
    [refusals.flatMap(({ about }) => about?.personId ?? [])],
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return refusals.map(({ code, about }) => {
    const person = names.get(String(about?.personId));
    return { code, about: { ...about, ...(person !== undefined && { person }) } };
  });
}

async function turnsOf(tx: Tx, fresh: readonly FreshRecord[]): Promise<Turn[]> {
  const standing = await standingOf(
    tx,
    fresh.map(({ personId }) => personId),
    fresh.map(({ competenceId }) => competenceId),
  );
  return inTurn(standing, fresh);
}

/** Ends those that the record takes over from, and says which; refused where another one stands in its way. */
export async function stand(tx: Tx, record: FreshRecord): Promise<string[]> {
  const [turn] = await turnsOf(tx, [record]);
  if (!turn || turn.refusals.length > 0) throw new Refused(turn?.refusals ?? []);
  await endRecords(tx, endingsIn([record], [turn]));
  return [...turn.superseded];
}

/** It does not count from this moment on. */
export async function withdrawRecord(
  tx: Tx,
  { id, person, competence }: CompetenceRecordView,
  reason: string,
): Promise<void> {
  await endRecords(tx, new Map([[id, tx.now]]));
  const [stepId] = await writeSteps(tx, [{ recordId: id, personId: person.id, kind: 'withdrawn', reason }]);
  tx.log('competence-record.withdrawn', [id, person.id, competence.id], { id, stepId, reason });
}

const told = ({ id, personId, competenceId, level, achievedOn, valid, assessorId, evidence }: NewRecord) => ({
  id,
  personId,
  competenceId,
  level,
  achievedOn,
  validFrom: new Date(valid.from).toISOString(),
  validTo: dateOf(valid.to)?.toISOString() ?? null,
  assessorId,
  evidence,
});

const stepOf = ({ id, personId, kind }: NewRecord): NewStep => ({
  recordId: id,
  personId,
  kind,
  reason: null,
});

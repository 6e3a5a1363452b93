import { setImmediate as others } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { register } from '../competence/new-record.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import type { Refusal } from '../law/refusals.js';
import { Refused } from '../law/refused.js';
import type { By } from '../session/by.js';
import type { MappingWanted } from './columns.rules.js';
import type { ImportRecords, ImportView } from './import.dto.js';
import { namedAt, recordedOf } from './import.facts.js';
import { importView } from './import.view.js';
import { byAchievement, isNew, type Meant, meant, type Planned, planned } from './plan.js';
import { rowOf } from './row.js';
import { readSpreadsheet, type Spreadsheet } from './spreadsheet.js';

/** Competence records out of a spreadsheet: first what would become of every row, then all of them or none. */
@Injectable()
export class ImportService {
  constructor(private readonly tenant: Tenant) {}

  /** The file is read before any transaction begins. */
  async import(command: ImportRecords, by: By): Promise<ImportView> {
    const { file, sheet, mapping, dryRun } = command;
    const wanted = (mapping ?? null) as MappingWanted | null;
    const { clinicId } = by;
    const asked = { clinicId, bytes: file.bytes, sheet: sheet ?? null, mapping: wanted };
    const spreadsheet = await readSpreadsheet(asked);
    if (dryRun === false) return this.record(command, spreadsheet, by);
    return this.tenant.read(by, async (tx) =>
      importView(command, spreadsheet, await planOf(tx, file.name, spreadsheet), by.language),
    );
  }

  private record(command: ImportRecords, spreadsheet: Spreadsheet, by: By): Promise<ImportView> {
    const { mapping, missing, lines } = spreadsheet;
    if (missing.length > 0) {
      const errors = missing.map((field) => ({ pointer: `/mapping/${field}`, code: 'required' as const }));
      throw new Problem('invalid', { errors });
    }
    const { file } = command;
    // Whom it concerns is known when the rows have been read.
    const subjects: string[] = [];
    const told = { file, mapping, rows: lines.length };
    const attempt = { noun: 'competence-record', act: 'import', subjects, command: told };
    return this.tenant.act(by, attempt, async (tx) => {
      const rows = await planOf(tx, file.name, spreadsheet);
      subjects.splice(0, subjects.length, ...concerned(rows));
      refuseUnlessAllCan(rows);
      await registerNew(tx, rows);
      return importView(command, spreadsheet, rows, by.language);
    });
  }
}

async function registerNew(tx: Tx, rows: readonly Planned[]): Promise<void> {
  const fresh = rows.filter(isNew).sort(byAchievement);
  const records = fresh.map(({ record }) => record);
  if (records.length > 0) await register(tx, records);
}

/** After so many rows, whoever else waits for an answer is served. */
const rowsAtOnce = 200;

/** What would become of the rows, by what is known of the clinic now. */
async function planOf(
  tx: Tx,
  fileName: string,
  { lines, mapping, missing, from1904 }: Spreadsheet,
): Promise<Planned[]> {
  if (missing.length > 0 || lines.length === 0) return [];
  const named = await namedAt(tx);
  const recording = { byPersonId: tx.by.personId, fileName, now: tx.now, newId: tx.newId };
  const rows: Meant[] = [];
  for (const line of lines) {
    rows.push(meant(rowOf(line, mapping, from1904), named, recording));
    if (rows.length % rowsAtOnce === 0) await others();
  }
  const records = rows.flatMap(({ record }) => record ?? []);
  const recorded = await recordedOf(
    tx,
    records.map(({ personId }) => personId),
    records.map(({ competenceId }) => competenceId),
  );
  return planned(rows, recorded);
}

const concerned = (rows: readonly Planned[]): Set<string> =>
  new Set(rows.filter(({ outcome }) => outcome === 'refused').flatMap(({ person }) => person?.id ?? []));

/** All or nothing: 400 with every error where a row cannot be read or understood, 409 where rules alone stand in the way. */
function refuseUnlessAllCan(rows: readonly Planned[]): void {
  const errors = rows.flatMap(({ number, faults }) =>
    faults.map(({ field, code, bound }) => ({ pointer: `/rows/${number}/${field}`, code, bound })),
  );
  const refusals = rows.flatMap(({ number, refusals }) =>
    refusals.map((refusal): Refusal => ({ ...refusal, about: { ...refusal.about, row: number } })),
  );
  // What cannot be recorded is never left out in silence, whether it says why or not.
  if (errors.length > 0 || rows.some(({ outcome }) => outcome === 'invalid'))
    throw new Problem('invalid', { errors, everyError: true, ...(refusals.length > 0 && { refusals }) });
  if (refusals.length > 0) throw new Refused(refusals);
}

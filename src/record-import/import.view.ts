import { wordsOf } from '../http/problem.js';
import type { Language } from '../law/legal-bases.js';
import { refusalView } from '../law/refusal-words.js';
import { importFields } from './headings.rules.js';
import type {
  ColumnMappingView,
  ImportColumnView,
  ImportRecords,
  ImportRowView,
  ImportView,
  RowRecordView,
} from './import.dto.js';
import type { Planned } from './plan.js';
import type { Spreadsheet } from './spreadsheet.js';

export function importView(
  { file, dryRun }: ImportRecords,
  { format, headingRow, headings, mapping, missing }: Spreadsheet,
  rows: readonly Planned[],
  language: Language,
): ImportView {
  const fieldOf = (column: number) => importFields.find((field) => mapping[field] === column) ?? null;
  const columns = headings.map(
    (heading, i): ImportColumnView => ({
      number: i + 1,
      heading,
      field: fieldOf(i + 1),
    }),
  );
  return {
    dryRun: dryRun !== false,
    file: { name: file.name, size: file.size, sha256: file.sha256 },
    format: {
      ...format,
      sheets: format.sheets.map((name) => ({ name: shown(name) })),
      sheet: format.sheet && shown(format.sheet),
    },
    headingRow,
    columns,
    mapping: Object.fromEntries(
      importFields.map((field) => [field, mapping[field] ?? null]),
    ) as unknown as ColumnMappingView,
    missing: [...missing],
    totals: totalsOf(rows),
    rows: rows.map((row) => rowView(row, mapping, dryRun !== false, language)),
  };
}

const longestSheet = 200;
const shown = (name: string): string => name.slice(0, longestSheet).toWellFormed();

function totalsOf(rows: readonly Planned[]): ImportView['totals'] {
  const totals = { rows: rows.length, new: 0, duplicate: 0, refused: 0, invalid: 0 };
  for (const { outcome } of rows) totals[outcome]++;
  return totals;
}

function rowView(
  row: Planned,
  mapping: Spreadsheet['mapping'],
  dryRun: boolean,
  language: Language,
): ImportRowView {
  const { number, outcome, person, competence, assessor, record, duplicateOf } = row;
  return {
    number,
    outcome,
    person: namedIn(person),
    competence: namedIn(competence),
    assessedBy: namedIn(assessor),
    record: recordView(row),
    recordId: outcome === 'new' && !dryRun && record ? record.id : (duplicateOf?.recordId ?? null),
    duplicateOfRow: duplicateOf?.row ?? null,
    errors: row.faults.map(({ field, code, bound }) => ({
      field,
      column: mapping[field] ?? null,
      code,
      detail: wordsOf({ code, bound }, language),
    })),
    refusals: row.refusals.map((refusal) => refusalView(refusal, language)),
  };
}

const namedIn = (one: { id: string; name: string } | null) => one && { id: one.id, name: one.name };

function recordView({ record, competence }: Planned): RowRecordView | null {
  if (!record) return null;
  const { level, achievedOn, valid, kind, evidence } = record;
  return {
    level,
    levelName: competence?.levels[level - 1] ?? '',
    achievedOn,
    validFrom: new Date(valid.from).toISOString(),
    validTo: Number.isFinite(valid.to) ? new Date(valid.to).toISOString() : null,
    status: kind,
    source: evidence.source,
    note: evidence.note,
  };
}

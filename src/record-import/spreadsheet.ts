import type { FieldCode } from '../http/field-texts.js';
import { holdsIdentityNumber } from '../http/identity-number.js';
import { Problem } from '../http/problem.js';
import { headingRow, type MappingWanted, missingIn, resolved } from './columns.rules.js';
import { decoded, type Encoding, type FileKind, kindOf } from './decoding.rules.js';
import { type Delimiter, delimited } from './delimiter.rules.js';
import { guessed, type Headings, headingsOf, type ImportField, type Mapping } from './headings.rules.js';
import { type Line, readTable, TableError, type TableRead } from './table.js';
import { filesOf } from './workbook.js';

/** As the file was read, so that whoever sent it sees where it was read wrongly. */
interface Format {
  readonly kind: FileKind;
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
}

export interface Spreadsheet {
  readonly format: Format;
  /** The number of the row that holds the headings; null in an empty file. */
  readonly headingRow: number | null;
  readonly headings: Headings;
  readonly mapping: Mapping;
  /** What must be mapped before any row means anything. */
  readonly missing: readonly ImportField[];
  readonly lines: readonly Line[];
  readonly from1904: boolean;
}

interface Wanted {
  /** Whose file it is. */
  readonly clinicId: string;
  readonly bytes: Buffer;
  readonly sheet: string | null;
  /** Null: by the headings. */
  readonly mapping: MappingWanted | null;
}

const bounds = { rows: 5_000, columns: 50 };
/** Titles, headings and one row too many are read, too. */
const mostLines = bounds.rows + 11;

/** 400 for what is no spreadsheet, has no such sheet or columns, or is larger than can be seen through. */
export async function readSpreadsheet(wanted: Wanted): Promise<Spreadsheet> {
  const { format, lines, from1904 } = await tableIn(wanted);
  const top = headingRow(
    lines.map(({ cells }) => cells),
    wanted.mapping,
  );
  const body = lines.slice(top + 1);
  if (body.length > bounds.rows) throw Problem.invalid('/file', 'too-many-rows', bounds.rows);
  if (lines.some(({ cells }) => cells.length > bounds.columns))
    throw Problem.invalid('/file', 'too-many-columns', bounds.columns);
  const width = Math.max(0, ...lines.slice(Math.max(top, 0)).map(({ cells }) => cells.length));
  const found = headingsOf(Array.from({ length: width }, (_, i) => lines[top]?.cells[i] ?? null));
  if (found.some((heading) => heading !== null && holdsIdentityNumber(heading)))
    throw Problem.invalid('/file', 'identity-number');
  const mapping = wanted.mapping ? mappingOf(wanted.mapping, found) : guessed(found);
  return {
    format,
    headingRow: lines[top]?.number ?? null,
    headings: found,
    mapping,
    missing: missingIn(mapping),
    lines: body,
    from1904,
  };
}

function mappingOf(wanted: MappingWanted, found: Headings): Mapping {
  const { mapping, faults } = resolved(wanted, found);
  if (faults.length === 0) return mapping;
  const errors = faults.map(({ field, code, bound }) => ({ pointer: `/mapping/${field}`, code, bound }));
  throw new Problem('invalid', { errors });
}

async function tableIn(wanted: Wanted): Promise<TableRead & { readonly format: Format }> {
  try {
    return kindOf(wanted.bytes) === 'xlsx' ? await workbookIn(wanted) : await textIn(wanted);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    throw error.code === 'too-much'
      ? new Problem('too-large', {}, error)
      : unreadable('/file', 'not-a-table', error);
  }
}

const unreadable = (pointer: string, code: FieldCode, cause: unknown): Problem =>
  new Problem('invalid', { errors: [{ pointer, code }] }, cause);

async function workbookIn({
  clinicId,
  bytes,
  sheet,
}: Wanted): Promise<TableRead & { readonly format: Format }> {
  const files = await filesOf(bytes);
  const read = await readTable(clinicId, { kind: 'xlsx', files, sheet, most: mostLines });
  if (sheet !== null && read.sheet === null)
    throw Problem.invalid('/sheet', 'not-one-of', listed(read.sheets));
  const { sheet: name, sheets } = read;
  return { ...read, format: { kind: 'xlsx', encoding: null, delimiter: null, sheet: name, sheets } };
}

const listed = (sheets: readonly string[]): string => sheets.join(', ').slice(0, 2000).toWellFormed();

async function textIn({ clinicId, bytes, sheet }: Wanted): Promise<TableRead & { readonly format: Format }> {
  const found = decoded(bytes);
  if (!found) throw new TableError('unreadable');
  if (sheet !== null) throw Problem.invalid('/sheet', 'not-one-of', '');
  const { delimiter, text } = delimited(found.text);
  const read = await readTable(clinicId, { kind: 'csv', text, delimiter, most: mostLines });
  const { encoding } = found;
  return { ...read, format: { kind: 'csv', encoding, delimiter, sheet: null, sheets: [] } };
}

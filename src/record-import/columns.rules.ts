import type { Cell } from './cell.rules.js';
import {
  guessed,
  type Headings,
  headingsOf,
  type ImportField,
  importFields,
  isIdentityHeading,
  type Mapping,
  plain,
} from './headings.rules.js';

/** A column by its heading, or by its number. */
type ColumnNamed = string | number;
export type MappingWanted = Readonly<Partial<Record<ImportField, ColumnNamed | null>>>;

const searched = 10;

/** The row with the most headings that say anything, among the first that are not blank: titles may stand above them. */
export function headingRow(rows: readonly (readonly Cell[])[], wanted: MappingWanted | null): number {
  const names = Object.values(wanted ?? {}).flatMap((name) =>
    typeof name === 'string' ? [plain(name)] : [],
  );
  const scores = rows.slice(0, searched).map((row) => {
    const found = headingsOf(row);
    const named = found.filter((heading) => heading !== null && names.includes(plain(heading))).length;
    return named * importFields.length + Object.keys(guessed(found)).length;
  });
  const most = Math.max(0, ...scores);
  return most > 0
    ? scores.indexOf(most)
    : rows.findIndex((row) => headingsOf(row).some((heading) => heading !== null));
}

export interface MappingFault {
  readonly field: ImportField;
  readonly code: 'not-one-of' | 'repeated' | 'identity-number' | 'too-great';
  readonly bound?: string | number;
}

/** The columns that were asked for, or why they cannot be had. */
export function resolved(
  wanted: MappingWanted,
  found: Headings,
): { readonly mapping: Mapping; readonly faults: readonly MappingFault[] } {
  const mapping: Partial<Record<ImportField, number>> = {};
  const faults: MappingFault[] = [];
  for (const field of importFields) {
    const named = wanted[field];
    if (named === null || named === undefined) continue;
    const column = columnOf(named, found);
    if (typeof column !== 'number') faults.push({ field, ...column });
    else if (isIdentityHeading(found[column - 1] ?? '')) faults.push({ field, code: 'identity-number' });
    else mapping[field] = column;
  }
  if (mapping.validTo !== undefined && mapping.validThrough !== undefined)
    faults.push({ field: 'validThrough', code: 'repeated' });
  return { mapping, faults };
}

function columnOf(named: ColumnNamed, found: Headings): number | Omit<MappingFault, 'field'> {
  if (typeof named === 'number')
    return named <= found.length ? named : { code: 'too-great', bound: found.length };
  const same = found.flatMap((heading, i) =>
    heading !== null && plain(heading) === plain(named) ? [i + 1] : [],
  );
  const [column] = same;
  if (column === undefined) return { code: 'not-one-of', bound: listedIn(found) };
  return same.length > 1 ? { code: 'repeated' } : column;
}

const longestList = 2000;

const listedIn = (found: Headings): string =>
  found
    .filter((heading) => heading !== null)
    .join(', ')
    .slice(0, longestList)
    .toWellFormed();

/** Fields without which no row can be recorded: whose record it is, of what, and since when. */
export function missingIn(mapping: Mapping): ImportField[] {
  const has = (field: ImportField): boolean => mapping[field] !== undefined;
  const named = has('person') || has('email') || has('hprNumber') || (has('firstName') && has('lastName'));
  const required = (['competence', 'achievedOn'] as const).filter((field) => !has(field));
  return named ? required : ['person', ...required];
}

import type { FieldCode } from '../http/field-texts.js';
import { holdsIdentityNumber } from '../http/identity-number.js';
import { type Cell, type DayRead, dayAfter, dayIn, isBlank, textOf, wholeIn } from './cell.rules.js';
import type { ImportField, Mapping } from './headings.rules.js';
import type { Said } from './person.rules.js';
import type { Line } from './table.js';

/** What is wrong with one field of a row. */
export interface RowFault {
  readonly field: ImportField;
  readonly code: FieldCode;
  readonly bound?: string | number;
}

/** What a row says, before anybody has looked up whom and what it means. */
export interface Row {
  readonly number: number;
  readonly person: Said | null;
  readonly assessor: Said | null;
  readonly competence: string | null;
  readonly level: { readonly text: string; readonly number: number | null } | null;
  readonly achievedOn: string | null;
  /** The first day on which it no longer stands. */
  readonly validTo: string | null;
  /** Where that was said. */
  readonly endField: 'validTo' | 'validThrough';
  readonly source: string | null;
  readonly note: string | null;
  readonly faults: readonly RowFault[];
}

/** What the cells of a row say by the mapping; in a workbook that counts from 1904, a bare number is no day. */
export function rowOf(line: Line, mapping: Mapping, from1904: boolean): Row {
  const reading = new Reading(line, mapping, from1904);
  const through = reading.day('validThrough');
  const name = reading.text('person') ?? wholeName(reading.text('firstName'), reading.text('lastName'));
  const level = reading.text('level');
  return {
    number: line.number,
    person: personSaid(name, reading.text('email'), reading.hprNumber()),
    assessor: personSaid(reading.text('assessedBy'), null, null),
    competence: reading.text('competence'),
    level: level === null ? null : { text: level, number: wholeIn(level) },
    achievedOn: reading.day('achievedOn'),
    validTo: through === null ? reading.day('validTo') : dayAfter(through),
    endField: through === null ? 'validTo' : 'validThrough',
    source: reading.text('source'),
    note: textOf(reading.cell('note')),
    faults: [...reading.faults, ...reading.absent()],
  };
}

/** The cells of one row by field, and what is wrong with them. */
class Reading {
  readonly faults: RowFault[];

  constructor(
    private readonly line: Line,
    private readonly mapping: Mapping,
    private readonly from1904: boolean,
  ) {
    const fields = Object.keys(mapping) as ImportField[];
    this.faults = fields
      .filter((field) => isIdentity(this.cell(field)))
      .map((field) => ({ field, code: 'identity-number' }));
  }

  cell(field: ImportField): Cell {
    return this.line.cells[(this.mapping[field] ?? 0) - 1] ?? null;
  }

  /** On one line: a spreadsheet breaks lines within a cell to show it, not to say anything. */
  text(field: ImportField): string | null {
    return textOf(this.cell(field))?.replace(/\s+/g, ' ') ?? null;
  }

  day(field: ImportField): string | null {
    const cell = this.cell(field);
    if (isBlank(cell)) return null;
    const read = this.from1904 && typeof cell === 'number' ? unread : dayIn(cell);
    if ('day' in read) return read.day;
    this.faults.push({ field, code: read.code });
    return null;
  }

  hprNumber(): number | null {
    const cell = this.cell('hprNumber');
    if (isBlank(cell)) return null;
    const number = wholeIn(cell);
    if (number !== null && number > 0 && number <= mostOfHpr) return number;
    this.faults.push({ field: 'hprNumber', code: 'not-an-hpr-number' });
    return null;
  }

  /** What is there and cannot be read is not missing. */
  absent(): RowFault[] {
    const blank = (...fields: ImportField[]) => fields.every((field) => isBlank(this.cell(field)));
    const absent: ImportField[] = [];
    if (blank('person', 'email', 'hprNumber') && (blank('firstName') || blank('lastName')))
      absent.push('person');
    if (blank('competence')) absent.push('competence');
    if (blank('achievedOn')) absent.push('achievedOn');
    return absent.map((field) => ({ field, code: 'required' }));
  }
}

const unread: DayRead = { code: 'not-a-date' };
const mostOfHpr = 999_999_999;

/** A national identity number that begins with 0 is one figure shorter where a spreadsheet took it for a number. */
function isIdentity(cell: Cell): boolean {
  const text = textOf(cell);
  return (
    text !== null && (holdsIdentityNumber(text) || (/^\d{10}$/.test(text) && holdsIdentityNumber(`0${text}`)))
  );
}

const wholeName = (first: string | null, last: string | null): string | null =>
  first !== null && last !== null ? `${first} ${last}` : null;

/** One column may hold a name, an address or a number; more figures than a number has are a name that nobody has. */
function personSaid(text: string | null, email: string | null, hprNumber: number | null): Said | null {
  const isNumber = text !== null && /^\d[\d ]*$/.test(text) && wholeIn(text) !== null;
  const isAddress = text?.includes('@') ?? false;
  const said = {
    name: isNumber || isAddress ? null : text,
    email: email ?? (isAddress ? text : null),
    hprNumber: hprNumber ?? (isNumber ? wholeIn(text) : null),
  };
  return said.name === null && said.email === null && said.hprNumber === null ? null : said;
}

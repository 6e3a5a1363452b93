import { dayInOslo } from '../law/oslo.js';

/** What stands in one field of a table; a date that a workbook holds as one is YYYY-MM-DD. */
export type Cell = string | number | boolean | null;

/** With plain spaces, at both ends none, and nothing that does not show; null where nothing is to be seen. Lines are kept. */
export function textOf(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  const text = String(cell)
    .normalize('NFC')
    .replace(/[\p{Zs}\t\v\f]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
  return text === '' ? null : text;
}

export const isBlank = (cell: Cell | undefined): boolean => textOf(cell) === null;

/** The same for comparing: in lower case, each gap one space. */
export const folded = (text: string): string => text.toLocaleLowerCase('nb').replace(/\s+/g, ' ');

type DayFault = 'not-a-date' | 'date-ambiguous';

/** YYYY-MM-DD, as a date, or what is wrong with it. */
export type DayRead = { readonly day: string } | { readonly code: DayFault };

const time = '[ T]\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:[.,]\\d+)?)?';
const clock = `(?:${time})?`;
const norwegian = new RegExp(`^(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})${clock}$`);
const iso = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})(?:${time}(Z?))?$`);
const serial = /^\d{5}(?:[.,]\d+)?$/;
/** Two figures for the year may be of this century or the last; with slashes or dashes, month or day may come first. */
const ambiguous = new RegExp(
  `^\\d{1,2}(?:\\. ?\\d{1,2}\\. ?\\d{2}|([/-])\\d{1,2}\\1(?:\\d{2}|\\d{4}))${clock}$`,
);

/**
 * A day as Norwegians and spreadsheets write it: 28.02.2026, 2026-02-28, or the number of days that Excel counts.
 * A time of day beside it is left out; with a Z it is that of UTC, and the day is the one that it then is in Oslo.
 * What could be another day is not guessed: 28.2.26, 02/03/2026.
 */
export function dayIn(cell: Cell): DayRead {
  const text = textOf(cell) ?? '';
  const [, date, month, year] = norwegian.exec(text) ?? [];
  if (date !== undefined) return dayFrom(year, month, date);
  const [, y, m, d, utc] = iso.exec(text) ?? [];
  if (y !== undefined) return utc ? dayOfMoment(text, dayFrom(y, m, d)) : dayFrom(y, m, d);
  if (serial.test(text)) return dayOfSerial(Math.floor(Number(text.replace(',', '.'))));
  return { code: ambiguous.test(text) ? 'date-ambiguous' : 'not-a-date' };
}

function dayFrom(year = '', month = '', date = ''): DayRead {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const real = new Date(`${day}T00:00:00Z`);
  const isReal = !Number.isNaN(real.valueOf()) && real.toISOString().startsWith(day);
  return isReal && year >= '1900' && year <= '2200' ? { day } : { code: 'not-a-date' };
}

/** Of a day that there is, and a time that can be read. */
function dayOfMoment(text: string, written: DayRead): DayRead {
  const at = Date.parse(text);
  if ('code' in written || Number.isNaN(at)) return { code: 'not-a-date' };
  const [year, month, date] = dayInOslo(at).split('-');
  return dayFrom(year, month, date);
}

/** Excel counts from 1900 and believes that it was a leap year; five figures are the years 1927 to 2173. */
const dayOfSerial = (days: number): DayRead => ({
  day: dayOf(Date.UTC(1899, 11, 30 + days)),
});

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The last day that something lasts, as the first on which it does not. */
export function dayAfter(day: string): string {
  const [year = 0, month = 1, date = 0] = day.split('-').map(Number);
  return dayOf(Date.UTC(year, month - 1, date + 1));
}

/** A whole number, with the spaces and the decimal comma that Norwegian spreadsheets put into it; null for anything else. */
export function wholeIn(cell: Cell): number | null {
  const text = (textOf(cell) ?? '').replace(/ /g, '');
  return /^\d{1,15}(?:[.,]0+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

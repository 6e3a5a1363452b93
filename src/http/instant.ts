import { TZDate } from '@date-fns/tz';
import { Problem } from './problem.js';

/** The clinic's day begins and ends here. */
export const zone = 'Europe/Oslo';

const form = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-](\d{2}):(\d{2})))?$/i;

/** A day of the calendar between 1900 and 2200, written YYYY-MM-DD. */
export const isDay = (text: string): boolean => text.length === 10 && isInstant(text);

/** A day, or an RFC 3339 moment with its offset: a real one, between 1900 and 2200. Leap seconds have no moment here. */
export function isInstant(text: string): boolean {
  const parts = form.exec(text);
  if (!parts) return false;
  const [year, month, day, hour, minute, second, offsetHour, offsetMinute] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const daysInMonth = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  return (
    within(year, 1900, 2200) &&
    within(month, 1, 12) &&
    within(day, 1, daysInMonth) &&
    within(hour, 0, 23) &&
    within(minute, 0, 59) &&
    within(second, 0, 59) &&
    within(offsetHour, 0, 23) &&
    within(offsetMinute, 0, 59)
  );
}

const within = (value: number | undefined, least: number, most: number): boolean =>
  value !== undefined && least <= value && value <= most;

/**
 * Epoch milliseconds. A bare date means midnight in the clinic's time zone, also on days that are 23 or 25 hours long.
 * Throws a RangeError for anything that `isInstant` does not accept.
 */
export function instantOf(text: string): number {
  if (!isInstant(text)) throw new RangeError(`not an instant: ${JSON.stringify(text)}`);
  if (text.length > 10) return Date.parse(text.toUpperCase());
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return new TZDate(year, month - 1, day, zone).getTime();
}

/** The midnight that began the clinic's day in which the moment lies. Both in epoch milliseconds. */
export function startOfDay(at: number): number {
  const local = new TZDate(at, zone);
  return new TZDate(local.getFullYear(), local.getMonth(), local.getDate(), zone).getTime();
}

/** A half-open period [from, to); no end is an open one. 400 if it would be empty. */
export function periodIn({ validFrom, validTo }: { validFrom: string; validTo?: string | null }): {
  from: Date;
  to: Date | null;
} {
  const from = instantOf(validFrom);
  const to = validTo === null || validTo === undefined ? null : instantOf(validTo);
  if (to !== null && to <= from) throw Problem.invalid('/validTo', 'ends-before-start');
  return { from: new Date(from), to: to === null ? null : new Date(to) };
}

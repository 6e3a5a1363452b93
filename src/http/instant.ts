import { TZDate } from '@date-fns/tz';
import { midnightInOslo } from '../law/oslo.js';
import { isInstant } from './calendar.js';
import { Problem } from './problem.js';

/** The clinic's day begins and ends here. */
const zone = 'Europe/Oslo';

/**
 * Epoch milliseconds. A bare date means midnight in the clinic's time zone, also on days that are 23 or 25 hours long.
 * Throws a RangeError for anything that `isInstant` does not accept.
 */
export function instantOf(text: string): number {
  if (!isInstant(text)) throw new RangeError(`not an instant: ${JSON.stringify(text)}`);
  if (text.length > 10) return Date.parse(text.toUpperCase());
  return midnightInOslo(text);
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

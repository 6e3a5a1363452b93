import { aheadInOslo } from '../../law/oslo.js';
import type { Period } from '../../law/period.js';

const dayLong = 24 * 3_600_000;
const minute = 60_000;

/** What the clocks in Oslo show, as ISO text without an offset; null for what is no moment. */
function clockText(at: number): string | null {
  if (!Number.isFinite(at) || Math.abs(at) > 8.6e15) return null;
  return new Date(at + aheadInOslo(at)).toISOString();
}

/** dd.mm.åååå in Oslo. */
export function dayText(at: number): string {
  const text = clockText(at);
  if (text === null) return 'ukjent dag';
  const [, year = '', month = '', day = ''] = /^(.+)-(\d\d)-(\d\d)T/.exec(text) ?? [];
  return `${day}.${month}.${year}`;
}

/** dd.mm.åååå kl. hh:mm in Oslo. */
export const momentText = (at: number): string =>
  clockText(at) === null ? 'ukjent tidspunkt' : `${dayText(at)} kl.\u00a0${clockText(at)?.slice(11, 16)}`;

/** How far the clocks in Oslo are ahead of UTC at the moment: UTC+01:00 or UTC+02:00. */
export function offsetText(at: number): string {
  const minutes = aheadInOslo(at) / minute;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `UTC+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const isMidnight = (at: number): boolean => clockText(at)?.slice(11, 23) === '00:00:00.000';

/** An edge on a midnight is told as a day, any other as a moment. */
export const startText = (at: number): string => (isMidnight(at) ? dayText(at) : momentText(at));

/** An end is exclusive: one on a midnight is told as the last day before it. */
export const endText = (at: number): string =>
  isMidnight(at) ? `til og med ${dayText(at - dayLong / 2)}` : `til ${momentText(at)}`;

export function periodText({ from, to }: Period): string {
  const start = Number.isFinite(from) ? `fra ${startText(from)}` : 'fra ukjent tid';
  return Number.isFinite(to) ? `${start} ${endText(to)}` : `${start}, uten sluttdato`;
}

/** A moment as entries write it; null for anything else. */
export function momentOf(text: unknown): number | null {
  const at = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

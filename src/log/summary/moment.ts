import { aheadInOslo } from '../../law/oslo.js';
import type { Period } from '../../law/period.js';

const dayLong = 24 * 3_600_000;
const minute = 60_000;

const hour = 3_600_000;
let known = { hour: Number.NaN, ahead: 0 };

/** Clocks are set on whole hours of UTC only, and moments written side by side mostly lie in the same one. */
function ahead(at: number): number {
  const within = Math.floor(at / hour);
  if (known.hour !== within) known = { hour: within, ahead: aheadInOslo(at) };
  return known.ahead;
}

/** What the clocks in Oslo show, as ISO text without an offset; null for what is no moment. */
const clockText = (at: number): string | null =>
  Number.isFinite(at) && Math.abs(at) < 8.6e15 ? new Date(at + ahead(at)).toISOString() : null;

/** dd.mm.åååå, of such a text. */
function dayIn(text: string): string {
  const [year = '', month = '', day = ''] = text.slice(0, text.indexOf('T')).split(/(?<=\d)-/);
  return `${day}.${month}.${year}`;
}

/** dd.mm.åååå in Oslo. */
function dayText(at: number): string {
  const text = clockText(at);
  return text === null ? 'ukjent dag' : dayIn(text);
}

/** dd.mm.åååå kl. hh:mm in Oslo. */
export function momentText(at: number): string {
  const text = clockText(at);
  if (text === null) return 'ukjent tidspunkt';
  return `${dayIn(text)} kl.\u00a0${text.slice(text.indexOf('T') + 1).slice(0, 5)}`;
}

/** How far the clocks in Oslo are ahead of UTC at the moment: UTC+01:00 or UTC+02:00. */
export function offsetText(at: number): string {
  const minutes = aheadInOslo(at) / minute;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `UTC+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const isMidnight = (at: number): boolean => clockText(at)?.endsWith('T00:00:00.000Z') ?? false;

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

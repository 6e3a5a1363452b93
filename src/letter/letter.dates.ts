import type { Language } from '../law/legal-bases.js';
import { aheadInOslo } from '../law/oslo.js';

/** What the clocks in Oslo show, as ISO text without an offset. */
const clockText = (at: number): string => new Date(at + aheadInOslo(at)).toISOString();

/** dd.mm.åååå in Oslo. */
export function dayText(at: number): string {
  const [year = '', month = '', day = ''] = clockText(at).slice(0, 10).split('-');
  return `${day}.${month}.${year}`;
}

const clockWord = { nb: 'kl.', nn: 'kl.', en: 'at' } as const satisfies Record<Language, string>;

export const momentText = (at: number, language: Language): string =>
  `${dayText(at)} ${clockWord[language]}\u00a0${clockText(at).slice(11, 16)}`;

const isMidnight = (at: number): boolean => clockText(at).endsWith('T00:00:00.000Z');

const words = {
  from: { nb: 'fra', nn: 'frå', en: 'from' },
  fromDay: { nb: 'fra og med', nn: 'frå og med', en: 'from' },
  to: { nb: 'til', nn: 'til', en: 'until' },
  toDay: { nb: 'til og med', nn: 'til og med', en: 'to and including' },
  open: { nb: 'uten sluttdato', nn: 'utan sluttdato', en: 'without an end date' },
} as const satisfies Record<string, Record<Language, string>>;

const half = 12 * 3_600_000;

/** An edge on a midnight is told as a day, and an end as the last day before it; any other edge as a moment. */
export function periodText(from: string, to: string | null, language: Language): string {
  const [start, end] = [Date.parse(from), to === null ? null : Date.parse(to)];
  const begins = isMidnight(start)
    ? `${words.fromDay[language]} ${dayText(start)}`
    : `${words.from[language]} ${momentText(start, language)}`;
  if (end === null) return `${begins}, ${words.open[language]}`;
  return isMidnight(end)
    ? `${begins} ${words.toDay[language]} ${dayText(end - half)}`
    : `${begins} ${words.to[language]} ${momentText(end, language)}`;
}

/** A moment by which something is to be done: a midnight is told as its day. */
export const deadlineText = (text: string, language: Language): string => {
  const at = Date.parse(text);
  return isMidnight(at) ? dayText(at) : momentText(at, language);
};

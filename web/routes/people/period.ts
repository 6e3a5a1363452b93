import { useTranslation } from 'react-i18next';
import { dayText, lastDayText } from '../../ui/day.ts';

export interface Lasting {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A period in words, ends included. */
export function usePeriodText(): (period: Lasting) => string {
  const { t } = useTranslation();
  return ({ validFrom, validTo }) =>
    validTo
      ? t('delegation.fromTo', { from: dayText(validFrom), to: lastDayText(validTo) })
      : t('delegation.fromOn', { from: dayText(validFrom) });
}

/** Where now stands to a period. */
export function standing({ validFrom, validTo }: Lasting, now = Date.now()): 'ahead' | 'now' | 'over' {
  if (Date.parse(validFrom) > now) return 'ahead';
  return validTo === null || Date.parse(validTo) > now ? 'now' : 'over';
}

/** The years that a picture of these periods must show, with some room around today. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const year = 365.25 * 86_400_000;

export function spanOf(periods: readonly Lasting[], now = Date.now()): Span {
  const from = Math.min(now - year, ...periods.map(({ validFrom }) => Date.parse(validFrom)));
  const ends = periods.flatMap(({ validTo }) => (validTo ? [Date.parse(validTo)] : []));
  // Far ends are drawn as far as the past is long, so that what lies near today can be told apart.
  const furthest = now + Math.max(year, now - from);
  const nearest = now + Math.max(year, (now - from) / 4);
  return { from, to: Math.min(furthest, Math.max(nearest, ...ends)) };
}

/** Where a moment lies in it, in percent. */
export const placeIn = ({ from, to }: Span, at: number): number =>
  Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));

const mostTicks = 5;

/** First days of years to write beneath it, few enough to be read on a phone. */
export function yearsIn(span: Span): { readonly year: number; readonly at: number }[] {
  const first = new Date(span.from).getUTCFullYear() + 1;
  const last = new Date(span.to).getUTCFullYear();
  const step = Math.max(1, Math.ceil((last - first + 1) / mostTicks));
  return Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_, index) => {
    const shown = first + index * step;
    return { year: shown, at: Date.UTC(shown, 0, 1) };
  });
}

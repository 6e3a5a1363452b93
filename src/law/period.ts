/** A half-open span of time [from, to) in epoch milliseconds; an open end is ±Infinity. Never empty. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

export const contains = (period: Period, at: number): boolean => period.from <= at && at < period.to;

export const overlaps = (a: Period, b: Period): boolean => a.from < b.to && b.from < a.to;

export const anyContains = (periods: readonly Period[], at: number): boolean => {
  for (const period of periods) if (contains(period, at)) return true;
  return false;
};

/** The common part of two periods, or null where there is none. */
export function intersection(a: Period, b: Period): Period | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** The union as disjoint periods in order: touching ones are one. */
export function merged(periods: readonly Period[]): Period[] {
  const whole: { from: number; to: number }[] = [];
  for (const { from, to } of [...periods].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}

/** What is left of `periods` outside `gone`, disjoint and in order. */
export function without(periods: readonly Period[], gone: readonly Period[]): Period[] {
  let left = merged(periods);
  for (const hole of merged(gone)) {
    left = left.flatMap(({ from, to }) => [
      ...(from < Math.min(to, hole.from) ? [{ from, to: Math.min(to, hole.from) }] : []),
      ...(Math.max(from, hole.to) < to ? [{ from: Math.max(from, hole.to), to }] : []),
    ]);
  }
  return left;
}

/** Until when `periods` cover every moment from `from` on; null where they do not cover `from` itself. */
export function coveredUntil(periods: readonly Period[], from: number): number | null {
  return merged(periods).find((period) => contains(period, from))?.to ?? null;
}

export function covers(periods: readonly Period[], wanted: Period): boolean {
  const until = coveredUntil(periods, wanted.from);
  return until !== null && until >= wanted.to;
}

/** A moment in epoch milliseconds as the contract tells it; null for one that never comes. */
export const momentOrNull = (at: number): string | null =>
  Number.isFinite(at) ? new Date(at).toISOString() : null;

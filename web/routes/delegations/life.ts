import type { DelegationView } from '../../api/schema.ts';

type StepKind = DelegationView['steps'][number]['kind'];

/** Something on the line of a delegation's life; `ahead` has not come yet. */
export interface Happening {
  readonly kind: StepKind | 'reviewed' | 'begins' | 'review' | 'ends' | 'expired';
  readonly at: string;
  readonly ahead: boolean;
  readonly by: string | null;
  readonly text: string | null;
  /** From when it counts, where that is another time than when it was written down. */
  readonly countsFrom: string | null;
}

/** All that has happened in the order it became known, and then what is to come. */
export function lifeOf(view: DelegationView, now: number): Happening[] {
  const past = [...stepsOf(view), ...reviewsOf(view), ...expiryOf(view)];
  return [...past.toSorted(byTime), ...comingOf(view, now).toSorted(byTime)];
}

const byTime = (a: Happening, b: Happening): number => Date.parse(a.at) - Date.parse(b.at);

const stepsOf = ({ steps }: DelegationView): Happening[] =>
  steps.map(({ kind, at, recordedAt, by, reason }) => ({
    kind,
    at: recordedAt,
    ahead: false,
    by: by?.name ?? null,
    text: reason,
    countsFrom: at === recordedAt ? null : at,
  }));

const reviewsOf = ({ reviews }: DelegationView): Happening[] =>
  reviews.map(({ at, by, outcome, note }) => ({
    kind: 'reviewed',
    at,
    ahead: false,
    by: by?.name ?? null,
    text: `${outcome}. ${note}`,
    countsFrom: null,
  }));

/** To run out is no step of anybody's. */
function expiryOf({ status, standsTo, validTo }: DelegationView): Happening[] {
  const at = standsTo ?? validTo;
  return status === 'expired' && at ? [told('expired', at, false)] : [];
}

function comingOf(view: DelegationView, now: number): Happening[] {
  const { status, validFrom, validTo, standsFrom, standsTo, supervision } = view;
  if (status !== 'proposed' && status !== 'accepted') return [];
  const from = standsFrom ?? validFrom;
  const to = standsTo ?? validTo;
  return [
    ...(Date.parse(from) > now ? [told('begins', from, true)] : []),
    told('review', supervision.reviewBy, true),
    ...(to ? [told('ends', to, true)] : []),
  ];
}

const told = (kind: Happening['kind'], at: string, ahead: boolean): Happening => ({
  kind,
  at,
  ahead,
  by: null,
  text: null,
  countsFrom: null,
});

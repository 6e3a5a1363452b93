import type { PersonFacts, TaskFacts } from '../decision/decision.facts.js';
import { changesNext, isPresent, verdict } from '../decision/decision.rules.js';
import { dayInOslo, daysAfter, isoWeekday, noonInOslo } from '../law/oslo.js';
import { type WorkingDays, weekdaysAt } from '../working-days/working-days.rules.js';

/** The next day of each weekday; `moment`, in epoch milliseconds, is the one that the day is judged by. */
export interface CoverageDay {
  readonly weekday: number;
  readonly date: string;
  readonly moment: number;
}

/**
 * Seven days in a row, from the clinic's day in which the moment lies. A day is judged by its noon, but never by what is
 * past: on the afternoon of the first one, who gave up a task at lunch may no longer do it.
 */
export function coverageDays(at: number): CoverageDay[] {
  const today = dayInOslo(at);
  return Array.from({ length: 7 }, (_, ahead) => {
    const date = daysAfter(today, ahead);
    return { date, weekday: isoWeekday(date), moment: Math.max(noonInOslo(date), at) };
  });
}

export interface Worker {
  readonly person: PersonFacts;
  /** For each of the days, in their order: engaged, and on a working day of theirs. */
  readonly works: readonly boolean[];
}

export const workerOf = (
  person: PersonFacts,
  registered: readonly WorkingDays[],
  days: readonly CoverageDay[],
): Worker => ({
  person,
  works: days.map(
    ({ moment, weekday }) => isPresent(person, moment) && weekdaysAt(registered, moment).includes(weekday),
  ),
});

export interface Covered {
  /** For each day, the places in the list of workers of those who work then and may do the task. */
  readonly may: readonly (readonly number[])[];
  /** Who may on any of the days. */
  readonly inAll: readonly number[];
  /** The one who may, where there is only one in all: what the clinic cannot do without them. */
  readonly onlyOne: number | null;
  /** One in all, or on some day. */
  readonly singlePoint: boolean;
  /** Weekdays on which somebody works, and none of them may. */
  readonly nobody: readonly number[];
}

/** Who may do the task at the moment of each day on which they work. */
export function coverageOf(
  task: TaskFacts,
  workers: readonly Worker[],
  days: readonly CoverageDay[],
): Covered {
  const may = days.map((): number[] => []);
  const inAll: number[] = [];
  for (const [place, worker] of workers.entries()) {
    const allowed = daysAllowed(worker, task, days);
    if (allowed.length > 0) inAll.push(place);
    for (const day of allowed) may[day]?.push(place);
  }
  return { may, inAll, ...weakPoints(may, inAll, workers, days) };
}

function weakPoints(
  may: readonly (readonly number[])[],
  inAll: readonly number[],
  workers: readonly Worker[],
  days: readonly CoverageDay[],
): Pick<Covered, 'onlyOne' | 'singlePoint' | 'nobody'> {
  return {
    onlyOne: inAll.length === 1 ? (inAll[0] ?? null) : null,
    singlePoint: inAll.length === 1 || may.some(({ length }) => length === 1),
    nobody: days
      .filter((_, i) => may[i]?.length === 0 && workers.some(({ works }) => works[i]))
      .map(({ weekday }) => weekday)
      .sort((a, b) => a - b),
  };
}

/** Decided once for each stretch of days in which nothing that the answer is made from begins or ends. */
function daysAllowed({ person, works }: Worker, task: TaskFacts, days: readonly CoverageDay[]): number[] {
  const found: number[] = [];
  let [allowed, until] = [false, Number.NEGATIVE_INFINITY];
  for (const [i, { moment }] of days.entries()) {
    if (!works[i]) continue;
    if (moment >= until) {
      allowed = verdict(person, task, moment).allowed;
      until = changesNext(person, task, moment);
    }
    if (allowed) found.push(i);
  }
  return found;
}

/** What is weakest comes first: single points of failure, then what is not covered on some day, then the fewest hands. */
export function weakestFirst(a: Covered, b: Covered): number {
  return rankOf(a) - rankOf(b) || a.inAll.length - b.inAll.length;
}

function rankOf({ onlyOne, singlePoint, nobody }: Covered): number {
  if (onlyOne !== null) return 0;
  if (singlePoint) return 1;
  return nobody.length > 0 ? 2 : 3;
}

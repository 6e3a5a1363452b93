import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  coverageDays,
  coverageOf,
  type Worker,
  weakestFirst,
  workerOf,
} from '../../src/coverage/coverage.rules.js';
import { decide } from '../../src/decision/decision.rules.js';
import { usualWeekdays, weekdaysAt } from '../../src/working-days/working-days.rules.js';
import { day, days, entitled, helsesekretaer, lege, open, task } from './facts.js';
import { moment, period, somebody, taskNamed } from './staff.js';

const osloTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hour: '2-digit',
  weekday: 'short',
});
const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** How many days at the beginning are not judged by noon: the first, when noon is past. */
const afterNoon = (at: number) => Number(osloTime.format(at).slice(-2) >= '12');

describe('the days of a week', () => {
  test.each([
    '2026-03-26T22:30:00Z',
    '2026-10-24T22:30:00Z',
    '2026-12-31T23:00:00Z',
    '2028-02-27T12:00:00Z',
    '2026-06-01T00:00:00Z',
  ])(
    'are the seven from %s on, each judged by its noon in Oslo, the first by the moment itself after noon',
    (text) => {
      const at = Date.parse(text);
      const week = coverageDays(at);
      expect(week.map(({ weekday }) => weekday).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
      for (const { moment, weekday } of week.slice(afterNoon(at)))
        expect(osloTime.format(moment)).toBe(`${names[weekday - 1]}, 12`);
      for (const { moment } of week.slice(0, afterNoon(at))) expect(moment).toBe(at);
      expect(week[0]?.date).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(at));
    },
  );
});

describe('who may do a task on a day', () => {
  const registered = fc.array(fc.record({ weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]), valid: period }), {
    maxLength: 1,
  });

  test('is whom the decision allows at the moment it is judged by, of those who work', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(somebody, registered), { maxLength: 4 }),
        taskNamed('t0'),
        moment,
        (staff, what, at) => {
          const week = coverageDays(at);
          const workers = staff.map(([person, weeks]) => workerOf(person, weeks, week));
          const { may, inAll } = coverageOf(what, workers, week);
          const expected = week.map(({ moment, weekday }) =>
            staff.flatMap(([person, weeks], place) =>
              weekdaysAt(weeks, moment).includes(weekday) && decide(person, what, moment).allowed
                ? [place]
                : [],
            ),
          );
          expect(may).toEqual(expected);
          expect(inAll).toEqual([...new Set(expected.flat())].sort((a, b) => a - b));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('is not she who gave the task up today, neither before noon nor after it', () => {
    for (const hour of [8, 15]) {
      const at = Date.parse(`2026-03-02T${String(hour).padStart(2, '0')}:00:00+01:00`);
      const week = coverageDays(at);
      const worker = workerOf(lege({ abstentions: { t: [{ from: at - 60_000, to: open }] } }), [], week);
      const { inAll } = coverageOf(task('t', [entitled('LE')]), [worker], week);
      expect([hour, inAll]).toEqual([hour, []]);
    }
  });

  test('changes in the midst of the week where the right ends there', () => {
    const week = coverageDays(day(4));
    const right = { profession: 'LE', valid: days(-100, 6) };
    const worker = workerOf(lege({ rights: [right] }), [], week);
    const { may, nobody } = coverageOf(task('t', [entitled('LE')]), [worker], week);
    expect(may.map(({ length }) => length)).toEqual(
      week.map(({ moment, weekday }) => Number(moment < day(6) && usualWeekdays.includes(weekday))),
    );
    expect(nobody.length).toBeGreaterThan(0);
  });
});

describe('what is weak', () => {
  const week = coverageDays(day(4));
  const at = (weekdays: readonly number[]): Worker => workerOf(lege(), [{ weekdays, valid: days(-1) }], week);
  const ecg = task('ecg', [entitled('LE')]);
  const of = (...workers: Worker[]) => {
    const { onlyOne, singlePoint, nobody } = coverageOf(ecg, workers, week);
    return { onlyOne, singlePoint, nobody };
  };

  test.each<[string, Worker[], ReturnType<typeof of>]>([
    ['one in all', [at([1, 2])], { onlyOne: 0, singlePoint: true, nobody: [] }],
    [
      'two, but one alone on Tuesday',
      [at([1, 2]), at([1])],
      { onlyOne: null, singlePoint: true, nobody: [] },
    ],
    ['two each day', [at([1, 2]), at([1, 2])], { onlyOne: null, singlePoint: false, nobody: [] }],
    ['nobody at all', [], { onlyOne: null, singlePoint: false, nobody: [] }],
  ])('%s', (_name, workers, expected) => expect(of(...workers)).toEqual(expected));

  test('a day on which others work, and nobody who may', () => {
    const secretary = workerOf(helsesekretaer(), [{ weekdays: [1, 3, 6], valid: days(-1) }], week);
    expect(of(at([1]), at([1]), secretary)).toEqual({ onlyOne: null, singlePoint: false, nobody: [3, 6] });
  });

  test('comes first: one person, then a day with one, then a day with none, then the fewest', () => {
    const covered = [
      [at([1]), at([1]), at([1])],
      [at([1]), at([1])],
      [at([1]), at([1, 2])],
      [at([1])],
      [at([1]), at([1]), workerOf(helsesekretaer(), [{ weekdays: [2], valid: days(-1) }], week)],
    ].map((workers) => coverageOf(ecg, workers, week));
    const order = [...covered].sort(weakestFirst).map((each) => covered.indexOf(each));
    expect(order).toEqual([3, 2, 4, 1, 0]);
  });
});

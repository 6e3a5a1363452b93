import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDay, isInstant } from '../../src/http/calendar.js';
import { instantOf, periodIn, startOfDay } from '../../src/http/instant.js';
import { Problem } from '../../src/http/problem.js';

describe('a bare date is midnight in Oslo', () => {
  test.each([
    ['in winter', '2026-01-15', '2026-01-14T23:00:00Z'],
    ['in summer', '2026-07-15', '2026-07-14T22:00:00Z'],
    ['the day summer time begins', '2026-03-29', '2026-03-28T23:00:00Z'],
    ['the day after', '2026-03-30', '2026-03-29T22:00:00Z'],
    ['the day summer time ends', '2026-10-25', '2026-10-24T22:00:00Z'],
    ['the day after that', '2026-10-26', '2026-10-25T23:00:00Z'],
    ['29 February', '2028-02-29', '2028-02-28T23:00:00Z'],
    ['New Year', '2027-01-01', '2026-12-31T23:00:00Z'],
  ])('%s', (_, date, moment) => {
    expect(instantOf(date)).toBe(Date.parse(moment));
  });

  test('so the day of the change is 23 or 25 hours long', () => {
    expect(instantOf('2026-03-30') - instantOf('2026-03-29')).toBe(23 * 3_600_000);
    expect(instantOf('2026-10-26') - instantOf('2026-10-25')).toBe(25 * 3_600_000);
  });

  test('and it is the start of the day of every moment in it', () => {
    const days = fc.date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.double({ min: 0, max: 0.999, noNaN: true }), (date, part) => {
        const from = instantOf(date.toISOString().slice(0, 10));
        const to = instantOf(new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10));
        expect(startOfDay(from + Math.floor((to - from) * part))).toBe(from);
      }),
    );
  });
});

describe('a moment with its offset', () => {
  test.each([
    ['2026-11-22T08:00:00+01:00', '2026-11-22T07:00:00.000Z'],
    ['2026-11-22T08:00:00Z', '2026-11-22T08:00:00.000Z'],
    ['2026-11-22t08:00:00.5z', '2026-11-22T08:00:00.500Z'],
    ['2026-11-22T08:00:00.123456789-05:30', '2026-11-22T13:30:00.123Z'],
    ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00.000Z'],
    ['2200-12-31T23:59:59Z', '2200-12-31T23:59:59.000Z'],
  ])('%s', (text, moment) => {
    expect(isInstant(text)).toBe(true);
    expect(new Date(instantOf(text)).toISOString()).toBe(moment);
  });

  test('what is accepted can always be read, and means what JavaScript says it means', () => {
    const moments = fc.date({
      min: new Date('1900-01-02'),
      max: new Date('2200-12-30'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (date) => {
        expect(isInstant(date.toISOString())).toBe(true);
        expect(instantOf(date.toISOString())).toBe(date.getTime());
      }),
    );
  });
});

test.each([
  '2026-02-29',
  '2026-02-30T00:00:00Z',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '1899-12-31',
  '2201-01-01',
  '2026-11-22T08:00:00',
  '2026-11-22T08:00Z',
  '2026-11-22 08:00:00Z',
  '2026-11-22T24:00:00Z',
  '2026-11-22T23:60:00Z',
  '2026-11-22T23:59:60Z',
  '2026-11-22T08:00:00+24:00',
  '2026-11-22T08:00:00+0100',
  '2026-11-22T08:00:00.Z',
  '+002026-11-22',
  '2026-11-22\n',
  '٢٠٢٦-11-22',
  '22.11.2026',
  'now',
  'infinity',
  '',
])('%j is neither a day nor an instant', (text) => {
  expect(isInstant(text)).toBe(false);
  expect(isDay(text)).toBe(false);
  expect(() => instantOf(text)).toThrow(RangeError);
});

test('a moment is no day', () => {
  expect(isDay('2026-11-22T08:00:00Z')).toBe(false);
  expect(isDay('2026-11-22')).toBe(true);
});

describe('a period', () => {
  test('is open without an end', () => {
    const from = new Date('2026-07-14T22:00:00Z');
    expect(periodIn({ validFrom: '2026-07-15' })).toEqual({ from, to: null });
    expect(periodIn({ validFrom: '2026-07-15', validTo: null })).toEqual({ from, to: null });
  });

  test.each(['2026-07-15', '2026-07-14', '2026-07-14T22:00:00Z'])(
    'cannot end at or before its start: %s',
    (validTo) => {
      expect(() => periodIn({ validFrom: '2026-07-15', validTo })).toThrow(Problem);
    },
  );
});

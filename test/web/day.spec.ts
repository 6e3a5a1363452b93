import {
  dayOver,
  daysUntil,
  dayText,
  isoDay,
  lastDayText,
  momentText,
  nextDay,
  osloInstant,
  writtenDay,
} from '../../web/ui/day.ts';

describe('days as people in Norway write them', () => {
  it('is the day in Norway, wherever the reader is', () => {
    expect(dayText('2026-06-30T22:30:00Z')).toBe('01.07.2026');
    expect(dayText('2026-12-31T22:30:00Z')).toBe('31.12.2026');
    expect(momentText('2026-03-29T01:30:00Z')).toBe('29.03.2026 03:30');
  });

  it('ends with the day before, when it ends at midnight', () => {
    expect(lastDayText('2026-06-30T22:00:00Z')).toBe('30.06.2026');
    expect(lastDayText('2026-07-01T10:00:00Z')).toBe('01.07.2026');
  });

  it('counts days of the calendar, across the change of the clock as well', () => {
    const now = Date.parse('2026-03-28T22:50:00Z');
    expect(daysUntil('2026-03-28T23:10:00Z', now)).toBe(1);
    expect(daysUntil('2026-03-29T22:00:00Z', now)).toBe(2);
  });

  it('is over at the next midnight in Norway, and until then nothing is known of it as past', () => {
    expect(dayOver('2026-03-28')).toBe('2026-03-28T23:00:00.000Z');
    expect(dayOver('2026-03-29')).toBe('2026-03-29T22:00:00.000Z');
    expect(dayOver(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))).toBeUndefined();
  });

  it('leaves a day that no calendar has as it is, for the API to refuse', () => {
    expect(writtenDay('2026-13-45')).toBe('45.13.2026');
    expect(nextDay('2026-13-45')).toBe('2026-13-45');
    expect(osloInstant('2026-13-45', '12:00')).toBe('2026-13-45T12:00');
    expect(dayOver('2026-13-45')).toBe('2026-13-45T00:00');
  });

  it.each([
    ['1.2.2026', '2026-02-01'],
    [' 29.02.2028 ', '2028-02-29'],
    ['29.02.2026', null],
    ['31.13.2026', null],
    ['2026-02-01', null],
    ['1.2.26', null],
    ['', null],
  ])('reads %j as %j', (typed, day) => expect(isoDay(typed)).toBe(day));
});

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  timeZoneName: 'longOffset',
});

/** How far the clinic's clock is ahead of UTC at a moment, milliseconds. */
export function aheadInOslo(at: number): number {
  const name = clock.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, hours = 0, minutes = 0] = (/\+(\d\d):(\d\d)/.exec(name) ?? []).map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** The day of the calendar that it is in Oslo at a moment, YYYY-MM-DD. */
export const dayInOslo = (at: number): string => new Date(at + aheadInOslo(at)).toISOString().slice(0, 10);

/**
 * The moment at which a day of the calendar, YYYY-MM-DD, begins in Oslo; epoch milliseconds.
 * Clocks are never set at midnight there, so there is one such moment, also on days that are 23 or 25 hours long.
 */
export function midnightInOslo(date: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return midnight - aheadInOslo(midnight - aheadInOslo(midnight));
}

/** Noon of a day of the calendar, YYYY-MM-DD, in Oslo; epoch milliseconds. Clocks are set at night, hours before it. */
export function noonInOslo(date: string): number {
  const noon = Date.parse(`${date}T12:00:00Z`);
  return noon - aheadInOslo(noon);
}

/** 1 Monday to 7 Sunday (ISO 8601) of a day of the calendar, YYYY-MM-DD. */
export const isoWeekday = (date: string): number => ((new Date(date).getUTCDay() + 6) % 7) + 1;

/** The day of the calendar so many days after another, YYYY-MM-DD. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

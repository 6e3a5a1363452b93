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

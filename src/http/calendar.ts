const form = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-](\d{2}):(\d{2})))?$/i;

/** A day of the calendar between 1900 and 2200, written YYYY-MM-DD. */
export const isDay = (text: string): boolean => text.length === 10 && isInstant(text);

/** A day, or an RFC 3339 moment with its offset: a real one, between 1900 and 2200. Leap seconds have no moment here. */
export function isInstant(text: string): boolean {
  const parts = form.exec(text);
  if (!parts) return false;
  const [year, month, day, hour, minute, second, offsetHour, offsetMinute] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const daysInMonth = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  return (
    within(year, 1900, 2200) &&
    within(month, 1, 12) &&
    within(day, 1, daysInMonth) &&
    within(hour, 0, 23) &&
    within(minute, 0, 59) &&
    within(second, 0, 59) &&
    within(offsetHour, 0, 23) &&
    within(offsetMinute, 0, 59)
  );
}

const within = (value: number | undefined, least: number, most: number): boolean =>
  value !== undefined && least <= value && value <= most;

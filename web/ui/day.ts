/** Each takes a slow phone a twentieth of a second to make: only what a page uses is made. */
const written = (language: string, style: Intl.DateTimeFormatOptions) => {
  let format: Intl.DateTimeFormat | undefined;
  return (at: Date | number): string => {
    format ??= new Intl.DateTimeFormat(language, { timeZone: 'Europe/Oslo', ...style });
    return format.format(at);
  };
};

const oslo = written('en-CA', { dateStyle: 'short' });
const clock = written('nb-NO', { timeStyle: 'short' });
const wall = written('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });
const dayLength = 86_400_000;

/** Nearly every page writes a day: made before there is a page to wait for it, and what the browser knows of languages before that. */
export const calendarInSteps = [() => new Intl.Collator('nb'), () => oslo(0)] as const;

/** The clinic's day of an instant, as people in Norway write it: dd.mm.åååå. */
export function dayText(instant: string): string {
  const [year, month, day] = oslo(new Date(instant)).split('-');
  return `${day}.${month}.${year}`;
}

export const momentText = (instant: string): string => `${dayText(instant)} ${clock(new Date(instant))}`;

/** `to` is exclusive: what ends at midnight ends with the day before. */
export const lastDayText = (to: string): string => dayText(new Date(Date.parse(to) - 1).toISOString());

/** How many of the clinic's days from now; 0 is today. */
export const daysUntil = (instant: string, now = Date.now()): number =>
  Math.round((Date.parse(oslo(new Date(instant))) - Date.parse(oslo(now))) / dayLength);

/** What was typed as dd.mm.åååå (or d/m/åååå, or eight digits), as the API takes it; null when it is no day of the calendar. */
export function isoDay(typed: string): string | null {
  const parts =
    /^(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{4})$/.exec(typed.trim()) ??
    /^(\d\d)(\d\d)(\d{4})$/.exec(typed.trim());
  const [, day = '', month = '', year = ''] = parts ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** What was typed as hh:mm (or hh.mm, or four digits); null when it is no time of the day. */
export function timeOfDay(typed: string): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[.:]?(\d\d)$/.exec(typed.trim()) ?? [];
  const isTime = hour !== '' && Number(hour) < 24 && Number(minute) < 60;
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** The last day somebody typed, as the exclusive end that the API takes: the day after. */
export function endOfDay(typed: string): string | null {
  const last = isoDay(typed);
  return last && nextDay(last);
}

/** The day after, YYYY-MM-DD: where a day that is included ends. A day that no calendar has stays what it is: the API says so. */
export function nextDay(day: string): string {
  const next = Date.parse(day) + dayLength;
  return Number.isNaN(next) ? day : new Date(next).toISOString().slice(0, 10);
}

/** YYYY-MM-DD as people in Norway write it; also a day that no calendar has, so that it can be put right. */
export const writtenDay = (day: string): string => day.split('-').reverse().join('.');

/** The instant at which the clinic's clock shows this; of two in the autumn, the first. A day that no calendar has is left for the API to refuse. */
export function osloInstant(day: string, time: string): string {
  const asked = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asked)) return `${day}T${time}`;
  const offset = (at: number) => Date.parse(`${wall(at).replace(' ', 'T')}Z`) - at;
  const before = asked - offset(asked - 3 * 3_600_000);
  const at = wall(before).startsWith(`${day} ${time}`) ? before : asked - offset(asked);
  return new Date(at).toISOString();
}

/**
 * When that day was over, by the clinic's clock; undefined as long as it is not: what is known then is what is known now.
 * A day that no calendar has is left for the API to refuse.
 */
export function dayOver(day: string): string | undefined {
  const over = osloInstant(nextDay(day), '00:00');
  return Date.parse(over) > Date.now() ? undefined : over;
}

export const today = (): string => dayText(new Date().toISOString());

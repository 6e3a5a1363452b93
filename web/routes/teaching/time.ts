import { dayText, momentText } from '../../ui/day.ts';

/** Day and times as people say them; the day once where it is the same. */
export function timeText(startsAt: string, endsAt: string): string {
  const lastMoment = new Date(Date.parse(endsAt) - 1).toISOString();
  const end = dayText(startsAt) === dayText(lastMoment) ? momentText(endsAt).slice(11) : momentText(endsAt);
  return `${momentText(startsAt)}–${end}`;
}

/** What was typed as hh:mm (or hh.mm, or four digits); null when it is no time of the day. */
export function timeOfDay(typed: string): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[.:]?(\d\d)$/.exec(typed.trim()) ?? [];
  const isTime = hour !== '' && Number(hour) < 24 && Number(minute) < 60;
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : null;
}

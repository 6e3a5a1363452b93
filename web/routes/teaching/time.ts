import { dayText, momentText } from '../../ui/day.ts';

/** Day and times as people say them; the day once where it is the same. */
export function timeText(startsAt: string, endsAt: string): string {
  const lastMoment = new Date(Date.parse(endsAt) - 1).toISOString();
  const end = dayText(startsAt) === dayText(lastMoment) ? momentText(endsAt).slice(11) : momentText(endsAt);
  return `${momentText(startsAt)}–${end}`;
}

import type { TeachingView } from './teaching.dto.js';

/** A calendar of one event (RFC 5545), in UTC: what a calendar program takes in, and takes out again when it is cancelled. */
export function calendarOf(teaching: TeachingView, host: string, now: number): string {
  const { id, title, place, startsAt, endsAt, heldBy, topics, status, version } = teaching;
  const description = [`Holdes av ${heldBy.name}.`, ...topics].join('\n');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fullmakt//Fullmakt//NO',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@${host}`,
    // A cancellation is no new version of the event, and must still come after the last one.
    `SEQUENCE:${status === 'cancelled' ? version : version - 1}`,
    `DTSTAMP:${momentIn(now)}`,
    `DTSTART:${momentIn(Date.parse(startsAt))}`,
    `DTEND:${momentIn(Date.parse(endsAt))}`,
    `SUMMARY:${escaped(title)}`,
    ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
    `DESCRIPTION:${escaped(description)}`,
    `STATUS:${status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** 20261122T080000Z. */
const momentIn = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

const longest = 75;

/** At most 75 octets a line, never broken inside a character; what follows begins with a space. */
function folded(line: string): string {
  let text = '';
  let length = 0;
  for (const char of line) {
    const octets = Buffer.byteLength(char);
    if (length + octets > longest) {
      text += '\r\n ';
      length = 1;
    }
    text += char;
    length += octets;
  }
  return text;
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarOf } from '../../src/teaching/calendar.js';
import type { TeachingView } from '../../src/teaching/teaching.dto.js';

const event = (more: Partial<TeachingView> = {}): TeachingView => ({
  id: 't',
  kind: 'course',
  title: 'HLR',
  place: null,
  startsAt: '2026-10-25T00:30:00.000Z',
  endsAt: '2026-10-25T02:30:00.000Z',
  status: 'planned',
  topics: [],
  heldBy: { personId: null, name: 'Luftambulansen' },
  open: false,
  gives: [],
  cancellation: null,
  mine: { participation: null, attendance: null },
  tally: null,
  can: {
    change: false,
    cancellation: false,
    invitation: false,
    signUp: false,
    signOff: false,
    attendance: false,
    records: false,
  },
  version: 3,
  ...more,
});

const written = (more: Partial<TeachingView> = {}): string => calendarOf(event(more), 'fullmakt.example', 0);

/** As a calendar program reads it: lines that were folded are put together again. */
const read = (calendar: string): string[] => calendar.replaceAll('\r\n ', '').trimEnd().split('\r\n');

describe('a calendar', () => {
  it('is one event in UTC, through the hour that comes twice', () => {
    expect(read(written({ place: 'Aulaen, 2. etasje', topics: ['Hjerte', 'Lunge'] }))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Fullmakt//Fullmakt//NO',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:t@fullmakt.example',
      'SEQUENCE:2',
      'DTSTAMP:19700101T000000Z',
      'DTSTART:20261025T003000Z',
      'DTEND:20261025T023000Z',
      'SUMMARY:HLR',
      'LOCATION:Aulaen\\, 2. etasje',
      'DESCRIPTION:Holdes av Luftambulansen.\\nHjerte\\nLunge',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('holds any title on lines of at most 75 octets, and nothing that is not its own', () => {
    const title = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(title, (text) => {
        const calendar = written({ title: text });
        for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const summaries = read(calendar).filter((line) => line.startsWith('SUMMARY:'));
        expect(summaries).toHaveLength(1);
        const told = summaries[0]
          ?.slice('SUMMARY:'.length)
          .replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c));
        expect(told).toBe(text.replace(/\r\n?/g, '\n'));
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { midnightInOslo } from '../../src/law/oslo.js';
import {
  achievedOn,
  attendances,
  participations,
  refusalsToAttend,
  refusalsToCancel,
  refusalsToChange,
  refusalsToGive,
  refusalsToInvite,
  refusalsToSign,
  type Teaching,
} from '../../src/teaching/teaching.rules.js';

const held = { from: 1000, to: 2000 };
const at = (now: number, more: Partial<Teaching> = {}): Teaching => ({
  now,
  held,
  open: true,
  cancelled: false,
  ...more,
});
const always = [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }];
const codes = (refusals: readonly { code: string }[]): string[] => refusals.map(({ code }) => code);

describe('who is to come', () => {
  it('is settled before it begins', () => {
    expect(codes(refusalsToInvite(at(999)))).toEqual([]);
    expect(codes(refusalsToInvite(at(1000)))).toEqual(['teaching-begun']);
    expect(codes(refusalsToInvite(at(999, { cancelled: true })))).toEqual(['teaching-cancelled']);
  });

  it.each([
    [null, 'signed-up', []],
    [null, 'signed-off', ['teaching-participation-unchanged']],
    ['invited', 'signed-up', ['teaching-participation-unchanged']],
    ['invited', 'signed-off', []],
    ['signed-up', 'signed-off', []],
    ['signed-off', 'signed-up', []],
    ['withdrawn', 'signed-up', []],
    ['withdrawn', 'signed-off', ['teaching-participation-unchanged']],
  ] as const)('who was %s and is %s', (before, after, expected) => {
    expect(codes(refusalsToSign(at(0), before, after))).toEqual(expected);
  });

  it('says for themselves only where it is open, and every reason at once', () => {
    expect(codes(refusalsToSign(at(1000, { open: false, cancelled: true }), null, 'signed-off'))).toEqual([
      'teaching-cancelled',
      'teaching-begun',
      'teaching-not-open',
      'teaching-participation-unchanged',
    ]);
  });

  it('always has one way to go, and never two', () => {
    fc.assert(
      fc.property(fc.constantFrom(null, ...participations), (before) => {
        const ways = (['signed-up', 'signed-off'] as const).filter(
          (after) => refusalsToSign(at(0), before, after).length === 0,
        );
        expect(ways).toHaveLength(1);
      }),
    );
  });
});

describe('attendance', () => {
  const person = { personId: 'kari', presence: always, recordStands: false, status: 'present' as const };
  const lise = { personId: 'lise', isManager: false, isPresent: true };

  it('is recorded from its beginning on, however late', () => {
    expect(codes(refusalsToAttend(at(999), lise, [person]))).toEqual(['teaching-not-begun']);
    expect(codes(refusalsToAttend(at(1000), lise, [person]))).toEqual([]);
    expect(
      codes(
        refusalsToAttend(at(9e12), { ...lise, personId: null, isManager: true, isPresent: false }, [person]),
      ),
    ).toEqual([]);
    expect(codes(refusalsToAttend(at(1500, { cancelled: true }), lise, []))).toEqual(['teaching-cancelled']);
  });

  it('is recorded by who is here, or by a manager', () => {
    const away = { ...lise, isPresent: false };
    expect(codes(refusalsToAttend(at(1500), away, [person]))).toEqual(['assessor-not-engaged']);
    expect(refusalsToAttend(at(1500), { ...away, isManager: true }, [person])).toEqual([]);
  });

  it('is recorded by nobody of themselves, present or not', () => {
    for (const status of attendances)
      expect(refusalsToAttend(at(1500), { ...lise, personId: 'kari' }, [{ ...person, status }])).toEqual([
        { code: 'assessed-by-oneself', about: { personId: 'kari' } },
      ]);
  });

  it.each([
    ['before it', { from: 0, to: 1000 }, ['not-engaged']],
    ['into it', { from: 0, to: 1001 }, []],
    ['from within it', { from: 1999, to: 5000 }, []],
    ['after it', { from: 2000, to: 5000 }, ['not-engaged']],
  ])('is of those who belonged to the clinic in some part of it: %s', (_, valid, expected) => {
    expect(codes(refusalsToAttend(at(2000), lise, [{ ...person, presence: [valid] }]))).toEqual(expected);
  });

  it('is not taken back under a record that stands on it, and said again as often as one likes', () => {
    const resting = { ...person, recordStands: true };
    expect(refusalsToAttend(at(2000), lise, [resting])).toEqual([]);
    for (const status of ['partly', 'absent'] as const)
      expect(codes(refusalsToAttend(at(2000), lise, [{ ...resting, status }]))).toEqual([
        'teaching-record-stands',
      ]);
  });
});

describe('a change', () => {
  const gives = [{ competenceId: 'hlr', level: 1 }];
  const change = (rests: Partial<Parameters<typeof refusalsToChange>[1]>, after: object) =>
    refusalsToChange(at(0), { attended: false, given: [], ...rests }, { held, gives, ...after });

  it('moves nothing away from those who came', () => {
    for (const moved of [
      { from: 999, to: 2000 },
      { from: 1000, to: 2001 },
    ]) {
      expect(change({}, { held: moved })).toEqual([]);
      expect(codes(change({ attended: true }, { held: moved }))).toEqual(['teaching-attended']);
    }
    expect(change({ attended: true }, {})).toEqual([]);
  });

  it('takes no competence from those who have a record of it', () => {
    const rests = { given: gives };
    const more = [...gives, { competenceId: 'varsling', level: 1 }];
    expect(change(rests, { gives: more })).toEqual([]);
    for (const less of [[], [{ competenceId: 'hlr', level: 2 }]])
      expect(change(rests, { gives: less })).toEqual([
        { code: 'teaching-record-given', about: { competenceId: 'hlr' } },
      ]);
  });

  it('that cancels it is once, and not while a record stands on it', () => {
    expect(refusalsToCancel(at(9000), false)).toEqual([]);
    expect(codes(refusalsToCancel(at(0, { cancelled: true }), true))).toEqual([
      'teaching-cancelled',
      'teaching-record-stands',
    ]);
  });
});

describe('records', () => {
  const gives = [{ competenceId: 'hlr', level: 1 }];
  const people = [
    { personId: 'kari', attendance: 'present' as const },
    { personId: 'ola', attendance: 'partly' as const },
    { personId: 'per', attendance: null },
  ];

  it('are given when it is over, of something, to those who were present', () => {
    expect(refusalsToGive(at(2000), gives, people.slice(0, 1))).toEqual([]);
    expect(codes(refusalsToGive(at(1999), [], people))).toEqual([
      'teaching-not-over',
      'teaching-gives-nothing',
      'teaching-not-attended',
      'teaching-not-attended',
    ]);
  });

  it('count from the day on which it was over: midnight is the end of the day before', () => {
    const ended = (to: number) => achievedOn(at(0, { held: { from: 0, to } }));
    expect(ended(midnightInOslo('2026-03-30'))).toBe('2026-03-29');
    expect(ended(midnightInOslo('2026-03-30') + 1)).toBe('2026-03-30');
    expect(ended(Date.parse('2026-10-25T23:30:00Z'))).toBe('2026-10-26');
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endingsIn, inTurn, kindOfRecord, termsOf } from '../../src/competence/record.rules.js';
import { midnightInOslo } from '../../src/law/oslo.js';
import { overlaps } from '../../src/law/period.js';

const now = midnightInOslo('2026-06-15');
const course = { levels: 2, validityMonths: 12 };

describe('what a record says', () => {
  it('begins with the day it was achieved and lasts as long as such competence does', () =>
    expect(termsOf({ achievedOn: '2026-06-15' }, course, now)).toEqual({
      level: 1,
      valid: { from: now, to: midnightInOslo('2027-06-15') },
      faults: [],
    }));

  it('ends when it says so', () => {
    const validTo = midnightInOslo('2026-12-01');
    const { valid } = termsOf({ achievedOn: '2026-01-01', validTo, level: 2 }, course, now);
    expect(valid.to).toBe(validTo);
  });

  it('is told all that is wrong with it', () => {
    const validTo = midnightInOslo('2026-06-16');
    const { faults } = termsOf({ achievedOn: '2026-06-16', validTo, level: 3 }, course, now);
    expect(faults).toEqual([
      { field: 'level', code: 'too-great', bound: 2 },
      { field: 'achievedOn', code: 'after-today' },
      { field: 'validTo', code: 'ends-before-start' },
    ]);
  });
});

describe('nobody vouches for themselves', () => {
  it('one’s own record is a claim', () => {
    expect(kindOfRecord('a', 'a')).toBe('claimed');
    expect(kindOfRecord('a', 'b')).toBe('confirmed');
    expect(kindOfRecord('a', null)).toBe('confirmed');
  });

  it('nor names themselves as the one who saw it', () => {
    const [turn] = inTurn([], [{ ...record('x', 0, 10), assessorId: 'a' }]);
    expect(turn?.refusals).toEqual([{ code: 'assessed-by-oneself' }]);
  });
});

const record = (id: string, from: number, to: number, level = 1, personId = 'a') => ({
  id,
  personId,
  competenceId: 'c',
  kind: 'confirmed' as const,
  assessorId: null,
  level,
  valid: { from, to },
});

describe('records in turn', () => {
  it('each takes over from what those before it left standing', () => {
    const fresh = [record('y', 5, 15), record('z', 10, 20)];
    const turns = inTurn([record('x', 0, 10)], fresh);
    expect(turns.map(({ superseded }) => superseded)).toEqual([['x'], ['y']]);
    expect([...endingsIn(fresh, turns)]).toEqual([
      ['x', 5],
      ['y', 10],
    ]);
  });

  it('one that is refused changes nothing for those after it', () => {
    const fresh = [record('y', 5, 8), record('z', 5, 15)];
    const turns = inTurn([record('x', 0, 10)], fresh);
    expect(turns[0]?.refusals).toEqual([
      { code: 'competence-record-exists', about: { recordId: 'x', personId: 'a' } },
    ]);
    expect(turns[1]).toEqual({ superseded: ['x'], refusals: [] });
  });

  it('a claim waits, whatever stands', () => {
    const claim = { ...record('y', 0, 10), kind: 'claimed' as const };
    expect(inTurn([record('x', 0, 10)], [claim])).toEqual([{ superseded: [], refusals: [] }]);
  });

  it('of different people know nothing of each other', () =>
    expect(inTurn([record('x', 0, 10)], [record('y', 0, 10, 1, 'b')])).toEqual([
      { superseded: [], refusals: [] },
    ]));

  const anyRecord = fc
    .record({
      from: fc.integer({ min: 0, max: 20 }),
      length: fc.integer({ min: 1, max: 10 }),
      level: fc.integer({ min: 1, max: 3 }),
      personId: fc.constantFrom('a', 'b'),
    })
    .map(({ from, length, level, personId }) => record('', from, from + length, level, personId));

  it('never leave two of the same competence standing at once', () =>
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 12 }), (some) => {
        const fresh = some.map((one, i) => ({ ...one, id: `${i}` }));
        const turns = inTurn([], fresh);
        const endings = endingsIn(fresh, turns);
        const standing = fresh
          .filter((_, i) => turns[i]?.refusals.length === 0)
          .map(({ valid, ...rest }) => ({
            ...rest,
            valid: { ...valid, to: endings.get(rest.id) ?? valid.to },
          }));
        for (const one of standing)
          for (const other of standing)
            expect(one !== other && one.personId === other.personId && overlaps(one.valid, other.valid)).toBe(
              false,
            );
      }),
    ));
});

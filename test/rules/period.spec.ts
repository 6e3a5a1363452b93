import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  anyContains,
  contains,
  coveredUntil,
  covers,
  intersection,
  merged,
  overlaps,
  type Period,
  without,
} from '../../src/law/period.js';

/** Time with twelve moments: small enough that every claim is checked at each of them. */
const moments = Array.from({ length: 12 }, (_, at) => at);
const open = Number.POSITIVE_INFINITY;

const period: fc.Arbitrary<Period> = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 10 }) },
      { weight: 1, arbitrary: fc.constant(-open) },
    ),
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 11 }) },
      { weight: 1, arbitrary: fc.constant(open) },
    ),
  )
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from, to }));
const periods = fc.array(period, { maxLength: 5 });

const inside = (some: readonly Period[]): number[] =>
  moments.filter((at) => some.some(({ from, to }) => from <= at && at < to));

/** Disjoint, in order, never empty and never touching. */
function expectTidy(some: readonly Period[]): void {
  for (const [i, { from, to }] of some.entries()) {
    expect(from).toBeLessThan(to);
    const next = some[i + 1];
    if (next) expect(to).toBeLessThan(next.from);
  }
}

test('a period holds its start and not its end', () => {
  expect(contains({ from: 1, to: 3 }, 1)).toBe(true);
  expect(contains({ from: 1, to: 3 }, 2)).toBe(true);
  expect(contains({ from: 1, to: 3 }, 3)).toBe(false);
  expect(contains({ from: -open, to: open }, 0)).toBe(true);
});

describe('against every moment of a small time', () => {
  test('overlaps', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const shared =
          moments.some((at) => contains(a, at) && contains(b, at)) || (a.from === -open && b.from === -open);
        expect(overlaps(a, b)).toBe(shared || (a.to === open && b.to === open));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });

  test('intersection', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const common = intersection(a, b);
        expect(common !== null).toBe(overlaps(a, b));
        const both = moments.filter((at) => contains(a, at) && contains(b, at));
        expect(inside(common ? [common] : [])).toEqual(both);
      }),
    );
  });

  test('anyContains', () => {
    fc.assert(
      fc.property(periods, (some) => {
        expect(moments.filter((at) => anyContains(some, at))).toEqual(inside(some));
      }),
    );
  });

  test('merged', () => {
    fc.assert(
      fc.property(periods, (some) => {
        const whole = merged(some);
        expectTidy(whole);
        expect(inside(whole)).toEqual(inside(some));
        expect(merged(whole)).toEqual(whole);
        expect(merged([...some].reverse())).toEqual(whole);
      }),
    );
  });

  test('without', () => {
    fc.assert(
      fc.property(periods, periods, (some, gone) => {
        const left = without(some, gone);
        expectTidy(left);
        const lost = new Set(inside(gone));
        expect(inside(left)).toEqual(inside(some).filter((at) => !lost.has(at)));
      }),
    );
  });

  test('coveredUntil', () => {
    fc.assert(
      fc.property(periods, fc.constantFrom(...moments), (some, from) => {
        const covered = new Set(inside(some));
        const gap = moments.find((at) => at >= from && !covered.has(at));
        const until = coveredUntil(some, from);
        if (gap === from) expect(until).toBeNull();
        else if (gap !== undefined) expect(until).toBe(gap);
        else expect(until).toBe(open);
      }),
    );
  });

  test('covers', () => {
    fc.assert(
      fc.property(periods, period, (some, wanted) => {
        fc.pre(wanted.from !== -open && wanted.to !== open);
        const covered = new Set(inside(some));
        expect(covers(some, wanted)).toBe(inside([wanted]).every((at) => covered.has(at)));
      }),
    );
  });
});

test('an open end is covered by an open end only', () => {
  expect(covers([{ from: 0, to: 1_000 }], { from: 1, to: open })).toBe(false);
  expect(
    covers(
      [
        { from: 0, to: 5 },
        { from: 5, to: open },
      ],
      { from: 1, to: open },
    ),
  ).toBe(true);
  expect(coveredUntil([], 0)).toBeNull();
});

test('nothing given is changed', () => {
  const some = Object.freeze([Object.freeze({ from: 3, to: 5 }), Object.freeze({ from: 1, to: 4 })]);
  expect(merged(some)).toEqual([{ from: 1, to: 5 }]);
  expect(some).toEqual([
    { from: 3, to: 5 },
    { from: 1, to: 4 },
  ]);
});

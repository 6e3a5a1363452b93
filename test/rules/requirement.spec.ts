import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { monthsAfter, takesOver, validityOf } from '../../src/competence/competence.rules.js';
import { aboutLack, firstLapseIn, interruptedAt, lacksAt } from '../../src/competence/requirement.rules.js';
import type { Mastered, PersonFacts, Requirement, TaskFacts } from '../../src/decision/decision.facts.js';
import { decide, refusalsOf, verdict } from '../../src/decision/decision.rules.js';
import { refusalsToDelegate, warningsTo } from '../../src/delegation/delegation.rules.js';
import { assign } from '../../src/duty/duty.rules.js';
import type { Period } from '../../src/law/period.js';
import {
  asking,
  codesOf,
  day,
  days,
  delegating,
  entitled,
  helsesekretaer,
  infusion,
  open,
  task,
} from './facts.js';

const wanted = (competenceId: string, minLevel = 1) => ({ competenceId, name: competenceId, minLevel });
const requires = (valid: Period, ...ids: string[]): Requirement => ({
  valid,
  anyOf: ids.map((id) => wanted(id)),
});
const since = { from: -open, to: open };
const record = (valid: Period, level = 1): Mastered => ({ level, valid });

const course = requires(since, 'course');
const ecg: TaskFacts = { ...task('ecg', [entitled('HE')]), requirements: [course] };
const drip: TaskFacts = { ...infusion, requirements: [course] };

const holding = (records: Record<string, Mastered[]>, more = {}) => helsesekretaer({ records, ...more });

describe('an own task', () => {
  test.each<[string, PersonFacts, number, string[]]>([
    ['never shown', holding({}), 0, ['competence-missing']],
    ['of another kind', holding({ other: [record(days(-5))] }), 0, ['competence-missing']],
    ['in force', holding({ course: [record(days(-5, 5))] }), 0, []],
    ['on the last day', holding({ course: [record(days(-5, 1))] }), 0, []],
    ['from the day it expires', holding({ course: [record(days(-5, 0))] }), 0, ['competence-expired']],
    ['renewed after a gap', holding({ course: [record(days(-9, -5)), record(days(-1, 9))] }), 0, []],
    ['not yet begun', holding({ course: [record(days(3))] }), 0, ['competence-missing']],
  ])('whose required competence is %s', (_says, who, at, codes) => {
    expect(verdict(who, ecg, day(at)).refusals).toEqual(codes);
  });

  test('at too low a level says so, with what would be enough', () => {
    const demanding = { ...ecg, requirements: [{ valid: since, anyOf: [wanted('course', 2)] }] };
    const low = verdict(holding({ course: [record(days(-5))] }), demanding, day(0));
    expect(refusalsOf(low)).toEqual([
      {
        code: 'competence-level',
        about: { competenceIds: 'course', competences: 'course', minLevels: '2' },
      },
    ]);
    expect(verdict(holding({ course: [record(days(-5), 3)] }), demanding, day(0)).allowed).toBe(true);
  });

  test('needs all that is required, each in one of its ways', () => {
    const both = { ...ecg, requirements: [course, requires(since, 'a', 'b')] };
    const at = day(0);
    expect(verdict(holding({ course: [record(days(-1))], b: [record(days(-1))] }), both, at).allowed).toBe(
      true,
    );
    expect(verdict(holding({ course: [record(days(-1))] }), both, at).lacks).toHaveLength(1);
    expect(refusalsOf(verdict(holding({}), both, at))).toHaveLength(2);
  });

  test('changes its answer when a record, a requirement or an abstention begins or ends', () => {
    const later = { ...ecg, requirements: [requires(days(10, 20), 'course')] };
    expect(decide(holding({}), later, day(0)).until).toBe(day(10));
    expect(decide(holding({}), later, day(10)).until).toBe(day(20));
    expect(decide(holding({ course: [record(days(0, 15))] }), later, day(0)).until).toBe(day(15));
    expect(decide(holding({ course: [record(days(0, 25))] }), later, day(0)).until).toBe(open);
    const abstaining = holding({ course: [record(days(-5))] }, { abstentions: { ecg: [days(2, 4)] } });
    expect(decide(abstaining, ecg, day(0)).until).toBe(day(2));
    expect(decide(abstaining, ecg, day(2))).toMatchObject({
      allowed: false,
      refusals: ['abstained'],
      until: day(4),
    });
  });

  test('is what a role description requires of those engaged under it, and of nobody else', () => {
    const role = (occupation: string) => ({ roleRequirements: [{ occupation, ...course }] });
    const plain = { ...ecg, requirements: [] };
    expect(verdict(helsesekretaer(role('HE')), plain, day(0)).refusals).toEqual(['competence-missing']);
    expect(verdict(helsesekretaer(role('SP')), plain, day(0)).allowed).toBe(true);
  });
});

describe('case 12: a delegated task', () => {
  const given = (records: Mastered[], valid = days(0, 100)) =>
    holding({ course: records }, { delegations: { infusion: [{ id: 'g', valid }] } });
  const codes = (who: PersonFacts, at: number, what = drip) => verdict(who, what, day(at)).refusals;

  test('counts until the day the required course expires', () => {
    const who = given([record(days(-5, 30))]);
    expect(codes(who, 29)).toEqual([]);
    expect(codes(who, 30)).toEqual(['competence-expired']);
    expect(decide(who, drip, day(0)).until).toBe(day(30));
  });

  test('goes on where it was renewed without a gap, also by another way to meet it', () => {
    expect(codes(given([record(days(-5, 30)), record(days(30, 90))]), 50)).toEqual([]);
    expect(codes(given([record(days(-5, 30)), record(days(20, 90))]), 50)).toEqual([]);
    const either = { ...drip, requirements: [requires(since, 'course', 'other')] };
    const who = holding(
      { course: [record(days(-5, 30))], other: [record(days(25, 90))] },
      { delegations: { infusion: [{ id: 'g', valid: days(0, 100) }] } },
    );
    expect(codes(who, 50, either)).toEqual([]);
  });

  test('does not revive where it was renewed after a gap, and a new delegation counts', () => {
    const records = [record(days(-5, 30)), record(days(31, 90))];
    const [refusal] = refusalsOf(verdict(given(records), drip, day(50)));
    expect(refusal).toMatchObject({
      code: 'competence-expired',
      about: { expiredAt: '2026-01-31T00:00:00.000Z' },
    });
    expect(codes(given(records, days(40, 100)), 50)).toEqual([]);
  });

  test('is measured from the start of the requirement where that came later', () => {
    const later = { ...drip, requirements: [requires(days(20), 'course')] };
    expect(codes(given([record(days(20, 90))]), 10, later)).toEqual([]);
    expect(codes(given([record(days(20, 90))]), 50, later)).toEqual([]);
    expect(codes(given([record(days(21, 90))]), 50, later)).toEqual(['competence-expired']);
  });

  test('is refused where the course is missing at the start, and warned of where it ends inside', () => {
    const told = (records: Mastered[]) =>
      delegating({ task: { ...infusion, ...drip }, delegatee: holding({ course: records }) });
    expect(codesOf(refusalsToDelegate(told([]), asking()))).toEqual(['competence-missing']);
    expect(codesOf(refusalsToDelegate(told([record(days(-9, -5))]), asking()))).toEqual([
      'competence-expired',
    ]);
    expect(refusalsToDelegate(told([record(days(-5, 30))]), asking())).toEqual([]);
    expect(warningsTo(told([record(days(-5, 30))]), asking()).map(({ code }) => code)).toEqual([
      'competence-ends',
    ]);
    expect(warningsTo(told([record(days(-5, 300))]), asking())).toEqual([]);
  });

  test('is not given to whoever abstains from it', () => {
    const delegatee = holding({}, { abstentions: { infusion: [days(-3)] } });
    expect(codesOf(refusalsToDelegate(delegating({ delegatee }), asking()))).toEqual(['abstained']);
  });
});

describe('to assign a duty without the competence', () => {
  const facts = (withoutCompetence: 'warn' | 'refuse', records: Record<string, Mastered[]>, more = {}) => ({
    person: holding(records, more),
    task: ecg,
    existing: [],
    withoutCompetence,
    now: day(0),
  });

  test('is warned of or refused, as the clinic has chosen', () => {
    expect(assign(facts('warn', {}), days(1, 9))).toMatchObject({
      warnings: [{ code: 'competence-lacking' }],
    });
    expect(codesOf(assign(facts('refuse', {}), days(1, 9)).refusals)).toEqual(['competence-missing']);
    const ending = { course: [record(days(-5, 5))] };
    expect(assign(facts('refuse', ending), days(1, 9))).toMatchObject({
      warnings: [{ code: 'competence-ends' }],
    });
  });

  test('is judged today where the start has passed', () => {
    const fresh = { course: [record(days(-1))] };
    expect(assign(facts('refuse', fresh), days(-50))).toMatchObject({ refusals: [], warnings: [] });
  });

  test('is refused to whoever abstains, whatever the clinic has chosen', () => {
    const abstaining = facts('warn', { course: [record(days(-5))] }, { abstentions: { ecg: [days(-3)] } });
    expect(codesOf(assign(abstaining, days(1, 9)).refusals)).toEqual(['abstained']);
  });
});

describe('records', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-22', 24, '2028-11-22'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('%s and %i months later is %s', (from, months, to) => expect(monthsAfter(from, months)).toBe(to));

  test('last from midnight in Oslo to midnight in Oslo, across the change of clocks', () => {
    expect(validityOf('2026-03-01', 2)).toEqual({
      from: Date.parse('2026-02-28T23:00:00Z'),
      to: Date.parse('2026-04-30T22:00:00Z'),
    });
    expect(validityOf('2026-03-01', null).to).toBe(open);
  });

  test.each<[string, Period, number, string[], string[]]>([
    ['takes over from an older one', days(10, 90), 1, ['r'], []],
    ['does not where it would end sooner', days(10, 20), 1, [], ['competence-record-exists']],
    ['does not where it says less', days(10, 90), 0, [], ['competence-record-exists']],
    ['does not of the same day', days(0, 90), 1, [], ['competence-record-exists']],
    ['leaves alone what it does not meet', days(30, 90), 1, [], []],
  ])('a new one %s', (_says, valid, level, superseded, refused) => {
    const found = takesOver([{ id: 'r', level: 1, valid: days(0, 30) }], { level, valid });
    expect(found.superseded).toEqual(superseded);
    expect(codesOf(found.refusals)).toEqual(refused);
  });
});

describe('for any facts', () => {
  const last = 10;
  const period = fc
    .tuple(fc.integer({ min: -1, max: last }), fc.integer({ min: 0, max: last + 1 }))
    .map(([from, to]) => ({ from: from < 0 ? -open : from, to: to > last ? open : to }))
    .filter(({ from, to }) => from < to);
  const few = <Thing>(thing: fc.Arbitrary<Thing>) => fc.array(thing, { maxLength: 4 });
  const competence = fc.constantFrom('a', 'b', 'c');
  const requirement: fc.Arbitrary<Requirement> = fc.record({
    valid: period,
    anyOf: fc.uniqueArray(
      fc.record({
        competenceId: competence,
        name: fc.constant('n'),
        minLevel: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 2, selector: ({ competenceId }) => competenceId },
    ),
  });
  const records = few(
    fc.record({ competenceId: competence, level: fc.integer({ min: 1, max: 3 }), valid: period }),
  ).map((all): ReadonlyMap<string, Mastered[]> => Map.groupBy(all, ({ competenceId }) => competenceId));
  const moment = fc.integer({ min: -2, max: last + 2 });
  const within = ({ from, to }: Period, at: number) => from <= at && at < to;

  /** Second implementation: moment by moment, without any union of periods. */
  const metAt = ({ anyOf }: Requirement, held: ReadonlyMap<string, readonly Mastered[]>, at: number) =>
    anyOf.some(({ competenceId, minLevel }) =>
      held.get(competenceId)?.some(({ level, valid }) => level >= minLevel && within(valid, at)),
    );

  test('what is lacking is what is required then and not met then', () => {
    fc.assert(
      fc.property(few(requirement), records, moment, (required, held, at) => {
        const expected = required.filter((each) => within(each.valid, at) && !metAt(each, held, at));
        expect(lacksAt(required, held, at).map(({ anyOf }) => anyOf)).toEqual(
          expected.map(({ anyOf }) => anyOf),
        );
      }),
    );
  });

  test('what is delegated counts if it was met at every moment since', () => {
    fc.assert(
      fc.property(
        few(requirement),
        records,
        fc.integer({ min: 0, max: last }),
        moment,
        (required, held, start, at) => {
          if (at < start) return;
          const uninterrupted = required
            .filter(({ valid }) => within(valid, at))
            .every((each) => {
              for (let then = Math.max(start, each.valid.from); then <= at; then++)
                if (!metAt(each, held, then)) return false;
              return true;
            });
          expect(interruptedAt(required, held, start, at).length === 0).toBe(uninterrupted);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('until is the first moment at which the answer is another one', () => {
    const answer = (who: PersonFacts, what: TaskFacts, at: number) => {
      const { bases, refusals, lacks } = verdict(who, what, at);
      return JSON.stringify([
        bases,
        [...refusals].sort(),
        lacks.map((lack) => JSON.stringify([lack.code, aboutLack(lack)])).sort(),
      ]);
    };
    fc.assert(
      fc.property(
        few(requirement),
        records,
        few(period),
        few(period),
        moment,
        (required, held, abstains, given, at) => {
          const delegations = given.map((valid, i) => ({ id: `g${i}`, valid }));
          const who = {
            ...helsesekretaer({ delegations: { t: delegations }, abstentions: { t: abstains } }),
            records: held,
            engagements: [{ occupation: 'HE', kind: 'ansatt' as const, valid: since }],
            rights: [],
          };
          const what = { ...task('t', []), requirements: required };
          const { until } = decide(who, what, at);
          for (let then = at + 1; then <= last + 2 && then < until; then++)
            expect(codesOf(verdict(who, what, then).refusals.map((code) => ({ code })))).toEqual(
              codesOf(verdict(who, what, at).refusals.map((code) => ({ code }))),
            );
          if (until <= last + 2) expect(answer(who, what, until)).not.toBe(answer(who, what, until - 1));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a lapse inside is the first moment after the start at which something is no longer met', () => {
    fc.assert(
      fc.property(few(requirement), records, (required, held) => {
        const lapse = firstLapseIn(required, held, { from: 0, to: last });
        for (let then = 1; then < (lapse?.at ?? last); then++)
          for (const each of required.filter(({ valid }) => within(valid, then)))
            if (metAt(each, held, Math.max(0, each.valid.from))) expect(metAt(each, held, then)).toBe(true);
      }),
    );
  });
});

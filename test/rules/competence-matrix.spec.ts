import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LoadedTask, Mastered, PersonFacts, Requirement } from '../../src/decision/decision.facts.js';
import { heldOf, verdict } from '../../src/decision/decision.rules.js';
import type { Period } from '../../src/law/period.js';
import {
  askedOfPerson,
  type Claim,
  type Holding,
  holdingsOf,
} from '../../src/matrix/competence-matrix.rules.js';
import { always, day, days, entitled, helsesekretaer, lege, open, task } from './facts.js';

const option = (competenceId: string, minLevel = 1) => ({ competenceId, name: competenceId, minLevel });
const requires = (anyOf: Requirement['anyOf'], more: Partial<Requirement> = {}): Requirement => ({
  valid: always,
  anyOf,
  ...more,
});
const loaded = (id: string, occupations: string[], ...requirements: Requirement[]): LoadedTask => ({
  ...task(
    id,
    occupations.map((occupation) => entitled(occupation)),
  ),
  name: id,
  area: 'skiftestue',
  reserved: false,
  contested: false,
  requirements,
});
const record = (valid: Period, level = 1): Mastered => ({ level, valid });

const course = requires([option('course')]);
const ecg = loaded('ecg', ['HE'], course);
const drip = loaded('drip', ['LE'], course);

const askedOf = (who: PersonFacts, ...tasks: LoadedTask[]) =>
  askedOfPerson(
    who,
    tasks.map((each) => heldOf(who, each)),
    tasks,
    day(0),
  );
const asked = (who: PersonFacts, ...tasks: LoadedTask[]): string[] =>
  askedOf(who, ...tasks).map(({ task: of, occupation }) => of?.id ?? occupation ?? '');

describe('what is asked of a person', () => {
  test('by what they would do in their own right, and not by what is nothing to them', () => {
    expect(asked(helsesekretaer(), ecg, drip)).toEqual(['ecg']);
    expect(asked(lege(), ecg, drip)).toEqual(['drip']);
    expect(asked(helsesekretaer({ engagements: [] }), ecg)).toEqual([]);
    expect(asked(helsesekretaer({ rights: [] }), ecg)).toEqual([]);
  });

  test('by what they have received, for as long as it stands', () => {
    const received = (valid: Period) => ({ drip: [{ id: 'g', valid }] });
    expect(asked(helsesekretaer({ delegations: received(days(-1, 5)) }), drip)).toEqual(['drip']);
    expect(asked(helsesekretaer({ approvals: received(days(-1, 5)) }), drip)).toEqual(['drip']);
    expect(asked(helsesekretaer({ delegations: received(days(-5, 0)) }), drip)).toEqual([]);
  });

  test('not where their occupation is exempt, unless they do it on another basis', () => {
    const exempt = loaded('drip', ['LE'], requires([option('course')], { except: ['LE', 'HE'] }));
    expect(asked(lege(), exempt)).toEqual([]);
    expect(asked(helsesekretaer({ delegations: { drip: [{ id: 'g', valid: always }] } }), exempt)).toEqual([
      'drip',
    ]);
  });

  test('also of a task that they abstain from; not by what is not in force', () => {
    expect(asked(helsesekretaer({ abstentions: { ecg: [always] } }), ecg)).toEqual(['ecg']);
    expect(asked(helsesekretaer(), loaded('ecg', ['HE'], { ...course, valid: days(1) }))).toEqual([]);
  });

  test('by the role description', () => {
    const role = (more: object) => [{ ...course, occupation: 'HE', ...more }];
    expect(asked(helsesekretaer({ roleRequirements: role({}) }))).toEqual(['HE']);
    expect(asked(helsesekretaer({ roleRequirements: role({ valid: days(1) }) }))).toEqual([]);
    expect(asked(helsesekretaer({ roleRequirements: role({ except: ['HE'] }) }))).toEqual([]);
  });
});

function holding(
  records: readonly Mastered[],
  of: LoadedTask = ecg,
  claims: Claim[] = [],
): Partial<Holding> | null {
  const who = helsesekretaer({ records: { course: records } });
  const found = holdingsOf(who, askedOf(who, of), claims, day(0));
  return found.find(({ competenceId }) => competenceId === 'course') ?? null;
}

describe('what is held of one competence', () => {
  test.each<[string, Mastered[], string, number | null, number | null]>([
    ['stands for good', [record(days(-5))], 'valid', 1, open],
    ['stands for 91 days', [record(days(-5, 91))], 'valid', 1, day(91)],
    ['ends on the ninetieth day', [record(days(-5, 90))], 'expiring', 1, day(90)],
    [
      'is followed by another without a gap',
      [record(days(-5, 9)), record(days(9, 200))],
      'valid',
      1,
      day(200),
    ],
    ['is followed by a lower one', [record(days(-5, 9), 2), record(days(9))], 'expiring', 2, day(9)],
    ['ended today', [record(days(-5, 0))], 'expired', 1, day(0)],
    ['ended twice', [record(days(-9, -7)), record(days(-5, -2), 2)], 'expired', 2, day(-2)],
    ['has not begun', [record(days(2))], 'missing', null, null],
    ['was never there', [], 'missing', null, null],
  ])('that %s', (_says, records, status, level, to) => {
    expect(holding(records)).toMatchObject({ status, level, to, minLevel: 1, claimedLevel: null });
  });

  test('at a lower level than what is asked for', () => {
    const demanding = loaded('ecg', ['HE'], requires([option('course', 2)]));
    expect(holding([record(days(-5))], demanding)).toMatchObject({
      status: 'too-low',
      level: 1,
      minLevel: 2,
    });
    expect(holding([record(days(-5), 3)], demanding)).toMatchObject({
      status: 'valid',
      level: 3,
      minLevel: 2,
    });
  });

  test('that is claimed, be it instead of nothing or to follow what has expired', () => {
    const claims = [{ competenceId: 'course', level: 2 }];
    expect(holding([], ecg, claims)).toMatchObject({ status: 'claimed', level: null, claimedLevel: 2 });
    expect(holding([record(days(-5, 0))], ecg, claims)).toMatchObject({ status: 'expired', claimedLevel: 2 });
    expect(holding([record(days(-5))], ecg, claims)).toMatchObject({ status: 'valid', claimedLevel: 2 });
  });

  test('and is not missing where another one is enough', () => {
    const either = loaded('ecg', ['HE'], requires([option('course'), option('certificate')]));
    const who = helsesekretaer({ records: { certificate: [record(days(-5))] } });
    const found = holdingsOf(who, askedOf(who, either), [], day(0));
    expect(found.map(({ competenceId, status }) => [competenceId, status])).toEqual([
      ['certificate', 'valid'],
    ]);
  });

  test('with all that it is required for, and none of what it is not', () => {
    expect(holding([record(days(-5))])?.asked?.map(({ task: of }) => of?.id)).toEqual(['ecg']);
    expect(holding([record(days(-5))], drip)).toMatchObject({ status: 'valid', minLevel: null, asked: [] });
    expect(holding([], drip)).toBeNull();
  });
});

test('missing, expired or too low is what the decision about an own task says no to, and nothing else', () => {
  const period = fc
    .tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 5 }))
    .map(([from, length]) => days(from, from + length));
  const level = fc.integer({ min: 1, max: 3 });
  const records = fc.array(fc.tuple(period, level), { maxLength: 1 });
  fc.assert(
    fc.property(records, records, level, level, fc.boolean(), (course1, course2, one, other, both) => {
      const who = helsesekretaer({
        records: {
          a: course1.map(([valid, at]) => record(valid, at)),
          b: course2.map(([valid, at]) => record(valid, at)),
        },
      });
      const [a, b] = [option('a', one), option('b', other)];
      const what = loaded('ecg', ['HE'], ...(both ? [requires([a]), requires([b])] : [requires([a, b])]));
      const found = holdingsOf(who, askedOf(who, what), [], day(0));
      const enough = ({ status, level: held, minLevel }: Holding) =>
        ['valid', 'expiring'].includes(status) && (held ?? 0) >= (minLevel ?? 0);
      const met = both ? found.length === 2 && found.every(enough) : found.some(enough);
      expect(met).toBe(verdict(who, what, day(0)).allowed);
    }),
  );
});

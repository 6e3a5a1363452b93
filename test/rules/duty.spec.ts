import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PersonFacts, TaskFacts } from '../../src/decision/decision.facts.js';
import { verdict } from '../../src/decision/decision.rules.js';
import { type Assignment, assign, type DutyFacts } from '../../src/duty/duty.rules.js';
import { contains, type Period } from '../../src/law/period.js';
import {
  always,
  codesOf,
  days,
  engaged,
  entitled,
  helsesekretaer,
  infusion,
  open,
  person,
  professional,
  right,
  task,
} from './facts.js';

const ecg = task('ecg', [entitled('HE'), entitled('SP'), entitled('X-TEK', { mayDelegate: false })]);
const reception = task('reception', [entitled('X-MS'), entitled('HE')], false);

const asked = days(1, 100);
const assigning = (who: PersonFacts, what: TaskFacts = ecg, existing: readonly Period[] = []): DutyFacts => ({
  person: who,
  task: what,
  existing,
  withoutCompetence: 'warn',
  now: days(0).from,
});
const codes = (facts: DutyFacts, period: Period = asked) => codesOf(assign(facts, period).refusals);

describe('to assign a duty is refused when (domain § 5)', () => {
  test.each<readonly [string, DutyFacts, readonly string[]]>([
    [
      'yrkesgruppen har ikke oppgaven: it needs a delegation',
      assigning(helsesekretaer(), infusion),
      ['outside-role'],
    ],
    [
      'case 4: the manager may be assigned no clinical task, either',
      assigning(person('leder', { engagements: [engaged('X-LED')] })),
      ['outside-role'],
    ],
    [
      'case 16: a medisinsk sekretær has none of the helsesekretær’s clinical duties',
      assigning(person('ms', { engagements: [engaged('X-MS')] })),
      ['outside-role'],
    ],
    [
      'the entitlement ends inside the period',
      assigning(helsesekretaer(), task('ecg', [entitled('HE', { valid: days(-10, 99) })])),
      ['outside-role'],
    ],
    [
      'case 21: «ukjent/uspesifisert» never gives a right',
      assigning(person('x', { engagements: [engaged('XX')] }), task('ecg', [entitled('XX')])),
      ['no-practice-right'],
    ],
    ['ikke autorisert', assigning(helsesekretaer({ rights: [] })), ['no-practice-right']],
    [
      'not authorised on the last day',
      assigning(helsesekretaer({ rights: [right('HE', days(-10, 99))] })),
      ['no-practice-right'],
    ],
    [
      'suspended for one day',
      assigning(helsesekretaer({ rights: [right('HE', days(-10, 50)), right('HE', days(51))] })),
      ['no-practice-right'],
    ],
    [
      'case 9: authorised in another profession than the one engaged in',
      assigning(helsesekretaer({ rights: [right('SP')] })),
      ['no-practice-right'],
    ],
    ['ikke tilknyttet', assigning(helsesekretaer({ engagements: [] })), ['not-engaged']],
    [
      'engaged from the day after',
      assigning(helsesekretaer({ engagements: [engaged('HE', days(2))] })),
      ['not-engaged'],
    ],
    [
      'the engagement ends the day before the duty does',
      assigning(helsesekretaer({ engagements: [engaged('HE', days(-10, 99))] })),
      ['not-engaged'],
    ],
    [
      'case 8: a limited suspension names the task',
      assigning(helsesekretaer({ limits: { ecg: [{ profession: 'HE', valid: days(99, 200) }] } })),
      ['right-limited'],
    ],
    [
      'case 23: forbud mot å yte helsehjelp',
      assigning(person('tek', { engagements: [engaged('X-TEK')], bans: [days(99, 200)] })),
      ['banned'],
    ],
    ['the duty is there already', assigning(helsesekretaer(), ecg, [days(99, 200)]), ['duty-exists']],
  ])('%s', (_says, facts, expected) => {
    expect(codes(facts)).toEqual(expected);
  });

  test('every reason comes at once', () => {
    const who = helsesekretaer({
      rights: [],
      bans: [always],
      limits: { ecg: [{ profession: 'HE', valid: always }] },
      engagements: [engaged('HE', days(-10, 50))],
    });
    expect(codes(assigning(who, ecg, [always]))).toEqual([
      'banned',
      'duty-exists',
      'no-practice-right',
      'not-engaged',
      'right-limited',
    ]);
    expect(codes(assigning({ ...who, engagements: [] }, ecg, [always]))).toEqual([
      'banned',
      'duty-exists',
      'not-engaged',
    ]);
  });

  test('every reason says whom and what it is about', () => {
    const { refusals } = assign(assigning(helsesekretaer({ engagements: [] }), ecg, [always]), asked);
    expect(refusals.map(({ about }) => about)).toEqual(
      refusals.map(() => ({ personId: 'helsesekretaer', taskId: 'ecg' })),
    );
  });

  test('among several occupations the reason is about the one that holds the task', () => {
    const who = person('both', { engagements: [engaged('X-MS'), engaged('HE')] });
    expect(codes(assigning(who))).toEqual(['no-practice-right']);
  });
});

describe('to assign a duty is allowed', () => {
  test.each<readonly [string, DutyFacts, Period, Assignment]>([
    [
      'case 17: to the helsesekretær in her own field',
      assigning(helsesekretaer()),
      asked,
      { refusals: [], occupation: 'HE', profession: 'HE', valid: asked },
    ],
    [
      'to a medisinsk sekretær in the reception, without authorisation',
      assigning(person('ms', { engagements: [engaged('X-MS')] }), reception),
      asked,
      { refusals: [], occupation: 'X-MS', profession: null, valid: asked },
    ],
    [
      'case 9: by the profession that is left',
      assigning(person('both', { engagements: [engaged('HE'), engaged('SP')], rights: [right('SP')] })),
      asked,
      { refusals: [], occupation: 'SP', profession: 'SP', valid: asked },
    ],
    [
      'with an open end, for as long as engagement, right and entitlement hold',
      assigning(
        helsesekretaer({
          engagements: [engaged('HE', days(-10, 70))],
          rights: [right('HE', days(-10, 60))],
        }),
        task('ecg', [entitled('HE', { valid: days(-10, 80) })]),
      ),
      days(1),
      { refusals: [], occupation: 'HE', profession: 'HE', valid: days(1, 60) },
    ],
    [
      'with an open end that nothing cuts',
      assigning(helsesekretaer()),
      days(1),
      { refusals: [], occupation: 'HE', profession: 'HE', valid: days(1) },
    ],
    [
      'the moment the one before it ends (case 13)',
      assigning(helsesekretaer(), ecg, [days(-10, 1), days(100, 200)]),
      asked,
      { refusals: [], occupation: 'HE', profession: 'HE', valid: asked },
    ],
    [
      'case 8: when the limitation is on another task, in another profession, or over',
      assigning(
        professional('he', 'HE', {
          limits: {
            other: [{ profession: 'HE', valid: always }],
            ecg: [
              { profession: 'SP', valid: always },
              { profession: 'HE', valid: days(-10, 1) },
            ],
          },
        }),
      ),
      asked,
      { refusals: [], occupation: 'HE', profession: 'HE', valid: asked },
    ],
    [
      'case 23: a ban on giving health care leaves the reception to its own people',
      assigning(person('ms', { engagements: [engaged('X-MS')], bans: [always] }), reception),
      asked,
      { refusals: [], occupation: 'X-MS', profession: null, valid: asked },
    ],
  ])('%s', (_says, facts, period, expected) => {
    expect(assign(facts, period)).toEqual({ ...expected, warnings: [] });
  });
});

describe('for any facts', () => {
  const lastMoment = 10;
  const period = fc
    .tuple(fc.integer({ min: 0, max: lastMoment - 1 }), fc.integer({ min: 1, max: lastMoment + 3 }))
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ from, to: to > lastMoment ? open : to }));
  const occupation = fc.constantFrom('HE', 'SP', 'X-MS');
  const some = <Thing>(thing: fc.Arbitrary<Thing>) => fc.array(thing, { maxLength: 4 });
  const facts: fc.Arbitrary<DutyFacts> = fc
    .record({
      engagements: some(fc.record({ occupation, kind: fc.constant('ansatt' as const), valid: period })),
      rights: some(fc.record({ profession: occupation, valid: period })),
      bans: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(period) }),
      limits: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: some(fc.record({ profession: occupation, valid: period })) },
      ),
      entitlements: some(fc.record({ occupation, mayDelegate: fc.boolean(), valid: period })),
      clinical: fc.boolean(),
    })
    .map(({ entitlements, clinical, limits, ...told }) => ({
      person: person('p', { ...told, limits: { t: limits } }),
      task: task('t', entitlements, clinical),
      existing: [],
      withoutCompetence: 'warn' as const,
      now: 0,
    }));

  /** Whether the duty alone would make the person allowed, by an occupation they are engaged in. */
  const stands = ({ person: who, task: what }: DutyFacts, own: string, at: number): boolean =>
    who.engagements.some((tie) => tie.occupation === own && contains(tie.valid, at)) &&
    verdict(who, what, at).bases.some((basis) => 'occupation' in basis && basis.occupation === own);

  test('an assigned duty is allowed by the decision at every moment of it, as a duty', () => {
    fc.assert(
      fc.property(facts, period, (told, wanted) => {
        const outcome = assign(told, wanted);
        if (!('valid' in outcome)) return;
        const duty = { id: 'd', occupation: outcome.occupation, valid: outcome.valid };
        const dutiful = { ...told.person, duties: new Map([['t', [duty]]]) };
        for (let at = outcome.valid.from; at < Math.min(outcome.valid.to, lastMoment + 2); at++) {
          expect(verdict(dutiful, told.task, at).bases).toContainEqual({
            kind: 'own-duty',
            occupation: outcome.occupation,
            dutyId: 'd',
          });
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('it is refused only where no one occupation would carry the whole of it', () => {
    fc.assert(
      fc.property(facts, period, (told, wanted) => {
        if ('valid' in assign(told, wanted)) return;
        const to = Math.min(wanted.to, lastMoment + 2);
        for (const own of ['HE', 'SP', 'X-MS']) {
          const moments = Array.from({ length: to - wanted.from }, (_, i) => wanted.from + i);
          expect(moments.every((at) => stands(told, own, at))).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a stated end is kept, and an open one cut only where the ground ends', () => {
    fc.assert(
      fc.property(facts, period, (told, wanted) => {
        const outcome = assign(told, wanted);
        if (!('valid' in outcome)) return;
        expect(outcome.valid.from).toBe(wanted.from);
        if (outcome.valid.to === wanted.to) return;
        expect(wanted.to).toBe(open);
        expect(stands(told, outcome.occupation, outcome.valid.to)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

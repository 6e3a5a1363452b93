import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PersonFacts, TaskFacts } from '../../src/decision/decision.facts.js';
import { type Basis, decide, isPresent, type Verdict, verdict } from '../../src/decision/decision.rules.js';
import {
  always,
  day,
  days,
  engaged,
  entitled,
  helsesekretaer,
  lege,
  open,
  person,
  professional,
  right,
  task,
} from './facts.js';

const bloodSample = task('blood-sample', [entitled('HE'), entitled('LE'), entitled('BI')]);
const prescribing = task('prescribing', [entitled('LE', { mayDelegate: false })]);
const reception = task('reception', [entitled('HE'), entitled('X-MS', { mayDelegate: false })], false);
const infusion = task('infusion', [entitled('LE'), entitled('SP')]);

const duty = (id: string, occupation: string, valid = always) => ({ id, occupation, valid });
const received = (id: string, valid = always) => ({ id, valid });

const ownRight = (occupation: string): Basis => ({ kind: 'own-right', occupation });
const ownDuty = (occupation: string, dutyId: string): Basis => ({ kind: 'own-duty', occupation, dutyId });
const delegation = (delegationId: string): Basis => ({ kind: 'delegation', delegationId });

const may = (...bases: Basis[]): Verdict => ({ allowed: true, bases, refusals: [], lacks: [] });
const mayNot = (...refusals: Verdict['refusals']): Verdict => ({
  allowed: false,
  bases: [],
  refusals,
  lacks: [],
});

const sekretaer = (told = {}) => person('sekretaer', { engagements: [engaged('X-MS')], ...told });

/*
 * The cases of § 8 that one decision shows bear their number below. Elsewhere in the rules: 1 (redelegation, delegation),
 * 3, 7, 17, 24 (delegation), 4 (delegation, duty), 6 and 11 (redelegation: a suspension from a past date and a departure cut
 * what rests on them), 10 and 16 (practice-right), 13 (delegation, period, instant).
 * Not in pure rules: 5, 6, 11, 14 and 20 are about rows and transactions (schema, api), 15 about versions of role
 * descriptions (api), 18 and 19 about acts that are never judged (api), 22 about the log, 12 about competence records, and
 * 21 about registers, but for what is registered as unknown.
 */
describe('the decision at one moment', () => {
  test.each<readonly [string, PersonFacts, TaskFacts, Verdict]>([
    [
      'own right: the profession holds the task, and may be practised',
      lege(),
      bloodSample,
      may(ownRight('LE')),
    ],
    [
      'case 17: the helsesekretær takes blood samples as her own duty',
      helsesekretaer({ duties: { 'blood-sample': [duty('d1', 'HE')] } }),
      bloodSample,
      may(ownDuty('HE', 'd1')),
    ],
    [
      'a delegation, outside the role',
      helsesekretaer({ delegations: { infusion: [received('g1')] } }),
      infusion,
      may(delegation('g1')),
    ],
    [
      'case 3: two doctors have left it to her: each is a basis',
      helsesekretaer({ delegations: { infusion: [received('g1'), received('g2')] } }),
      infusion,
      may(delegation('g1'), delegation('g2')),
    ],
    [
      'case 2: by delegation and by another profession of her own: both are named',
      helsesekretaer({
        rights: [right('HE'), right('SP')],
        delegations: { infusion: [received('g1')] },
      }),
      infusion,
      may(ownRight('SP'), delegation('g1')),
    ],
    [
      'case 16: a medisinsk sekretær may receive tasks',
      sekretaer({ delegations: { infusion: [received('g1')] } }),
      infusion,
      may(delegation('g1')),
    ],
    [
      'an occupation without authorisation holds the task in its own right',
      sekretaer(),
      reception,
      may(ownRight('X-MS')),
    ],
    ['outside the role', helsesekretaer(), infusion, mayNot('outside-role')],
    [
      'case 4: a manager holds no clinical task',
      person('leder', { engagements: [engaged('X-LED')] }),
      bloodSample,
      mayNot('outside-role'),
    ],
    [
      'an authorisation without engagement gives nothing here (case 14)',
      lege({ engagements: [] }),
      bloodSample,
      mayNot('not-engaged'),
    ],
    [
      'a delegation without engagement gives nothing (case 11)',
      helsesekretaer({ engagements: [], delegations: { infusion: [received('g1')] } }),
      infusion,
      mayNot('not-engaged'),
    ],
    [
      'engaged as helsesekretær without the authorisation',
      helsesekretaer({ rights: [] }),
      bloodSample,
      mayNot('no-practice-right'),
    ],
    [
      'a duty does not stand in for the authorisation',
      helsesekretaer({ rights: [], duties: { 'blood-sample': [duty('d1', 'HE')] } }),
      bloodSample,
      mayNot('no-practice-right'),
    ],
    [
      'a duty in another occupation gives nothing',
      helsesekretaer({ duties: { infusion: [duty('d1', 'SP')] } }),
      infusion,
      mayNot('outside-role'),
    ],
    [
      'a duty in one profession is no duty in another that holds the task, too',
      lege({ duties: { 'blood-sample': [duty('d1', 'HE')] } }),
      bloodSample,
      may(ownRight('LE')),
    ],
    [
      'case 8: limited suspension hits the named task …',
      lege({ limits: { prescribing: [{ profession: 'LE', valid: always }] } }),
      prescribing,
      mayNot('right-limited'),
    ],
    [
      'case 8: … and leaves the rest',
      lege({ limits: { prescribing: [{ profession: 'LE', valid: always }] } }),
      bloodSample,
      may(ownRight('LE')),
    ],
    [
      'case 9: a limit on one profession leaves the other',
      person('both', {
        engagements: [engaged('HE'), engaged('SP')],
        rights: [right('HE'), right('SP')],
        limits: { 'blood-sample': [{ profession: 'SP', valid: always }] },
      }),
      task('blood-sample', [entitled('HE'), entitled('SP')]),
      may(ownRight('HE')),
    ],
    [
      'case 9: one profession lost, the other limited: both reasons at once',
      person('both', {
        engagements: [engaged('HE'), engaged('SP')],
        rights: [right('SP')],
        limits: { 'blood-sample': [{ profession: 'SP', valid: always }] },
      }),
      task('blood-sample', [entitled('HE'), entitled('SP')]),
      mayNot('no-practice-right', 'right-limited'),
    ],
    [
      'case 23: a ban stops health care by own right and by delegation',
      helsesekretaer({
        bans: [always],
        delegations: { 'blood-sample': [received('g1')] },
      }),
      bloodSample,
      mayNot('banned', 'delegatee-banned'),
    ],
    [
      'case 23: a ban stops unskilled work received by delegation',
      sekretaer({ bans: [always], delegations: { errand: [received('g1')] } }),
      task('errand', [], false),
      mayNot('delegatee-banned'),
    ],
    [
      'a ban on giving health care leaves the reception to its own people',
      sekretaer({ bans: [always] }),
      reception,
      may(ownRight('X-MS')),
    ],
    [
      'case 18: given up or over: nothing is left',
      helsesekretaer({ delegations: { infusion: [received('g1', days(-10, 0))] } }),
      infusion,
      mayNot('outside-role'),
    ],
    [
      'another task’s duty, delegation and limit are nothing to this one',
      helsesekretaer({
        duties: { other: [duty('d1', 'HE')] },
        delegations: { other: [received('g1')] },
        limits: { other: [{ profession: 'HE', valid: always }] },
      }),
      bloodSample,
      may(ownRight('HE')),
    ],
    ['a task that nobody holds', lege(), task('nobody', []), mayNot('outside-role')],
    [
      'case 21: unknown is never ok: «ukjent/uspesifisert» gives no right',
      person('x', { engagements: [engaged('XX')] }),
      task('odd', [entitled('XX')]),
      mayNot('no-practice-right'),
    ],
    [
      'case 21: … nor does a code that nobody has heard of',
      person('x', { engagements: [engaged('__proto__')] }),
      task('odd', [entitled('__proto__')]),
      mayNot('no-practice-right'),
    ],
    [
      'case 21: … and a delegation to such a person stands on the delegator’s right',
      person('x', { engagements: [engaged('XX')], delegations: { infusion: [received('g1')] } }),
      infusion,
      may(delegation('g1')),
    ],
  ])('%s', (_says, who, what, expected) => {
    expect(decide(who, what, day(0))).toEqual({ ...expected, until: open });
  });
});

describe('until', () => {
  test('case 8 and 13: ends are exclusive: allowed until the suspension, and not at it', () => {
    const suspended = lege({ rights: [right('LE', days(-10, 5)), right('LE', days(20))] });
    expect(decide(suspended, bloodSample, day(5) - 1)).toEqual({ ...may(ownRight('LE')), until: day(5) });
    expect(decide(suspended, bloodSample, day(5))).toEqual({
      ...mayNot('no-practice-right'),
      until: day(20),
    });
    expect(decide(suspended, bloodSample, day(20))).toEqual({ ...may(ownRight('LE')), until: open });
  });

  test('case 3: one of two doctors withdraws: still allowed, on another basis', () => {
    const who = helsesekretaer({ delegations: { infusion: [received('g1', days(-10, 5)), received('g2')] } });
    expect(decide(who, infusion, day(0)).until).toBe(day(5));
    expect(decide(who, infusion, day(5))).toEqual({ ...may(delegation('g2')), until: open });
  });

  test('one of two reasons comes, or falls away: another answer', () => {
    const who = person('both', {
      engagements: [engaged('HE'), engaged('LE')],
      rights: [right('LE', days(5, 8))],
      limits: { 'blood-sample': [{ profession: 'LE', valid: always }] },
    });
    expect(decide(who, bloodSample, day(0))).toEqual({ ...mayNot('no-practice-right'), until: day(5) });
    const both = mayNot('no-practice-right', 'right-limited');
    expect(decide(who, bloodSample, day(5))).toEqual({ ...both, until: day(8) });
    expect(decide(who, bloodSample, day(8))).toEqual({ ...mayNot('no-practice-right'), until: open });
  });

  test('what makes no difference is passed over', () => {
    const who = lege({
      engagements: [engaged('LE', days(-10, 5)), engaged('X-LED', days(3))],
      rights: [right('LE', days(-10, 7)), right('LE', days(7)), right('HE', days(2, 4))],
      delegations: { other: [received('g1', days(1, 2))] },
      bans: [],
    });
    expect(decide(who, prescribing, day(0)).until).toBe(open);
  });

  test('the same bases in another order are the same answer', () => {
    const split = task('split', [
      entitled('LE', { valid: days(-10, 5) }),
      entitled('HE'),
      entitled('LE', { valid: days(5), mayDelegate: false }),
    ]);
    const both = lege({ rights: [right('LE'), right('HE')] });
    expect(decide(both, split, day(0))).toEqual({ ...may(ownRight('LE'), ownRight('HE')), until: open });
  });
});

/** Time with twelve moments; facts of any kind, also such as no clinic could register. */
const lastMoment = 12;
const period = fc
  .tuple(fc.integer({ min: -1, max: lastMoment }), fc.integer({ min: 0, max: lastMoment + 1 }))
  .map(([from, to]) => ({ from: from < 0 ? -open : from, to: to > lastMoment ? open : to }))
  .filter(({ from, to }) => from < to);
const professions = ['LE', 'HE', 'X-MS', 'X-HEL', 'XX', 'no such code'];
const profession = fc.constantFrom(...professions);
const few = <Thing>(thing: fc.Arbitrary<Thing>) => fc.array(thing, { maxLength: 3 });
const ofTask = <Thing>(thing: fc.Arbitrary<Thing>) =>
  few(thing).map((things) => new Map([['t', things] as const]));

let made = 0;
const id = fc.constant(null).map(() => `id-${++made}`);

const anyone: fc.Arbitrary<PersonFacts> = fc.record({
  id: fc.constant('p'),
  engagements: few(
    fc.record({ occupation: profession, kind: fc.constantFrom('ansatt', 'elev'), valid: period }),
  ),
  rights: few(fc.record({ profession, valid: period })),
  bans: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: few(period) }),
  limits: ofTask(fc.record({ profession, valid: period })),
  duties: ofTask(fc.record({ id, occupation: profession, valid: period })),
  delegations: ofTask(fc.record({ id, valid: period })),
  approvals: ofTask(fc.record({ id, valid: period })),
  abstentions: fc.constant(new Map()),
  records: fc.constant(new Map()),
  roleRequirements: fc.constant([]),
});
const anything: fc.Arbitrary<TaskFacts> = fc.record({
  id: fc.constantFrom('t', 't', 't', 'unknown'),
  clinical: fc.boolean(),
  entitlements: few(fc.record({ occupation: profession, mayDelegate: fc.boolean(), valid: period })),
  requirements: fc.constant([]),
});
const moment = fc.integer({ min: -2, max: lastMoment + 2 });

/** The answer as a set: which bases, which refusals. */
const answer = ({ bases, refusals }: Verdict): string =>
  [...new Set([...bases.map((basis) => JSON.stringify(basis)), ...refusals])].sort().join(' ');

const holds = ({ valid }: { readonly valid: { from: number; to: number } }, at: number): boolean =>
  valid.from <= at && at < valid.to;

describe('for any facts', () => {
  test('decide never throws, and says the same as the verdict at that moment', () => {
    const odd = fc.oneof(moment, fc.constantFrom(Number.NaN, open, -open, 0.5, Number.MAX_VALUE));
    fc.assert(
      fc.property(anyone, anything, odd, (who, what, at) => {
        const { until, ...now } = decide(who, what, at);
        expect(now).toEqual(verdict(who, what, at));
        expect(until > at || until === open).toBe(true);
      }),
    );
  });

  test('allowed with bases and no refusals, or not allowed with refusals and no bases', () => {
    fc.assert(
      fc.property(anyone, anything, moment, (who, what, at) => {
        const { allowed, bases, refusals } = decide(who, what, at);
        expect(bases.length > 0).toBe(allowed);
        expect(refusals.length > 0).toBe(!allowed);
        expect(new Set(refusals).size).toBe(refusals.length);
      }),
    );
  });

  test('until is the first moment at which the answer is another one', () => {
    fc.assert(
      fc.property(anyone, anything, moment, (who, what, at) => {
        const now = answer(verdict(who, what, at));
        let expected = at + 1;
        while (expected <= lastMoment + 1 && answer(verdict(who, what, expected)) === now) expected++;
        expect(decide(who, what, at).until).toBe(expected > lastMoment + 1 ? open : expected);
      }),
      { numRuns: 500 },
    );
  });

  test('every basis is a fact that stands at that moment, and every fact that gives one is named', () => {
    fc.assert(
      fc.property(anyone, anything, moment, (who, what, at) => {
        const given = [who.delegations, who.approvals].flatMap((held) =>
          (held.get(what.id) ?? []).filter((one) => holds(one, at)),
        );
        const banned = who.bans.some((valid) => holds({ valid }, at));
        const { bases } = verdict(who, what, at);
        const named = bases.flatMap((basis) =>
          basis.kind === 'delegation'
            ? [basis.delegationId]
            : basis.kind === 'approval'
              ? [basis.approvalId]
              : [],
        );
        expect(named).toEqual(isPresent(who, at) && !banned ? given.map((held) => held.id) : []);
        for (const basis of bases) {
          if (basis.kind === 'delegation' || basis.kind === 'approval') continue;
          const { occupation } = basis;
          expect(what.entitlements.some((own) => own.occupation === occupation && holds(own, at))).toBe(true);
          const ground = !occupation.startsWith('X-')
            ? who.rights.some((own) => own.profession === occupation && holds(own, at))
            : who.engagements.some((tie) => tie.occupation === occupation && holds(tie, at));
          expect(ground).toBe(true);
          expect(banned && what.clinical).toBe(false);
        }
      }),
    );
  });

  test('taking something away from a person or a task never makes anything allowed', () => {
    const less: readonly ((who: PersonFacts, what: TaskFacts) => readonly [PersonFacts, TaskFacts])[] = [
      (who, what) => [{ ...who, delegations: withoutFirst(who.delegations) }, what],
      (who, what) => [{ ...who, rights: who.rights.slice(1) }, what],
      (who, what) => [{ ...who, duties: withoutFirst(who.duties) }, what],
      (who, what) => [{ ...who, engagements: who.engagements.slice(1) }, what],
      (who, what) => [who, { ...what, entitlements: what.entitlements.slice(1) }],
      (who, what) => [{ ...who, bans: [...who.bans, { from: 3, to: 8 }] }, what],
      (who, what) => [
        { ...who, limits: new Map([['t', [{ profession: 'LE', valid: { from: 3, to: 8 } }]]]) },
        what,
      ],
    ];
    fc.assert(
      fc.property(anyone, anything, moment, fc.constantFrom(...less), (who, what, at, take) => {
        const whole = { ...who, limits: new Map() };
        const [poorer, narrower] = take(whole, what);
        if (verdict(poorer, narrower, at).allowed) expect(verdict(whole, what, at).allowed).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('what one duty or delegation gives does not hang on another', () => {
    fc.assert(
      fc.property(anyone, anything, moment, (who, what, at) => {
        const { bases } = verdict(who, what, at);
        const kept = verdict({ ...who, delegations: withoutFirst(who.delegations) }, what, at).bases;
        const gone = who.delegations.get('t')?.[0]?.id;
        expect(kept).toEqual(
          bases.filter((basis) => basis.kind !== 'delegation' || basis.delegationId !== gone),
        );
      }),
    );
  });
});

const withoutFirst = <Held>(held: ReadonlyMap<string, readonly Held[]>): Map<string, readonly Held[]> =>
  new Map([...held].map(([key, things]) => [key, things.slice(1)]));

test('nothing given is changed', () => {
  const who = professional('p', 'HE', { duties: { 'blood-sample': [duty('d1', 'HE', days(-1, 4))] } });
  const before = structuredClone(who);
  decide(who, bloodSample, day(0));
  expect(who).toEqual(before);
});

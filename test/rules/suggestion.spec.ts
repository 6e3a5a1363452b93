import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LoadedTask, PersonFacts } from '../../src/decision/decision.facts.js';
import { verdict } from '../../src/decision/decision.rules.js';
import { type DelegationFacts, refusalsToDelegate } from '../../src/delegation/delegation.rules.js';
import { contains } from '../../src/law/period.js';
import {
  authorisedIn,
  type Delegator,
  delegatorsOf,
  obstaclesOf,
} from '../../src/suggestion/delegator.rules.js';
import type { GapFacts, Given, NearRecord } from '../../src/suggestion/suggestion.facts.js';
import { nearlyThere, trainableOf } from '../../src/suggestion/trainable.rules.js';
import {
  always,
  assessment,
  codesOf,
  day,
  days,
  engaged,
  entitled,
  open,
  type PersonTold,
  person,
  professional,
  right,
  task,
} from './facts.js';
import { moment, period, somebody, taskNamed } from './staff.js';

const now = day(10) + 9 * 3_600_000;
const dayLong = 86_400_000;
const infusion: LoadedTask = {
  ...task('infusion', [entitled('LE'), entitled('SP', { mayDelegate: false })]),
  name: 'Infusjon',
  area: 'skiftestue',
  reserved: false,
  contested: false,
};
const lege = (id: string, more: PersonTold = {}) => professional(id, 'LE', more);
const secretary = (more: PersonTold = {}) => professional('hege', 'HE', more);

const gapOf = (
  people: readonly PersonFacts[],
  more: Partial<GapFacts> = {},
  given: readonly Given[] = [],
): GapFacts => ({
  now,
  startOfToday: day(10),
  task: infusion,
  people,
  givenTo: Map.groupBy(given, ({ delegateeId }) => delegateeId),
  givenBy: Map.groupBy(given, ({ delegatorId }) => delegatorId),
  conditions: new Map(),
  records: [],
  ...more,
});
const suggested = (gap: GapFacts, to: PersonFacts | null): Delegator[] =>
  delegatorsOf(gap, authorisedIn(gap), to);
const idsOf = (found: readonly { readonly personId: string }[]) => found.map(({ personId }) => personId);

const given = (from: string, to: string, more: Partial<Given> = {}): Given => ({
  id: `${from}-${to}`,
  taskId: 'infusion',
  delegatorId: from,
  delegateeId: to,
  profession: 'LE',
  valid: always,
  span: always,
  ownRights: infusion.entitlements,
  ...more,
});

describe('who could leave the task to somebody', () => {
  test('is whoever is present, may practise, holds it in own right and may leave it to others', () => {
    const people = [
      lege('anders'),
      lege('borte', { engagements: [engaged('LE', days(-10, 5))] }),
      lege('suspendert', { rights: [right('LE', days(-10, 5))] }),
      lege('begrenset', { limits: { infusion: [{ profession: 'LE', valid: days(0) }] } }),
      professional('sykepleier', 'SP'),
      secretary(),
      person('leder', { engagements: [engaged('X-LED')] }),
    ];
    expect(idsOf(suggested(gapOf(people), null))).toEqual(['anders']);
    expect(idsOf(suggested(gapOf(people), secretary()))).toEqual(['anders']);
    expect(idsOf(suggested(gapOf(people), people[0] ?? null))).toEqual([]);
  });

  test('is nobody who holds it by delegation alone', () => {
    const held = { delegations: { infusion: [{ id: 'anders-hege', valid: always }] } };
    const gap = gapOf([secretary(held), person('mona', { engagements: [engaged('X-MS')] })], {}, [
      given('anders', 'hege'),
    ]);
    expect(suggested(gap, null)).toEqual([]);
    expect(suggested(gap, person('mona', { engagements: [engaged('X-MS')] }))).toEqual([]);
  });

  test('is nobody who has been left its whole, its part or its copy (case 1)', () => {
    const copy = given('berit', 'anders', { taskId: 'copy', ownRights: [entitled('SP')] });
    expect(idsOf(suggested(gapOf([lege('anders'), lege('berit')], {}, [copy]), null))).toEqual(['berit']);
  });

  test('is said with how long it could last', () => {
    const ending = lege('anders', { rights: [right('LE', days(-10, 40))] });
    expect(suggested(gapOf([ending]), secretary())).toMatchObject([{ until: day(40), terms: [] }]);
    const leaving = secretary({ engagements: [engaged('HE', days(-10, 30))] });
    expect(suggested(gapOf([ending]), leaving)).toMatchObject([{ until: day(30) }]);
    expect(suggested(gapOf([lege('anders')]), secretary())).toMatchObject([{ until: open }]);
    const tomorrow = lege('anders', { rights: [right('LE', days(-10, 11))] });
    expect(suggested(gapOf([tomorrow]), secretary())).toEqual([]);
  });

  test('is said with what must be met besides', () => {
    const termsOf = (gap: GapFacts, to: PersonFacts) => suggested(gap, to).map(({ terms }) => codesOf(terms));
    const contested = { ...infusion, contested: true };
    expect(termsOf(gapOf([lege('anders')], { task: contested }), secretary())).toEqual([['contested-task']]);
    const conditions = new Map([
      ['anders', [{ profession: 'LE', approvalType: '17', text: 'Under tilsyn', valid: always }]],
    ]);
    expect(termsOf(gapOf([lege('anders')], { conditions }), secretary())).toEqual([['right-limited']]);
    const pupil = person('elev', { engagements: [engaged('X-HEL', always, 'elev')] });
    expect(termsOf(gapOf([lege('anders')]), pupil)).toEqual([['training-purpose-missing']]);
    expect(suggested(gapOf([lege('anders')]), pupil)).toMatchObject([{ until: now + 180 * dayLong }]);
  });

  test('is nobody where the person is in the way, and then it is said of what', () => {
    const gap = gapOf([lege('anders'), lege('berit')], {}, [given('anders', 'hege')]);
    expect(idsOf(suggested(gap, secretary()))).toEqual(['berit']);
    const blocked = secretary({ abstentions: { infusion: [days(5)] } });
    expect(suggested(gap, blocked)).toEqual([]);
    expect(codesOf(obstaclesOf(gap, authorisedIn(gap), blocked))).toEqual(['abstained', 'delegation-exists']);
    expect(obstaclesOf(gap, authorisedIn(gap), secretary())).toEqual([]);
    expect(obstaclesOf(gapOf([]), [], blocked)).toEqual([]);
  });
});

const hlr = { competenceId: 'hlr', name: 'HLR', minLevel: 2 };
const required = { ...infusion, requirements: [{ valid: always, anyOf: [hlr] }] };
const trainable = (gap: GapFacts, who = gap.people) => trainableOf(gap, authorisedIn(gap), who);
const record = (more: Partial<NearRecord> = {}): NearRecord => ({
  id: 'r',
  personId: 'hege',
  competenceId: 'hlr',
  level: 2,
  requested: days(-100),
  valid: null,
  waits: false,
  ...more,
});

describe('who could be trained', () => {
  test('lacks only competence: in own right, or for a delegation that somebody could give', () => {
    const master = { hlr: [{ level: 3, valid: always }] };
    const people = [secretary(), lege('anders'), lege('berit', { records: master }), person('leder')];
    expect(trainable(gapOf(people, { task: required }))).toMatchObject([
      { personId: 'anders', way: 'own', lacks: [{ code: 'competence-missing', anyOf: [hlr] }] },
      { personId: 'hege', way: 'delegation', lacks: [{ code: 'competence-missing' }] },
    ]);
  });

  test('is nobody who abstains, is banned or has nobody to be left it by', () => {
    const banned = secretary({ bans: [days(0)] });
    const abstaining = lege('anders', { abstentions: { infusion: [days(0)] } });
    expect(trainable(gapOf([banned, abstaining], { task: required }))).toEqual([]);
    expect(trainable(gapOf([secretary()], { task: required }))).toEqual([]);
  });
});

describe('which record is nearly there', () => {
  const near = (records: readonly NearRecord[], others: readonly PersonFacts[] = [lege('anders')]) => {
    const gap = gapOf([secretary(), ...others], { task: required, records });
    return nearlyThere(gap, trainable(gap, [secretary()]));
  };

  test.each<[string, NearRecord, string | null]>([
    ['claimed and waiting', record({ waits: true }), 'claimed'],
    ['claimed, but too low', record({ waits: true, level: 1 }), null],
    ['claimed, but over', record({ waits: true, requested: days(-100, 5) }), null],
    ['rejected', record(), null],
    ['one level short', record({ level: 1, valid: days(-100) }), 'one-level-below'],
    ['one level short, and expired', record({ level: 1, valid: days(-100, 5) }), null],
    ['expired lately', record({ valid: days(-500, 5) }), 'expired'],
    ['expired 180 days ago', record({ valid: { from: day(-500), to: now - 180 * dayLong } }), null],
    [
      'expired a moment later',
      record({ valid: { from: day(-500), to: now - 180 * dayLong + 1 } }),
      'expired',
    ],
    ['another’s', record({ personId: 'anders', waits: true }), null],
  ])('%s', (_name, told, kind) =>
    expect(near([told]).map((found) => found.kind)).toEqual(kind ? [kind] : []),
  );

  test('a claim names those who master it, never the person', () => {
    const masters = (level: number) => ({ records: { hlr: [{ level, valid: always }] } });
    const others = [lege('anders', masters(2)), lege('berit', masters(1)), lege('carl', masters(3))];
    expect(near([record({ waits: true })], others)).toMatchObject([{ confirmableBy: ['anders', 'carl'] }]);
  });
});

describe('whatever is registered', () => {
  const gaps = fc
    .tuple(fc.array(somebody, { minLength: 2, maxLength: 5 }), taskNamed('t0'), moment)
    .chain(([people, what, at]) => {
      const whom = fc.nat(people.length - 1).map((place) => people[place]?.id ?? '');
      const one = fc.record({
        id: fc.uuid(),
        taskId: fc.constantFrom('t0', 't1'),
        delegatorId: whom,
        delegateeId: whom,
        profession: fc.constantFrom('LE', 'SP', 'HE'),
        valid: fc.option(period),
        span: period,
        ownRights: fc.constantFrom(what.entitlements, []),
      });
      return fc
        .array(one, { maxLength: 3 })
        .map((all) =>
          gapOf(people, { task: what, now: at, startOfToday: Math.floor(at / dayLong) * dayLong }, all),
        );
    });

  /** As the service of delegations would put them together; of one that says all that may be asked. */
  const factsFor = (gap: GapFacts, delegator: PersonFacts, delegatee: PersonFacts): DelegationFacts => {
    const all = [...gap.givenBy.values()].flat();
    return {
      now: gap.now,
      startOfToday: gap.startOfToday,
      task: gap.task,
      delegator,
      delegatee,
      conditions: [],
      heldByDelegator: all.flatMap((held) =>
        held.delegateeId === delegator.id && held.valid ? [{ ...held, valid: held.valid }] : [],
      ),
      approvedToDelegator: (delegator.approvals.get(gap.task.id) ?? []).map(({ id, valid }) => ({
        id,
        valid,
        taskId: gap.task.id,
        profession: '',
        ownRights: gap.task.entitlements,
      })),
      givenByDelegatee: all.flatMap((held) =>
        held.delegatorId === delegatee.id && held.span ? [{ ...held, valid: held.span }] : [],
      ),
      twins: all.flatMap(({ id, taskId, delegatorId, delegateeId, span }) =>
        span && taskId === gap.task.id && delegatorId === delegator.id && delegateeId === delegatee.id
          ? [{ id, span }]
          : [],
      ),
      taught: [],
      supervision: { overdue: 0, helpers: 0 },
    };
  };
  const asked = (profession: string, from: number, to: number) => ({
    profession,
    period: { from, to },
    assessment,
    conditions: 'Bare på dagtid.',
    training: { purpose: 'Opplæring i prosedyren.', supervisorId: 'nobody' },
    contested: { course: 'Kurset', reasoning: 'Vurdert forsvarlig.', delegatorPresent: true },
  });
  const authority = [
    'delegated-task-not-delegable',
    'outside-own-right',
    'task-reserved',
    'no-practice-right',
    'right-limited',
    'delegator-not-engaged',
  ];
  const personOf = ({ people }: GapFacts, id: string) => people.find((each) => each.id === id) as PersonFacts;

  test('whoever is suggested would not be refused, until the moment that is said', () => {
    fc.assert(
      fc.property(gaps, (gap) => {
        for (const to of gap.people)
          for (const { personId, profession, until } of suggested(gap, to)) {
            const facts = factsFor(gap, personOf(gap, personId), to);
            expect(refusalsToDelegate(facts, asked(profession, gap.now, until))).toEqual([]);
          }
      }),
      { numRuns: 1000 },
    );
  });

  test('it is never suggested to delegate on: who is suggested holds the task in own right, and passes on nothing', () => {
    fc.assert(
      fc.property(gaps, (gap) => {
        const { task: what, now: at } = gap;
        for (const { personId, profession } of suggested(gap, null)) {
          const who = personOf(gap, personId);
          const own = what.entitlements.some(
            ({ occupation, mayDelegate, valid }) =>
              occupation === profession && mayDelegate && contains(valid, at),
          );
          const practises = who.rights.some(
            (held) => held.profession === profession && contains(held.valid, at),
          );
          expect([own, practises, what.reserved]).toEqual([true, true, false]);
          const facts = factsFor(gap, who, { ...person('new'), engagements: [engaged('X-MS')] });
          const codes = codesOf(refusalsToDelegate(facts, asked(profession, at, at + dayLong)));
          expect(codes.filter((code) => authority.includes(code))).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('whoever is not suggested would be refused', () => {
    fc.assert(
      fc.property(gaps, (gap) => {
        for (const to of gap.people) {
          const found = suggested(gap, to).map(({ personId, profession }) => `${personId} ${profession}`);
          for (const from of gap.people.filter(({ id }) => id !== to.id))
            for (const { profession } of from.rights) {
              const asks = asked(profession, gap.now, gap.now + dayLong);
              const refused = refusalsToDelegate(factsFor(gap, from, to), asks).length > 0;
              expect(found.includes(`${from.id} ${profession}`)).toBe(!refused);
            }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('whoever could be trained may do the task, or be left it, once they have learnt what they lack', () => {
    fc.assert(
      fc.property(gaps, (gap) => {
        const { now: at } = gap;
        for (const { personId, way, lacks } of trainable(gap)) {
          expect(lacks.length).toBeGreaterThan(0);
          const learner = personOf(gap, personId);
          const records = new Map(learner.records);
          for (const { anyOf } of lacks)
            for (const { competenceId, minLevel } of anyOf.slice(0, 1)) {
              const learnt = { level: minLevel, valid: { from: at, to: open } };
              records.set(competenceId, [...(records.get(competenceId) ?? []), learnt]);
            }
          const trained = { ...learner, records };
          if (way === 'own') expect(verdict(trained, gap.task, at).allowed).toBe(true);
          else expect(suggested(gap, trained).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verdict } from '../../src/decision/decision.rules.js';
import type { DelegationFacts } from '../../src/delegation/delegation.rules.js';
import { covers, overlaps, type Period } from '../../src/law/period.js';
import { relations } from '../../src/task/task.rules.js';
import { open } from './facts.js';
import { isTwin, personId, SmallClinic, type Start, spanOf, taskId } from './small-clinic.js';

const professions = ['LE', 'SP', 'HE'] as const;
const profession = fc.constantFrom(...professions);
const person = fc.nat(3);
const task = fc.nat(3);
const which = fc.nat(20);

const period = (now: number, wait: number, length: number): Period => ({
  from: now + wait,
  to: length > 8 ? open : now + wait + length,
});
const wait = fc.nat(3);
const length = fc.integer({ min: 1, max: 10 });

type Act = (clinic: SmallClinic) => void;
const act = <Values extends unknown[]>(
  values: { [I in keyof Values]: fc.Arbitrary<Values[I]> },
  does: (clinic: SmallClinic, ...values: Values) => void,
): fc.Arbitrary<Act> =>
  fc.tuple<Values>(...values).map((drawn) =>
    Object.assign((clinic: SmallClinic) => does(clinic, ...drawn), {
      [fc.toStringMethod]: () => `${does.name} ${drawn.join(' ')}`,
    }),
  );

const acts: fc.Arbitrary<Act>[] = [
  act([fc.integer({ min: 1, max: 3 })], function tick(clinic, steps) {
    clinic.now += steps;
  }),
  act(
    [person, profession, task, person, wait, length],
    function propose(clinic, a, by, what, b, ahead, long) {
      clinic.propose(a, by, what, b, period(clinic.now, ahead, long));
    },
  ),
  act([which], function accept(clinic, index) {
    clinic.accept(index);
  }),
  act([which], function end(clinic, index) {
    clinic.end(index);
  }),
  act([person, profession, wait, length], function suspend(clinic, who, of, back, long) {
    clinic.suspend(who, of, period(Math.max(0, clinic.now - 2), back, long));
  }),
  act([person, profession], function authorise(clinic, who, of) {
    clinic.authorise(who, of);
  }),
  act([person, profession, task, wait, length], function limit(clinic, who, of, what, ahead, long) {
    clinic.limit(who, of, what, period(clinic.now, ahead, long));
  }),
  act([person, wait, length], function ban(clinic, who, ahead, long) {
    clinic.ban(who, period(clinic.now, ahead, long));
  }),
  act([person, wait], function leave(clinic, who, ahead) {
    clinic.leave(who, clinic.now + ahead);
  }),
  act([person], function engage(clinic, who) {
    clinic.engage(who);
  }),
  act([task, profession, fc.constantFrom(true, true, false, null)], function entitle(clinic, what, to, may) {
    clinic.entitle(what, to, may);
  }),
];

/** Most of what happens is that somebody leaves what they hold to somebody else, and that it is accepted. */
const delegate = act([which, person, wait, length], function delegate(clinic, held, to, ahead, long) {
  const holders = clinic.holders();
  const holder = holders[held % Math.max(1, holders.length)];
  if (!holder) return;
  const delegatee = to === holder.person ? (to + 1) % 4 : to;
  const when = period(clinic.now, ahead, long + 3);
  clinic.propose(holder.person, holder.profession, holder.task, delegatee, when);
  clinic.accept(clinic.delegations.length - 1);
});
const history = fc.array(
  fc.oneof({ weight: 25, arbitrary: delegate }, ...acts.map((arbitrary) => ({ weight: 1, arbitrary }))),
  { minLength: 1, maxLength: 25, size: 'max' },
);

const start: fc.Arbitrary<Start> = fc.record({
  people: fc.array(fc.subarray([...professions], { maxLength: 1 }), { minLength: 4, maxLength: 4 }),
  tasks: fc.array(
    fc
      .subarray([...professions], { minLength: 1, maxLength: 2 })
      .map((some) => some.map((occupation) => ({ occupation, mayDelegate: true }))),
    { minLength: 4, maxLength: 4 },
  ),
  lineage: fc.uniqueArray(
    fc.record({
      taskId: fc.constantFrom('t1', 't2', 't3'),
      ofTaskId: fc.constant('t0'),
      relation: fc.constantFrom(...relations),
    }),
    { selector: ({ taskId: of }) => of, minLength: 1, maxLength: 3 },
  ),
});

/** What may never be, whatever came before it. */
function wrongs(clinic: SmallClinic): string[] {
  const { standing, delegations } = clinic;
  const spans = delegations.map(spanOf);
  return [
    ...standing
      .filter((given) => given.delegatorId === given.delegateeId)
      .map(({ id }) => `${id} to oneself`),
    ...standing.flatMap((given) => groundless(clinic, given).map((what) => `${given.id} outlives ${what}`)),
    ...standing.flatMap((given) =>
      standing
        .filter((held) => clinic.passedOn(held, given).length > 0)
        .map((held) => `${given.id} passes on ${held.id}`),
    ),
    ...delegations.flatMap((a, i) =>
      delegations.slice(i + 1).flatMap((b, j) => {
        const [one, other] = [spans[i], spans[i + 1 + j]];
        return one && other && isTwin(a, b) && overlaps(one, other) ? [`${a.id} is the twin of ${b.id}`] : [];
      }),
    ),
  ];
}

/** What a delegation rests on, and where it stands beyond that. */
function groundless(clinic: SmallClinic, given: Standing): string[] {
  const [delegator, delegatee] = [clinic.personOf(given.delegatorId), clinic.personOf(given.delegateeId)];
  const own = clinic
    .entitlementsOf(given.taskId)
    .filter(({ occupation, mayDelegate }) => occupation === given.profession && mayDelegate);
  const rights = delegator.rights.filter((right) => right.profession === given.profession);
  const limits = (delegator.limits.get(given.taskId) ?? []).filter(
    (limit) => limit.profession === given.profession,
  );
  const covered = (ground: readonly { readonly valid: Period }[]) =>
    covers(
      ground.map(({ valid }) => valid),
      given.valid,
    );
  return [
    ...(covered(own) ? [] : ['the entitlement']),
    ...(covered(rights) ? [] : ['the right']),
    ...(covered(delegator.engagements) ? [] : ['the delegator’s presence']),
    ...(covered(delegatee.engagements) ? [] : ['the delegatee’s presence']),
    ...(delegatee.bans.some((ban) => overlaps(ban, given.valid)) ? ['the ban'] : []),
    ...(limits.some(({ valid }) => overlaps(valid, given.valid)) ? ['the limit'] : []),
  ];
}

/**
 * Read from the other side, by what people are allowed: at every moment, whoever has given a task that stands may do it
 * themselves without any delegation.
 */
function withoutTheirOwn(clinic: SmallClinic): string[] {
  return clinic.standing.flatMap((given) => {
    const giver = { ...clinic.personOf(given.delegatorId), delegations: new Map() };
    const last = Math.min(given.valid.to, given.valid.from + 12);
    const moments = Array.from({ length: last - given.valid.from }, (_, i) => given.valid.from + i);
    return moments.flatMap((at) => {
      const { bases } = verdict(giver, clinic.taskOf(given.taskId), at);
      const own = bases.some((basis) => basis.kind === 'own-right' && basis.occupation === given.profession);
      return own ? [] : [`${given.id} at ${at}`];
    });
  });
}

type Standing = SmallClinic['standing'][number];

/** Lets everything happen in order, and tells the first thing that is wrong. */
function live(clinic: SmallClinic, acts: readonly Act[]): string[] {
  for (const happens of acts) {
    happens(clinic);
    const found = wrongs(clinic);
    if (found.length > 0) return found;
  }
  return [];
}

describe('whatever happens at a clinic', () => {
  test('no delegation rests on a delegation, outlives its ground, goes to oneself or has an overlapping twin', () => {
    let accepted = 0;
    const refused = new Set<string>();
    fc.assert(
      fc.property(start, history, (begin, acts) => {
        const clinic = new SmallClinic(begin);
        expect(live(clinic, acts)).toEqual([]);
        accepted += clinic.standing.length;
        for (const code of clinic.refused) refused.add(code);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(50);
    expect([...refused]).toEqual(
      expect.arrayContaining(['delegated-task-not-delegable', 'delegation-to-self', 'delegation-exists']),
    );
  });

  test('whoever has left a task to others may do it themselves, without any delegation', () => {
    fc.assert(
      fc.property(start, history, (begin, acts) => {
        const clinic = new SmallClinic(begin);
        for (const happens of acts) happens(clinic);
        expect(withoutTheirOwn(clinic)).toEqual([]);
      }),
    );
  });

  /** A property that could not fail would show nothing. */
  test.each<[string, (facts: DelegationFacts) => DelegationFacts]>([
    ['what the delegator holds by delegation', (facts) => ({ ...facts, heldByDelegator: [] })],
    ['what the delegatee has given', (facts) => ({ ...facts, givenByDelegatee: [] })],
    ['twins', (facts) => ({ ...facts, twins: [] })],
    ['the delegator’s suspensions', (facts) => ({ ...facts, delegator: withAllRights(facts.delegator) })],
  ])('rules that do not see %s are found out', (_what, blind) => {
    const found = fc.check(
      fc.property(start, history, (begin, acts) => {
        expect(live(new SmallClinic(begin, blind), acts)).toEqual([]);
      }),
      { numRuns: 5000, endOnFailure: true },
    );
    expect(found.failed).toBe(true);
  });
});

const withAllRights = (delegator: DelegationFacts['delegator']) => ({
  ...delegator,
  rights: professions.map((code) => ({ profession: code, valid: { from: 0, to: open } })),
});

describe('case 1: A leaves it to B, and B cannot pass it on', () => {
  const held = (...occupations: string[]) =>
    occupations.map((occupation) => ({ occupation, mayDelegate: true }));
  const week = { from: 0, to: 7 };

  /** Task 0 is the doctor's alone; task 1 is made of it, and somebody has put it in the nurse's own field. */
  const began = (relation: (typeof relations)[number]): Start => ({
    people: [['LE'], ['SP'], [], ['LE', 'SP']],
    tasks: [held('LE'), held('LE', 'SP')],
    lineage: [{ taskId: 't1', ofTaskId: 't0', relation }],
  });

  test.each(relations)('under another name: %s', (relation) => {
    const clinic = new SmallClinic(began(relation));
    clinic.propose(0, 'LE', 0, 1, week);
    clinic.accept(0);
    expect(clinic.refused).toEqual([]);
    clinic.propose(1, 'SP', 1, 2, week);
    expect(clinic.refused).toEqual(['delegated-task-not-delegable']);
    expect(clinic.delegations).toHaveLength(1);
  });

  test.each(relations)('the other way round, given first and received afterwards: %s', (relation) => {
    const clinic = new SmallClinic(began(relation));
    clinic.propose(1, 'SP', 1, 2, week);
    clinic.accept(0);
    clinic.propose(0, 'LE', 0, 1, week);
    expect(clinic.refused).toEqual(['delegated-task-not-delegable']);
  });

  test.each(relations)('both proposed, only one can be accepted: %s', (relation) => {
    const clinic = new SmallClinic(began(relation));
    clinic.propose(0, 'LE', 0, 1, week);
    clinic.propose(1, 'SP', 1, 2, week);
    expect(clinic.refused).toEqual([]);
    clinic.accept(1);
    clinic.accept(0);
    expect(clinic.refused).toEqual(['delegated-task-not-delegable']);
    expect(clinic.standing.map(({ id }) => id)).toEqual(['d1']);
  });

  test('in a circle', () => {
    const clinic = new SmallClinic(began('copy'));
    clinic.propose(0, 'LE', 0, 1, week);
    clinic.accept(0);
    clinic.propose(1, 'LE', 0, 0, week);
    expect(clinic.refused).toEqual(
      expect.arrayContaining(['delegated-task-not-delegable', 'no-practice-right', 'delegation-needless']),
    );
  });

  test('by two hands: C gives B what C holds, and B still has it only by delegation', () => {
    const clinic = new SmallClinic(began('copy'));
    clinic.propose(0, 'LE', 0, 1, week);
    clinic.propose(3, 'LE', 0, 1, week);
    clinic.accept(0);
    clinic.accept(1);
    expect(clinic.refused).toEqual([]);
    clinic.end(0);
    clinic.propose(1, 'SP', 1, 2, week);
    expect(clinic.refused).toEqual(['delegated-task-not-delegable']);
  });

  test('by giving the nurse’s profession the task for a moment, and taking it away again', () => {
    const clinic = new SmallClinic(began('part'));
    clinic.propose(0, 'LE', 0, 1, week);
    clinic.accept(0);
    clinic.entitle(0, 'SP', true);
    clinic.now = 1;
    clinic.propose(1, 'SP', 1, 2, { from: 1, to: 7 });
    clinic.accept(1);
    expect(clinic.standing).toHaveLength(2);
    clinic.now = 2;
    clinic.entitle(0, 'SP', null);
    expect(clinic.standing.map(({ id, valid }) => [id, valid.to])).toEqual([
      ['d0', 7],
      ['d1', 2],
    ]);
  });

  test('two parts of one whole are not the same work', () => {
    const clinic = new SmallClinic({
      people: [['LE'], ['SP'], []],
      tasks: [held('LE'), held('LE'), held('LE', 'SP')],
      lineage: [
        { taskId: taskId(1), ofTaskId: taskId(0), relation: 'part' },
        { taskId: taskId(2), ofTaskId: taskId(0), relation: 'part' },
      ],
    });
    clinic.propose(0, 'LE', 1, 1, week);
    clinic.accept(0);
    clinic.propose(1, 'SP', 2, 2, week);
    clinic.accept(1);
    expect(clinic.refused).toEqual([]);
    expect(clinic.standing.map(({ delegateeId }) => delegateeId)).toEqual([personId(1), personId(2)]);
  });
});

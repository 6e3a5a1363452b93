import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type GoalStatus,
  goalStatuses,
  mayTakeBack,
  type PlanFacts,
  refusalsToEnd,
  refusalsToPlan,
  refusalsToSign,
  refusalsToSupervise,
  refusalsToTakeBack,
  type Signing,
  type TakingBack,
} from '../../src/training-plan/training-plan.rules.js';
import { always, codesOf, day, days } from './facts.js';

const facts = (more: Partial<PlanFacts> = {}): PlanFacts => ({
  now: day(0) + 36_000_000,
  startOfToday: day(0),
  trainee: { id: 'pia', valid: [always] },
  supervisor: { id: 'hanne', valid: [always] },
  twins: [],
  ...more,
});

describe('a plan', () => {
  test('is made when nothing stands in the way', () => {
    expect(refusalsToPlan(facts(), days(0, 60))).toEqual([]);
  });

  test.each([
    [
      'of a supervisor who leaves before it ends',
      { supervisor: { id: 'hanne', valid: [days(-10, 59)] } },
      'supervisor-not-engaged',
    ],
    [
      'of a supervisor who is away in between',
      { supervisor: { id: 'hanne', valid: [days(-10, 20), days(21)] } },
      'supervisor-not-engaged',
    ],
    ['of a trainee who is not here yet', { trainee: { id: 'pia', valid: [days(1)] } }, 'not-engaged'],
    ['under oneself', { supervisor: { id: 'pia', valid: [always] } }, 'supervisor-of-oneself'],
    [
      'beside another for the same',
      { twins: [{ id: 'other', valid: days(59, 70) }] },
      'training-plan-exists',
    ],
  ] as [string, Partial<PlanFacts>, string][])('is refused %s', (_, more, code) => {
    expect(codesOf(refusalsToPlan(facts(more), days(0, 60)))).toEqual([code]);
  });

  test('may follow another for the same, and rest on engagements that follow one another', () => {
    const twins = [
      { id: 'other', valid: days(-60, 0) },
      { id: 'next', valid: days(60, 70) },
    ];
    const supervisor = { id: 'hanne', valid: [days(-10, 20), days(20, 60)] };
    expect(refusalsToPlan(facts({ twins, supervisor }), days(0, 60))).toEqual([]);
  });

  test('does not begin before today, nor lie behind, and is then judged by nothing it would rest on', () => {
    expect(codesOf(refusalsToPlan(facts(), days(-1, 60)))).toEqual(['backdated']);
    const nobody = { trainee: { id: 'pia', valid: [] }, supervisor: { id: 'hanne', valid: [] } };
    expect(codesOf(refusalsToPlan(facts(nobody), days(-20, -10)))).toEqual(['backdated']);
  });

  test('is judged from now on: what was before does not count', () => {
    const trainee = { id: 'pia', valid: [{ from: day(0) + 3_600_000, to: day(60) }] };
    expect(refusalsToPlan(facts({ trainee }), days(0, 60))).toEqual([]);
  });
});

test('whoever supervises what is left of a plan is somebody else, and there for all of it', () => {
  const hanne = { id: 'hanne', valid: [days(0, 30)] };
  expect(refusalsToSupervise(hanne, 'pia', days(10, 30))).toEqual([]);
  expect(codesOf(refusalsToSupervise(hanne, 'hanne', days(10, 31)))).toEqual([
    'supervisor-not-engaged',
    'supervisor-of-oneself',
  ]);
});

const signing = (more: Partial<Signing> = {}): Signing => ({
  inForce: true,
  goalStands: true,
  isSelf: false,
  supervises: true,
  masters: false,
  isManager: false,
  isPresent: true,
  givesRecord: false,
  ...more,
});

describe('a step', () => {
  test.each([
    ['the supervisor', {}, []],
    ['somebody who masters it', { supervises: false, masters: true }, []],
    ['a manager alone', { supervises: false, isManager: true }, ['not-the-supervisor']],
    [
      'somebody who masters it and has left',
      { supervises: false, masters: true, isPresent: false, givesRecord: true },
      ['assessor-not-engaged'],
    ],
    ['oneself', { isSelf: true, supervises: false, masters: true }, ['assessed-by-oneself']],
    ['the supervisor after the plan', { inForce: false }, ['training-plan-not-in-force']],
    ['the supervisor on a goal that was taken out', { goalStands: false }, ['training-goal-not-in-force']],
    ['the supervisor with a record', { givesRecord: true }, ['not-an-assessor']],
    ['a supervisor who masters it, with a record', { givesRecord: true, masters: true }, []],
    ['a supervisor who is a manager, with a record', { givesRecord: true, isManager: true }, []],
  ] as [string, Partial<Signing>, string[]][])('by %s', (_, more, codes) => {
    expect(codesOf(refusalsToSign(signing(more)))).toEqual(codes);
  });

  test('is never one’s own, whatever else holds, and is told so once', () => {
    const flag = fc.boolean();
    const any = fc.record({
      inForce: flag,
      goalStands: flag,
      supervises: flag,
      masters: flag,
      isManager: flag,
      isPresent: flag,
      givesRecord: flag,
    });
    fc.assert(
      fc.property(any, (more) => {
        const codes = codesOf(refusalsToSign({ ...more, isSelf: true }));
        expect(codes.filter((code) => code === 'assessed-by-oneself')).toHaveLength(1);
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });
});

describe('a step is taken back', () => {
  const asked = (more: Partial<TakingBack>): TakingBack => ({
    isSigner: true,
    isManager: false,
    isPresent: true,
    completed: false,
    withdrawn: false,
    ...more,
  });

  test.each([
    ['by whoever signed it', {}, []],
    ['by them when they have left', { isPresent: false }, ['assessor-not-engaged']],
    ['by a manager, who may be nobody here', { isSigner: false, isManager: true, isPresent: false }, []],
    ['of a completed plan', { completed: true }, ['training-plan-completed']],
    ['of a completed plan, by a manager', { isManager: true, completed: true }, ['training-plan-completed']],
    ['twice', { withdrawn: true }, ['training-step-withdrawn']],
  ] as [string, Partial<TakingBack>, string[]][])('%s', (_, more, codes) => {
    expect(codesOf(refusalsToTakeBack(asked(more)))).toEqual(codes);
  });

  test('by nobody else, whoever supervises', () => {
    expect(mayTakeBack(asked({ isSigner: false }))).toBe(false);
    expect(mayTakeBack(asked({}))).toBe(true);
    expect(mayTakeBack(asked({ isSigner: false, isManager: true }))).toBe(true);
  });
});

describe('a plan ends', () => {
  test.each([
    [['mastered', 'mastered'], []],
    [['mastered', 'withdrawn'], []],
    [['mastered', 'practised'], ['training-goals-open']],
    [['withdrawn'], ['training-goals-open']],
    [[], ['training-goals-open']],
  ] as [GoalStatus[], string[]][])('completed with %j', (goals, codes) => {
    expect(codesOf(refusalsToEnd('completed', goals))).toEqual(codes);
  });

  test('cancelled with whatever goals, and completed with none that is open', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...goalStatuses)), (goals) => {
        expect(refusalsToEnd('cancelled', goals)).toEqual([]);
        const done = refusalsToEnd('completed', goals).length === 0;
        expect(done).toBe(
          goals.includes('mastered') && goals.every((goal) => goal === 'mastered' || goal === 'withdrawn'),
        );
      }),
    );
  });
});

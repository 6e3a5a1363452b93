import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Held, PersonFacts, TaskFacts } from '../../src/decision/decision.facts.js';
import { decide, heldOf, refusalsOf } from '../../src/decision/decision.rules.js';
import { Answers } from '../../src/matrix/matrix.rules.js';
import { open } from './facts.js';

/** Time with six moments; tasks of few kinds, so that many are alike, and lists that several tasks share. */
const period = fc
  .tuple(fc.integer({ min: -1, max: 5 }), fc.integer({ min: 0, max: 6 }))
  .map(([from, to]) => ({ from: from < 0 ? -open : from, to: to > 5 ? open : to }))
  .filter(({ from, to }) => from < to);
const occupation = fc.constantFrom('LE', 'HE', 'X-MS');
const few = <Thing>(thing: fc.Arbitrary<Thing>) => fc.array(thing, { maxLength: 2 });
const option = fc.record({
  competenceId: fc.constantFrom('a', 'b'),
  name: fc.constant('x'),
  minLevel: fc.constant(1),
});
const requirement = fc.record({
  valid: period,
  anyOf: fc.array(option, { minLength: 1, maxLength: 2 }),
  except: few(occupation),
});
const kind = fc.record({
  clinical: fc.boolean(),
  entitlements: few(fc.record({ occupation, mayDelegate: fc.boolean(), valid: period })),
  requirements: few(requirement),
});
const ids = ['t0', 't1', 't2', 't3', 't4', 't5'];
const tasks: fc.Arbitrary<TaskFacts[]> = fc
  .tuple(fc.array(kind, { minLength: 2, maxLength: 2 }), fc.array(fc.nat(1), { minLength: 6, maxLength: 6 }))
  .map(([kinds, chosen]) =>
    ids.map((id, i) => ({ ...(kinds[chosen[i] ?? 0] as Omit<TaskFacts, 'id'>), id })),
  );
/** One list, had by each of some tasks. */
const shared = <Thing>(thing: fc.Arbitrary<Thing>) =>
  fc
    .array(fc.tuple(fc.array(thing, { minLength: 1, maxLength: 2 }), fc.subarray(ids)), { maxLength: 2 })
    .map((groups) => new Map(groups.flatMap(([list, of]) => of.map((id) => [id, list] as const))));
const held = fc.record({ id: fc.constantFrom('1', '2', '3'), valid: period });
const person: fc.Arbitrary<PersonFacts> = fc.record({
  id: fc.constant('p'),
  engagements: fc.array(fc.record({ occupation, kind: fc.constant('ansatt' as const), valid: period }), {
    minLength: 1,
    maxLength: 2,
  }),
  rights: few(fc.record({ profession: occupation, valid: period })),
  bans: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, few(period)),
  limits: shared(fc.record({ profession: occupation, valid: period })),
  duties: shared(fc.record({ id: fc.constantFrom('1', '2'), occupation, valid: period })),
  delegations: shared(held),
  approvals: shared(held),
  abstentions: shared(period),
  records: few(fc.record({ level: fc.constantFrom(1, 2), valid: period })).map(
    (list) => new Map([['a', list]]),
  ),
  roleRequirements: few(
    fc.record({ occupation, valid: period, anyOf: fc.array(option, { minLength: 1, maxLength: 1 }) }),
  ),
});

/** What consists of the same lists is one and the same for all tasks that share them. */
function columnsOf(who: PersonFacts, all: readonly TaskFacts[]): Held[] {
  const known: Held[] = [];
  return all.map((task) => {
    const held = heldOf(who, task);
    const same = known.find((other) =>
      Object.entries(held).every(([name, list]) => other[name as keyof Held] === list),
    );
    if (!same) known.push(held);
    return same ?? held;
  });
}

test('every cell is what the decision about that person and task says, but for which duty or delegation it is', () => {
  fc.assert(
    fc.property(
      tasks,
      fc.array(person, { maxLength: 3 }),
      fc.integer({ min: -1, max: 6 }),
      (all, people, at) => {
        const answers = new Answers(all, at);
        const cells = people.map((who) => answers.rowOf({ person: who, held: columnsOf(who, all) }));
        for (const [i, who] of people.entries()) {
          for (const [j, what] of all.entries()) {
            const decision = decide(who, what, at);
            const answer = answers.list[cells[i]?.[j] ?? -1];
            const kinds = (bases: readonly { kind: string }[]) => [
              ...new Set(bases.map((basis) => basis.kind)),
            ];
            expect(answer).toMatchObject({ allowed: decision.allowed, until: decision.until });
            expect(kinds(answer?.bases ?? [])).toEqual(kinds(decision.bases));
            expect(answer?.refusals).toEqual(refusalsOf(decision));
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});

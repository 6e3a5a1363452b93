import fc from 'fast-check';
import type { LoadedTask, PersonFacts } from '../../src/decision/decision.facts.js';
import type { Period } from '../../src/law/period.js';
import { day, open } from './facts.js';

/** Small clinics where anything may have been registered, in some weeks around day 0: generators for properties. */
export const taskIds = ['t0', 't1', 't2'];
const occupations = ['LE', 'HE', 'SP', 'X-MS'];
const competenceIds = ['c0', 'c1'];

const hour = 3_600_000;
export const moment = fc
  .tuple(fc.integer({ min: -6, max: 20 }), fc.constantFrom(0, 7, 11, 12, 23))
  .map(([days, hours]) => day(days) + hours * hour);

export const period: fc.Arbitrary<Period> = fc
  .tuple(moment, fc.oneof(fc.constant(open), fc.integer({ min: 1, max: 9 })))
  .map(([from, length]) => ({ from, to: length === open ? open : from + length * 24 * hour }));
/** Most of what is registered holds for good. */
const mostlyAlways = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ from: day(-400), to: open }) },
  { weight: 1, arbitrary: period },
);

const few = <Thing>(thing: fc.Arbitrary<Thing>, maxLength = 2) => fc.array(thing, { maxLength });
const byKey = <Thing>(keys: readonly string[], thing: fc.Arbitrary<Thing>) =>
  fc
    .array(fc.tuple(fc.constantFrom(...keys), few(thing)), { maxLength: 2 })
    .map((entries): ReadonlyMap<string, readonly Thing[]> => new Map(entries));

const occupation = fc.constantFrom(...occupations);
let made = 0;
const id = fc.constant(null).map(() => `id-${++made}`);
const rarely = <Thing>(thing: fc.Arbitrary<Thing[]>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant<Thing[]>([]) }, { weight: 1, arbitrary: thing });

const requirement = fc.record({
  valid: mostlyAlways,
  anyOf: fc.uniqueArray(
    fc.record({
      competenceId: fc.constantFrom(...competenceIds),
      name: fc.constant('Kurs'),
      minLevel: fc.integer({ min: 1, max: 2 }),
    }),
    { minLength: 1, maxLength: 2, selector: ({ competenceId }) => competenceId },
  ),
});

export const somebody: fc.Arbitrary<PersonFacts> = fc
  .tuple(occupation, mostlyAlways, mostlyAlways)
  .chain(([works, engaged, authorised]) =>
    fc.record({
      id,
      engagements: few(
        fc.record({ occupation, kind: fc.constantFrom('ansatt' as const, 'elev' as const), valid: period }),
        1,
      ).map((more) => [{ occupation: works, kind: 'ansatt' as const, valid: engaged }, ...more]),
      rights: few(fc.record({ profession: occupation, valid: period }), 1).map((more) => [
        { profession: works, valid: authorised },
        ...more,
      ]),
      bans: rarely(few(period)),
      limits: byKey(taskIds, fc.record({ profession: occupation, valid: period })),
      duties: byKey(taskIds, fc.record({ id, occupation: fc.constant(works), valid: period })),
      delegations: byKey(taskIds, fc.record({ id, valid: period })),
      approvals: byKey(taskIds, fc.record({ id, valid: period })),
      abstentions: rarely(few(fc.tuple(fc.constantFrom(...taskIds), few(period)), 1)).map(
        (all) => new Map(all),
      ),
      records: byKey(competenceIds, fc.record({ level: fc.integer({ min: 1, max: 2 }), valid: period })),
      roleRequirements: rarely(
        few(fc.tuple(occupation, requirement).map(([of, what]) => ({ occupation: of, ...what }))),
      ),
    }),
  );

export const taskNamed = (name: string): fc.Arbitrary<LoadedTask> =>
  fc.record({
    id: fc.constant(name),
    name: fc.constant(name),
    area: fc.constant('skiftestue'),
    clinical: fc.boolean(),
    reserved: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    contested: fc.boolean(),
    entitlements: few(
      fc.record({
        occupation,
        mayDelegate: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
        valid: mostlyAlways,
      }),
      3,
    ),
    requirements: few(requirement, 2),
  });

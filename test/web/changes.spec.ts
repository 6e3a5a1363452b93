import fc from 'fast-check';
import { differences } from '../../src/role-description/role-description.rules.js';
import type { Obligation, PlacedTask } from '../../web/api/schema.ts';
import { changesBetween } from '../../web/routes/role-descriptions/changes.ts';

const task = fc.record({
  n: fc.integer({ min: 0, max: 9 }),
  area: fc.constantFrom<PlacedTask['area']>('resepsjon', 'skiftestue', 'lege'),
});
const obligation = fc.record({
  text: fc.constantFrom('a', 'b', 'c'),
  legalBases: fc.uniqueArray(fc.constantFrom<Obligation['legalBases'][number]>('hpl-4', 'hpl-21')),
});
/** Tasks of the catalogue as a clinic or the template knows them, and the clinic's own. */
const content = fc
  .record({
    tasks: fc.uniqueArray(task, { selector: ({ n }) => n }),
    obligations: fc.array(obligation),
    isTemplate: fc.boolean(),
  })
  .map(({ tasks, obligations, isTemplate }) => ({
    obligations,
    tasks: tasks.map(({ n, area }) => ({
      id: isTemplate ? null : `id-${n}`,
      name: `Oppgave ${n}`,
      catalogueCode: isTemplate || n % 2 === 0 ? `code-${n}` : null,
      area,
    })),
  }));

it('a draft is told apart as the API will tell it when it is published', () => {
  fc.assert(
    fc.property(content, content, (from, to) => {
      expect(changesBetween(from, to)).toEqual(differences(from, to));
    }),
  );
});

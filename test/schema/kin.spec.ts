import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kinOf, type Lineage, relations } from '../../src/task/task.rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';
import { Attacker } from './attack.js';

let testApp: TestApp;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

/** Tasks in the order they are made; each comes from some of those before it. */
const history = fc.array(
  fc.uniqueArray(fc.record({ parent: fc.nat(7), relation: fc.constantFrom(...relations) }), {
    maxLength: 3,
    selector: ({ parent }) => parent,
  }),
  { minLength: 4, maxLength: 8 },
);

it('the table of kin holds exactly what the rule says, whatever the lineage', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (births) => {
      const world = await World.create(testApp);
      const ids: string[] = [];
      const lineage: Lineage[] = [];
      for (const birth of births) {
        const links = birth
          .filter(({ parent }) => parent < ids.length)
          .map(({ parent, relation }) => ({ taskId: ids[parent] ?? '', relation }));
        const { id } = await world.task('Oppgave', { LE: true }, { lineageOf: links });
        lineage.push(...links.map(({ taskId: ofTaskId, relation }) => ({ taskId: id, ofTaskId, relation })));
        ids.push(id);
      }
      const sql = await Attacker.as(testApp.urls.app, world.clinicId);
      const rows = await sql.rows<{ pair: string }>(`select task_id || ' ' || kin_id pair from task_kin`);
      await sql.close();
      const expected = ids.flatMap((id) => [...kinOf(lineage, id)].map((kin) => `${id} ${kin}`));
      expect(rows.map(({ pair }) => pair).sort()).toEqual(expected.sort());
    }),
    { numRuns: 8 },
  );
});

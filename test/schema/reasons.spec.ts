import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';
import { Attacker } from './attack.js';

let testApp: TestApp;
let world: World;
let attacker: Attacker;

beforeAll(async () => {
  testApp = await startApp();
  world = await World.create(testApp);
  attacker = await Attacker.as(testApp.urls.app, world.clinicId);
});
afterAll(async () => {
  await attacker.close();
  await testApp.close();
});

/** Of nothing that is there: whether it says why is judged before that. */
const columns = {
  delegation_step: ['delegation_id, recorded_at', '$2, now()'],
  competence_record_step: ['record_id, subject_id', '$2, gen_random_uuid()'],
  approval_step: ['approval_id, recorded_at', '$2, now()'],
} as const;

describe('by SQL as the application’s role, an end without a reason is no end', () => {
  it.each([
    ['delegation_step', 'declined', 1],
    ['delegation_step', 'revoked', 2],
    ['delegation_step', 'lapsed', 3],
    ['competence_record_step', 'rejected', 1],
    ['competence_record_step', 'withdrawn', 2],
    ['approval_step', 'withdrawn', 1],
    ['approval_step', 'lapsed', 2],
  ] as const)('%s %s', async (table, kind, phase) => {
    const [names, values] = columns[table];
    for (const reason of [null, '', ' \n']) {
      const refused = await attacker.refusedBy([
        [
          `insert into ${table} (clinic_id, id, kind, phase, at, actor_id, reason, ${names})
           values ($1, uuidv7(), $3, $4, now(), $2, $5, ${values})`,
          world.clinicId,
          randomUUID(),
          kind,
          phase,
          reason,
        ],
      ]);
      expect(refused).toMatch(new RegExp(`^${table}_check`));
    }
  });
});

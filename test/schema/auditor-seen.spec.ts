import { randomBytes, randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';
import { Attacker } from './attack.js';

let testApp: TestApp;
let world: World;
let sql: Attacker;

beforeAll(async () => {
  testApp = await startApp();
  world = await World.create(testApp);
  sql = await Attacker.as(testApp.urls.app, world.clinicId);
  const auditor = await world.login('Tor Tilsyn', undefined, ['auditor']);
  await auditor.read('log/checkpoint');
});
afterAll(async () => {
  await sql.close();
  await testApp.close();
});

const seen = (clinicId: string): [string, ...unknown[]] => [
  'insert into auditor_seen (clinic_id, login_id, size, root, seen_at) values ($1, $2, 1, $3, now())',
  clinicId,
  randomUUID(),
  randomBytes(32),
];

describe('what an auditor has seen', () => {
  it('is not written, and not changed, without an entry in the log', async () => {
    const change = 'update auditor_seen set size = size + 1';
    expect(await sql.refusedBy([seen(world.clinicId)], { logged: false })).toBe('act_without_entry');
    expect(await sql.refusedBy([[change]], { logged: false })).toBe('act_without_entry');
    expect(await sql.refusedBy([[change]])).toBe('');
  });

  it.each([
    ['forgotten', 'delete from auditor_seen'],
    ['emptied', 'truncate auditor_seen'],
    ['given to another login', 'update auditor_seen set login_id = uuidv7()'],
  ])('cannot be %s', async (_name, statement) => {
    expect(await sql.refusedBy([[statement]])).toBe('42501');
  });

  it('is each clinic’s own', async () => {
    const other = await World.create(testApp);
    expect(await sql.refusedBy([seen(other.clinicId)])).toBe('42501');
    const there = await Attacker.as(testApp.urls.app, other.clinicId);
    expect(await there.rows('select * from auditor_seen')).toEqual([]);
    await there.close();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Attacker } from '../schema/attack.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let lege: Colleague;
let kari: Colleague;
let infusion: Json;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
  lege = await world.colleague('Lege', 'LE');
  kari = await world.colleague('Kari', 'HE');
  infusion = await world.task('Infusjon', { LE: true });
});

const times = <T>(count: number, act: (i: number) => PromiseLike<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => act(i)));

const statuses = (answers: readonly { status: number }[]): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
};

/** No delegation may stand outside the delegator's right or either presence, whatever happened at once. */
async function orphans(): Promise<Json[]> {
  const sql = await Attacker.as(testApp.urls.app, world.clinicId);
  try {
    return await sql.rows(`select d.id from delegation d where d.valid is not null and not (
      d.valid <@ coalesce((select range_agg(r.valid) from practice_right r
        where r.person_id = d.delegator_id and r.profession = d.delegator_profession), '{}')
      and d.valid <@ coalesce((select range_agg(p.valid) from presence p where p.person_id = d.delegator_id), '{}')
      and d.valid <@ coalesce((select range_agg(p.valid) from presence p where p.person_id = d.delegatee_id), '{}'))`);
  } finally {
    await sql.close();
  }
}

async function gapless(): Promise<void> {
  const sql = await Attacker.as(testApp.urls.app, world.clinicId);
  const rows = await sql.rows<{ seq: string }>('select seq from log_entry order by seq');
  await sql.close();
  expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, i) => i));
}

describe.each([2, 8, 32])('%i at once', (count) => {
  it('case 5: the same proposal has one effect, and every other is refused and logged', async () => {
    const answers = await times(count, () =>
      lege.client.post('delegations', world.proposal(infusion.id, kari.id)),
    );
    expect(statuses(answers)).toEqual({ 201: 1, 409: count - 1 });
    expect((await world.manager.read('delegations')).items).toHaveLength(1);
    expect((await world.manager.read('log?type=delegation.refused&limit=200')).items).toHaveLength(count - 1);
    await gapless();
  });

  it('case 5: the same request with one Idempotency-Key has one effect and one answer', async () => {
    const key = { 'Idempotency-Key': 'en-og-samme' };
    const answers = await times(count, () =>
      lege.client.post('delegations', world.proposal(infusion.id, kari.id), key),
    );
    expect(statuses(answers)).toEqual({ 201: count });
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('case 5: two accepts at once are one', async () => {
    const { id } = await lege.client.make('delegations', world.proposal(infusion.id, kari.id));
    const answers = await times(count, () => kari.client.post(`delegations/${id}/acceptance`));
    expect(statuses(answers)).toEqual({ 201: 1, 409: count - 1 });
  });

  it('acceptance against withdrawal: exactly one outcome', async () => {
    const { id } = await lege.client.make('delegations', world.proposal(infusion.id, kari.id));
    const answers = await times(count, (i) =>
      i % 2 === 0
        ? kari.client.post(`delegations/${id}/acceptance`)
        : lege.client.post(`delegations/${id}/withdrawal`, { reason: 'Likevel ikke' }),
    );
    expect(statuses(answers)).toEqual({ 201: 1, 409: count - 1 });
    expect((await kari.client.read(`delegations/${id}`)).steps).toHaveLength(2);
  });

  it('delegate against suspend: never a delegation that outlives the right', async () => {
    const tasks = await times(count, (i) => world.task(`Oppgave ${i}`, { LE: true }));
    const pending = await times(count, (i) =>
      lege.client.make('delegations', world.proposal(tasks[i].id, kari.id)),
    );
    const authorisation = (await world.manager.read(`people/${lege.id}`)).authorisations[0];
    const suspension = { kind: 'suspension', validFrom: day(0), note: 'Vedtak' };
    const [reaction, ...accepts] = await Promise.all([
      world.manager.post(`authorisations/${authorisation.id}/reactions`, suspension),
      ...pending.map(({ id }) => kari.client.post(`delegations/${id}/acceptance`)),
    ]);
    expect(reaction.status).toBe(201);
    for (const { status } of accepts) expect([201, 409]).toContain(status);
    expect(await orphans()).toEqual([]);
    expect((await world.manager.read('delegations?status=accepted')).items).toEqual([]);
    await gapless();
  });

  it('delegate against the end of an engagement: no orphan', async () => {
    const tasks = await times(count, (i) => world.task(`Oppgave ${i}`, { LE: true }));
    const pending = await times(count, (i) =>
      lege.client.make('delegations', world.proposal(tasks[i].id, kari.id)),
    );
    const engagement = (await world.manager.read(`people/${kari.id}`)).engagements[0];
    const [end] = await Promise.all([
      world.manager.post(`engagements/${engagement.id}/end`, {
        at: new Date().toISOString(),
        reason: 'Sluttet',
      }),
      ...pending.map(({ id }) => kari.client.post(`delegations/${id}/acceptance`)),
    ]);
    expect(end.status).toBe(201);
    expect(await orphans()).toEqual([]);
    expect((await world.manager.read('delegations?status=accepted')).items).toEqual([]);
  });
});

describe('by SQL that takes no turns', () => {
  it('a delegation and a suspension that cannot see each other: one of them fails', async () => {
    const { id } = await lege.client.make('delegations', world.proposal(infusion.id, kari.id));
    const authorisation = (await world.manager.read(`people/${lege.id}`)).authorisations[0];
    const [one, other] = [
      await Attacker.as(testApp.urls.app, world.clinicId),
      await Attacker.as(testApp.urls.app, world.clinicId),
    ];
    const accept: [string, ...unknown[]][] = [
      [
        `insert into delegation_step (clinic_id, id, delegation_id, kind, phase, at, recorded_at, actor_id, person_id)
         values ($1, uuidv7(), $2, 'accepted', 1, now(), now(), $3, $3)`,
        world.clinicId,
        id,
        kari.id,
      ],
      ['update delegation set pending = false, valid = requested where id = $1', id],
    ];
    const suspend: [string, ...unknown[]][] = [
      [
        `insert into reaction (clinic_id, id, person_id, authorisation_id, kind, valid, known_from, note, created_at)
         values ($1, uuidv7(), $2, $3, 'full-suspension', tstzrange($4, null), now(), 'vedtak', now())`,
        world.clinicId,
        lege.id,
        authorisation.id,
        day(0),
      ],
    ];
    const outcomes = await Promise.all([one.refusedBy(accept), other.refusedBy(suspend)]);
    expect(outcomes.filter((refused) => refused === '')).toHaveLength(1);
    expect(await orphans()).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startAlone, startApp, type TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';

/** Rules that let everything through. */
const indifferent = { refusalsToDelegate: () => [], refusalsToAccept: () => [], warningsTo: () => [] };
const assignAnything = {
  assign: (_facts: unknown, valid: object) => ({
    refusals: [],
    occupation: 'HE',
    profession: 'HE',
    valid,
    warnings: [],
  }),
};

let withRules: TestApp;
let without: TestApp;

beforeAll(async () => {
  withRules = await startApp();
  without = await startAlone({ DelegationRules: indifferent, DutyRules: assignAnything });
});
afterAll(async () => {
  await withRules.close();
  await without.close();
});

interface Scene {
  world: World;
  lege: Colleague;
  kari: Colleague;
  siri: Colleague;
  infusion: Json;
}

async function scene(testApp: TestApp): Promise<Scene> {
  const world = await World.create(testApp);
  const lege = await world.colleague('Lege', 'LE');
  const kari = await world.colleague('Kari', 'HE');
  const siri = await world.colleague('Siri', 'X-MS');
  return { world, lege, kari, siri, infusion: await world.task('Infusjon', { LE: true }) };
}

/** Proposes and, if that was let through, accepts: the answer that refused. */
async function attempt(from: Client, to: Client, proposal: object): Promise<Json> {
  const proposed = await from.post('delegations', proposal);
  if (proposed.status !== 201) return proposed.body;
  return (await to.post(`delegations/${proposed.body.id}/acceptance`)).body;
}

const told = ({ type, title, status, detail, code, refusals }: Json) => {
  const { about: _about, ...refusal } = refusals[0];
  return { type, title, status, detail, code, refusal };
};

const cases: [string, string, (scene: Scene) => Promise<Json>][] = [
  [
    'case 1: re-delegation',
    'delegated-task-not-delegable',
    async ({ world, lege, kari, siri, infusion }) => {
      await world.delegated(lege, kari, infusion.id);
      return attempt(kari.client, siri.client, world.proposal(infusion.id, siri.id, { profession: 'HE' }));
    },
  ],
  [
    'case 1: through a copy',
    'delegated-task-not-delegable',
    async ({ world, lege, kari, siri, infusion }) => {
      await world.delegated(lege, kari, infusion.id);
      const copy = await world.task('Drypp', { HE: true }, { lineageOf: infusion.id });
      return attempt(kari.client, siri.client, world.proposal(copy.id, siri.id, { profession: 'HE' }));
    },
  ],
  [
    'case 5: the same again',
    'delegation-exists',
    async ({ world, lege, kari, infusion }) => {
      await world.delegated(lege, kari, infusion.id);
      return attempt(lege.client, kari.client, world.proposal(infusion.id, kari.id));
    },
  ],
  [
    'case 6: a right that was suspended',
    'no-practice-right',
    async ({ world, lege, kari, infusion }) => {
      const authorisation = (await world.manager.read(`people/${lege.id}`)).authorisations[0];
      await world.manager.make(`authorisations/${authorisation.id}/reactions`, {
        kind: 'suspension',
        validFrom: day(0),
        note: 'Vedtak',
      });
      return attempt(lege.client, kari.client, world.proposal(infusion.id, kari.id));
    },
  ],
  [
    'case 10: beyond the 80th birthday',
    'no-practice-right',
    async ({ world, kari, infusion }) => {
      const year = new Date().getUTCFullYear() - 80;
      const old = await world.colleague('Gammel', 'LE', { birthDate: `${year}-12-31` });
      return attempt(old.client, kari.client, world.proposal(infusion.id, kari.id));
    },
  ],
  [
    'case 11: a delegator who leaves inside the period',
    'delegator-not-engaged',
    async ({ world, lege, kari, infusion }) => {
      const engagement = (await world.manager.read(`people/${lege.id}`)).engagements[0];
      await world.manager.make(`engagements/${engagement.id}/end`, { at: day(30), reason: 'Slutter' });
      return attempt(lege.client, kari.client, world.proposal(infusion.id, kari.id));
    },
  ],
  [
    'a duty outside the role',
    'outside-role',
    async ({ world, kari, infusion }) =>
      (await world.manager.post('duties', { personId: kari.id, taskId: infusion.id, validFrom: day(0) }))
        .body,
  ],
];

describe('with the rules switched off, the database refuses with the same problem', () => {
  let ruled: Scene;
  let unruled: Scene;
  beforeEach(async () => {
    [ruled, unruled] = [await scene(withRules), await scene(without)];
  });

  it.each(cases)('%s', async (_name, code, act) => {
    const byRule = await act(ruled);
    const bySchema = await act(unruled);
    expect(bySchema).toMatchObject({ code, status: 409 });
    expect(told(bySchema)).toEqual(told(byRule));
    const refused = (await unruled.world.manager.read('log')).items.at(-1);
    expect(refused).toMatchObject({ type: expect.stringMatching(/\.refused$/), payload: { codes: [code] } });
  });

  it('case 14: another clinic’s task is unknown', async () => {
    const foreign = await scene(without);
    const { world, lege, kari } = unruled;
    const answer = await lege.client.post('delegations', world.proposal(foreign.infusion.id, kari.id));
    expect(answer.body).toMatchObject({ status: 404, code: 'not-found' });
  });
});

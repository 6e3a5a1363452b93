import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

let testApp: TestApp;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

/** A suspended doctor with a former engagement, a colleague, and an auditor. */
async function atTheClinic() {
  const world = await World.create(testApp);
  const lege = await world.colleague('Lars Lege', 'LE', {
    email: 'lars@lege.example',
    birthDate: '1974-03-12',
  });
  const former = await world.engage(lege.id, 'X-TEK');
  await world.manager.make(`engagements/${former.id}/end`, {
    at: '2024-06-01',
    reason: 'Samarbeidsproblemer',
  });
  const [authorisation] = (await world.manager.read(`people/${lege.id}`)).authorisations;
  const suspension = { kind: 'full-suspension', validFrom: '2026-01-01', note: 'Vedtak fra tilsynet' };
  await world.manager.make(`authorisations/${authorisation.id}/reactions`, suspension);
  await world.manager.make(`people/${lege.id}/bans`, { validFrom: '2026-01-01', note: 'Forbud' });
  const colleague = await world.colleague('Kari Kollega', 'HE');
  return { world, lege, colleague, auditor: await world.login('Tiril Tilsyn', undefined, ['auditor']) };
}

describe('a person as others see them (hpl-21)', () => {
  it('manager, auditor and the person see everything', async () => {
    const { world, lege, auditor } = await atTheClinic();
    for (const reader of [world.manager, auditor, lege.client]) {
      const person = await reader.read(`people/${lege.id}`);
      expect(person).toMatchObject({ email: 'lars@lege.example', birthDate: '1974-03-12' });
      expect(person.authorisations[0].reactions).toMatchObject([{ note: 'Vedtak fra tilsynet' }]);
      expect(person.bans).toMatchObject([{ note: 'Forbud' }]);
      expect(JSON.stringify(person.engagements)).toContain('Samarbeidsproblemer');
    }
  });

  it('colleagues see that there is no right to practise, not why', async () => {
    const { lege, colleague } = await atTheClinic();
    const { items } = await colleague.client.read('people');
    const listed = items.find(({ id }: { id: string }) => id === lege.id);
    for (const person of [await colleague.client.read(`people/${lege.id}`), listed]) {
      expect(person).toMatchObject({ name: 'Lars Lege', email: null, birthDate: null, bans: [] });
      expect(person.authorisations).toMatchObject([{ profession: 'LE', reactions: [] }]);
      expect(person.practiceRights).toMatchObject([
        { profession: 'LE', validTo: '2025-12-31T23:00:00.000Z' },
      ]);
      expect(person.titleOn.title).not.toContain('lege');
      expect(JSON.stringify(person)).not.toMatch(/Vedtak|Forbud|Samarbeidsproblemer/);
    }
  });
});

describe('the list of people', () => {
  it('is narrowed by part of the name, in any case', async () => {
    const world = await World.create(testApp);
    const aasa = await world.person('ÅSA Østby 100 %');
    await world.person('Kari Moen');
    const named = async (q: string) =>
      (await world.manager.read(`people?q=${encodeURIComponent(q)}`)).items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await named('åsa ø')).toEqual([aasa.id]);
    expect(await named('%')).toEqual([aasa.id]);
    expect(await named('ingen heter dette')).toEqual([]);
    expect((await named('')).length).toBeGreaterThan(2);
  });
});

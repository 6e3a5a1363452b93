import { startApp, type TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { type Colleague, World } from '../support/world.js';

describe('lists narrowed by a part of a name', () => {
  let testApp: TestApp;
  let world: World;
  let anders: Colleague;
  let kari: Colleague;
  let ola: Colleague;

  beforeAll(async () => {
    testApp = await startApp();
    world = await World.create(testApp);
    anders = await world.colleague('Anders Vik', 'LE');
    kari = await world.colleague('Kåri Moen', 'HE');
    ola = await world.colleague('Ola Vikøren', 'HE');
    const infusion = await world.task('Intravenøs infusjon', { LE: true });
    const ecg = await world.task('EKG', { LE: true });
    await world.delegated(anders, kari, infusion.id);
    await world.delegated(anders, ola, ecg.id);
  });
  afterAll(() => testApp?.close());

  const names = async (path: string): Promise<string[]> =>
    (await world.manager.read(path)).items.map(({ name }: Json) => name);
  const delegations = async (client: Client, query: string): Promise<string[]> =>
    (await client.read(`delegations?${query}`)).items.map(({ task }: Json) => task.name);

  it.each([
    ['vik', ['Anders Vik', 'Ola Vikøren']],
    ['KÅRI', ['Kåri Moen']],
    // A letter with a ring, composed of two characters.
    [encodeURIComponent('ka\u030ari'), ['Kåri Moen']],
    ['', ['Anders Vik', 'Kåri Moen', 'Lise Leder', 'Ola Vikøren']],
    ['%25', []],
    ['_', []],
  ])('people by %j', async (q, found) => {
    expect(await names(`people?q=${q}`)).toEqual(found);
  });

  it('people page by page', async () => {
    expect(await names('people?occupation=HE')).toEqual(['Kåri Moen', 'Ola Vikøren']);
    expect(await names('people?occupation=HE&at=2001-01-01')).toEqual([]);
    const first = await world.manager.read('people?q=vik&limit=1');
    const second = await world.manager.read(`people?q=vik&limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['Anders Vik', 'Ola Vikøren']);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    ['today', () => ''],
    ['as known', () => `&knownAt=${new Date().toISOString()}`],
  ])('delegations by their task and by either party, %s', async (_when, known) => {
    const at = known();
    expect(await delegations(world.manager, `q=INFUSJON${at}`)).toEqual(['Intravenøs infusjon']);
    expect(await delegations(world.manager, `q=vikør${at}`)).toEqual(['EKG']);
    expect(await delegations(world.manager, `q=anders${at}`)).toEqual(['Intravenøs infusjon', 'EKG']);
    expect(await delegations(world.manager, `q=ingen${at}`)).toEqual([]);
  });

  it('delegations of others to nobody who may not see them', async () => {
    expect(await delegations(kari.client, 'q=anders')).toEqual(['Intravenøs infusjon']);
    expect(await delegations(kari.client, 'q=ekg')).toEqual([]);
  });
});

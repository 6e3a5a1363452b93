import { startApp, type TestApp } from '../support/app.js';
import { type Colleague, World } from '../support/world.js';
import { Chromium, desktop, expectAccessible, inBrowser, phone } from './browser.js';

inBrowser('Delegeringer', () => {
  let testApp: TestApp;
  let chromium: Chromium;
  let world: World;
  let anders: Colleague;
  let kari: Colleague;

  beforeAll(async () => {
    testApp = await startApp();
    chromium = await Chromium.at(testApp);
    world = await World.create(testApp);
    anders = await world.colleague('Anders Vik', 'LE');
    kari = await world.colleague('Kari Moen', 'HE');
    const siri = await world.colleague('Siri Berg', 'X-MS');
    const infusion = await world.task('Intravenøs infusjon', { LE: true });
    const vaccine = await world.task('Vaksinasjon', { LE: true });
    await world.delegated(anders, kari, infusion.id);
    await anders.client.make('delegations', world.proposal(vaccine.id, siri.id));
    const past = await world.delegated(anders, kari, vaccine.id);
    await kari.client.make(`delegations/${past.id}/relinquishment`, { reason: 'Ny jobb' });
  });
  afterAll(async () => {
    await chromium?.close();
    await testApp?.close();
  });
  afterEach(async () => {
    await chromium.closeWindows();
    expect(chromium.faults.splice(0)).toEqual([]);
  });

  it.each([
    ['desktop', desktop, false],
    ['phone, dark', phone, true],
  ])('shows what was given and received, narrowed in the address: %s', async (_name, size, dark) => {
    const page = await chromium.open('/delegations', anders.client, { size, dark });
    const lines = page.getByRole('main').getByRole('listitem');
    await page.getByRole('heading', { name: 'Venter på svar' }).waitFor();
    await lines.filter({ hasText: 'Anders Vik delegerer til Siri Berg' }).waitFor();
    await lines.filter({ hasText: 'Intravenøs infusjon' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Gitt' }).click();
    await page.waitForURL(/side=given/);
    await page.getByLabel('Status').selectOption({ label: 'Sagt fra seg' });
    await page.waitForURL(/status=relinquished/);
    await lines.filter({ hasText: 'Vaksinasjon' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Mottatt' }).click();
    await page.getByText('Ingen her.').waitFor();
    await expectAccessible(page);
  });

  it('shows all to a manager, by whom and to whom', async () => {
    const path = `/delegations?status=any&from=${anders.id}&to=${kari.id}`;
    const page = await chromium.open(path, world.manager);
    const lines = page.getByRole('main').getByRole('listitem');
    await lines.filter({ hasText: 'Intravenøs infusjon' }).waitFor();
    await lines.nth(1).waitFor();
    expect(await lines.count()).toBe(2);
    await lines.filter({ hasText: 'Intravenøs infusjon' }).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Intravenøs infusjon' }).waitFor();
    await page.getByRole('button', { name: 'Kall tilbake' }).waitFor();
  });
});

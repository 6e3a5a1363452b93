import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { World } from '../support/world.js';
import { Chromium, expectAccessible, inBrowser, phone } from './browser.js';

inBrowser('the menu', () => {
  let testApp: TestApp;
  let chromium: Chromium;

  beforeAll(async () => {
    testApp = await startApp();
    chromium = await Chromium.at(testApp);
  });
  afterAll(async () => {
    await chromium?.close();
    await testApp?.close();
  });

  it('leads each role to its own work first, and whoever is nobody here to no empty list of tasks', async () => {
    const world = await World.create(testApp);
    const kari = await world.colleague('Kari Moen', 'HE');
    const { id } = await world.person('Tor Begge');
    const heading = async (client: Client) => {
      const page = await chromium.open('/', client);
      const title = page.getByRole('heading', { level: 1 });
      await title.waitFor();
      return title.textContent();
    };
    expect(await heading(kari.client)).toBe('Mine oppgaver');
    expect(await heading(await world.login('Tor Begge', id, ['staff', 'manager']))).toBe('Oversikt');
    expect(await heading(await world.login('Tiril Aas', undefined, ['auditor', 'administrator']))).toBe(
      'Logg',
    );
    expect(await heading(await world.login('Siv Drift', undefined, ['staff', 'administrator']))).toBe(
      'Brukere',
    );
  });

  it('has the daily places under the thumb and everything behind one button; in a column on a desktop', async () => {
    const world = await World.create(testApp);
    const everything = await world.login('Alle Roller', undefined, [
      'staff',
      'manager',
      'auditor',
      'administrator',
    ]);
    const page = await chromium.open('/me', everything, { size: phone });
    await page.getByRole('heading', { level: 1 }).waitFor();
    const menu = page.getByRole('navigation', { name: 'Hovedmeny' });
    const more = menu.getByRole('button', { name: 'Mer' });
    await more.click();
    expect(await menu.locator('ul').first().getByRole('link').count()).toBeLessThanOrEqual(4);
    const sheet = page.getByRole('dialog', { name: 'Hovedmeny' });
    await sheet.getByRole('list', { name: 'Etterprøving' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await menu.locator('button:focus', { hasText: 'Mer' }).waitFor();
    await page.keyboard.press('Enter');
    await sheet.getByRole('link', { name: 'Hvem kunne hva' }).click();
    await page.locator('h1:focus', { hasText: 'Hvem kunne hva' }).waitFor();
    await sheet.waitFor({ state: 'detached' });

    await page.setViewportSize({ width: 1280, height: 800 });
    const here = menu
      .getByRole('list', { name: 'Etterprøving' })
      .getByRole('link', { name: 'Hvem kunne hva' });
    expect(await here.getAttribute('aria-current')).toBe('page');
    await more.waitFor({ state: 'hidden' });
    await expectAccessible(page);
    expect(chromium.faults).toEqual([]);
  });
});

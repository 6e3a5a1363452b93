import { startApp, type TestApp } from '../support/app.js';
import { day, World } from '../support/world.js';
import { Chromium, expectAccessible, inBrowser, phone } from './browser.js';

const typed = (iso: string): string => iso.split('-').reverse().join('.');

inBrowser('Klinikken', () => {
  let testApp: TestApp;
  let chromium: Chromium;
  let world: World;

  beforeAll(async () => {
    testApp = await startApp();
    chromium = await Chromium.at(testApp);
    world = await World.create(testApp);
  });
  afterAll(async () => {
    await chromium?.close();
    await testApp?.close();
  });
  afterEach(async () => {
    await chromium.closeWindows();
    expect(chromium.faults.splice(0)).toEqual([]);
  });

  it('chooses what missing competence means, and can undo it', async () => {
    const page = await chromium.open('/clinic', world.manager);
    await page.getByRole('radio', { name: 'Avslå' }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Valget er lagret.').waitFor();
    expect((await world.manager.read('clinic/policy')).competenceOfDuties).toBe('refuse');
    await page.getByRole('button', { name: 'Angre' }).click();
    await page.locator('input[value=warn]:checked').waitFor();
    expect((await world.manager.read('clinic/policy')).competenceOfDuties).toBe('warn');
  });

  it('gives other systems tokens, each shown once, and takes them back', async () => {
    const page = await chromium.open('/api-tokens', world.manager);
    await page.getByText('Ingen andre systemer har tilgang.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Lag en API-nøkkel' }).click();
    await page.getByRole('button', { name: 'Lag nøkkelen' }).click();
    await page.getByRole('link', { name: 'Skriv hva nøkkelen skal brukes til.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Hva nøkkelen skal brukes til').fill('Vaktliste');
    await page.getByRole('checkbox', { name: 'Medarbeider' }).check();
    await page.getByLabel('Siste dag').fill(typed(day(30)));
    await page.getByRole('button', { name: 'Lag nøkkelen' }).click();
    await page.getByText(/^fullmakt_/).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Alle API-nøkler' }).click();
    await page.getByText(`siste dag ${typed(day(30))}`).waitFor();
    await page.getByRole('button', { name: 'Slett «Vaktliste»' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Slett «Vaktliste»' }).click();
    await page.getByText('Nøkkelen «Vaktliste» er slettet.').waitFor();
    await page.getByText('Ingen andre systemer har tilgang.').waitFor();
  });

  it('lets whoever helped in need tell it afterwards, on the phone', async () => {
    const kari = await world.colleague('Kari Moen', 'HE');
    const task = await world.task('Intubering', { LE: true });
    const page = await chromium.open(`/decisions?taskId=${task.id}`, kari.client, {
      size: phone,
      dark: true,
    });
    await page.getByRole('link', { name: 'Før inn øyeblikkelig hjelp' }).click();
    await page.getByRole('button', { name: 'Før inn i loggen' }).click();
    await page.getByRole('link', { name: 'Skriv hva som skjedde.' }).waitFor();
    await page.getByRole('link', { name: 'Skriv klokkeslettet som tt:mm, for eksempel 08:30.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Dag', { exact: true }).fill(typed(day(1)));
    await page.getByLabel('Klokkeslett').fill('0930');
    await page.getByLabel('Hva som skjedde').fill('Hjertestans på venterommet. Legen var på vei.');
    await page.getByRole('button', { name: 'Før inn i loggen' }).click();
    await page.getByRole('link', { name: /Kan være høyst/ }).waitFor();
    await page.getByLabel('Dag', { exact: true }).fill(typed(day(-1)));
    await page.getByRole('button', { name: 'Før inn i loggen' }).click();
    await page.getByRole('heading', { level: 1, name: /^Ført inn som nr\. \d+ i loggen$/ }).waitFor();
    await expectAccessible(page);
  });
});

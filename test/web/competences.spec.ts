import { startApp, type TestApp } from '../support/app.js';
import { csv } from '../support/spreadsheets.js';
import { day, World } from '../support/world.js';
import { Chromium, expectAccessible, inBrowser, phone } from './browser.js';

const typed = (iso: string): string => iso.split('-').reverse().join('.');

inBrowser('Kompetanser', () => {
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

  it('are adopted from the national list, made, changed, and say who holds them', async () => {
    const page = await chromium.open('/competences', world.manager);
    await page.getByText('Ingen kompetanser ennå.').waitFor();
    await page.getByRole('tab', { name: 'Nasjonal liste' }).click();
    await page.getByRole('button', { name: 'Ta i bruk Spirometri' }).click();
    await page.getByText('Spirometri er tatt i bruk.').waitFor();
    await page.getByRole('link', { name: 'I bruk' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Lag en kompetanse' }).click();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByRole('link', { name: 'Skriv hva den heter.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Navn', { exact: true }).fill('Internt datakurs');
    await page.getByLabel('Nivåer (valgfritt)').fill('Under tilsyn\nSelvstendig');
    await page.getByLabel('Varer i så mange måneder').fill('24');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByRole('heading', { level: 1, name: 'Internt datakurs' }).waitFor();
    await page.getByText('Under tilsyn – Selvstendig').waitFor();
    await page.getByRole('button', { name: 'Endre' }).click();
    await page.getByRole('dialog').getByLabel('Varer i så mange måneder').fill('mye');
    await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
    await page.getByRole('link', { name: 'Skriv et helt tall' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('dialog').getByLabel('Varer i så mange måneder').fill('12');
    await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('varer i 12 måneder').waitFor();
    await page.getByText('Ingen har den ennå.').waitFor();
    await expectAccessible(page);
  });

  it('come in from a spreadsheet: tried first, all or nothing, with the columns chosen', async () => {
    await world.person('Kari Moen');
    await world.manager.make('competences', { name: 'HLR-kurs', kind: 'course' });
    const spreadsheet = (...lines: string[]) => ({
      name: 'kurs.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv('Hvem;Kurs;Dato', ...lines)),
    });
    const page = await chromium.open('/competence-records/import', world.manager);
    await page.getByRole('link', { name: 'Last ned mal' }).waitFor();
    await expectAccessible(page);
    const good = `Kari Moen;HLR-kurs;${typed(day(-10))}`;
    await page.locator('input[type=file]').setInputFiles(spreadsheet(good, 'Ukjent Person;HLR-kurs;i fjor'));
    await page.getByText('Si først hvilke kolonner som er hva.').waitFor();
    await page.getByLabel('Hvem').selectOption({ label: 'Ansatt' });
    await page.getByText('1 rad er i veien.').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Rad 3' }).getByText('Oppnådd:').waitFor();
    await expectAccessible(page);
    await page.locator('input[type=file]').setInputFiles(spreadsheet(good));
    await page.getByLabel('Hvem').selectOption({ label: 'Ansatt' });
    await page.getByRole('button', { name: 'Registrer 1 rad' }).click();
    await page.getByRole('link', { name: 'Se kompetansebevisene' }).click();
    await page.getByRole('link', { name: /HLR-kurs.*Kari Moen/ }).waitFor();
  });

  it('fit a phone', async () => {
    const page = await chromium.open('/competences?of=national', world.manager, { size: phone, dark: true });
    await page
      .getByRole('button', { name: /^Ta i bruk/ })
      .first()
      .waitFor();
    await expectAccessible(page);
  });
});

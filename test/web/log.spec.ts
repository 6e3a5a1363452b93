import { readdirSync, readFileSync } from 'node:fs';
import { nb } from '../../web/texts/nb.ts';
import { startApp, type TestApp } from '../support/app.js';
import { until } from '../support/product.js';
import { day, World } from '../support/world.js';
import { Chromium, desktop, expectAccessible, inBrowser, phone } from './browser.js';

describe('the log in words', () => {
  it('has words for every type of entry that is written', () => {
    const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`src/${name}`, 'utf8'))
      .join('\n');
    const written = [...code.matchAll(/tx\.log\(\s*'([a-z-]+\.[a-z-]+)'/g)].map(([, type]) => type);
    const refused = [...code.matchAll(/\{ noun: '([a-z-]+)'/g)].map(([, noun]) => `${noun}.refused`);
    const folded = [...code.matchAll(/^ {2}\['([a-z-]+\.[a-z-]+)', /gm)].map(([, type]) => type);
    const types = [...new Set([...written, ...refused, ...folded])];
    expect(types.length).toBeGreaterThan(60);
    expect(types.filter((type) => !((type ?? '').replace('.', '_') in nb.entry))).toEqual([]);
  });
});

inBrowser('The auditor', () => {
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
  afterEach(async () => {
    await chromium.closeWindows();
    expect(chromium.faults.splice(0)).toEqual([]);
  });

  /** A delegation that stands, one that was refused because it would have been passed on, and an auditor. */
  async function clinic() {
    const world = await World.create(testApp);
    const anders = await world.colleague('Anders Vik', 'LE');
    const kari = await world.colleague('Kari Moen', 'HE');
    const ola = await world.colleague('Ola Nes', 'HE');
    const infusion = await world.task('Intravenøs infusjon', { LE: true });
    await world.delegated(anders, kari, infusion.id, { validTo: day(30) });
    const passedOn = world.proposal(infusion.id, ola.id, { profession: 'HE' });
    expect((await kari.client.post('delegations', passedOn)).status).toBe(409);
    const auditor = await world.login('Tiril Tilsyn', undefined, ['auditor']);
    return { world, anders, kari, infusion, auditor };
  }

  it.each([
    ['phone', phone, false],
    ['desktop, dark', desktop, true],
  ])('reads the log in words, narrows it, and opens an entry in full: %s', async (_name, size, dark) => {
    const { auditor } = await clinic();
    const page = await chromium.open('/log', auditor, { size, dark });
    await page.getByRole('heading', { level: 1, name: 'Logg' }).waitFor();
    await page.getByRole('link', { name: 'Forsøk på delegering avslått' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Hva').selectOption({ label: 'Forsøk på delegering avslått' });
    await page.waitForURL(/type=delegation\.refused/);
    await page.getByLabel('Person').selectOption({ label: 'Kari Moen, helsesekretær' });
    await page.waitForURL(/personId=/);
    await page.locator('ol > li').getByText('Anders Vik').waitFor({ state: 'detached' });
    await page.locator('ol > li').first().waitFor();
    await until(async () => (await page.locator('ol > li').count()) === 1);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Forsøk på delegering avslått' }).click();
    await page.getByText('delegated-task-not-delegable').waitFor();
    await page.locator('summary', { hasText: 'Kontroller oppføringen selv' }).click();
    await expectAccessible(page);
  });

  it('says what to do when nothing matches', async () => {
    const { auditor } = await clinic();
    const page = await chromium.open('/log?from=2001-01-01&to=2001-01-31', auditor);
    await page.getByText('Ingen oppføringer passer.').waitFor();
    await page.getByRole('search').getByRole('button', { name: 'Nullstill filtrene' }).click();
    await page.getByRole('link', { name: 'Delegering godtatt' }).waitFor();
    await page.waitForURL(({ search }) => search === '');
  });

  it('asks who might do what then, and what was known then', async () => {
    const { world, anders, kari, infusion, auditor } = await clinic();
    const { authorisations } = await world.manager.read(`people/${anders.id}`);
    const today = day(0);
    const query = `personId=${kari.id}&day=${today.slice(0, 10)}&time=23:59`;
    const page = await chromium.open(`/review?${query}`, auditor);
    await page.getByRole('link', { name: 'Intravenøs infusjon' }).waitFor();
    await page.getByText('fra Anders Vik').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Intravenøs infusjon' }).click();
    await page.getByText('Ja, det kunne personen').waitFor();
    await page.getByText('Oppgaven var delegert.').waitFor();
    await expectAccessible(page);
    await world.manager.make(`authorisations/${authorisations[0].id}/reactions`, {
      kind: 'full-suspension',
      validFrom: new Date().toISOString(),
      note: 'Vedtak',
    });
    await page.goto(`/review?${query}&taskId=${infusion.id}&knownDay=${yesterday(today)}`);
    await page.getByRole('region', { name: 'Slik det er kjent i dag' }).getByText('Nei, ikke da').waitFor();
    await expectAccessible(page);
  });

  const yesterday = (today: string) =>
    new Date(Date.parse(today.slice(0, 10)) - 86_400_000).toISOString().slice(0, 10);

  it('takes the log along and checks it in the page, down to what does not hold', async () => {
    const { auditor } = await clinic();
    const page = await chromium.open('/log/verification', auditor);
    await page.getByText(/^Loggen har \d+ oppføringer\. Ta vare på sjekkpunktet/).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Kontroller', exact: true }).click();
    await page.getByText('Velg filen som skal kontrolleres.').waitFor();
    await expectAccessible(page);
    const downloading = page.waitForEvent('download');
    await page.locator('a', { hasText: 'Last ned hele loggen' }).click();
    const bundle = readFileSync(await (await downloading).path());
    const check = async (buffer: Buffer) => {
      const file = { name: 'tilsynspakke.zip', mimeType: 'application/zip', buffer };
      await page.getByLabel('Tilsynspakke eller kvittering').setInputFiles(file);
      await page.getByRole('button', { name: 'Kontroller', exact: true }).click();
    };
    await check(bundle);
    await page.getByRole('heading', { name: 'Alt stemmer' }).waitFor();
    await expectAccessible(page);
    const broken = Buffer.from(bundle);
    const inEntries = bundle.indexOf('entries.ndjson') + 200;
    broken.writeUInt8(broken.readUInt8(inEntries) ^ 1, inEntries);
    await check(broken);
    await page.getByRole('heading', { name: 'Det stemmer ikke' }).waitFor();
    await expectAccessible(page);
  });
});

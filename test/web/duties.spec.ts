import { startApp, type TestApp } from '../support/app.js';
import { type Colleague, day, World } from '../support/world.js';
import { Chromium, expectAccessible, inBrowser, phone } from './browser.js';

const typed = (iso: string): string => iso.split('-').reverse().join('.');

inBrowser('Tildelte oppgaver', () => {
  let testApp: TestApp;
  let chromium: Chromium;
  let world: World;
  let kari: Colleague;

  beforeAll(async () => {
    testApp = await startApp();
    chromium = await Chromium.at(testApp);
    world = await World.create(testApp);
    kari = await world.colleague('Kari Moen', 'HE');
    await world.colleague('Siv Dahl', 'SP');
    const ekg = await world.task('EKG', { HE: false, SP: false });
    const infusion = await world.task('Infusjon', { SP: false });
    await world.manager.make('role-descriptions', {
      name: 'Skiftestua',
      occupation: 'HE',
      areas: [{ code: 'skiftestue', title: 'Skiftestue', tasks: [ekg.id, infusion.id] }],
      obligations: [],
      effectiveFrom: '2025-01-01',
    });
  });
  afterAll(async () => {
    await chromium?.close();
    await testApp?.close();
  });
  afterEach(async () => {
    await chromium.closeWindows();
    expect(chromium.faults.splice(0)).toEqual([]);
  });

  it('are assigned together after a look at what cannot be, and can be undone', async () => {
    const page = await chromium.open('/duties', world.manager);
    await page.getByText('Ingen oppgaver er tildelt ennå.').waitFor();
    await expectAccessible(page);
    await page.getByRole('main').getByRole('link', { name: 'Tildel oppgaver' }).click();
    await page.getByRole('button', { name: 'Vis hva som kan tildeles' }).click();
    await page.getByRole('link', { name: 'Velg minst én person.' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('checkbox', { name: /Kari Moen/ }).check();
    await page.getByRole('checkbox', { name: /Siv Dahl/ }).check();
    await page
      .getByLabel('Ta med alle oppgavene i en stillingsbeskrivelse')
      .selectOption({ label: 'Skiftestua' });
    await page.getByText('2 oppgaver er valgt.').waitFor();
    await page.getByRole('button', { name: 'Vis hva som kan tildeles' }).click();

    const ofKari = page.getByRole('region', { name: 'Kari Moen' });
    await ofKari.getByText('Infusjon: kan ikke tildeles').waitFor();
    await ofKari.getByText('helsepersonelloven').first().waitFor();
    await page.getByRole('region', { name: 'Siv Dahl' }).getByText('Kan tildeles: 2 oppgaver').waitFor();
    await expectAccessible(page);
    await page.reload();
    await page.getByRole('button', { name: 'Tildel 3 oppgaver' }).click();
    await page.getByText('3 oppgaver er tildelt.').waitFor();
    await page
      .getByRole('button', { name: /^Avslutt/ })
      .nth(2)
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Angre' }).click();
    await page.getByText('Ingen oppgaver er tildelt ennå.').waitFor();
    await page.getByLabel('Vis', { exact: true }).selectOption('yes');
    await page.getByText('Har aldri vært gjeldende').first().waitFor();
  });

  it('are ended with a reason, on the phone', async () => {
    const { items } = await world.manager.read('tasks?q=ekg');
    await world.manager.make('duties', { personId: kari.id, taskId: items[0].id, validFrom: day(-9) });
    const page = await chromium.open(`/duties?personId=${kari.id}`, world.manager, {
      size: phone,
      dark: true,
    });
    await page.getByRole('button', { name: 'Avslutt EKG for Kari Moen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Avslutt' }).click();
    await dialog.getByText('Skriv en begrunnelse.').waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Siste dag').fill(typed(day(-1)));
    await dialog.getByLabel('Begrunnelse').fill('Ny arbeidsdeling');
    await dialog.getByRole('button', { name: 'Avslutt' }).click();
    await page.getByText('«EKG» er avsluttet for Kari Moen.').waitFor();
    await page.goto(`/duties?personId=${kari.id}&on=${day(-2)}`);
    await page.getByText('Ny arbeidsdeling').waitFor();
    await expectAccessible(page);
  });
});

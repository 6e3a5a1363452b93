import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';
import { Chromium, expectAccessible, expectThumbs, inBrowser, phone } from './browser.js';

const typed = (ahead: number): string => day(ahead).split('-').reverse().join('.');

inBrowser('Opplæringsplaner', () => {
  let testApp: TestApp;
  let chromium: Chromium;
  let world: World;
  let kari: Colleague;
  let nora: Colleague;
  let emil: Colleague;
  let ekg: Json;
  let task: Json;

  beforeAll(async () => {
    testApp = await startApp();
    chromium = await Chromium.at(testApp);
    world = await World.create(testApp);
    kari = await world.colleague('Kari Moen', 'HE');
    nora = await world.colleague('Nora Hagen', 'SP');
    emil = await world.colleague('Emil Lunde', 'X-HEL');
    task = await world.task('EKG', { HE: true });
    ekg = await world.manager.make('competences', {
      name: 'EKG-opptak',
      kind: 'observed-practice',
      levels: ['Under tilsyn', 'Selvstendig'],
    });
    await world.manager.make(`people/${kari.id}/competence-records`, {
      competenceId: ekg.id,
      level: 2,
      achievedOn: day(-100),
      evidence: { source: 'Kurs' },
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

  it('are made by whoever supervises, signed step by step on the phone, and read by the trainee', async () => {
    const page = await chromium.open('/training-plans', kari.client, { size: phone });
    await page.getByText('Ingen opplæringsplaner her.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Lag opplæringsplan' }).click();
    await page.getByRole('button', { name: 'Lag opplæringsplan' }).click();
    await page.getByRole('link', { name: 'Skriv hva planen er for.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Hvem er i opplæring?').selectOption(emil.id);
    await page.getByLabel('Formål').fill('Praksis i skiftestua');
    await page.getByLabel('Siste dag').fill(typed(60));
    await page.getByLabel('Hva skal læres?').fill('Ta EKG');
    await page.getByLabel('Oppgave som læres').selectOption(task.id);
    await page.getByLabel('Kompetanse som vises').selectOption(ekg.id);
    await page.getByRole('button', { name: 'Ett mål til' }).click();
    await page.getByRole('group', { name: 'Mål 2' }).getByLabel('Hva skal læres?').fill('Ta imot');
    await page.getByRole('button', { name: 'Lag opplæringsplan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Emil Lunde: Praksis i skiftestua' }).waitFor();
    await page.getByText('0 av 2 mål mestret').waitFor();
    await expectAccessible(page);
    await expectThumbs(page);
    await page.getByRole('button', { name: 'Signer steg: Ta EKG' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Mestret').check();
    await dialog.getByLabel('Gi kompetansebevis').check();
    await dialog.getByRole('button', { name: 'Signer steg' }).click();
    await dialog.getByRole('link', { name: 'Skriv hvordan det ble sett.' }).waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Hvordan ble det sett?').fill('Fem opptak');
    await dialog.getByRole('button', { name: 'Signer steg' }).click();
    await page.getByText('ga kompetansebevis').waitFor();
    await page.getByText('1 av 2 mål mestret').waitFor();
    await page.getByRole('button', { name: 'Ta ut målet: Ta imot' }).click();
    await dialog.getByLabel('Begrunnelse').fill('Utgår');
    await dialog.getByRole('button', { name: 'Ta ut målet' }).click();
    await page.getByText('Tatt ut: Utgår').waitFor();

    const own = await chromium.open(new URL(page.url()).pathname, emil.client, { size: phone, dark: true });
    await own.getByText('signert av Kari Moen').waitFor();
    expect(await own.getByRole('button', { name: /Signer/ }).count()).toBe(0);
    await expectAccessible(own);
  });

  it('get another supervisor and more goals from a manager, and are ended with a reason', async () => {
    const { id } = await world.manager.make('training-plans', {
      personId: emil.id,
      supervisorId: kari.id,
      purpose: 'Resepsjon',
      validFrom: day(0),
      validTo: day(60),
      goals: [{ text: 'Ta telefonen' }],
    });
    const page = await chromium.open(`/training-plans?personId=${emil.id}`, world.manager);
    await page.getByRole('link', { name: /Resepsjon/ }).waitFor();
    await expectAccessible(page);
    await page.goto(`/training-plans/${id}`);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Bytt veileder' }).click();
    await dialog.getByLabel('Ny veileder').selectOption(emil.id);
    await dialog.getByLabel('Begrunnelse').fill('Kari har permisjon');
    await dialog.getByRole('button', { name: 'Bytt veileder' }).click();
    await dialog.getByRole('alert').getByText('Det går ikke').waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Ny veileder').selectOption(nora.id);
    await dialog.getByRole('button', { name: 'Bytt veileder' }).click();
    await page.getByText('Kari har permisjon').waitFor();
    await page.getByRole('button', { name: 'Legg til mål' }).click();
    await dialog.getByRole('button', { name: 'Legg til mål' }).click();
    await dialog.getByRole('link', { name: 'Skriv hva som skal læres.' }).waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('Hva skal læres?').fill('Sende henvisninger');
    await dialog.getByRole('button', { name: 'Legg til mål' }).click();
    await page.getByRole('heading', { name: '2. Sende henvisninger' }).waitFor();
    await page.getByRole('button', { name: 'Avbryt planen' }).click();
    await dialog.getByLabel('Begrunnelse').fill('Eleven har flyttet');
    await dialog.getByRole('button', { name: 'Avbryt planen' }).click();
    await page.getByText(/Avbrutt .*: Eleven har flyttet/).waitFor();
    await expectAccessible(page);
  });
});

import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { png } from '../support/files.js';
import { sheets } from '../support/spreadsheets.js';
import { type Colleague, day, World } from '../support/world.js';
import { Chromium, expectAccessible, expectThumbs, inBrowser, phone } from './browser.js';

const typed = (iso: string): string => iso.split('-').reverse().join('.');

inBrowser('Kompetansebevis', () => {
  let testApp: TestApp;
  let chromium: Chromium;
  let world: World;
  let kari: Colleague;
  let ecg: Json;

  beforeAll(async () => {
    testApp = await startApp();
    chromium = await Chromium.at(testApp);
    world = await World.create(testApp);
    kari = await world.colleague('Kari Moen', 'HE');
    ecg = await world.manager.make('competences', {
      name: 'EKG-kurs',
      kind: 'course',
      levels: ['Under tilsyn', 'Selvstendig'],
      validityMonths: 12,
    });
    const cpr = await world.manager.make('competences', { name: 'HLR', kind: 'course' });
    await world.manager.make(`people/${kari.id}/competence-records`, {
      competenceId: cpr.id,
      achievedOn: day(-300),
      validTo: day(20),
      evidence: { source: 'Kurs' },
    });
    const task = await world.task('EKG', { HE: true }, { requiredCompetenceIds: [ecg.id] });
    await world.manager.make('duties', { personId: kari.id, taskId: task.id, validFrom: day(-1) });
  });
  afterAll(async () => {
    await chromium?.close();
    await testApp?.close();
  });
  afterEach(async () => {
    await chromium.closeWindows();
    expect(chromium.faults.splice(0)).toEqual([]);
  });

  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

  it('are claimed on the phone with a picture, confirmed by the manager, and count', async () => {
    const mine = await chromium.open('/me/competence', kari.client, { size: phone });
    await mine.getByRole('heading', { name: 'Mangler for oppgavene dine' }).waitFor();
    await mine.getByRole('heading', { name: 'Utløper snart' }).waitFor();
    await expectAccessible(mine);
    await expectThumbs(mine);
    await mine.getByRole('link', { name: 'Meld inn kompetanse' }).click();
    await mine.getByRole('button', { name: 'Meld inn' }).click();
    await mine.getByRole('link', { name: 'Velg en kompetanse.' }).waitFor();
    await expectAccessible(mine);
    await mine.getByRole('combobox', { name: 'Kompetanse' }).selectOption({ label: 'EKG-kurs' });
    await mine.getByLabel('Nivå').selectOption({ label: 'Selvstendig' });
    await mine.getByLabel('Oppnådd').fill(typed(day(-3)));
    await mine.getByLabel('Dokumentasjon').fill('Kursbevis fra Noklus');
    await mine.getByRole('button', { name: 'Meld inn' }).click();
    await mine.getByText('Teller ikke ennå.').waitFor();
    await mine.locator('input[type=file]').setInputFiles(file('bevis.png', Buffer.from('ingen png')));
    await mine.getByRole('alert').waitFor();
    await mine.locator('input[type=file]').setInputFiles(file('bevis.png', png()));
    await mine.getByText('bevis.png er lagt ved.').waitFor();
    await mine.getByRole('link', { name: 'Last ned bevis.png' }).waitFor();
    await expectAccessible(mine);
    await expectThumbs(mine);

    const page = await chromium.open('/competence-records', world.manager);
    await page.getByRole('link', { name: /EKG-kurs.*Venter på bekreftelse/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: /EKG-kurs/ }).click();
    await page.getByRole('button', { name: 'Bekreft' }).click();
    await page.getByText('Teller i avgjørelsene.').waitFor();
    await page.getByRole('button', { name: 'Slett innholdet i bevis.png' }).click();
    await page.getByRole('dialog').getByLabel('Begrunnelse').fill('Feil person på bildet');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Slett innholdet' }).click();
    await page.getByText('«Feil person på bildet»').waitFor();
    await mine.goto('/me/competence');
    await mine.getByRole('heading', { name: 'Det du har' }).waitFor();
    expect(await mine.getByRole('heading', { name: 'Mangler for oppgavene dine' }).count()).toBe(0);
  });

  it('come out of the sheet that is chosen of a workbook, when nothing in it is in the way', async () => {
    const per = await world.colleague('Per Import', 'HE');
    const heading = ['Ansatt', 'Kompetanse', 'Gjennomført', 'Dokumentasjon'];
    const row = (name: string) => [name, 'HLR', typed(day(-5)), 'Kursbevis'];
    const workbook = await sheets({
      'Les meg': [['Slik fyller du ut']],
      Høsten: [heading, row(per.name), row('Ukjent Person')],
      Våren: [heading, row(per.name)],
    });
    const page = await chromium.open('/competence-records/import', world.manager, { size: phone });
    await expectAccessible(page);
    await page.locator('input[type=file]').setInputFiles(file('bevis.xlsx', workbook));
    await page.getByText('Si først hvilke kolonner som er hva.').waitFor();
    await page.getByLabel('Ark i arbeidsboken').selectOption('Høsten');
    await page.getByText('1 rad er i veien.').waitFor();
    await page.getByText('Ingen ved virksomheten passer med det som står her.').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Ark i arbeidsboken').selectOption('Våren');
    await page.getByRole('button', { name: 'Registrer 1 rad' }).click();
    await page.getByRole('link', { name: 'Se kompetansebevisene' }).waitFor();
    expect((await world.manager.read(`competence-records?personId=${per.id}`)).items).toHaveLength(1);
  });

  it('are registered by the manager, and taken back or rejected with a reason', async () => {
    const ola = await world.colleague('Ola Berg', 'HE');
    const page = await chromium.open(
      `/competence-records/new?personId=${ola.id}&competenceId=${ecg.id}`,
      world.manager,
      { dark: true },
    );
    await page.getByText('Varer i 12 måneder').waitFor();
    await page.getByLabel('Oppnådd').fill(typed(day(2)));
    await page.getByLabel('Dokumentasjon').fill('Observert på kontoret');
    await page.getByRole('button', { name: 'Registrer kompetansebevis' }).click();
    await page.getByText('Rett dette før du sender:').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Oppnådd').fill(typed(day(-2)));
    await page.getByRole('button', { name: 'Registrer kompetansebevis' }).click();
    await page.getByText('Teller i avgjørelsene.').waitFor();
    await page.getByRole('button', { name: 'Trekk tilbake' }).click();
    await page.getByRole('dialog').getByLabel('Begrunnelse').fill('Registrert på feil person');
    await page.getByRole('dialog').getByRole('button', { name: 'Trekk tilbake' }).click();
    await page.getByText('Registrert på feil person').waitFor();
    const claim = await ola.client.make(`people/${ola.id}/competence-records`, {
      competenceId: ecg.id,
      achievedOn: day(-1),
      evidence: { source: 'Selvlært' },
    });
    await page.goto(`/competence-records/${claim.id}`);
    await page.getByRole('button', { name: 'Avvis' }).click();
    await page.getByRole('dialog').getByLabel('Begrunnelse').fill('Mangler kursbevis');
    await page.getByRole('dialog').getByRole('button', { name: 'Avvis' }).click();
    await page.getByText('Mangler kursbevis').waitFor();
    await page.goto(`/competence-records?personId=${ola.id}&status=rejected`);
    await page.getByRole('link', { name: /EKG-kurs.*Avvist/ }).waitFor();
  });
});

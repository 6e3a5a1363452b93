import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';
import { Chromium, expectAccessible, expectThumbs, inBrowser, phone } from './browser.js';

const typed = (ahead: number): string => day(ahead).split('-').reverse().join('.');

inBrowser('Kurs og opplæring', () => {
  let testApp: TestApp;
  let chromium: Chromium;
  let world: World;
  let anders: Colleague;
  let kari: Colleague;
  let hlr: Json;

  beforeAll(async () => {
    testApp = await startApp();
    chromium = await Chromium.at(testApp);
    world = await World.create(testApp);
    anders = await world.colleague('Anders Vik', 'LE');
    kari = await world.colleague('Kari Moen', 'HE');
    hlr = await world.manager.make('competences', { name: 'HLR', kind: 'course' });
  });
  afterAll(async () => {
    await chromium?.close();
    await testApp?.close();
  });
  afterEach(async () => {
    await chromium.closeWindows();
    expect(chromium.faults.splice(0)).toEqual([]);
  });

  it('is planned, changed, invited to and cancelled by a manager', async () => {
    const page = await chromium.open('/teaching', world.manager);
    await page.getByText('Ingen opplæring er satt opp her.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Sett opp opplæring' }).click();
    await page.getByRole('button', { name: 'Sett opp opplæring' }).click();
    await page.getByRole('link', { name: 'Skriv hva opplæringen heter.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Tittel').fill('Hjertestans');
    await page.getByLabel('Dato').fill(typed(9));
    await page.getByLabel('Fra kl.').fill('1430');
    await page.getByLabel('Til kl.').fill('14:15');
    await page.getByLabel('Hvem holder det?').selectOption(anders.id);
    await page.getByRole('button', { name: 'Legg til kompetanse' }).click();
    await page.getByRole('combobox', { name: 'Kompetanse', exact: true }).selectOption(hlr.id);
    await page.getByRole('button', { name: 'Sett opp opplæring' }).click();
    await page.getByRole('link', { name: 'Slutten må være senere enn starten.' }).waitFor();
    await page.getByLabel('Til kl.').fill('15.30');
    await page.getByRole('button', { name: 'Sett opp opplæring' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hjertestans' }).waitFor();
    await page.getByText(`${typed(9)} 14:30–15:30`).waitFor();
    await page.getByRole('button', { name: 'Inviter' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Inviter de valgte' }).click();
    await page.getByText('Velg minst én.').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Velg alle').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Inviter de valgte' }).click();
    await page.getByRole('status').getByText('3 er invitert.').waitFor();
    await page.getByRole('button', { name: 'Stryk Anders Vik' }).click();
    await page.getByText('2 skal komme').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Endre' }).click();
    await page.getByLabel('Sted (valgfritt)').fill('Møterommet');
    await page.getByRole('button', { name: 'Lagre endringene' }).click();
    await page.getByText('Møterommet').waitFor();
    await page.getByRole('button', { name: 'Avlys' }).click();
    await page.getByRole('dialog').getByLabel('Begrunnelse').fill('Sykdom');
    await page.getByRole('dialog').getByRole('button', { name: 'Avlys' }).click();
    await page.getByText('Sykdom').waitFor();
    await page.goto(`/teaching?status=cancelled&competenceId=${hlr.id}`);
    await page.getByRole('link', { name: /Hjertestans/ }).waitFor();
    await expectAccessible(page);
  });

  it('is signed up for and off on the phone, and back again', async () => {
    const open = { kind: 'course', title: 'Åpent kurs', startsAt: day(5), endsAt: day(6), open: true };
    await world.manager.make('teaching', { ...open, heldBy: { name: 'Røde Kors' } });
    const page = await chromium.open('/teaching', kari.client, { size: phone, dark: true });
    await page.getByRole('link', { name: /Åpent kurs/ }).click();
    await page.getByRole('button', { name: 'Meld deg på' }).click();
    await page.getByText('Du er påmeldt', { exact: true }).waitFor();
    await expectAccessible(page);
    await expectThumbs(page);
    await page.getByRole('button', { name: 'Angre' }).click();
    await page.getByText('Du har meldt deg av', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Meld deg på' }).click();
    await page.getByText('Du er påmeldt', { exact: true }).waitFor();
    const calendar = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Legg i kalenderen' }).click();
    expect((await calendar).suggestedFilename()).toMatch(/\.ics$/);
  });

  it('is attended, all at once and one corrected, and gives records to those who were there', async () => {
    const { id } = await world.manager.make('teaching', {
      kind: 'course',
      title: 'HLR i går',
      startsAt: day(-2),
      endsAt: day(-1),
      heldBy: { name: 'Røde Kors' },
      gives: [{ competenceId: hlr.id }],
    });
    const page = await chromium.open(`/teaching/${id}/attendance`, world.manager, { size: phone });
    await page.getByRole('button', { name: 'Lagre oppmøtet' }).click();
    await page.getByText('Du har ikke ført noe nytt.').waitFor();
    await page.getByLabel('Kom noen andre også?').selectOption(kari.id);
    await page.getByLabel('Kom noen andre også?').selectOption(anders.id);
    await page.getByRole('button', { name: 'Sett alle til «til stede»' }).click();
    await page.getByLabel('Oppmøte: Anders Vik').selectOption('partly');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lagre oppmøtet' }).click();
    await page.getByRole('heading', { level: 1, name: 'HLR i går' }).waitFor();
    await page.getByRole('button', { name: 'Gi kompetansebevis til 1 som var til stede' }).click();
    await page.getByText('har fått kompetansebevis').waitFor();
    await expectAccessible(page);
    await page.goto('/teaching?part=past');
    await page.getByRole('link', { name: /HLR i går/ }).waitFor();
  });
});

import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';
import { Chromium, expectAccessible, expectThumbs, inBrowser, phone } from './browser.js';

inBrowser('Behov, dekning og avståelser', () => {
  let testApp: TestApp;
  let chromium: Chromium;
  let world: World;
  let kari: Colleague;
  let course: Json;

  const record = (achieved: number, ends: number) =>
    world.manager.make(`people/${kari.id}/competence-records`, {
      competenceId: course.id,
      achievedOn: day(achieved),
      validTo: day(ends),
      evidence: { source: 'Kursbevis' },
    });

  beforeAll(async () => {
    testApp = await startApp();
    chromium = await Chromium.at(testApp);
    world = await World.create(testApp);
    kari = await world.colleague('Kari Moen', 'HE');
    course = await world.manager.make('competences', { name: 'EKG-kurs', kind: 'course' });
    const other = await world.manager.make('competences', { name: 'Spirometrikurs', kind: 'course' });
    const ecg = await world.task('EKG', { HE: true }, { requiredCompetenceIds: [course.id] });
    const spirometry = await world.task('Spirometri', { HE: true }, { requiredCompetenceIds: [other.id] });
    const blood = await world.task('Blodprøvetaking', { HE: true }, { area: 'laboratorium' });
    for (const { id } of [ecg, spirometry, blood])
      await world.manager.make('duties', { personId: kari.id, taskId: id, validFrom: day(-1) });
    await record(-300, 20);
    await kari.client.make('people/me/abstentions', { taskId: ecg.id, reason: 'Nytt utstyr' });
  });
  afterAll(async () => {
    await chromium?.close();
    await testApp?.close();
  });
  afterEach(async () => {
    await chromium.closeWindows();
    expect(chromium.faults.splice(0)).toEqual([]);
  });

  it('says what is missing now and what runs out, with a way to do something about it', async () => {
    const page = await chromium.open('/needs', world.manager);
    const now = page.getByRole('region', { name: 'Nå' });
    await now.getByText('Mangler kompetanse').waitFor();
    await page.getByRole('region', { name: 'Innen 30 dager' }).getByText('Kompetansebevis går ut').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Bare nå' }).click();
    await page.getByText('Kompetansebevis går ut').waitFor({ state: 'detached' });
    await page.waitForURL(({ search }) => search === '?within=now');
    await now
      .getByRole('listitem')
      .filter({ hasText: 'Mangler kompetanse' })
      .getByRole('link', { name: 'Se hva som kan gjøres' })
      .click();
    await page.getByRole('complementary').getByRole('heading', { name: 'Spirometri' }).waitFor();
    await page.getByText('Registrer Spirometrikurs').waitFor();
    const small = await chromium.open('/needs', world.manager, { size: phone, dark: true });
    await small.getByText('Mangler kompetanse').waitFor();
    await expectAccessible(small);
    await expectThumbs(small);
  });

  it('counts who may do what on each day, and finds what hangs on one person', async () => {
    const page = await chromium.open('/coverage', world.manager);
    const blood = page.getByRole('listitem').filter({ hasText: 'Blodprøvetaking' });
    await blood.getByText('Bare Kari Moen').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Bare sårbare oppgaver').check();
    await blood.waitFor();
    const small = await chromium.open('/coverage', world.manager, { size: phone });
    await small
      .getByRole('listitem')
      .filter({ hasText: 'Blodprøvetaking' })
      .getByText('Bare Kari Moen')
      .waitFor();
    await expectAccessible(small);
  });

  it('ends an abstention only after a new confirmation', async () => {
    const page = await chromium.open('/abstentions', world.manager);
    await page.getByText('«Nytt utstyr»').waitFor();
    await expectAccessible(page);
    const end = async () => {
      await page.getByRole('dialog').getByLabel('Begrunnelse').fill('Sett utført fem ganger');
      await page.getByRole('dialog').getByRole('button', { name: 'Opphev' }).click();
    };
    await page.getByRole('button', { name: /^Opphev/ }).click();
    await end();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await expectAccessible(page);
    await record(-1, 300);
    await end();
    await page.getByText('Ingen her.').waitFor();
    await page.getByLabel('Status').selectOption({ label: 'Opphevet' });
    await page.getByText('Sett utført fem ganger').waitFor();
  });
});

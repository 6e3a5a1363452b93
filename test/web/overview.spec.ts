import { startApp, type TestApp } from '../support/app.js';
import { day, World } from '../support/world.js';
import { Chromium, expectAccessible, inBrowser, phone } from './browser.js';

inBrowser("the manager's overview", () => {
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

  it('leads from an empty clinic step by step, and then tells what the day brings', async () => {
    const world = await World.create(testApp);
    const page = await chromium.open('/', world.manager, { size: phone });
    await page.getByRole('heading', { level: 1, name: 'Oversikt' }).waitFor();
    await page.getByRole('heading', { name: 'Kom i gang: 0 av 5 steg er gjort' }).waitFor();
    await page.getByText('leder@demo.example').waitFor();
    await expectAccessible(page);

    const anders = await world.colleague('Anders Vik', 'LE');
    const kari = await world.colleague('Kari Moen', 'HE');
    const siri = await world.person('Siri Uten');
    await world.engage(siri.id, 'HE', { validTo: day(20) });
    const own = await world.task('Blodprøvetaking', { HE: true }, { area: 'laboratorium' });
    await world.manager.make('duties', { personId: kari.id, taskId: own.id, validFrom: day(-1) });
    await page.reload();
    await page.getByRole('heading', { name: 'Kom i gang: 2 av 5 steg er gjort' }).waitFor();
    await page.locator('li[aria-current=step]', { hasText: 'Ta i bruk en stillingsbeskrivelse' }).waitFor();

    await world.manager.make('role-descriptions', { templateCode: 'helsesekretaer-primaerhelsetjenesten' });
    const course = await world.manager.make('competences', { name: 'Kurs i sårstell', kind: 'course' });
    await world.manager.make(`people/${kari.id}/competence-records`, {
      competenceId: course.id,
      achievedOn: day(-10),
      validTo: day(40),
      evidence: { source: 'Kursbevis' },
    });
    const infusion = await world.task('Intravenøs infusjon', { LE: true });
    await anders.client.make('delegations', world.proposal(infusion.id, kari.id));

    await page.setViewportSize({ width: 1280, height: 800 });
    await page.reload();
    await page
      .getByRole('region', { name: /Delegeringer uten svar/ })
      .getByText('Intravenøs infusjon')
      .waitFor();
    await page.getByText('Kom i gang').waitFor({ state: 'detached' });
    const ending = page.getByRole('region', { name: /Utløper innen 90 dager/ });
    await ending.getByText('Kurs i sårstell').waitFor();
    await ending.getByRole('listitem').filter({ hasText: 'Siri Uten' }).waitFor();
    await page
      .getByRole('region', { name: /Sårbare oppgaver/ })
      .getByText('bare Kari Moen kan gjøre den')
      .first()
      .waitFor();
    const lacking = page.getByRole('region', { name: /Uten registrert rett/ });
    await expectAccessible(page);
    await lacking.getByRole('link', { name: 'Siri Uten' }).click();
    await page.getByText('Ingen autorisasjon eller lisens').waitFor();
  });
});

import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { until } from '../support/product.js';
import { type Colleague, day, World } from '../support/world.js';
import { Chromium, expectAccessible, expectThumbs, inBrowser, phone } from './browser.js';

const typed = (iso: string): string => iso.split('-').reverse().join('.');

inBrowser('Kompetansematrisen', () => {
  let testApp: TestApp;
  let chromium: Chromium;
  let world: World;
  let kari: Colleague;
  let anders: Colleague;
  let ecg: Json;

  beforeAll(async () => {
    testApp = await startApp();
    chromium = await Chromium.at(testApp);
    world = await World.create(testApp);
    anders = await world.colleague('Anders Vik', 'LE');
    kari = await world.colleague('Kari Moen', 'HE');
    const competence = await world.manager.make('competences', { name: 'EKG-kurs', kind: 'course' });
    ecg = await world.task('EKG', { HE: true, LE: true }, { requiredCompetenceIds: [competence.id] });
    const blood = await world.task('Blodprøvetaking', { HE: true }, { area: 'laboratorium' });
    const infusion = await world.task('Intravenøs infusjon', { LE: true });
    for (const { id } of [ecg, blood])
      await world.manager.make('duties', { personId: kari.id, taskId: id, validFrom: day(-1) });
    await world.delegated(anders, kari, infusion.id, { validTo: day(30) });
    await world.manager.make(`people/${anders.id}/competence-records`, {
      competenceId: competence.id,
      achievedOn: day(-30),
      evidence: { source: 'Kursbevis' },
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

  it('is moved in by keys, opens a cell, says why not and what can be done, and goes back', async () => {
    const page = await chromium.open('/matrix', world.manager);
    const grid = page.getByRole('grid', { name: 'Kompetansematrise' });
    await grid.getByRole('gridcell', { name: 'Delegert' }).waitFor();
    await expectAccessible(page);
    await grid.locator('[tabindex="0"]').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Mangler');
    await page.keyboard.press('Enter');
    const details = page.getByRole('complementary', { name: 'Detaljer for cellen' });
    await details.getByRole('heading', { name: 'EKG' }).waitFor();
    await details.getByText('Nei, ikke nå').waitFor();
    await details.getByText('Dette kan gjøres').waitFor();
    await page.waitForURL(({ searchParams }) => searchParams.get('task') === ecg.id);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'detached' });
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Mangler');
  });

  it('opens where the address says, narrows, is printed whole and goes out as a file', async () => {
    const page = await chromium.open(
      `/matrix?person=${kari.id}&task=${ecg.id}&area=skiftestue`,
      world.manager,
      { dark: true },
    );
    await page.getByText('Nei, ikke nå').waitFor();
    await expectAccessible(page);
    await until(async () => (await page.getByRole('gridcell').count()) === 6);
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    await page.emulateMedia({ media: 'print' });
    await page.locator('table:not([role]) td', { hasText: 'Delegert' }).waitFor();
    await page.getByText(/^Skrevet ut \d\d\.\d\d\./).waitFor();
    await page.getByText('Område: Skiftestuearbeid.').waitFor();
    await page.emulateMedia({ media: 'screen' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Last ned Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await page.getByRole('tab', { name: 'Kompetanse' }).click();
    await page.getByRole('gridcell', { name: 'Mangler' }).click();
    const details = page.getByRole('complementary');
    await details.getByText('Kreves for').waitFor();
    await details.getByRole('link', { name: 'Registrer kompetansebevis' }).waitFor();
    await expectAccessible(page);
  });

  it('says by what was known when, and keeps that in the address', async () => {
    const page = await chromium.open(`/matrix?at=${day(0)}`, world.manager);
    await page.getByRole('gridcell', { name: 'Delegert' }).waitFor();
    await page.getByLabel('Slik det var kjent').fill(typed(day(-2)));
    const said = `Viser ${typed(day(0))} slik det var kjent ${typed(day(-2))}.`;
    await page.getByRole('status').getByText(said).waitFor();
    await page.waitForURL(({ searchParams }) => searchParams.get('knownDay') === day(-2));
    // The clinic was not there then.
    await page.getByText('Ingen ansatte eller oppgaver passer.').waitFor();
    await expectAccessible(page);
  });

  it('is one person or one task at a time on a phone', async () => {
    const page = await chromium.open('/matrix', world.manager, { size: phone });
    await page.getByLabel('Person').selectOption({ label: 'Kari Moen' });
    const entry = page.getByRole('button', { name: /EKG.*Mangler/ });
    await entry.waitFor();
    await expectAccessible(page);
    await expectThumbs(page);
    await entry.click();
    await page.getByText('Nei, ikke nå').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lukk' }).click();
    await page.getByLabel('Oppgave', { exact: true }).selectOption({ label: 'EKG' });
    await page.getByRole('button', { name: /Anders Vik.*Egen rett/ }).waitFor();
  });

  it('makes only what is seen, and leads by keys to all the rest', async () => {
    const large = await World.create(testApp);
    await large.colleague('Kari Moen', 'HE');
    await large.manager.make('role-descriptions', { templateCode: 'helsesekretaer-primaerhelsetjenesten' });
    const page = await chromium.open('/matrix', large.manager);
    const grid = page.getByRole('grid');
    await grid.getByRole('gridcell').first().waitFor();
    const last = Number(await grid.getAttribute('aria-rowcount'));
    expect(await grid.getByRole('row').count()).toBeLessThan(last);
    await grid.locator('[tabindex="0"]').focus();
    await page.keyboard.press('Control+End');
    await page.locator(`[aria-rowindex="${last}"] td:focus`).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.locator(`[aria-rowindex="${last - 1}"] td:focus`).waitFor();
    await page.keyboard.press('Control+Home');
    await page.locator('[aria-rowindex="3"] td:focus').waitFor();
    // On a phone a long list comes bit by bit, and is whole.
    const small = await chromium.open('/matrix', large.manager, { size: phone });
    const entries = small.getByRole('tabpanel').getByRole('listitem');
    await entries.first().waitFor();
    const tasks = await small.getByLabel('Oppgave', { exact: true }).locator('option').count();
    expect(tasks).toBeGreaterThan(30);
    await entries.nth(tasks - 2).waitFor({ state: 'attached' });
    expect(await entries.count()).toBe(tasks - 1);
  });
});

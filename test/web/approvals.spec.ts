import { startApp, type TestApp } from '../support/app.js';
import { day, World } from '../support/world.js';
import { Chromium, expectAccessible, inBrowser, phone } from './browser.js';

const typed = (iso: string): string => iso.split('-').reverse().join('.');

inBrowser('Godkjenninger', () => {
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

  it('are granted on course, test and practice', async () => {
    const world = await World.create(testApp);
    const anders = await world.colleague('Anders Vik', 'LE');
    const kari = await world.colleague('Kari Moen', 'HE');
    await world.task('Dele ut legemidler', { LE: true }, { medicineHandling: true });
    const page = await chromium.open('/approvals', world.manager);
    await page.getByText('Ingen godkjenninger her.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Godkjenn for legemiddelhåndtering' }).click();
    await page.getByRole('button', { name: 'Godkjenn', exact: true }).click();
    await page.getByRole('link', { name: 'Skriv hvilket kurs.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Person', { exact: true }).selectOption(kari.id);
    await page.getByLabel('Oppgave', { exact: true }).selectOption({ label: 'Dele ut legemidler' });
    await page.getByLabel('Kurs', { exact: true }).fill('Legemiddelkurs');
    await page.getByLabel('Gjennomført').fill(typed(day(-30)));
    await page.getByLabel('Prøve', { exact: true }).fill('Skriftlig prøve');
    await page.getByLabel('Bestått').fill(typed(day(-20)));
    await page.getByLabel('Sett utført i praksis av').selectOption(kari.id);
    await page.getByLabel('Sett', { exact: true }).fill(typed(day(-10)));
    await page.getByLabel('Siste dag').fill(typed(day(300)));
    await page.getByRole('button', { name: 'Godkjenn', exact: true }).click();
    await page.getByRole('alert').getByText('Det går ikke').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Sett utført i praksis av').selectOption(anders.id);
    await page.getByRole('button', { name: 'Godkjenn', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Dele ut legemidler' }).waitFor();
    await page.getByText('Lise Leder godkjente Kari Moen').waitFor();
    await expectAccessible(page);
  });

  it('are read by the person on the phone, and withdrawn with a reason', async () => {
    const world = await World.create(testApp);
    const anders = await world.colleague('Anders Vik', 'LE');
    const kari = await world.colleague('Kari Moen', 'HE');
    const medicines = await world.task('Dele ut legemidler', { LE: true }, { medicineHandling: true });
    const { id } = await world.manager.make('approvals', {
      taskId: medicines.id,
      personId: kari.id,
      validFrom: day(0),
      validTo: day(300),
      course: { source: 'Legemiddelkurs', completedOn: day(-30) },
      test: { source: 'Skriftlig prøve', passedOn: day(-20) },
      practicalSignOff: { signedOn: day(-10), signedBy: anders.id },
    });
    const page = await chromium.open(`/approvals/${id}`, world.manager);
    const mine = await chromium.open(`/approvals/${id}`, kari.client, { size: phone, dark: true });
    await mine.getByRole('button', { name: 'Si fra deg oppgaven' }).waitFor();
    await expectAccessible(mine);
    await page.getByRole('button', { name: 'Trekk tilbake' }).click();
    await page.getByRole('dialog').getByLabel('Begrunnelse').fill('Ny rutine');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Trekk tilbake' }).click();
    await page.getByText('Ny rutine').waitFor();
    await page.goto(`/approvals?status=withdrawn&personId=${kari.id}`);
    await page.getByRole('listitem').filter({ hasText: 'Dele ut legemidler' }).waitFor();
    await expectAccessible(page);
  });
});

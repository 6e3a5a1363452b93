import { startApp, type TestApp } from '../support/app.js';
import { until } from '../support/product.js';
import { type Colleague, day, World } from '../support/world.js';
import { Chromium, expectAccessible, inBrowser, phone } from './browser.js';

inBrowser('people', () => {
  let testApp: TestApp;
  let chromium: Chromium;
  let world: World;
  let anders: Colleague;
  let kari: Colleague;

  beforeAll(async () => {
    testApp = await startApp();
    chromium = await Chromium.at(testApp);
    world = await World.create(testApp);
    anders = await world.colleague('Anders Vik', 'LE');
    kari = await world.colleague('Kari Moen', 'HE', { email: 'kari@example.no' });
    await world.colleague('Berit Bakke', 'LE');
    const own = await world.task('Blodprøvetaking', { HE: true }, { area: 'laboratorium' });
    await world.manager.make('duties', { personId: kari.id, taskId: own.id, validFrom: day(-1) });
    const infusion = await world.task('Intravenøs infusjon', { LE: true });
    await world.delegated(anders, kari, infusion.id);
  });
  afterAll(async () => {
    await chromium?.close();
    await testApp?.close();
  });
  afterEach(async () => {
    await chromium.closeWindows();
    expect(chromium.faults.splice(0)).toEqual([]);
  });

  it('are found, and somebody new is registered, engaged and authorised', async () => {
    const page = await chromium.open('/people', world.manager);
    await page.getByRole('link', { name: 'Anders Vik' }).waitFor();
    await page.getByLabel('Søk etter navn').fill('kar');
    await page.getByRole('link', { name: 'Anders Vik' }).waitFor({ state: 'detached' });
    await page.waitForURL(({ search }) => search === '?q=kar');
    await page.getByLabel('Yrkesgruppe i dag').selectOption('LE');
    await page.getByText('Ingen passer.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Registrer en ansatt' }).click();
    await page.getByRole('button', { name: 'Registrer og gå videre' }).click();
    await page.getByRole('link', { name: 'Skriv hva personen heter.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Navn', { exact: true }).fill('Ola Hagen');
    await page.getByLabel('HPR-nummer').fill('7654321');
    // What is typed is kept while one is away.
    await page.getByRole('link', { name: 'Ansatte', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Ansatte' }).waitFor();
    await page.getByRole('link', { name: 'Registrer en ansatt' }).click();
    await until(async () => (await page.getByLabel('Navn', { exact: true }).inputValue()) === 'Ola Hagen');
    await page.getByRole('button', { name: 'Registrer og gå videre' }).click();

    await page.getByRole('heading', { level: 1, name: 'Ny tilknytning for Ola Hagen' }).waitFor();
    await page.getByLabel('Siste dag').fill('31.02.2099');
    await page.getByRole('button', { name: 'Lagre tilknytningen' }).click();
    await page.getByRole('link', { name: 'Velg en yrkesgruppe.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Yrkesgruppe').selectOption('HE');
    await page.getByLabel('Siste dag').fill('31.12.2099');
    await page.getByLabel('vikar').check();
    await page.getByRole('button', { name: 'Lagre tilknytningen' }).click();
    await page.getByRole('heading', { level: 2, name: ', vikar' }).waitFor();
    await page.getByText('til og med 31.12.2099').waitFor();
    await expectAccessible(page);

    await page.getByRole('tab', { name: 'Autorisasjon' }).click();
    await page.getByText('Ingen autorisasjon eller lisens').waitFor();
    await page.waitForURL(({ search }) => search === '?tab=authorisations');
    await page.getByRole('link', { name: 'Registrer autorisasjon eller lisens' }).click();
    await page.getByRole('button', { name: 'Lagre autorisasjonen' }).click();
    await page.getByRole('link', { name: 'Velg en yrkesgruppe.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Yrkesgruppe').selectOption('HE');
    await page.getByLabel('Gjelder fra og med').fill('01.08.2019');
    await page.getByRole('button', { name: 'Lagre autorisasjonen' }).click();
    await page.getByRole('heading', { name: 'Kan utøve yrket som helsesekretær' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Arbeidsdager' }).click();
    await page.getByLabel('onsdag').uncheck();
    await page.getByRole('button', { name: 'Lagre arbeidsdagene' }).click();
    await page.getByRole('status').getByText('Arbeidsdagene er endret.').waitFor();
    await page.getByText('mandag, tirsdag, torsdag, fredag').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Endre opplysningene' }).click();
    // Without a network one is told so; what is typed and sent meanwhile goes out once there is one again.
    await page.getByLabel('E-post').waitFor();
    await page.context().setOffline(true);
    await page.getByText('Du er uten nett.').waitFor();
    await page.getByLabel('E-post').fill('ola@example.no');
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await expectAccessible(page);
    await page.context().setOffline(false);
    await page.getByRole('status').getByText('Opplysningene om Ola Hagen er endret.').waitFor();
    await page.getByText('ola@example.no').waitFor();
    await page.getByText('Du er uten nett.').waitFor({ state: 'detached' });
  });

  it('may be struck by a reaction: what it hits is shown first, and afterwards who can take over', async () => {
    const page = await chromium.open(`/people/${anders.id}?tab=authorisations`, world.manager);
    await page.getByRole('link', { name: 'Registrer reaksjon' }).click();
    await page.getByRole('heading', { level: 1, name: /^Reaksjon mot Anders Vik/ }).waitFor();
    await page.getByLabel('Bare noen oppgaver').check();
    await page.getByRole('button', { name: 'Se hva som faller bort' }).click();
    await page.getByRole('link', { name: 'Skriv hvilket vedtak det er.' }).waitFor();
    await page.getByRole('link', { name: 'Velg minst én oppgave.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Hele retten til å utøve yrket').check();
    await page.getByLabel('Vedtaket').fill('Vedtak fra Helsetilsynet, sak 1.');
    await page.getByLabel('Dagen klinikken fikk vite det').fill('01.01.2099');
    await page.getByRole('button', { name: 'Se hva som faller bort' }).click();
    await page.locator('h2:focus', { hasText: 'Dette faller bort' }).waitFor();
    await page.getByText('Anders Vik delegerer til Kari Moen').waitFor();
    await expectAccessible(page);
    // What only the act itself can be refused for leads back to the field.
    await page.getByRole('button', { name: 'Registrer reaksjonen' }).click();
    await page.locator('#knownFrom[aria-invalid]').waitFor();
    await page.getByLabel('Dagen klinikken fikk vite det').fill('01.02.2026');
    await page.getByRole('button', { name: 'Se hva som faller bort' }).click();
    await page.getByRole('button', { name: 'Registrer reaksjonen' }).click();
    await page.getByRole('heading', { level: 1, name: /Reaksjonen mot Anders Vik er registrert/ }).waitFor();
    await page.locator('h2:focus', { hasText: 'Dette falt bort' }).waitFor();
    await page.getByText('1 delegering faller bort').waitFor();
    const instead = page.locator('details', { hasText: 'Intravenøs infusjon' });
    await instead.getByRole('listitem').filter({ hasText: 'Berit Bakke' }).first().waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Til personen' }).click();
    await page.getByRole('tab', { name: 'Autorisasjon' }).click();
    await page.getByText('Vedtak fra Helsetilsynet, sak 1.').waitFor();
    await expectAccessible(page);
  });

  it('leave, on a phone, with everything that rested on it; colleagues see no more than they need', async () => {
    const page = await chromium.open(`/people/${kari.id}`, world.manager, { size: phone });
    await page.getByRole('link', { name: 'Blodprøvetaking' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Tilknytning' }).click();
    await page.getByRole('link', { name: 'Avslutt tilknytningen' }).click();
    await page.getByLabel('Begrunnelse').fill('Slutter etter eget ønske.');
    await page.getByLabel('Siste dag').fill('01.01.2020');
    await page.getByRole('button', { name: 'Se hva som faller bort' }).click();
    await page.locator('#at[aria-invalid]').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Siste dag').fill('31.12.2098');
    await page.getByRole('button', { name: 'Se hva som faller bort' }).click();
    await page.getByText('1 egen oppgave faller bort').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Avslutt tilknytningen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tilknytningen til Kari Moen er avsluttet' }).waitFor();
    await expectAccessible(page);

    const colleague = await chromium.open(`/search?q=kari`, anders.client, { size: phone });
    await colleague.getByRole('link', { name: 'Kari Moen' }).first().click();
    await colleague.getByText('Hva andre har ansvar for, ser bare lederen og tilsynet.').waitFor();
    expect(await colleague.getByText('kari@example.no').count()).toBe(0);
    expect(await colleague.getByRole('link', { name: 'Endre opplysningene' }).count()).toBe(0);
    await expectAccessible(colleague);
  });
});

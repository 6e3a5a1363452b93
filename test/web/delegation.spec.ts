import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { until } from '../support/product.js';
import { assessment, type Colleague, day, World } from '../support/world.js';
import { Chromium, desktop, expectAccessible, inBrowser, phone } from './browser.js';

const typed = (iso: string): string => iso.split('-').reverse().join('.');

inBrowser('Delegering', () => {
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

  interface Clinic {
    readonly world: World;
    readonly anders: Colleague;
    readonly kari: Colleague;
    readonly siri: Colleague;
    readonly infusion: { id: string };
  }

  async function clinic(): Promise<Clinic> {
    const world = await World.create(testApp);
    const anders = await world.colleague('Anders Vik', 'LE');
    const kari = await world.colleague('Kari Moen', 'HE');
    const siri = await world.colleague('Siri Berg', 'X-MS');
    const infusion = await world.task('Intravenøs infusjon', { LE: true });
    return { world, anders, kari, siri, infusion };
  }

  const next = (page: Page) => page.getByRole('button', { name: 'Neste' }).click();
  const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

  async function assess(page: Page): Promise<void> {
    await page.getByLabel('Oppgavens art').fill(assessment.taskNature);
    await page.getByLabel('Kvalifikasjoner').fill(assessment.qualifications);
    await page.getByLabel('Oppfølging', { exact: true }).fill(assessment.followUp);
  }

  it.each([
    ['desktop', desktop, false],
    ['phone, dark', phone, true],
  ])('is begun in steps, with the rules’ answer beside them: %s', async (_name, size, dark) => {
    const { anders } = await clinic();
    const page = await chromium.open('/delegations/new', anders.client, { size, dark });
    await heading(page, 'Hvem skal få oppgaven?');
    await next(page);
    await page.getByRole('link', { name: 'Velg en person.' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('radio', { name: /Kari Moen/ }).check();
    await next(page);
    await heading(page, 'Hvilken oppgave?');
    await page.getByRole('radio', { name: /Intravenøs infusjon/ }).check();
    await page.getByText('Ingenting er i veien så langt').waitFor();
    await expectAccessible(page);
    await next(page);
    await heading(page, 'De tre vurderingene');
    await page.getByLabel('Oppgavens art').fill('ok');
    await page.getByText('Dette sier for lite. Skriv hva du har vurdert.').first().waitFor();
    await page.getByText('Det går ikke slik det står').waitFor();
    await expectAccessible(page);
    await assess(page);
    await page.getByText('Kan delegeres slik det står').waitFor();
  });

  it.each([
    ['desktop', desktop, false],
    ['phone, dark', phone, true],
  ])('is followed to the signature, and answered with a receipt: %s', async (_name, size, dark) => {
    const { anders, kari, infusion } = await clinic();
    const path = `/delegations/new?step=assessment&taskId=${infusion.id}&delegateeId=${kari.id}`;
    const page = await chromium.open(path, anders.client, { size, dark });
    await assess(page);
    await page.getByText('Kan delegeres slik det står').waitFor();
    await next(page);
    await heading(page, 'Tidsrom og oppfølging');
    await page.getByLabel('Siste dag').fill(typed(day(180)));
    await page.getByLabel('Vilkår').fill('Bare voksne.');
    await next(page);
    await page.getByRole('link', { name: 'Skriv hvordan personen når deg.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Følges opp innen').fill(typed(day(90)));
    await page.getByLabel('Slik når personen deg').fill('Til stede på kontoret');
    await next(page);
    await heading(page, 'Les gjennom');
    await page.getByText('Bare voksne.').waitFor();
    await next(page);
    await page.getByText('Du delegerer «Intravenøs infusjon» til Kari Moen.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Signer og send' }).click();
    await heading(page, 'Delegeringen er sendt');
    await page.getByText('Venter på svar').waitFor();
    await expectAccessible(page);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Kvittering fra loggen' }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.tlog-proof$/);
    const [made] = (await kari.client.read('delegations')).items;
    expect(made).toMatchObject({
      status: 'proposed',
      assessment,
      conditions: 'Bare voksne.',
      supervision: { reachableHow: 'Til stede på kontoret' },
    });
    expect(made.validTo).toBe((await anders.client.read(`delegations/${made.id}`)).validTo);
  });

  it('keeps what is typed through a new load, and leaves nothing of it at sign-out', async () => {
    const { anders, infusion, kari } = await clinic();
    const path = `/delegations/new?step=assessment&taskId=${infusion.id}&delegateeId=${kari.id}`;
    const page = await chromium.open(path, anders.client);
    await page.getByLabel('Oppgavens art').fill(assessment.taskNature);
    await page.reload();
    await until(async () => (await page.getByLabel('Oppgavens art').inputValue()) === assessment.taskNature);
    await page.getByRole('button', { name: 'Anders Vik' }).click();
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await heading(page, 'Logg inn i Fullmakt');
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.toContain(
      assessment.taskNature,
    );
  });

  it('asks for more where a pupil is to have a contested task', async () => {
    const { world, anders } = await clinic();
    const pupil = await world.person('Emil Lunde');
    await world.engage(pupil.id, 'X-HEL', { kind: 'elev' });
    const contested = await world.task('Infiltrasjonsanestesi', { LE: true }, { contested: true });
    const path = `/delegations/new?step=period&taskId=${contested.id}&delegateeId=${pupil.id}`;
    const page = await chromium.open(path, anders.client);
    await page.getByLabel('Formålet med opplæringen').fill('Praksis i helsefagarbeid');
    await page.getByLabel('Veileder').selectOption(anders.id);
    await page.getByLabel('Siste dag').fill(typed(day(30)));
    await page.getByLabel('Kurs som personen har gjennomført').fill('Kurs i anestesi 2026');
    await page
      .getByLabel('Hvorfor det likevel er forsvarlig her')
      .fill('Øvd sammen med legen i tretti timer.');
    await page.getByLabel('Jeg er til stede når oppgaven utføres').check();
    await page.getByText('Ingenting er i veien så langt').or(page.getByText('1 ting er i veien')).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Siste dag').fill('31.02.2027');
    await page.getByLabel('Følges opp innen').fill('snart');
    await next(page);
    await page
      .getByRole('link', { name: /Skriv en dato som finnes/ })
      .first()
      .waitFor();
    await expectAccessible(page);
  });

  it('stops where a delegated task would be passed on, with the reason and what can be done instead', async () => {
    const { world, anders, kari, siri, infusion } = await clinic();
    const { id } = await world.delegated(anders, kari, infusion.id, { validTo: day(30) });
    const refusals = async () => (await world.manager.read('log?type=delegation.refused')).items.length;
    const page = await chromium.open(`/delegations/new?step=what&delegateeId=${siri.id}`, kari.client, {
      size: phone,
    });
    await page.getByLabel('Vis bare oppgaver').uncheck();
    await page.getByRole('radio', { name: /Intravenøs infusjon/ }).check();
    await page.getByText('Anders Vik har delegert «Intravenøs infusjon» til Kari Moen.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Se hva du kan gjøre i stedet' }).click();
    await heading(page, 'Kan ikke delegeres videre');
    await page.getByRole('heading', { name: 'Be Anders Vik delegere direkte' }).waitFor();
    await page.getByText('(faglig standard)').first().waitFor();
    await expectAccessible(page);
    expect(await refusals()).toBe(0);
    await page.getByRole('button', { name: 'Prøv likevel' }).click();
    await page.getByText('Forsøket er ført i loggen').waitFor();
    await expectAccessible(page);
    expect(await refusals()).toBe(1);
    await page.goto(`/delegations/${id}`);
    await page.getByRole('link', { name: 'Deleger videre?' }).click();
    await heading(page, 'Kan ikke delegeres videre');
  });

  it('lives on one page: followed up, revoked with a reason, and all of it on a line', async () => {
    const { world, anders, kari, infusion } = await clinic();
    const { id } = await world.delegated(anders, kari, infusion.id, { validTo: day(30) });
    const page = await chromium.open(`/delegations/${id}`, anders.client);
    await page.getByRole('button', { name: 'Skriv oppfølging' }).click();
    const review = page.getByRole('dialog', { name: 'Skriv oppfølging' });
    await review.getByRole('button', { name: 'Lagre oppfølgingen' }).click();
    await review.getByRole('link', { name: 'Skriv resultatet.' }).waitFor();
    await expectAccessible(page);
    await review.getByLabel('Resultat').fill('Fortsetter');
    await review.getByLabel('Hva du så').fill('Sett gjennom fem tilfeller');
    await review.getByRole('button', { name: 'Lagre oppfølgingen' }).click();
    await page.getByText('Fortsetter. Sett gjennom fem tilfeller').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Kall tilbake' }).click();
    const reason = page.getByRole('dialog', { name: 'Kall tilbake' });
    await reason.getByLabel('Begrunnelse').fill('Rutinen er endret.');
    await expectAccessible(page);
    await reason.getByRole('button', { name: 'Kall tilbake' }).click();
    await page.getByRole('status').getByText('er kalt tilbake').waitFor();
    await page.getByText('Rutinen er endret.').waitFor();
    await page.getByRole('button', { name: 'Kall tilbake' }).waitFor({ state: 'detached' });
    await expectAccessible(page);
    const letter = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Delegasjonsfullmakt (PDF)' }).click();
    expect((await letter).suggestedFilename()).toBe(`delegasjonsfullmakt-${id}.pdf`);
  });

  it('is given up by the delegatee on the phone, and withdrawn by the delegator while nobody has answered', async () => {
    const { world, anders, kari, siri, infusion } = await clinic();
    const { id } = await world.delegated(anders, kari, infusion.id);
    const page = await chromium.open(`/delegations/${id}`, kari.client, { size: phone, dark: true });
    await page.getByRole('button', { name: 'Si fra deg oppgaven' }).click();
    await page.getByRole('dialog').getByLabel('Begrunnelse').fill('Ny jobb');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Si fra deg oppgaven' }).click();
    await page.getByText('Ny jobb').waitFor();
    await expectAccessible(page);
    const waiting = await anders.client.make('delegations', world.proposal(infusion.id, siri.id));
    const mine = await chromium.open(`/delegations/${waiting.id}`, anders.client);
    await mine.getByRole('button', { name: 'Trekk tilbake' }).click();
    await mine.getByRole('dialog').getByLabel('Begrunnelse').fill('Feil person');
    await mine.getByRole('dialog').getByRole('button', { name: 'Trekk tilbake' }).click();
    await mine.getByText('Feil person').waitFor();
  });
});

import { startApp, type TestApp } from '../support/app.js';
import { until } from '../support/product.js';
import { type Colleague, day, World } from '../support/world.js';
import { Chromium, desktop, expectAccessible, expectThumbs, inBrowser, phone } from './browser.js';

inBrowser('Mine oppgaver', () => {
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

  /** Kari, with one duty of her own, one delegation that stands, and one that waits for her. */
  async function clinic(): Promise<{ world: World; kari: Colleague }> {
    const world = await World.create(testApp);
    const anders = await world.colleague('Anders Vik', 'LE');
    const kari = await world.colleague('Kari Moen', 'HE');
    const own = await world.task('Blodprøvetaking', { HE: true }, { area: 'laboratorium' });
    await world.manager.make('duties', { personId: kari.id, taskId: own.id, validFrom: day(-1) });
    const standing = await world.task('Intravenøs infusjon', { LE: true });
    await world.delegated(anders, kari, standing.id, { validTo: day(30), conditions: 'Bare voksne.' });
    const waiting = await world.task('Vaksinasjon', { LE: true });
    await anders.client.make('delegations', world.proposal(waiting.id, kari.id));
    return { world, kari };
  }

  it.each([
    ['phone', phone, false],
    ['phone, dark', phone, true],
    ['desktop', desktop, false],
    ['desktop, dark', desktop, true],
  ])('shows own and delegated tasks, told apart in words: %s', async (_name, size, dark) => {
    const { kari } = await clinic();
    const page = await chromium.open('/', kari.client, { size, dark });
    await page.getByRole('heading', { level: 1, name: 'Mine oppgaver' }).waitFor();
    await until(async () => (await page.title()) === 'Mine oppgaver – Fullmakt');
    await page.getByText('1 delegering venter på svar fra deg').waitFor();
    await page.locator('summary', { hasText: 'Blodprøvetaking' }).getByText('Egen oppgave').waitFor();
    const delegated = page.locator('summary', { hasText: 'Intravenøs infusjon' });
    await delegated.getByText('Delegert').waitFor();
    await delegated.click();
    await page.getByText('Bare voksne.').waitFor();
    await expectAccessible(page);
    if (size === phone) await expectThumbs(page);
    await page.getByRole('button', { name: 'Delegert (1)' }).click();
    await page.locator('summary', { hasText: 'Egen oppgave' }).waitFor({ state: 'detached' });
    await page.waitForURL(({ search }) => search === '?basis=delegated');
  });

  it('accepts a delegation after its assessments', async () => {
    const { kari } = await clinic();
    const page = await chromium.open('/me/responsibilities', kari.client, { size: phone });
    await page.getByRole('link', { name: /Vaksinasjon/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Vaksinasjon' }).waitFor();
    await page.getByText('Avgrenset prosedyre med skriftlig rutine').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Godta' }).click();
    await page.getByRole('status').getByText('Du har godtatt «Vaksinasjon».').waitFor();
    await page.getByRole('button', { name: 'Godta' }).waitFor({ state: 'detached' });
  });

  it('says what one does not master', async () => {
    const { kari } = await clinic();
    const page = await chromium.open('/me/responsibilities', kari.client, { size: phone });
    await page.locator('summary', { hasText: 'Blodprøvetaking' }).click();
    await page.getByRole('button', { name: 'Dette behersker jeg ikke' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Si fra' }).click();
    await dialog.getByText('Skriv en begrunnelse.').waitFor();
    await dialog.getByLabel('Begrunnelse').fill('Nytt utstyr');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Si fra' }).click();
    await page.getByText('Kan ikke gjøres nå').waitFor();
    await expectAccessible(page);
    await page.getByText('Du har sagt fra at du ikke behersker oppgaven: «Nytt utstyr»').waitFor();
  });

  it('tells in two taps why one may or may not', async () => {
    const { world, kari } = await clinic();
    await world.task('Gastroskopi', { LE: true }, { area: 'lege' });
    const page = await chromium.open('/', kari.client, { size: phone });
    await page.getByRole('link', { name: 'Kan jeg?' }).click();
    await expectAccessible(page);
    await page.getByRole('link', { name: /Gastroskopi/ }).click();
    await page.getByText('Nei, ikke nå').waitFor();
    await page.getByText('(lov eller forskrift)').first().waitFor();
    await expectAccessible(page);
  });

  it('keeps what was typed when the session has ended, and sends it after a new sign-in', async () => {
    const world = await World.create(testApp);
    const person = await world.person('Kari Moen');
    await world.engage(person.id, 'HE');
    await world.authorise(person.id, 'HE');
    const email = `kari-${person.id}@example.no`;
    const { link } = await world.manager.make('invitations', {
      email,
      personId: person.id,
      roles: ['staff'],
    });
    await world.manager.make('invitations/accept', {
      token: link.split('#')[1],
      name: 'Kari Moen',
      password: 'et-godt-passord',
    });
    const own = await world.task('Blodprøvetaking', { HE: true });
    await world.manager.make('duties', { personId: person.id, taskId: own.id, validFrom: day(-1) });
    const page = await chromium.open('/me/responsibilities');
    await page.getByRole('heading', { name: 'Logg inn i Fullmakt' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('E-post').fill(email);
    await page.getByLabel('Passord').fill('et-galt-passord');
    await page.getByRole('button', { name: 'Logg inn' }).click();
    await page.getByRole('alert').getByText('hører ikke sammen').waitFor();
    await page.getByLabel('Passord').fill('et-godt-passord');
    await page.getByRole('button', { name: 'Logg inn' }).click();
    await page.locator('summary', { hasText: 'Blodprøvetaking' }).click();
    await page.getByRole('button', { name: 'Dette behersker jeg ikke' }).click();
    await page.getByLabel('Begrunnelse').fill('Nytt utstyr');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Si fra' }).click();
    const again = page.getByRole('dialog', { name: 'Logg inn igjen' });
    await again.getByLabel('Passord').fill('et-godt-passord');
    await expectAccessible(page);
    await again.getByRole('button', { name: 'Logg inn' }).click();
    await page.getByText('Kan ikke gjøres nå').waitFor();
  });

  it('shows its shortcuts at ?, which can be turned off', async () => {
    const { kari } = await clinic();
    const page = await chromium.open('/me/responsibilities', kari.client);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Hurtigtaster' }).getByLabel('Bruk hurtigtaster').uncheck();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it.each([
    ['phone', phone],
    ['desktop', desktop],
  ])('finds people, tasks and delegations, at / from anywhere: %s', async (_name, size) => {
    const { kari } = await clinic();
    const page = await chromium.open('/me/responsibilities', kari.client, { size });
    await page.getByRole('heading', { level: 1, name: 'Mine oppgaver' }).waitFor();
    await page.keyboard.press('/');
    if (size === phone) {
      await page.getByRole('heading', { level: 1, name: 'Søk' }).waitFor();
      await page.keyboard.press('/');
    }
    await page.keyboard.type('vik');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Søk: vik' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Ansatte' }).waitFor();
    await page.getByRole('link', { name: /Intravenøs infusjon/ }).waitFor();
    await expectAccessible(page);
    await page.goto('/search?q=finnesikke');
    await page.getByText('Prøv et kortere ord').waitFor();
    await expectAccessible(page);
  });

  it('needs no scrolling sideways at 320 pixels, which is 1280 at 400 %', async () => {
    const { kari } = await clinic();
    const page = await chromium.open('/me/responsibilities', kari.client, {
      size: { width: 320, height: 256 },
    });
    await page.getByText('1 delegering venter').waitFor();
    await expectAccessible(page);
  });
});

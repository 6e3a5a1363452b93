import { startApp, type TestApp } from '../support/app.js';
import { unique, World } from '../support/world.js';
import { Chromium, desktop, expectAccessible, inBrowser, phone } from './browser.js';

const looks = [
  ['phone', { size: phone }],
  ['desktop, dark', { size: desktop, dark: true }],
] as const;

inBrowser('users of the clinic', () => {
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

  it.each(looks)(
    'signs a clinic up, says what is missing, and leads to the first steps: %s',
    async (_name, look) => {
      const page = await chromium.open('/', undefined, look);
      await page.getByRole('link', { name: 'Meld inn klinikken' }).click();
      await page.getByRole('button', { name: 'Meld inn klinikken' }).click();
      await page.getByText('Rett dette før du sender:').waitFor();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Skriv hva klinikken heter.' }).click();
      await page.keyboard.type('Havna legekontor');
      await page.getByLabel('Organisasjonsnummer').fill('123 456 789');
      await page.getByLabel('Navnet ditt').fill('Lise Leder');
      await page.getByLabel('E-post').fill(`leder-${unique()}@example.no`);
      await page.getByLabel('Passord').fill('for kort');
      await page.getByRole('button', { name: 'Meld inn klinikken' }).click();
      // What the API says of a field stands at the field and in the summary.
      await page.locator('#manager\\.password[aria-invalid]').waitFor();
      await expectAccessible(page);
      await page.getByLabel('Organisasjonsnummer').fill('');
      await page.getByLabel('Passord').fill('et langt og godt passord');
      await page.getByRole('button', { name: 'Meld inn klinikken' }).click();
      await page.getByRole('heading', { level: 2, name: 'Kom i gang: 0 av 5 steg er gjort' }).waitFor();
      await expectAccessible(page);
      await page.goto('/members');
      await page.getByRole('link', { name: 'Lise Leder' }).waitFor();
    },
  );

  it.each(looks)('invites somebody, who joins by the link: %s', async (_name, look) => {
    const world = await World.create(testApp);
    const kari = await world.person('Kari Moen');
    await world.engage(kari.id, 'HE');
    const page = await chromium.open('/invitations/new', world.manager, look);
    const email = `kari-${unique()}@example.no`;
    await page.getByLabel('E-post').fill(email);
    await page.getByRole('combobox', { name: 'Person på klinikken' }).selectOption(kari.id);
    await page.getByLabel('tilsyn').check();
    await page.getByLabel('Tilsyn til og med').fill('31.02.2099');
    await page.getByRole('button', { name: 'Lag invitasjon' }).click();
    await page.getByRole('link', { name: /Skriv en dato som finnes/ }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Tilsyn til og med').fill('31.12.2099');
    await page.getByRole('button', { name: 'Lag invitasjon' }).click();
    const link = new URL((await page.locator('code').textContent()) ?? '');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Til alle brukere' }).click();
    await page.getByRole('heading', { name: 'Invitert, men ikke kommet' }).waitFor();

    const joining = await chromium.open(link.pathname + link.hash, undefined, look);
    await joining.getByRole('heading', { level: 1, name: 'Velkommen til Fullmakt' }).waitFor();
    await expectAccessible(joining);
    await joining.getByLabel('Navn').fill('Kari Moen');
    await joining.getByLabel('Passord').fill('et langt og godt passord');
    await joining.getByRole('button', { name: 'Opprett innlogging' }).click();
    await joining.getByRole('heading', { level: 1, name: 'Mine oppgaver' }).waitFor();
    await joining.goto('/me');
    await joining.getByText('tilsyn', { exact: false }).first().waitFor();
    await joining.getByText('31.12.2099').waitFor();
    await expectAccessible(joining);
  });

  it('takes an invitation back at once', async () => {
    const world = await World.create(testApp);
    const page = await chromium.open('/invitations/new', world.manager);
    const email = `feil-${unique()}@example.no`;
    await page.getByLabel('E-post').fill(email);
    await page.getByRole('button', { name: 'Lag invitasjon' }).click();
    await page.getByRole('status').getByText(`${email} er invitert.`).waitFor();
    await page.getByRole('button', { name: 'Angre' }).click();
    await page.getByRole('heading', { level: 1, name: 'Inviter en bruker' }).waitFor();
    expect((await world.manager.read('invitations')).items).toEqual([]);
  });

  it('changes roles and removes a user, and says why the last administrator stays', async () => {
    const world = await World.create(testApp);
    await world.login('Tiril Aas', undefined, ['auditor']);
    const page = await chromium.open('/members', world.manager, { size: phone });
    const changes: string[] = [];
    page.on('request', (request) => request.method() === 'PATCH' && changes.push(request.url()));
    await page.getByRole('link', { name: 'Tiril Aas' }).click();
    await page.getByLabel('leder').check();
    await page.getByRole('button', { name: 'Lagre rollene' }).click();
    await page.getByRole('status').getByText('Rollene til Tiril Aas er endret.').waitFor();
    await page.getByRole('button', { name: 'Fjern brukeren' }).click();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Fjern brukeren' }).click();
    await page.getByRole('heading', { level: 1, name: 'Brukere', exact: true }).waitFor();
    // The dialog stands in the form of the roles, which its buttons do not send.
    expect(changes).toHaveLength(1);
    await page.getByRole('link', { name: 'Lise Leder' }).click();
    await page.getByLabel('administrator').uncheck();
    await page.getByRole('button', { name: 'Lagre rollene' }).click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
  });

  it('says at an unknown address that there is no such page', async () => {
    const world = await World.create(testApp);
    const page = await chromium.open('/finnes/ikke', world.manager, { size: phone });
    await page.getByRole('heading', { level: 1, name: 'Siden finnes ikke' }).waitFor();
    await expectAccessible(page);
  });

  it('says so when a page of its own breaks, and leaves the menu in place', async () => {
    const world = await World.create(testApp);
    const page = await chromium.open('/me', world.manager);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.route('**/api/v1/members**', (route) =>
      route.fulfill({ json: { items: [{}], nextCursor: null } }),
    );
    await page.getByRole('link', { name: 'Brukere' }).click();
    await page.getByRole('heading', { level: 1, name: 'Siden kan ikke vises' }).waitFor();
    await expectAccessible(page);
    expect(chromium.faults.splice(0)).not.toEqual([]);
    await page.unroute('**/api/v1/members**');
  });

  it('speaks nynorsk and English, remembers it, and asks the API in it', async () => {
    const world = await World.create(testApp);
    const page = await chromium.open('/me', world.manager);
    await page.getByLabel('Språk').selectOption('nn');
    await page.getByRole('heading', { level: 1, name: 'Profilen min' }).waitFor();
    await page.locator('html[lang=nn]').waitFor();
    await page.getByLabel('Språk').selectOption('en');
    await page.locator('html[lang=en]').waitFor();
    await page.goto('/members/00000000-0000-7000-8000-000000000000');
    await page.getByText('There is').first().waitFor();
    await expectAccessible(page);
  });

  it('shows nothing of one clinic in another', async () => {
    const here = await World.create(testApp);
    const email = `to-${unique()}@example.no`;
    const { link } = await here.manager.make('invitations', { email, roles: ['administrator'] });
    await here.manager.make('invitations/accept', {
      token: link.split('#')[1],
      name: 'To Steder',
      password: 'et-godt-passord',
    });
    const there = await World.create(testApp);
    const again = await there.manager.make('invitations', { email, roles: ['administrator'] });
    await there.manager.make('invitations/accept', {
      token: again.link.split('#')[1],
      name: 'To Steder',
      password: 'et-godt-passord',
    });
    await there.login('Bare Der', undefined, ['auditor']);
    const page = await chromium.open(
      '/members',
      await here.manager.with({}).signIn(email, 'et-godt-passord'),
    );
    await page.getByRole('link', { name: 'To Steder' }).waitFor();
    expect(await page.getByRole('link', { name: 'Bare Der' }).count()).toBe(0);
    await page.getByLabel('Virksomhet').selectOption(there.clinicId);
    await page.getByRole('link', { name: 'Bare Der' }).waitFor();
    await expectAccessible(page);
  });
});

import type { Page } from 'playwright-core';
import request from 'supertest';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { day, World } from '../support/world.js';
import { Chromium, desktop, inBrowser, phone } from './browser.js';

/** Kari of a clinic of her own, with a duty of that name. */
async function kariOf(testApp: TestApp, task: string) {
  const world = await World.create(testApp);
  const kari = await world.colleague('Kari Moen', 'HE');
  const { id: taskId } = await world.task(task, { HE: true });
  await world.manager.make('duties', { personId: kari.id, taskId, validFrom: day(-1) });
  return { world, kari };
}

describe('the first page, made for its reader', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startApp();
  });
  afterAll(() => testApp?.close());

  const page = (path: string, client?: Client, cookies = '') =>
    request(testApp.app.getHttpServer())
      .get(path)
      .set({ Accept: 'text/html', Cookie: `${client?.headers.Cookie ?? 'none=1'}${cookies}` });

  it('holds what the reader may see and nobody else, however many ask at once and in whatever language', async () => {
    const clinics = await Promise.all(
      ['Blodprøve A', 'Blodprøve B', 'Blodprøve C'].map((task) => kariOf(testApp, task)),
    );
    const headings = { nb: 'Mine oppgaver', nn: 'Mine oppgåver', en: 'My tasks' };
    const asked = Array.from({ length: 8 }, () => clinics).flat();
    await Promise.all(
      asked.map(async ({ kari }, i) => {
        const language = (['nb', 'nn', 'en'] as const)[(i % 5) % 3] ?? 'nb';
        const { text, headers } = await page(
          '/me/responsibilities',
          kari.client,
          `; fullmakt-language=${language}`,
        );
        expect(text).toContain(`<html lang="${language}" class="light">`);
        expect(text).toMatch(new RegExp(`<h1[^>]*>${headings[language]}</h1>`));
        expect([...new Set(text.match(/Blodprøve [ABC]/g))]).toEqual([`Blodprøve ${'ABC'[i % 3]}`]);
        expect([headers['cache-control'], headers.vary]).toEqual(['no-store', 'Accept-Encoding, Cookie']);
      }),
    );
  });

  it('says nothing to whoever is not signed in, but where to sign in', async () => {
    for (const path of ['/me/responsibilities', '/log', '/people/00000000-0000-7000-8000-000000000000']) {
      const { status, text } = await page(path);
      expect([status, text]).toEqual([200, expect.stringMatching(/<h1[^>]*>Logg inn i Fullmakt<\/h1>/)]);
    }
  });

  it.each(['/clinics/new', '/invitation'])('leaves to the browser what is for anybody: %s', async (path) => {
    expect((await page(path)).text).not.toContain('id="answers"');
  });

  it.each(['/me/responsibilities?basis=%00', '/matrix?at=%41', '/matrix?area=nowhere', '/log?type=x'])(
    'is whole, or left to the browser: %s',
    async (path) => {
      const { world } = await kariOf(testApp, 'Blodprøve');
      const { status, text } = await page(path, world.manager);
      expect([status, text.includes('id="answers"')]).toEqual([200, /<h1/.test(text)]);
    },
  );

  it('leads everybody home from the bare address', async () => {
    const { world, kari } = await kariOf(testApp, 'Blodprøve');
    expect((await page('/', kari.client)).headers.location).toBe('/me/responsibilities');
    expect((await page('/', world.manager)).headers.location).toBe('/overview');
  });

  it('lets no name that somebody has written become a part of the page', async () => {
    const name = `</script><script src="x"></script><!-- $& $1 "'`;
    const { kari } = await kariOf(testApp, name);
    const { text } = await page('/me/responsibilities', kari.client);
    const [, answers = ''] = /<script type="application\/json" id="answers">(.*)<\/script>/.exec(text) ?? [];
    expect(JSON.stringify(JSON.parse(answers))).toContain(JSON.stringify(name).slice(1, -1));
    expect(text.match(/<script/g)).toHaveLength(2);
    expect(text).toContain('&lt;/script&gt;&lt;script src=&quot;x&quot;&gt;');
  });

  it('holds no script, no style and no address of another host', async () => {
    const { world, kari } = await kariOf(testApp, 'Blodprøve');
    const pages = await Promise.all([
      page('/'),
      page('/me/responsibilities', kari.client),
      ...['/overview', '/matrix', '/delegations/new', '/log', '/members'].map((path) =>
        page(path, world.manager),
      ),
    ]);
    const notOurs =
      /<script(?! type="module" crossorigin src="\/assets|\s*type="application\/json" id)|<style|style="|\son\w+="/;
    for (const { text } of pages) {
      expect(text).not.toMatch(notOurs);
      expect(text.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
        /(src|href)="(https?:|\/\/)/,
      );
    }
  });

  it('is dark for those who saw it dark the last time', async () => {
    expect((await page('/', undefined, '; fullmakt-shown=dark')).text).toContain(
      '<html lang="nb" class="dark">',
    );
    expect((await page('/', undefined, '; fullmakt-shown="><script>')).text).toContain('class="light"');
  });
});

/** The page stays asleep until what this gives is called. */
async function holdScripts(page: Page): Promise<() => void> {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/assets/react-*.js', async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

inBrowser('the first page comes to life', () => {
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

  it('can be read without any script', async () => {
    const { kari } = await kariOf(testApp, 'Blodprøvetaking');
    const page = await chromium.open('/', kari.client, { size: phone, scripts: false });
    await page.getByRole('heading', { level: 1, name: 'Mine oppgaver' }).waitFor();
    await page.locator('summary', { hasText: 'Blodprøvetaking' }).getByText('Egen oppgave').waitFor();
    await page.getByRole('link', { name: 'Kan jeg?' }).waitFor();
  });

  it.each([
    ['/me/responsibilities', phone],
    ['/overview', phone],
    ['/delegations/new', phone],
    ['/matrix', phone],
    ['/matrix', desktop],
    ['/log', desktop],
  ])('goes on where the server stopped, and asks nothing twice: %s', async (path, size) => {
    const { world, kari } = await kariOf(testApp, 'Blodprøvetaking');
    const client = path.startsWith('/me') ? kari.client : world.manager;
    const page = await chromium.open('/clinics/new', undefined, { size });
    await page.context().addCookies([cookieOf(client, chromium.address)]);
    const asked: string[] = [];
    page.on('request', (one) => asked.push(new URL(one.url()).pathname));
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const large = path === '/matrix' ? ['/api/v1/matrix'] : [];
    expect(asked.filter((one) => one.startsWith('/api/'))).toEqual(large);
  });

  it('keeps what was typed before the scripts came', async () => {
    const page = await chromium.open('/clinics/new');
    const letGo = await holdScripts(page);
    const arrived = page.goto('/', { waitUntil: 'commit' });
    await page.getByLabel('E-post').fill('kari@klinikk.example');
    await page.getByLabel('Passord').fill('et-godt-passord');
    await page.getByRole('button', { name: 'Logg inn' }).click();
    expect(new URL(page.url()).search).toBe('');
    letGo();
    await arrived;
    expect(await page.getByLabel('E-post').inputValue()).toBe('kari@klinikk.example');
    await page.getByRole('button', { name: 'Logg inn' }).click();
    await page.getByText('E-postadressen og passordet hører ikke sammen').waitFor();
  });

  it('keeps what was typed into the search before the page was awake', async () => {
    const { world } = await kariOf(testApp, 'Blodprøvetaking');
    const page = await chromium.open('/overview', world.manager, { size: desktop });
    const letGo = await holdScripts(page);
    const arrived = page.goto('/overview', { waitUntil: 'commit' });
    const search = page.getByRole('banner').getByRole('searchbox');
    await search.fill('Blodprøve');
    letGo();
    await arrived;
    await page.locator('html[data-awake]').waitFor({ state: 'attached' });
    expect(await search.inputValue()).toBe('Blodprøve');
    await search.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Blodprøve' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Oversikt' }).waitFor();
    expect(await search.inputValue()).toBe('');
  });

  it.each(['/matrix?at=2026-13-45', '/log?from=2026-13-45', '/review?day=2026-13-45'])(
    'says which day no calendar has: %s',
    async (path) => {
      const { world } = await kariOf(testApp, 'Blodprøvetaking');
      const page = await chromium.open(path, world.manager);
      await page.getByText('Skriv en dato som finnes').first().waitFor();
      const typed = await page.evaluate<string[]>(
        '[...document.querySelectorAll("input")].map(({ value }) => value)',
      );
      expect(typed).toContain('45.13.2026');
    },
  );

  it('comes in the language that was chosen before', async () => {
    const page = await chromium.open('/');
    await page.getByLabel('Språk').selectOption('English');
    await page.getByRole('heading', { level: 1, name: 'Sign in to Fullmakt' }).waitFor();
    const answer = await page.reload();
    expect(await answer?.text()).toMatch(/<html lang="en".*<h1[^>]*>Sign in to Fullmakt/s);
    // Browsers forget what scripts have told them to keep: it is told again.
    await page.context().clearCookies();
    await page.reload();
    expect(await (await page.reload())?.text()).toContain('<html lang="en"');
  });
});

function cookieOf({ headers }: Client, url: string) {
  const [name = '', value = ''] = headers.Cookie?.split('=', 2) ?? [];
  return { name, value, url };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { outside } from '../support/outside.js';
import { root } from '../support/product.js';

/** Debian's shell for tests first: the same engine without a window's trappings costs the machine half as much. */
const program = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
  .map((name) => `/usr/bin/${name}`)
  .find(existsSync);

/** Without a browser the journeys are skipped, for all to see; where REQUIRE_BROWSER is set, they fail. */
export const inBrowser = program || process.env.REQUIRE_BROWSER ? describe : describe.skip;

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

interface Look {
  readonly size?: { width: number; height: number };
  readonly dark?: boolean;
  readonly scripts?: boolean;
}

/** A real Chromium on the real server: whatever goes wrong in a page is kept, and must be nothing. */
export class Chromium {
  private readonly contexts: BrowserContext[] = [];
  readonly faults: string[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly address: string,
  ) {}

  static async at({ app }: TestApp): Promise<Chromium> {
    if (!program) throw new Error('No Chromium on this machine: apt-get install chromium');
    const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];
    const address = new URL(await app.getUrl());
    address.hostname = 'localhost';
    const { chromium } = await outside.open('browsers');
    return new Chromium(await chromium.launch({ executablePath: program, args }), address.origin);
  }

  /** A window of its own, with the session of that client if one is given. */
  async open(
    path: string,
    client?: Client,
    { size = desktop, dark = false, scripts = true }: Look = {},
  ): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: size,
      colorScheme: dark ? 'dark' : 'light',
      locale: 'nb-NO',
      timezoneId: 'America/New_York',
      reducedMotion: 'reduce',
      javaScriptEnabled: scripts,
      baseURL: this.address,
    });
    this.contexts.push(context);
    const [name, value] = client?.headers.Cookie?.split('=', 2) ?? [];
    if (name && value) await context.addCookies([{ name, value, url: this.address }]);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    this.watch(page);
    if (scripts) awaited(page);
    await page.goto(path);
    return page;
  }

  /** Errors in the console, violations of the policy, broken scripts, and requests to any other host. */
  private watch(page: Page): void {
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // The browser itself reports every answer of 400 and above; those the tests look at in the page.
      if (message.type() === 'error' && !/^Failed to load resource/.test(message.text()))
        this.faults.push(`${page.url()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(this.address)) this.faults.push(`asked ${request.url()}`);
    });
  }

  async closeWindows(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** A page can be read before it can be worked with; whoever tests its keys has seen that it can. */
function awaited(page: Page): void {
  const awake = () => page.locator('html[data-awake]').waitFor({ state: 'attached' });
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...asked) => {
    const answer = await goto(...asked);
    await awake();
    return answer;
  };
  page.reload = async (...asked) => {
    const answer = await reload(...asked);
    await awake();
    return answer;
  };
}

/** What is touched is at least 44 pixels high, but for links inside sentences. */
export async function expectThumbs(page: Page): Promise<void> {
  const small = await page.evaluate<
    string[]
  >(`[...document.querySelectorAll('a, button, summary, select, input')]
    .filter((it) => it.checkVisibility() && !it.closest('p') && it.getBoundingClientRect().top >= 0)
    .filter((it) => it.getBoundingClientRect().height < 44 && !it.matches('[type=checkbox], [type=radio]'))
    .map((it) => it.outerHTML.slice(0, 120))`);
  expect(small).toEqual([]);
}

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

const judged: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  resultTypes: ['violations'],
};

/** In the page, so that only what is wrong is carried out of it: all that axe found is a hundred times as much. */
const faults = `axe.run(document, ${JSON.stringify(judged)}).then(({ violations }) => violations.map(({ id, nodes }) =>
  id + ': ' + nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary).join(' | ')))`;

/** WCAG 2.2 A and AA as far as axe can tell, and nothing that must be scrolled to sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // A document that was judged before still has it.
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe);
  expect(await page.evaluate<string[]>(faults)).toEqual([]);
  expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth')).toBe(
    true,
  );
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/**
 * Pictures of the main screens, from the product itself with its demo clinic, into docs/screens.
 * `node scripts/screens.js my-tasks` takes only those whose name begins so. `--dark` takes them dark.
 */
const screens = [
  { name: 'sign-in', path: '/' },
  { name: 'my-tasks', as: 'kari', path: '/me/responsibilities' },
  { name: 'my-task', as: 'kari', path: '/me/responsibilities', open: 'Intravenøs' },
  { name: 'delegation-to-answer', as: 'kari', path: '/me/responsibilities', follow: 'aksinasjon' },
  { name: 'may-i', as: 'kari', path: '/decisions' },
  { name: 'may-i-no', as: 'kari', path: '/decisions?q=allergi', follow: 'llergi' },
  { name: 'delegate', as: 'lege', path: '/delegations/new' },
  { name: 'delegations', as: 'lege', path: '/delegations' },
  { name: 'delegation', as: 'kari', path: '/delegations', follow: 'Intravenøs' },
  { name: 'approvals', as: 'leder', path: '/approvals' },
  { name: 'teaching', as: 'leder', path: '/teaching' },
  { name: 'teaching-event', as: 'leder', path: '/teaching?part=past', follow: 'HLR' },
  { name: 'teaching-plan', as: 'leder', path: '/teaching/new' },
  { name: 'teaching-mine', as: 'kari', path: '/teaching', follow: 'audiometer' },
  { name: 'training-plans', as: 'leder', path: '/training-plans' },
  { name: 'training-plan', as: 'elev', path: '/training-plans', follow: 'Praksis' },
  { name: 'training-plan-make', as: 'kari', path: '/training-plans/new' },
  { name: 'overview', as: 'leder', path: '/overview' },
  { name: 'people', as: 'leder', path: '/people' },
  { name: 'person', as: 'leder', path: '/people', follow: 'Kari Moen' },
  { name: 'authorisations', as: 'leder', path: '/people', follow: 'Anders Vik', choose: 'Autorisasjon' },
  { name: 'role-descriptions', as: 'leder', path: '/role-descriptions' },
  { name: 'role-description', as: 'leder', path: '/role-descriptions', follow: 'elsesekretær' },
  { name: 'adapt-role', as: 'leder', path: '/role-descriptions', follow: ['elsesekretær', '^Tilpass$'] },
  { name: 'role-changes', as: 'leder', path: '/role-descriptions', follow: ['elsesekretær', 'har endret'] },
  { name: 'templates', as: 'leder', path: '/catalogue/role-descriptions' },
  { name: 'tasks', as: 'leder', path: '/tasks' },
  { name: 'task', as: 'leder', path: '/tasks', follow: 'EKG' },
  { name: 'requirements', as: 'leder', path: '/tasks', follow: ['EKG', 'Endre kompetansekravene'] },
  { name: 'clinic', as: 'leder', path: '/clinic' },
  { name: 'duties', as: 'leder', path: '/duties' },
  { name: 'assign-duties', as: 'leder', path: '/role-descriptions', follow: ['elsesekretær', 'Tildel'] },
  { name: 'matrix', as: 'leder', path: '/matrix?area=skiftestue' },
  { name: 'matrix-competences', as: 'leder', path: '/matrix?of=competences' },
  { name: 'needs', as: 'leder', path: '/needs' },
  { name: 'coverage', as: 'leder', path: '/coverage' },
  { name: 'competences', as: 'leder', path: '/competences?of=national' },
  { name: 'competence-records', as: 'leder', path: '/competence-records' },
  { name: 'competence-record', as: 'leder', path: '/competence-records', follow: 'smittevern' },
  { name: 'import', as: 'leder', path: '/competence-records/import' },
  { name: 'abstentions', as: 'leder', path: '/abstentions' },
  { name: 'emergency', as: 'leder', path: '/emergencies' },
  { name: 'my-competence', as: 'kari', path: '/me/competence' },
  { name: 'log', as: 'tilsyn', path: '/log' },
  { name: 'review', as: 'tilsyn', path: '/review' },
  { name: 'api-tokens', as: 'leder', path: '/api-tokens' },
  { name: 'members', as: 'leder', path: '/members' },
  { name: 'invite', as: 'leder', path: '/invitations/new' },
  { name: 'sign-up', path: '/clinics/new' },
  { name: 'profile', as: 'kari', path: '/me' },
];

const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };
const password = 'fullmakt-demo-2026';
const [wanted = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const dark = process.argv.includes('--dark');
const folder = dark ? join(tmpdir(), 'fullmakt-screens-dark') : 'docs/screens';

async function freePort() {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

async function started(port, dataDir) {
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', DEMO: 'true' };
  const product = spawn(process.execPath, ['dist/src/main.js'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const text of product.stdout) if (/tilsyn@demo\.example/.test(text)) break;
  return product;
}

async function picture(browser, address, { name, as, path, open, follow, choose }, [size, viewport]) {
  const context = await browser.newContext({
    viewport,
    baseURL: address,
    locale: 'nb-NO',
    ...(size === 'phone' && { deviceScaleFactor: 2, isMobile: true, hasTouch: true }),
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (as) await page.request.post('/api/v1/session', { data: { email: `${as}@demo.example`, password } });
  await page.goto(path, { waitUntil: 'networkidle' });
  if (open) await page.locator('summary', { hasText: open }).first().click();
  for (const name of [follow ?? []].flat())
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(name) })
      .first()
      .click();
  // Another page takes the focus when it has come; a link within the page does not.
  if (follow)
    await page
      .locator('h1:focus')
      .waitFor({ timeout: 3000 })
      .catch(() => undefined);
  if (choose) await page.getByRole('tab', { name: choose }).click();
  await page.waitForLoadState('networkidle');
  // What is still being fetched is no picture of a screen.
  await page.locator('.aksel-skeleton, .aksel-loader').first().waitFor({ state: 'detached' });
  await page.screenshot({ path: join(folder, `${name}-${size}.png`) });
  await context.close();
}

const dataDir = mkdtempSync(join(tmpdir(), 'fullmakt-screens-'));
const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
if (!executablePath) throw new Error('No Chromium on this machine: apt-get install chromium');
mkdirSync(folder, { recursive: true });
const port = await freePort();
const product = await started(port, dataDir);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const screen of screens.filter(({ name }) => name.startsWith(wanted)))
    for (const size of Object.entries(sizes))
      await picture(browser, `http://localhost:${port}`, screen, size);
} finally {
  await browser.close();
  product.kill('SIGTERM');
  await once(product, 'close');
  rmSync(dataDir, { recursive: true, force: true });
}

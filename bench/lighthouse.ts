import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answering, freePort, root } from './children.ts';

/** Not a dependency: only the bench wants it, and it is larger than all that the product has. */
const lighthouse = 'lighthouse@13.5.0';
const categories = ['performance', 'accessibility', 'best-practices'] as const;
/** One run differs from the next by several points on two cores: the one in the middle counts, as Lighthouse itself advises. */
const runs = 3;
const password = 'fullmakt-demo-2026';

const pages = [
  { path: '/', as: null },
  { path: '/me/responsibilities', as: 'kari' },
  { path: '/delegations/new', as: 'lege' },
  { path: '/matrix', as: 'leder' },
] as const;

export interface Judged {
  readonly title: string;
  /** Of 100, in the order of the categories. */
  readonly scores: readonly number[];
  /** Milliseconds until the largest part is shown, on the profile that Lighthouse simulates. */
  readonly shown: number;
}

/** Lighthouse's judgement of the main screens of the demo clinic, on a desktop and on a slow phone. */
export async function lighthouseScores(): Promise<Judged[]> {
  const browser = ['chromium', 'chromium-headless-shell', 'google-chrome']
    .map((name) => `/usr/bin/${name}`)
    .find(existsSync);
  if (!browser) throw new Error('No Chromium on this machine: apt-get install chromium');
  const folder = mkdtempSync(join(tmpdir(), 'fullmakt-bench-'));
  const port = await freePort();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: folder, DEMO: 'true', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const gone = once(child, 'close');
  const loaded = new Promise<void>((resolve) => {
    child.stdout.on('data', (text) => /tilsyn@demo\.example/.test(String(text)) && resolve());
  });
  try {
    await answering(child, `http://127.0.0.1:${port}/health/ready`);
    await Promise.race([loaded, gone]);
    const judged: Judged[] = [];
    for (const { path, as } of pages) {
      const cookie = as && (await signedIn(port, as));
      for (const profile of ['phone', 'desktop'] as const)
        judged.push(
          middle(browser, `http://localhost:${port}${path}`, cookie, profile, `${path} (${profile})`),
        );
    }
    return judged;
  } finally {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function signedIn(port: number, name: string): Promise<string> {
  const address = `http://localhost:${port}`;
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: address },
    body: JSON.stringify({ email: `${name}@demo.example`, password }),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (!cookie) throw new Error(`${name} was not signed in: ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

function middle(...asked: Parameters<typeof judge>): Judged {
  const all = Array.from({ length: runs }, () => judge(...asked));
  return all.toSorted(byPerformance)[(runs - 1) / 2] as Judged;
}

const byPerformance = ({ scores: [a = 0] }: Judged, { scores: [b = 0] }: Judged): number => a - b;

function judge(
  browser: string,
  url: string,
  cookie: string | null,
  profile: 'phone' | 'desktop',
  title: string,
): Judged {
  const text = execFileSync(
    'npx',
    [
      '--yes',
      lighthouse,
      url,
      '--quiet',
      '--output=json',
      `--only-categories=${categories.join(',')}`,
      '--chrome-flags=--headless --no-sandbox',
      ...(profile === 'desktop' ? ['--preset=desktop'] : []),
      ...(cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []),
    ],
    { encoding: 'utf8', env: { ...process.env, CHROME_PATH: browser }, maxBuffer: 100_000_000 },
  );
  const report = JSON.parse(text) as Report;
  const scores = categories.map((name) => Math.round((report.categories[name]?.score ?? 0) * 100));
  return { title, scores, shown: report.audits['largest-contentful-paint']?.numericValue ?? Number.NaN };
}

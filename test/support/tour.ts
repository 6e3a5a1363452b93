import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { freePort, Program, Scratch } from './product.js';

/** Something to type, and what the README shows beneath it. */
export interface Step {
  readonly script: string;
  readonly shown: string;
}

export const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** What stands between a heading of the second level and the next. */
export function section(title: string): string {
  const found = readme.split(/^## /m).find((part) => part.startsWith(`${title}\n`));
  if (found === undefined) throw new Error(`README.md has no section "${title}"`);
  return found;
}

const fence = /^```(\w+)\n(.*?)^```$/gms;

/** Every block of shell in order; the text that follows is its answer, and without one it must print nothing. */
export function stepsOf(text: string): Step[] {
  const blocks = [...text.matchAll(fence)].map(([, language = '', content = '']) => ({ language, content }));
  return blocks.flatMap(({ language, content }, at): Step[] => {
    if (language !== 'sh') return [];
    const next = blocks[at + 1];
    return [{ script: content, shown: next?.language === 'text' ? next.content : '' }];
  });
}

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
const moment = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

/** Ids and moments are new each time; everything else must be as the README says. */
export const comparable = (output: string): string =>
  output.replace(uuid, 'an id').replace(moment, 'a moment').trim();

const end = '--- end of step ---';

/** Runs the scripts as one who types them into the same shell, and gives what each one printed, errors included. */
export function typed(scripts: readonly string[], folder: string): string[] {
  const whole = scripts.map((script) => `${script}\necho '${end}'\n`).join('');
  const { stdout, stderr, error } = spawnSync('bash', ['-c', `exec 2>&1\n${whole}`], {
    cwd: folder,
    encoding: 'utf8',
    // What npm thinks of this machine's settings is no answer of ours.
    env: { ...process.env, npm_config_loglevel: 'error' },
    timeout: 50_000,
  });
  if (error) throw new Error(`bash did not get to the end of the tour: ${error.message}\n${stdout}${stderr}`);
  return stdout.split(`${end}\n`);
}

export function requireCurl(): void {
  if (spawnSync('curl', ['--version']).error) {
    throw new Error(
      'The tour of the README is run with curl, which this machine lacks: apt-get install curl',
    );
  }
}

export interface Started {
  readonly address: string;
  /** Everything it printed until it was ready. */
  readonly printed: string;
  readonly folder: string;
  stop(): Promise<void>;
}

/** The built product as its users start it: a process of its own, the embedded database in a new folder, the demo clinic. */
export async function startProduct(): Promise<Started> {
  const scratch = new Scratch();
  const port = await freePort();
  const product = Program.product({ PORT: String(port), DATA_DIR: scratch.path('data') });
  const stop = async () => {
    await product.end('SIGTERM');
    scratch.remove();
  };
  try {
    // As in the product's own folder, where npx finds it.
    mkdirSync(scratch.path('node_modules/.bin'), { recursive: true });
    symlinkSync(resolve('dist/src/cli/fullmakt.js'), scratch.path('node_modules/.bin/fullmakt'));
    // The last line of the announcement.
    await product.says(/tilsyn@demo\.example.*\n/);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `http://localhost:${port}`, printed: product.output, folder: scratch.folder, stop };
}

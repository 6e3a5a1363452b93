import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Something to type, and what the README shows beneath it. */
export interface Step {
  readonly script: string;
  readonly shown: string;
  readonly form: 'text' | 'json';
}

export const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** What stands between a heading of the second level and the next. */
export function section(title: string): string {
  const found = readme.split(/^## /m).find((part) => part.startsWith(`${title}\n`));
  if (found === undefined) throw new Error(`README.md has no section "${title}"`);
  return found;
}

const fence = /^```(\w+)\n(.*?)^```$/gms;

/** Every block of shell in order; what follows it as text or JSON is its answer, and without one it must print nothing. */
export function stepsOf(text: string): Step[] {
  const blocks = [...text.matchAll(fence)].map(([, language = '', content = '']) => ({ language, content }));
  return blocks.flatMap(({ language, content }, at): Step[] => {
    if (language !== 'sh') return [];
    const next = blocks[at + 1];
    const answered = next?.language === 'text' || next?.language === 'json';
    return [
      {
        script: content,
        shown: answered ? next.content : '',
        form: next?.language === 'json' ? 'json' : 'text',
      },
    ];
  });
}

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
const moment = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

/** Ids and moments are new each time; everything else must be as the README says. */
export const comparable = (output: string, form: Step['form']): unknown => {
  const masked = output.replace(uuid, 'an id').replace(moment, 'a moment').trim();
  return form === 'json' ? JSON.parse(masked) : masked;
};

const end = '--- end of step ---';

/** Runs the scripts as one who types them into the same shell, and gives what each one printed, errors included. */
export function typed(scripts: readonly string[], folder: string): string[] {
  const whole = scripts.map((script) => `${script}\necho '${end}'\n`).join('');
  const { stdout, stderr, error } = spawnSync('bash', ['-c', `exec 2>&1\n${whole}`], {
    cwd: folder,
    encoding: 'utf8',
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
  const folder = mkdtempSync(join(tmpdir(), 'fullmakt-tour-'));
  const port = await freePort();
  const { PATH } = process.env;
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: { PATH, PORT: String(port), DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { address: `http://localhost:${port}`, printed: await announcement(child), folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Its last line is the auditor's sign-in; a process that ends before has failed. */
function announcement(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const heard = (chunk: Buffer) => {
      printed += chunk.toString();
      if (/tilsyn@demo\.example.*\n/.test(printed)) resolve(printed);
    };
    child.stdout?.on('data', heard);
    child.stderr?.on('data', heard);
    child.once('exit', (code) => reject(new Error(`it ended with ${code} and said: ${printed}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}

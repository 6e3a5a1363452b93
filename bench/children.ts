import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publicUrl } from './load.ts';
import type { Route } from './statements.ts';

export const root = join(import.meta.dirname, '..');

/** A server in a process of its own. */
export interface Server {
  readonly port: number;
  /** Resident memory, MB. */
  memory(): number;
  stop(): Promise<void>;
}

const { newKeyLine } = (await import(new URL('../dist/src/log/signing-key.js', import.meta.url).href)) as {
  newKeyLine(): string;
};
/** One for the whole run: a product that is started again goes on with the logs of the one before. */
const signingKey = newKeyLine();

/** The product as users run it, its log thrown away; ready when it says so. */
export async function startProduct(databaseUrl: string): Promise<Server> {
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: 'info',
    LOG_SIGNING_KEY: signingKey,
    TZ: 'UTC',
  };
  const child = spawn(process.execPath, [...profiling, ...startArguments()], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  await answering(child, `http://127.0.0.1:${port}/health/ready`);
  return serverOf(child, port);
}

/** What `npm start` gives to node. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const [node, ...rest] = scripts.start.split(' ');
  if (node !== 'node') throw new Error(`npm start does not begin with node: ${scripts.start}`);
  return rest;
}

/** BENCH_PROFILE names a folder for V8's CPU profiles of the product. */
const profiling = process.env.BENCH_PROFILE
  ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
  : [];

export async function startFloor(
  databaseUrl: string,
  routes: readonly Route[],
  folder: string,
): Promise<Server> {
  const port = await freePort();
  const file = join(folder, `routes-${port}.json`);
  writeFileSync(file, JSON.stringify(routes));
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./floor.ts', import.meta.url)), file, databaseUrl, String(port)],
    {
      env: { ...process.env, TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  running.add(child);
  await answering(child, `http://127.0.0.1:${port}/`);
  rmSync(file);
  return serverOf(child, port);
}

/** Whatever happens to the bench, nothing it started outlives it. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

function serverOf(child: ChildProcess, port: number): Server {
  return {
    port,
    memory: () =>
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    stop: () => stopped(child),
  };
}

/** SIGTERM, and back when the process has gone. */
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Back when the address answers at all, or, for /health/ready, answers 200; fails if the process ends instead. */
export async function answering(child: ChildProcess, address: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null)
      throw new Error(`ended with ${child.exitCode} before it answered at ${address}`);
    const status = await fetch(address).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200 || (status !== 0 && !address.endsWith('/ready'))) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

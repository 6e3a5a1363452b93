import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answering, freePort, root } from './children.ts';

/** Seconds from `npm start` until /health/ready answers 200, with the embedded database: a new data folder, then the same again. */
export async function startUpTimes(): Promise<{ fresh: number; again: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'fullmakt-bench-'));
  try {
    return { fresh: await startOnce(folder), again: await startOnce(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(dataDir: string): Promise<number> {
  const port = await freePort();
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...inherited } = process.env;
  const started = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...inherited, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  // npm may go before what it started; its output closes when the last of them has gone.
  const gone = once(child, 'close');
  // The demo clinic is loaded after /health/ready; stopping in the midst of it would leave its rest to the second start.
  const announced = new Promise<void>((resolve) => {
    child.stdout.on('data', (text) => String(text).includes('is running at') && resolve());
  });
  try {
    await answering(child, `http://127.0.0.1:${port}/health/ready`);
    const seconds = (performance.now() - started) / 1000;
    await Promise.race([announced, gone]);
    return seconds;
  } finally {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await gone;
  }
}

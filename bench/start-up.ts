import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answering, freePort, root, stopped } from './children.ts';

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
  });
  await answering(child, `http://127.0.0.1:${port}/health/ready`);
  const seconds = (performance.now() - started) / 1000;
  // The demo clinic is loaded after that; stopping in the midst of it would make the second start finish it.
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (text) => String(text).includes('is running at') && resolve());
  });
  await stopped(child);
  return seconds;
}

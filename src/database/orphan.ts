import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StartError } from './start-error.js';

/**
 * After a crash the server may live on without us, and its pid file hinders the next start.
 * If another living Fullmakt uses the folder, we leave it alone and say so; an orphan is stopped; a stale file is removed.
 */
export async function stopOrphan(cluster: string, adminUrl: (port: number) => string, livingLock: number): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (!pid || !isServerOf(pid, cluster)) {
    rmSync(file, { force: true });
    return;
  }
  if (port && (await isInUse(adminUrl(port), livingLock))) {
    throw new StartError(`Fullmakt is already running on ${join(cluster, '..')}: stop it, or set DATA_DIR to another folder.`);
  }
  await stop(pid, cluster);
  rmSync(file, { force: true });
}

/** The pid may have been given to something else since: on Linux the process itself says what it is. */
function isServerOf(pid: number, cluster: string): boolean {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
    } catch {
      return false;
    }
  }
  return signal(pid, 0);
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isInUse(url: string, livingLock: number): Promise<boolean> {
  const db = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  db.on('error', () => undefined);
  try {
    await db.connect();
    const { rows } = await db.query<{ free: boolean }>('select pg_try_advisory_lock($1) free', [livingLock]);
    return rows[0]?.free === false;
  } catch {
    return false;
  } finally {
    await db.end().catch(() => undefined);
  }
}

/** Fast first; at once if it hangs. Its write-ahead log makes both safe. */
async function stop(pid: number, cluster: string): Promise<void> {
  for (const [name, patience] of [['SIGINT', 10_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    signal(pid, name);
    for (const until = Date.now() + patience; Date.now() < until; ) {
      if (!isServerOf(pid, cluster)) return;
      await new Promise((again) => setTimeout(again, 20));
    }
  }
  throw new StartError(`The database process ${pid} of an earlier run cannot be stopped: stop it by hand.`);
}

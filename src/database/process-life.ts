import { readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './start-error.js';

/** Is there a running process of this number, whoever it belongs to? One that has ended and is not yet collected is gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return !/\) Z /.test(procFile(pid, 'stat') ?? '');
}

/**
 * Is this process a PostgreSQL server on this folder? Numbers are used again: after a crash it may be anything.
 * Without /proc to look into, a living process is taken to be one; asking it decides.
 */
export function servesFolder(pid: number, folder: string): boolean {
  const name = procFile(pid, 'comm')?.trim();
  if (name === undefined) return process.platform !== 'linux' && isAlive(pid);
  if (name !== 'postgres') return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return (procFile(pid, 'cmdline') ?? '').split('\0').includes(folder);
  }
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** Waits until the process is gone; false if it is still there after `ms`. */
async function goneWithin(pid: number, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; isAlive(pid); await pause(25)) {
    if (Date.now() > end) return false;
  }
  return true;
}

/**
 * Ends a PostgreSQL server: SIGINT rolls open transactions back and closes the files,
 * SIGQUIT after `ms` leaves the rest to the next start's recovery; committed work is kept either way.
 */
export async function endServer(pid: number, ms = 10_000): Promise<boolean> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return true;
    process.kill(pid, signal);
    if (await goneWithin(pid, ms)) return true;
  }
  return false;
}

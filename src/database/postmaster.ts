import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, servesFolder } from './process-life.js';
import { codeOf } from './start-error.js';

/** What a server writes about itself in its folder. */
export interface Postmaster {
  readonly pid: number;
  /** Absent in the first moments of a server. */
  readonly port: number | undefined;
  readonly ready: boolean;
}

const fileOf = (folder: string): string => join(folder, 'postmaster.pid');

export async function readPostmaster(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(fileOf(folder), 'utf8').catch((error) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return pid ? { pid, port: Number(lines[3]) || undefined, ready: lines[7]?.trim() === 'ready' } : undefined;
}

/** The living server on this folder; a file that names some other process is put away, as PostgreSQL would stop at it. */
export async function livingPostmaster(folder: string): Promise<Postmaster | undefined> {
  const postmaster = await readPostmaster(folder);
  if (!postmaster || !isAlive(postmaster.pid)) return undefined;
  if (servesFolder(postmaster.pid, folder)) return postmaster;
  await rm(fileOf(folder), { force: true });
  return undefined;
}

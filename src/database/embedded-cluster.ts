import { randomBytes } from 'node:crypto';
import { chown, link, mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPrograms, type Programs } from './embedded-programs.js';
import { isAlive } from './process-life.js';
import { codeOf, StartError } from './start-error.js';

export const adminRole = 'postgres';
export const ownerRole = 'fullmakt_owner';
export const appRole = 'fullmakt_app';

interface Passwords {
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
}

/** A cluster on disk, ready to be served. */
export interface Cluster {
  readonly folder: string;
  readonly passwords: Passwords;
  readonly programs: Programs;
}

/**
 * The cluster of a data folder, made at the first start.
 * It is made beside its place and moved there whole: a crash on the way leaves nothing that the next start trips over.
 */
export async function openCluster(dataDir: string, signal?: AbortSignal): Promise<Cluster> {
  await mkdir(dataDir, { recursive: true });
  const home = await realpath(dataDir);
  const folder = join(home, 'postgres');
  await removeAbandoned(home);
  const version = await versionOf(folder);
  const passwords = await passwordsOf(join(home, 'postgres-passwords.json'), version !== null);
  const programs = await findPrograms(home, folder);
  if (version === null) await makeCluster(home, folder, programs, passwords.admin, signal);
  return { folder, passwords, programs };
}

async function versionOf(folder: string): Promise<string | null> {
  try {
    const version = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
    if (version === '18') return version;
    throw new StartError(
      `${folder} was made by PostgreSQL ${version}, not 18: move it away, or set DATA_DIR to another folder.`,
    );
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function passwordsOf(file: string, needed: boolean): Promise<Passwords> {
  if (!needed) await writeOnce(file, JSON.stringify({ admin: secret(), owner: secret(), app: secret() }));
  const text = await readFile(file, 'utf8').catch((error) => {
    throw codeOf(error) === 'ENOENT'
      ? new StartError(`${file} is missing, and the database beside it opens with nothing else: put it back.`)
      : error;
  });
  const passwords = parsed(text);
  if (isPasswords(passwords)) return passwords;
  throw new StartError(
    `${file} does not hold the passwords of the database beside it: put it back as it was.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isPasswords = (value: unknown): value is Passwords =>
  typeof value === 'object' &&
  value !== null &&
  ['admin', 'owner', 'app'].every((role) => role in value && typeof Reflect.get(value, role) === 'string');

const secret = (): string => randomBytes(32).toString('base64url');

/** Of several that write at once the first stands, whole. */
async function writeOnce(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function makeCluster(
  home: string,
  folder: string,
  programs: Programs,
  password: string,
  signal?: AbortSignal,
): Promise<void> {
  const draft = join(home, `${draftPrefix}${process.pid}`);
  const passwordFile = join(draft, 'password');
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (programs.account) {
      for (const path of [draft, passwordFile]) await chown(path, programs.account.uid, programs.account.gid);
    }
    await initdb(programs, join(draft, 'cluster'), passwordFile, signal);
    await rename(join(draft, 'cluster'), folder).catch((error) => {
      // Another start was first; what it made is as good as ours.
      if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Text compares by code point and never changes with the machine; screens sort with ICU's `nb-x-icu`. */
async function initdb(
  programs: Programs,
  folder: string,
  passwordFile: string,
  signal?: AbortSignal,
): Promise<void> {
  const child = programs.start(
    programs.initdb,
    [
      `--pgdata=${folder}`,
      `--username=${adminRole}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
      '--no-instructions',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'], signal },
  );
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  child.once('error', ({ message }) => {
    errors += message;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  signal?.throwIfAborted();
  if (code !== 0)
    throw new StartError(
      `The embedded PostgreSQL could not make ${folder}: ${errors.trim().replaceAll(/\s+/g, ' ')}`,
    );
}

const draftPrefix = 'postgres-initdb-';

/** What a start that was killed left half made. */
async function removeAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const maker = name.startsWith(draftPrefix) ? Number(name.slice(draftPrefix.length)) : Number.NaN;
    if (Number.isNaN(maker) || (maker !== process.pid && isAlive(maker))) continue;
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StartError } from './start-error.js';

/** An ordinary user of the machine, to run PostgreSQL as when we are root, which it refuses to be. */
interface User {
  readonly uid: number;
  readonly gid: number;
}

const isRoot = process.getuid?.() === 0;

/** Null when we are not root: then PostgreSQL runs as ourselves. No user is ever made. */
export function databaseUser(): User | null {
  if (!isRoot) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find(([name]) => name === wanted) ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError('PostgreSQL does not run as root, and there is no user "nobody": start Fullmakt as an ordinary user.');
}

/**
 * Starts a program as `user`.
 * Where that user cannot walk to `paths` (a clone below /root), it keeps the one capability to do so; no folder of others is opened.
 */
export function spawnAs(user: User | null, program: string, args: readonly string[], paths: readonly string[], options: SpawnOptions): ChildProcess {
  if (!user) return spawn(program, args, options);
  if ([program, ...paths].every((path) => canReach(user, path))) return spawn(program, args, { ...options, ...user });
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  if (!setpriv) throw new StartError(`PostgreSQL cannot reach ${dirname(program)} as an ordinary user: move the folder out of ${process.env.HOME}.`);
  const as = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...keepOne];
  return spawn(setpriv, [...as, program, ...args], options);
}

/** After exec only the one capability is left; access(2) asks for it only with this securebit set. */
const keepOne = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];

function canReach({ uid, gid }: User, path: string): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

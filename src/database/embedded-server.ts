import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Contended } from './embedded-claim.js';
import type { Cluster } from './embedded-cluster.js';
import { readPostmaster } from './postmaster.js';
import { StartError } from './start-error.js';

export type Settings = Readonly<Record<string, string>>;

/** A running server, our own child. */
export interface Server {
  readonly port: number;
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
}

/** The server's log tells of its life and its failures; refused statements stay out of it, they hold what users wrote. */
const ourSettings: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m ',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
  jit: 'off',
};

/**
 * Starts the server on a free port of 127.0.0.1 and waits until it takes connections; recovery after a crash may take a while.
 * It leads a process group of its own: Ctrl-C in a terminal reaches us first, and we end it when the last request is answered.
 */
export async function startServer(cluster: Cluster, settings: Settings): Promise<Server> {
  const port = await freePort();
  const all: Settings = { ...ourSettings, ...settings, port: String(port) };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(cluster);
  const child = cluster.programs.start(cluster.programs.postgres, ['-D', cluster.folder, ...flags], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  closeSync(log.fd);
  const ended = once(child, 'exit');
  endWithUs(child);
  await ready(cluster, child, log);
  return { port, pid: child.pid ?? 0, ended };
}

/** If this process ends without a word (an uncaught error, process.exit), the server is told to end, too. */
function endWithUs(child: ChildProcess): void {
  const end = () => {
    child.kill('SIGINT');
  };
  process.once('exit', end);
  child.once('exit', () => process.removeListener('exit', end));
}

interface Log {
  readonly file: string;
  readonly fd: number;
  /** Where this start begins in the file. */
  readonly from: number;
}

/** The log is kept over restarts, so that what a crash said is still there, and begins anew at 4 MB. */
function openLog(cluster: Cluster): Log {
  const file = join(cluster.folder, '..', 'postgres.log');
  const fd = openSync(file, 'a', 0o600);
  const { size } = statSync(file);
  if (size <= 4 * 2 ** 20) return { file, fd, from: size };
  truncateSync(file);
  return { file, fd, from: 0 };
}

async function ready(cluster: Cluster, child: ChildProcess, log: Log): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(20)) {
    if (child.exitCode !== null || child.signalCode !== null) throw failureOf(log);
    const postmaster = await readPostmaster(cluster.folder);
    if (postmaster?.pid === child.pid && postmaster?.ready) return;
  }
  child.kill('SIGQUIT');
  throw new StartError(`The embedded PostgreSQL was not ready within a minute: see ${log.file}.`);
}

const contention = [
  /could not bind/,
  /could not create any TCP\/IP sockets/,
  /postmaster\.pid" already exists/,
  /pre-existing shared memory/,
];

function failureOf({ file, from }: Log): Error {
  const text = readFileSync(file).subarray(from).toString();
  if (contention.some((sign) => sign.test(text))) return new Contended(`see ${file}`);
  const reason = text.match(/(?:FATAL|PANIC): +(.*)/)?.[1] ?? text.trim().split('\n').at(-1);
  return new StartError(
    `The embedded PostgreSQL did not start (${reason || 'it gave no reason'}): see ${file}.`,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new StartError('No free port on 127.0.0.1.');
  return address.port;
}

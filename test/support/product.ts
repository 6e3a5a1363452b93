import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program of ours running as a process of its own, with all it has said. */
export class Program {
  output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown[]>;

  constructor(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    as: { uid?: number; gid?: number } = {},
  ) {
    this.child = spawn(process.execPath, args, { cwd: root, env: { PATH: process.env.PATH, ...env }, ...as });
    this.ended = once(this.child, 'close');
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        this.child.emit('said');
      });
    }
  }

  /** The product itself, as `npm start` runs it. */
  static product(env: Readonly<Record<string, string>>): Program {
    return new Program(['dist/src/main.js'], { LOG_LEVEL: 'error', ...env });
  }

  /** Starts the embedded database, says its administrator's URL and stays, until told to stop. */
  static embedded(dataDir: string, as: { uid?: number; gid?: number } = {}): Program {
    const script = `
      import { startEmbedded } from './dist/src/database/embedded.js';
      try {
        const embedded = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} });
        process.once('SIGINT', () => embedded.stop().then(() => process.exit(0)));
        process.once('SIGTERM', () => process.exit(0));
        setInterval(() => undefined, 1e6);
        embedded.lost.then(() => process.exit(2));
        console.log('URL ' + embedded.adminUrl);
      } catch (error) {
        console.log(error.constructor.name + ' ' + error.message);
        process.exit(1);
      }`;
    return new Program(['--input-type=module', '--eval', script], {}, as);
  }

  /** The first match of what it says; fails with everything it said if it ends first. */
  async says(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.output);
      if (found) return found[1] ?? found[0];
      const still = await Promise.race([
        once(this.child, 'said').then(() => true),
        this.ended.then(() => false),
      ]);
      if (!still && !pattern.test(this.output)) throw new Error(`ended without ${pattern}: ${this.output}`);
    }
  }

  /** Waits for a moment in its life; fails with everything it said if it ends first. */
  async reaches(moment: () => boolean | Promise<boolean>): Promise<void> {
    const ended = () => this.child.exitCode !== null || this.child.signalCode !== null;
    await until(async () => ended() || (await moment()));
    if (ended()) throw new Error(`ended too early: ${this.output}`);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** The exit code, or null when a signal ended it. */
  async exit(): Promise<number | null> {
    await this.ended;
    return this.child.exitCode;
  }

  async end(name: NodeJS.Signals): Promise<number | null> {
    this.signal(name);
    return this.exit();
  }
}

/**
 * A folder that goes when the tests of the file are over, or with the run if that is killed (global-setup.js):
 * PostgreSQL ends within a minute when its folder is gone, and our programs with it.
 */
export class Scratch {
  readonly folder = mkdtempSync(`${dirname(process.env.FULLMAKT_TEST_CLUSTER ?? '')}-process-`);

  path(name: string): string {
    return join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits for what another process does, and gives up before the test's own time is up. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 50_000; !(await condition()); await pause(20)) {
    if (Date.now() > end) throw new Error(`this did not come true: ${condition}`);
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

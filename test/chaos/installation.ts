import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { freePort, Program, until } from '../support/product.js';

/** What users see in the address bar; the log is named after it, whatever port a start happens to get. */
export const publicUrl = 'http://localhost:3000';

/** Where the product runs: its address, and its database as the administrator sees it, whom no row level security binds. */
export interface Place {
  readonly url: string;
  asked<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/** The product as it runs at a clinic: one process and its own PostgreSQL on one data folder, started on it again and again. */
export class Installation implements Place {
  private program?: Program;
  private port = 0;

  constructor(private readonly dataDir: string) {}

  /** Back when /health/ready answers 200. */
  async start(): Promise<void> {
    await this.begin();
    await this.ready();
  }

  async begin(): Promise<void> {
    this.port = await freePort();
    const env = { DATA_DIR: this.dataDir, PORT: String(this.port), PUBLIC_URL: publicUrl, DEMO: 'false' };
    this.program = Program.product(env);
  }

  async ready(): Promise<void> {
    await this.program?.reaches(() => this.isReady());
  }

  /** What the operator's own check finds beside the running product: logs, trees, checkpoints and tables, row for row. */
  async faultsFound(): Promise<string[]> {
    const check = new Program(['dist/src/cli/fullmakt.js', 'verify', '--state'], {
      DATA_DIR: this.dataDir,
      PUBLIC_URL: publicUrl,
    });
    return (await check.exit()) === 0 ? [] : [check.output];
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  kill(): void {
    this.program?.signal('SIGKILL');
  }

  /** Back when the process has ended, by whatever hand. */
  async ended(): Promise<void> {
    await this.program?.exit();
  }

  /** The server on this folder, first, and its processes; empty when there is none. */
  servers(): number[] {
    const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).split('\n');
    const processes = lines
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
      .flatMap((found) => (found && !found[3]!.startsWith('Z') ? [found.slice(1)] : []));
    const isServer = (args = '') => args.includes(`postgres -D ${this.dataDir}/`);
    const first = processes.find(([, , , args]) => isServer(args))?.[0];
    const others = processes.filter(([, parent]) => first !== undefined && parent === first);
    return [first, ...others.map(([pid]) => pid)].flatMap((pid) => (pid === undefined ? [] : [Number(pid)]));
  }

  /** Processes of the server that serve the application, by what they call themselves. */
  async backends(): Promise<number[]> {
    const found = await this.asked<{ pid: number }>(
      `select pid from pg_stat_activity where usename = 'fullmakt_app' order by pid`,
    );
    return found.map(({ pid }) => pid);
  }

  async asked<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const db = new pg.Client(this.adminUrl());
    await db.connect();
    try {
      return (await db.query<Row>(sql, values)).rows;
    } finally {
      await db.end();
    }
  }

  private adminUrl(): string {
    const { admin } = JSON.parse(readFileSync(`${this.dataDir}/postgres-passwords.json`, 'utf8')) as {
      admin: string;
    };
    const port = readFileSync(`${this.dataDir}/postgres/postmaster.pid`, 'utf8').split('\n')[3];
    return `postgres://postgres:${admin}@127.0.0.1:${port}/fullmakt`;
  }

  /** However the test went, nothing of it lives on. */
  async remove(): Promise<void> {
    this.kill();
    await this.ended();
    for (const pid of this.servers()) end(pid, 'SIGKILL');
    await until(() => this.servers().length === 0);
  }

  private isReady(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
  }
}

/** False if it had gone before. */
export function end(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

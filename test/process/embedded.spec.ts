import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import pg from 'pg';
import { type Embedded, startEmbedded } from '../../src/database/embedded.js';
import { Program, root, Scratch, until } from '../support/product.js';

const scratch = new Scratch();
const programs: Program[] = [];
const servers: Embedded[] = [];
let folders = 0;

/** A data folder with a row in it, made once and copied for each test. */
beforeAll(async () => {
  const made = await startEmbedded({ dataDir: scratch.path('made') });
  await query(made.ownerUrl, 'create table kept (word text); insert into kept values ($$first$$)');
  await made.stop();
});
afterEach(async () => {
  for (const program of programs.splice(0)) await program.end('SIGKILL');
  for (const server of servers.splice(0)) await server.stop();
  for (const pid of livingIn(scratch.folder)) process.kill(pid, 'SIGQUIT');
  await until(() => livingIn(scratch.folder).length === 0);
});
afterAll(() => scratch.remove());

function copy(): string {
  const folder = scratch.path(`copy-${++folders}`);
  execFileSync('cp', ['-a', scratch.path('made'), folder]);
  return folder;
}

async function start(dataDir: string): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir });
  servers.push(embedded);
  return embedded;
}

function program(dataDir: string, as: { uid?: number; gid?: number } = {}): Program {
  const started = Program.embedded(dataDir, as);
  programs.push(started);
  return started;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const kept = async (embedded: Embedded) =>
  (await query<{ word: string }>(embedded.ownerUrl, 'select word from kept')).map(({ word }) => word);

/** The servers on folders below `folder`, by what the system says about processes. */
function livingIn(folder: string): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.includes(`postgres -D ${folder}`) && !/^\s*\d+\s+Z/.test(line))
    .map((line) => Number.parseInt(line, 10));
}

const pidIn = (dataDir: string): number =>
  Number(readFileSync(`${dataDir}/postgres/postmaster.pid`, 'utf8').split('\n')[0]);

describe('the embedded database', () => {
  it('keeps its data from one start to the next, and is gone when stopped', async () => {
    const folder = copy();
    const first = await start(folder);
    await query(first.ownerUrl, 'insert into kept values ($$second$$)');
    await first.stop();
    await first.stop();
    expect(livingIn(folder)).toEqual([]);
    expect(await kept(await start(folder))).toEqual(['first', 'second']);
  });

  it('gives neither role any power beyond its own', async () => {
    const { adminUrl, appUrl } = await start(copy());
    const roles = await query(
      adminUrl,
      `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty,
         has_database_privilege(rolname, 'fullmakt', 'create') as owns from pg_roles where rolname like 'fullmakt%' order by 1`,
    );
    expect(roles).toEqual([
      { rolname: 'fullmakt_app', mighty: false, owns: false },
      { rolname: 'fullmakt_owner', mighty: false, owns: true },
    ]);
    await expect(query(appUrl, 'create table mine ()')).rejects.toThrow('permission denied');
    await expect(query(appUrl, 'create temporary table mine ()')).rejects.toThrow('permission denied');
    await expect(query(appUrl, 'select from kept')).rejects.toThrow('permission denied');
  });

  it('sorts Norwegian where asked to, and by code point otherwise', async () => {
    const { appUrl } = await start(copy());
    const sorted = (collation: string) =>
      query(
        appUrl,
        `select string_agg(l, '' order by l ${collation}) as s from unnest('{å,Z,ø,æ,a}'::text[]) l`,
      );
    expect(await sorted('collate "nb-x-icu"')).toEqual([{ s: 'aZæøå' }]);
    expect(await sorted('')).toEqual([{ s: 'Zaåæø' }]);
  });

  it('lets nobody else read the passwords, the log or the data', async () => {
    const folder = copy();
    await start(folder);
    const open = readdirSync(folder).filter((name) => statSync(`${folder}/${name}`).mode & 0o077);
    expect(open).toEqual([]);
  });

  it('takes connections with a password only, and from this machine only', async () => {
    const { adminUrl } = await start(copy());
    const wrong = Object.assign(new URL(adminUrl), { password: 'gjettet' }).href;
    await expect(query(wrong, 'select 1')).rejects.toThrow('password authentication failed');
    const [settings] = await query(
      adminUrl,
      `select current_setting('listen_addresses') a, current_setting('unix_socket_directories') s`,
    );
    expect(settings).toEqual({ a: '127.0.0.1', s: '' });
  });
});

describe('after a crash', () => {
  it('ends the server that a killed process left behind', async () => {
    const folder = copy();
    const killed = program(folder);
    await killed.says(/URL/);
    const orphan = pidIn(folder);
    await killed.end('SIGKILL');
    expect(livingIn(folder)).toEqual([orphan]);
    expect(await kept(await start(folder))).toEqual(['first']);
    expect(livingIn(folder)).toEqual([pidIn(folder)]);
    expect(pidIn(folder)).not.toBe(orphan);
  });

  it('recovers what was committed when both were killed', async () => {
    const folder = copy();
    const killed = program(folder);
    const adminUrl = await killed.says(/URL (\S+)/);
    const fullmakt = Object.assign(new URL(adminUrl), { pathname: '/fullmakt' }).href;
    await query(fullmakt, 'insert into kept values ($$committed$$)');
    killed.signal('SIGKILL');
    process.kill(pidIn(folder), 'SIGKILL');
    await killed.exit();
    expect(await kept(await start(folder))).toEqual(['first', 'committed']);
  });

  it('is not hindered by a pid file whose number now belongs to something else', async () => {
    const folder = copy();
    const something = new Program(['--eval', 'setInterval(() => undefined, 1e6); console.log(process.pid)']);
    programs.push(something);
    const pid = await something.says(/\d+/);
    writeFileSync(
      `${folder}/postgres/postmaster.pid`,
      `${pid}\n${folder}/postgres\n1700000000\n5432\n\n127.0.0.1\n\nready\n`,
    );
    expect(await kept(await start(folder))).toEqual(['first']);
    something.signal('SIGTERM');
    expect(await something.exit()).toBe(null);
  });

  it('makes the cluster anew where a first start was cut short', async () => {
    const folder = scratch.path('cut-short');
    mkdirSync(`${folder}/postgres-initdb-999999999/cluster`, { recursive: true });
    writeFileSync(`${folder}/postgres-initdb-999999999/cluster/PG_VERSION`, '18\n');
    await start(folder);
    expect(readdirSync(folder).sort()).toEqual(['postgres', 'postgres-passwords.json', 'postgres.log']);
  });

  it('leaves no server behind a process that ends without stopping it', async () => {
    const folder = copy();
    const careless = program(folder);
    await careless.says(/URL/);
    expect(await careless.end('SIGTERM')).toBe(0);
    await until(() => livingIn(folder).length === 0);
  });

  it('tells when the server is lost', async () => {
    const folder = copy();
    const { lost } = await start(folder);
    process.kill(pidIn(folder), 'SIGKILL');
    await lost;
  });
});

describe('one at a time', () => {
  const running =
    /^StartError Fullmakt is already running on this data folder \(.+\): stop it first, or set DATA_DIR to another folder\.\n$/;

  it('refuses a second start, and the first does not notice', async () => {
    const folder = copy();
    const first = await start(folder);
    const second = program(folder);
    expect(await second.exit()).toBe(1);
    expect(second.output).toMatch(running);
    expect(await kept(first)).toEqual(['first']);
  });

  it('lets exactly one of several that start at once have the folder, also the first time', async () => {
    for (const folder of [copy(), scratch.path('raced')]) {
      const racers = [1, 2, 3].map(() => program(folder));
      const outcomes = await Promise.all(racers.map((racer) => racer.says(/^(URL|StartError)/)));
      expect(outcomes.sort()).toEqual(['StartError', 'StartError', 'URL']);
      for (const { output } of racers) expect(output).toMatch(/^URL/.test(output) ? /./ : running);
      expect(livingIn(folder)).toHaveLength(1);
    }
  });

  it('keeps its claim when PostgreSQL drops all connections', async () => {
    const folder = copy();
    const { adminUrl } = await start(folder);
    const holders = () =>
      query<{ pid: number }>(adminUrl, `select pid from pg_locks where locktype = 'advisory'`).catch(
        () => [],
      );
    const [before] = await holders();
    process.kill(before?.pid ?? 0, 'SIGKILL');
    await until(async () => (await holders()).some(({ pid }) => pid !== before?.pid));
    const second = program(folder);
    expect(await second.exit()).toBe(1);
    expect(second.output).toMatch(running);
  });
});

describe('a folder that cannot be used is told in one line', () => {
  const refusal = (folder: string) =>
    start(folder).then(
      () => '',
      (error: Error) => `${error.constructor.name} ${error.message}`,
    );

  it('made by another version', async () => {
    const folder = copy();
    writeFileSync(`${folder}/postgres/PG_VERSION`, '17\n');
    expect(await refusal(folder)).toBe(
      `StartError ${folder}/postgres was made by PostgreSQL 17, not 18: move it away, or set DATA_DIR to another folder.`,
    );
  });

  it('without its passwords', async () => {
    const folder = copy();
    rmSync(`${folder}/postgres-passwords.json`);
    expect(await refusal(folder)).toMatch(
      /^StartError .*postgres-passwords\.json is missing.*put it back\.$/,
    );
  });

  it('with other passwords than its own, or with none that can be read', async () => {
    const folder = copy();
    const file = `${folder}/postgres-passwords.json`;
    for (const [text, says] of [
      ['{"admin":"a","owner":"b","app":"c"}', /^StartError .* does not take the password .*as it was\.$/],
      ['{"admin":', /^StartError .*postgres-passwords\.json does not hold .*as it was\.$/],
    ] as const) {
      writeFileSync(file, text);
      expect(await refusal(folder)).toMatch(says);
    }
    expect(livingIn(folder)).toEqual([]);
  });

  it('that is a file', async () => {
    const folder = scratch.path('a-file');
    writeFileSync(folder, '');
    expect(await refusal(folder)).toMatch(
      /^StartError The data folder .*a-file cannot be used \(EEXIST.*\): .*\.$/,
    );
  });
});

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
/** In a clone below /root nobody else can run anything of ours; the folder that only root can enter is tested everywhere. */
const open = isRoot && spawnSync(process.execPath, ['--version'], { cwd: root, ...nobody }).status === 0;
const whereOpen = open ? it : it.skip;

(isRoot ? describe : describe.skip)('as root', () => {
  beforeAll(() => chmodSync(scratch.folder, 0o755));

  whereOpen('runs as somebody else, without any capability', async () => {
    const folder = copy();
    await start(folder);
    expect(privilegesOf(pidIn(folder))).toEqual({ root: false, capabilities: 0n });
  });

  it('serves from a folder that only root can enter, and leaves its permissions alone', async () => {
    const closed = scratch.path('closed');
    mkdirSync(closed, { mode: 0o700 });
    await start(`${closed}/data`);
    const readAndWriteAnyFile = 2n;
    expect(privilegesOf(pidIn(`${closed}/data`))).toEqual({ root: false, capabilities: readAndWriteAnyFile });
    expect(statSync(closed).mode & 0o777).toBe(0o700);
  });

  whereOpen(
    'goes on with the folder of an ordinary user as that user, who can use it afterwards',
    async () => {
      const folder = scratch.path('ordinary');
      mkdirSync(folder);
      chownSync(folder, nobody.uid, nobody.gid);
      for (const as of [nobody, {}, nobody]) {
        const started = program(folder, as);
        await started.says(/URL/);
        expect(await started.end('SIGINT')).toBe(0);
      }
      expect(statSync(`${folder}/postgres`).uid).toBe(nobody.uid);
    },
  );

  function privilegesOf(pid: number): { root: boolean; capabilities: bigint } {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(status)?.[1] ?? '';
    return { root: field('Uid') === '0', capabilities: BigInt(`0x${field('CapEff')}`) };
  }
});

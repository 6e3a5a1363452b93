import {
  appended,
  consistencyPlan,
  emptyFrontier,
  emptyRoot,
  leafHash,
  nodesOf,
  proofOf,
  rootOf,
} from '../../src/log/tree.js';
import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';
import { Attacker } from './attack.js';

let testApp: TestApp;
let world: World;
let sql: Attacker;
let owner: Attacker;

beforeAll(async () => {
  testApp = await startApp();
  world = await World.create(testApp);
  sql = await Attacker.as(testApp.urls.app, world.clinicId);
  owner = await Attacker.as(testApp.urls.owner, world.clinicId);
});
afterAll(async () => {
  await sql.close();
  await owner.close();
  await testApp.close();
});

interface Head {
  readonly size: string;
  readonly peaks: Buffer[];
  readonly signed_size: string;
  readonly signed_root: Buffer | null;
  readonly origin: string | null;
}

async function head(): Promise<Head> {
  const [row] = await sql.rows<Head>('select size, peaks, signed_size, signed_root, origin from log_head');
  if (!row) throw new Error('every clinic has a head');
  return row;
}

const leaves = async (): Promise<Uint8Array[]> =>
  (await sql.rows<{ bytes: Buffer }>('select bytes from log_entry order by seq')).map(({ bytes }) =>
    leafHash(bytes),
  );

const treeOf = (hashes: readonly Uint8Array[]) =>
  hashes.reduce((log, leaf) => appended(log, leaf).frontier, emptyFrontier);

const note = (origin: string, size: string | number, root: Uint8Array): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n\n— ${origin} AAAA\n`;

const checkpoint = `insert into log_checkpoint (clinic_id, size, root, note, signed_at)
  select clinic_id, $1, $2::bytea, $3, now() from log_head`;

describe('the tree in the tables', () => {
  it('is the tree of the entries at every size, as the pure functions make it', async () => {
    for (let i = 0; i < 40; i++) {
      expect(await sql.refusedBy([], { logged: true })).toBe('');
      const hashes = await leaves();
      const { peaks } = await head();
      expect(peaks.map((peak) => peak.toString('hex'))).toEqual(
        treeOf(hashes).peaks.map((peak) => Buffer.from(peak).toString('hex')),
      );
      const [row] = await sql.rows<{ root: Buffer }>('select root_of(peaks) root from log_head');
      expect(row?.root).toEqual(Buffer.from(rootOf(treeOf(hashes))));
    }
    const stored = await sql.rows<{ level: number; index: string; hash: Buffer }>('select * from log_node');
    const made = nodesOf(await leaves());
    for (const { level, index, hash } of stored) {
      expect(made([{ level, index: BigInt(index) }]).map((node) => Buffer.from(node))).toEqual([hash]);
    }
    const { size } = await head();
    const complete = (level: number): number => Math.floor(Number(size) / 2 ** level);
    expect(stored.length).toBe([1, 2, 3, 4, 5, 6, 7].map(complete).reduce((a, b) => a + b));
  });

  it('has the root of nothing where there is nothing', async () => {
    const [row] = await sql.rows<{ root: Buffer }>(`select root_of('{}') root`);
    expect(row?.root).toEqual(Buffer.from(emptyRoot()));
  });

  it.each([
    ['a node invented', `insert into log_node select clinic_id, 40, 0, sha256('x') from log_head`],
    ['a node changed', `update log_node set hash = sha256('x')`],
    ['nodes deleted', 'delete from log_node'],
    ['the peaks changed', `update log_head set peaks = array[sha256('x')]`],
    ['what is signed moved', 'update log_head set signed_size = size'],
    ['a checkpoint changed', `update log_checkpoint set note = 'x'`],
    ['a checkpoint deleted', 'delete from log_checkpoint'],
    ['the log made to grow by the function itself', `select grow_log(clinic_id) from log_head`],
  ])('%s: the application may not', async (_name, statement) => {
    expect(await sql.refusedBy([[statement]])).toBe('42501');
  });

  it('cannot be changed by the owner of the schema by mistake, either', async () => {
    expect(await owner.refusedBy([[`update log_node set hash = sha256('x')`]])).toBe('log_append_only');
    expect(await owner.refusedBy([['delete from log_node']])).toBe('log_append_only');
    expect(await owner.refusedBy([['truncate log_checkpoint']])).toBe('log_append_only');
    expect(await owner.refusedBy([[`update log_head set peaks = '{}'`]])).toBe('log_peaks');
  });
});

describe('a checkpoint', () => {
  const attempt = async (change: (now: Head) => [size: string | number, root: Uint8Array, note: string]) => {
    await sql.refusedBy([], { logged: true });
    const now = await head();
    return sql.refusedBy([[checkpoint, ...change(now)]], { logged: false });
  };
  const rootNow = async (): Promise<Uint8Array> => rootOf(treeOf(await leaves()));

  it('of another root than the tree has is refused', async () => {
    const other = Buffer.alloc(32, 1);
    expect(await attempt(({ size, origin }) => [size, other, note(origin ?? '', size, other)])).toBe(
      'checkpoint_extends',
    );
  });

  it('of another size than the log has is refused', async () => {
    const now = await head();
    const shorter = (await leaves()).slice(0, -1);
    const root = rootOf(treeOf(shorter));
    const values = [shorter.length, root, note(now.origin ?? '', shorter.length, root)] as const;
    expect(await sql.refusedBy([[checkpoint, ...values]], { logged: false })).toBe('checkpoint_extends');
  });

  it('whose note says something else than its row is refused', async () => {
    await sql.refusedBy([], { logged: true });
    const root = await rootNow();
    const { size, origin } = await head();
    const told = note(origin ?? '', Number(size) + 1, root);
    expect(await sql.refusedBy([[checkpoint, size, root, told]], { logged: false })).toBe(
      'checkpoint_extends',
    );
  });

  it('under another name is refused', async () => {
    await sql.refusedBy([], { logged: true });
    const root = await rootNow();
    const { size } = await head();
    const told = note('elsewhere.example/log/x', size, root);
    expect(await sql.refusedBy([[checkpoint, size, root, told]], { logged: false })).toBe(
      'checkpoint_extends',
    );
  });

  it('of what stands is taken once, and never again', async () => {
    await sql.refusedBy([], { logged: true });
    const root = await rootNow();
    const { size, origin } = await head();
    const told: [string, ...unknown[]] = [checkpoint, size, root, note(origin ?? '', size, root)];
    expect(await sql.refusedBy([told], { logged: false })).toBe('');
    expect((await head()).signed_size).toBe(size);
    expect(['checkpoint_extends', 'log_checkpoint_pkey']).toContain(
      await sql.refusedBy([told], { logged: false }),
    );
  });

  it('by one of two that sign at once is the only one', async () => {
    await sql.refusedBy([], { logged: true });
    const root = await rootNow();
    const { size, origin } = await head();
    const other = await Attacker.as(testApp.urls.app, world.clinicId);
    const told: [string, ...unknown[]] = [checkpoint, size, root, note(origin ?? '', size, root)];
    const refused = await Promise.all([sql, other].map((one) => one.refusedBy([told], { logged: false })));
    expect(refused.filter((code) => code === '')).toHaveLength(1);
    await other.close();
  });

  it('proves with the nodes beside it that it extends each one before', async () => {
    const hashes = await leaves();
    const stored = nodesOf(hashes);
    const size = BigInt(hashes.length);
    for (let old = 1n; old <= size; old += 7n) {
      const plan = consistencyPlan(old, size);
      expect(proofOf(plan, stored(plan.flat())).length).toBe(plan.length);
    }
  });
});

describe('many entries in one statement', () => {
  const numbers = `insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
    select clinic_id, size + n, now(), 'attack.made', clinic_id, convert_to('oppføring ' || n, 'utf8'), sha256('x')
    from log_head, unnest($1::int[]) n`;
  /** By this connection, as far as it has not told the statistics of them. */
  const headMoves = async (): Promise<number> => {
    const { rows } = await sql.db.query<{ moves: number }>(
      `select n_tup_upd::int moves from pg_stat_xact_user_tables where relname = 'log_head'`,
    );
    return rows[0]?.moves ?? 0;
  };
  const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

  it('move the head once, however many they are, and make the same tree', async () => {
    for (const many of [1, 2, 3, 300]) {
      await sql.db.query('begin');
      await sql.db.query(`select set_config('app.clinic_id', $1, true)`, [world.clinicId]);
      const before = await headMoves();
      await sql.db.query(numbers, [upTo(many)]);
      expect((await headMoves()) - before).toBe(1);
      await sql.db.query('commit');
      const hashes = await leaves();
      const now = await head();
      expect(now.size).toBe(String(hashes.length));
      expect(now.peaks).toEqual(treeOf(hashes).peaks.map((peak) => Buffer.from(peak)));
      const stored = await sql.rows<{ level: number; index: string; hash: Buffer }>('select * from log_node');
      const made = nodesOf(hashes);
      for (const { level, index, hash } of stored)
        expect(made([{ level, index: BigInt(index) }]).map((node) => Buffer.from(node))).toEqual([hash]);
      const complete = upTo(20).map((level) => Math.floor(hashes.length / 2 ** (level + 1)));
      expect(stored.length).toBe(complete.reduce((a, b) => a + b));
    }
  });

  it.each([
    ['with a gap between them', [0, 1, 3]],
    ['that do not begin where the log ends', [1, 2]],
    ['of which one was there before', [-1, 0, 1]],
  ])('%s are refused', async (_name, of) => {
    expect(await sql.refusedBy([[numbers, of]], { logged: false })).toBe('log_gapless');
  });

  it('two of one number are refused', async () => {
    expect(await sql.refusedBy([[numbers, [0, 0]]], { logged: false })).toBe('log_entry_pkey');
  });

  it('of the same numbers, by two at once without a turn: one is refused', async () => {
    const other = await Attacker.as(testApp.urls.app, world.clinicId);
    const { size } = await head();
    const told: [string, ...unknown[]] = [
      `insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
       select clinic_id, n, now(), 'attack.made', clinic_id, '\\x00', sha256('x') from log_head, unnest($1::bigint[]) n`,
      [Number(size), Number(size) + 1],
    ];
    const refused = await Promise.all([sql, other].map((one) => one.refusedBy([told], { logged: false })));
    expect(refused.sort()).toEqual(['', 'log_gapless']);
    await other.close();
  });

  it.each([
    [
      'before',
      (entry: string, signed: string) => `with c as (${signed} returning 1), e as (${entry}) select 1`,
    ],
    [
      'after',
      (entry: string, signed: string) => `with e as (${entry}), c as (${signed} returning 1) select 1`,
    ],
  ])('are signed by a checkpoint that stands %s them in the same statement', async (_name, together) => {
    await sql.refusedBy([], { logged: true });
    const { size, origin } = await head();
    const leaf = leafHash(Buffer.from('to'));
    const root = rootOf(appended(appended(treeOf(await leaves()), leaf).frontier, leaf).frontier);
    const told = note(origin ?? '', Number(size) + 2, root);
    const entry = `insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
      select clinic_id, size + n, now(), 'attack.made', clinic_id, convert_to('to', 'utf8'), sha256('x')
      from log_head, generate_series(0, 1) n`;
    const signed = `insert into log_checkpoint (clinic_id, size, root, note, signed_at)
      select clinic_id, $1, $2::bytea, $3, now() from log_head`;
    const values = [Number(size) + 2, root, told];
    expect(await sql.refusedBy([[together(entry, signed), ...values]], { logged: false })).toBe('');
    expect((await head()).signed_size).toBe(String(Number(size) + 2));
  });
});

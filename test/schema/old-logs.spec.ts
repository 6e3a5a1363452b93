import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ClinicsAndSignIn1700000000001 } from '../../migrations/0001-clinics-and-sign-in.js';
import { Log1700000000002 } from '../../migrations/0002-log.js';
import { People1700000000003 } from '../../migrations/0003-people.js';
import { Tasks1700000000004 } from '../../migrations/0004-tasks.js';
import { DutiesAndDelegations1700000000005 } from '../../migrations/0005-duties-and-delegations.js';
import { NotDelegable1700000000006 } from '../../migrations/0006-not-delegable.js';
import { assertMigrated, migrate } from '../../src/database/data-source.js';
import { appended, emptyFrontier, leafHash, nodesOf } from '../../src/log/tree.js';
import { createDatabase, type DatabaseUrls } from '../support/postgres.js';

const beforeTheTree = [
  ClinicsAndSignIn1700000000001,
  Log1700000000002,
  People1700000000003,
  Tasks1700000000004,
  DutiesAndDelegations1700000000005,
  NotDelegable1700000000006,
];

const appRole = (urls: DatabaseUrls): string => new URL(urls.app).username;

async function migratedBeforeTheTree(): Promise<DatabaseUrls> {
  const urls = await createDatabase('template1');
  const old = new DataSource({
    type: 'postgres',
    url: urls.owner,
    migrations: beforeTheTree,
    extra: { options: `-c fullmakt.app_role=${appRole(urls)}` },
  });
  await old.initialize();
  await old.runMigrations();
  await old.destroy();
  return urls;
}

/** A clinic with as many entries as `size`, written by the application as it did before it knew of a tree. */
async function clinicWith(db: pg.Client, size: number): Promise<string> {
  const id = randomUUID();
  await db.query('begin');
  await db.query(`select set_config('app.clinic_id', $1, true)`, [id]);
  await db.query(
    `insert into clinic (id, name, kind, created_at) values ($1, 'Eldre', 'legekontor', now())`,
    [id],
  );
  await db.query(
    `insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
     select $1, n, now(), 'x.y', $1, convert_to('oppføring ' || n, 'utf8'), sha256('x') from generate_series(0, $2::int - 1) n`,
    [id, size],
  );
  await db.query('commit');
  return id;
}

describe('a log from before the tree', () => {
  it('has its tree after the migration, as if every entry had been appended to it', async () => {
    const urls = await migratedBeforeTheTree();
    const db = new pg.Client(urls.app);
    await db.connect();
    const clinics = new Map<string, number>();
    for (const size of [1, 2, 3, 7, 8, 37]) clinics.set(await clinicWith(db, size), size);
    await migrate(urls.owner, appRole(urls));
    await assertMigrated(urls.app);
    for (const [id, size] of clinics) {
      await db.query(`select set_config('app.clinic_id', $1, false)`, [id]);
      const leaves = Array.from({ length: size }, (_, n) => leafHash(Buffer.from(`oppføring ${n}`)));
      const { rows: heads } = await db.query('select size, peaks, signed_size, origin from log_head');
      const { peaks } = leaves.reduce((log, leaf) => appended(log, leaf).frontier, emptyFrontier);
      expect(heads).toEqual([
        { size: String(size), peaks: peaks.map((peak) => Buffer.from(peak)), signed_size: '0', origin: null },
      ]);
      const { rows: nodes } = await db.query('select level, index, hash from log_node');
      const made = nodesOf(leaves);
      for (const { level, index, hash } of nodes)
        expect(made([{ level, index: BigInt(index) }]).map((node) => Buffer.from(node))).toEqual([hash]);
    }
    await db.end();
  });
});

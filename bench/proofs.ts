import pg from 'pg';
import { byOf, dist, type Logs } from './logs.ts';
import type { SeededClinic } from './seed.ts';
import { inTurns, type Ratio, type Turns, type Work } from './slices.ts';

type Proofs = typeof import('../src/log/proofs.js');

/** Proofs a second out of the larger log against the smaller: an inclusion and a consistency proof at random places. */
export async function proofs(
  logs: Logs,
  larger: { clinic: SeededClinic; entries: number },
  smaller: { clinic: SeededClinic; entries: number },
  turns: Turns,
): Promise<Ratio> {
  const work: Work[] = [];
  for (const { clinic, entries } of [larger, smaller]) {
    await fill(logs.ownerUrl, clinic.id, entries);
    // The first act after the fill signs what is there.
    const by = byOf(clinic);
    await logs.tenant.act(by, { noun: 'bench', act: 'append', subjects: [], command: {} }, async (tx) =>
      tx.log('bench.appended', [], {}),
    );
    work.push(await provingAt(logs, clinic));
  }
  const [large, little] = work as [Work, Work];
  return inTurns(large, little, turns);
}

async function provingAt({ tenant }: Logs, clinic: SeededClinic): Promise<Work> {
  const { consistencyProof, inclusionProof, lastCheckpoint } = await dist<Proofs>('log/proofs.js');
  const by = byOf(clinic);
  const checkpoint = await tenant.read(by, (tx) => lastCheckpoint(tx));
  if (!checkpoint) throw new Error('a log that is filled is signed by the next act');
  const { size } = checkpoint;
  return () =>
    tenant.read(by, async (tx) => {
      await inclusionProof(tx, Math.floor(Math.random() * size), checkpoint);
      await consistencyProof(tx, 1 + Math.floor(Math.random() * (size - 1)), size);
    });
}

/**
 * A log of so many entries in bulk, as the owner, its triggers off while it is written: first the entries, then the nodes,
 * level by level, then the head with its peaks. The next act proves them right, or nothing is signed.
 */
async function fill(ownerUrl: string, clinicId: string, entries: number): Promise<void> {
  const { peaksOf } = await dist<typeof import('../src/log/tree.js')>('log/tree.js');
  const db = new pg.Client(ownerUrl);
  await db.connect();
  try {
    await db.query('begin');
    await db.query(`select set_config('app.clinic_id', $1, true)`, [clinicId]);
    await db.query('alter table log_entry disable trigger user; alter table log_node disable trigger user');
    const { rows } = await db.query<{ size: string }>('select size from log_head where clinic_id = $1', [
      clinicId,
    ]);
    await db.query(entriesSql, [clinicId, rows[0]?.size, entries]);
    await db.query('analyze log_entry');
    await db.query('delete from log_node where clinic_id = $1', [clinicId]);
    await db.query(firstLevelSql, [clinicId, entries]);
    for (let level = 2; 2 ** level <= entries; level++) {
      await db.query('analyze log_node');
      await db.query(nextLevelSql, [clinicId, level, entries]);
    }
    const peaks = peaksOf(BigInt(entries));
    if (peaks.some(({ level }) => level === 0)) throw new Error('an even number of entries');
    await db.query(headSql, [
      clinicId,
      entries,
      peaks.map(({ level }) => level),
      peaks.map(({ index }) => String(index)),
    ]);
    await db.query('alter table log_entry enable always trigger log_gapless');
    await db.query('alter table log_entry enable always trigger log_grows');
    for (const table of ['log_entry', 'log_node'])
      for (const trigger of ['log_append_only', 'log_append_only_truncate'])
        await db.query(`alter table ${table} enable always trigger ${trigger}`);
    await db.query('commit');
    await db.query('vacuum analyze log_entry');
    await db.query('vacuum analyze log_node');
  } finally {
    await db.end();
  }
}

const entriesSql = `
  insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
  select $1, seq, now(), 'bench.filled', $1,
    convert_to(json_build_object('actor', $1::uuid, 'at', now(), 'clinic', $1::uuid, 'payloadHash', encode(sha256('bench'), 'hex'),
      'seq', seq, 'subjects', '[]'::json, 'type', 'bench.filled', 'v', 1)::text, 'UTF8'), sha256('bench')
  from generate_series($2::bigint, $3::bigint - 1) seq`;

const firstLevelSql = `
  insert into log_node (clinic_id, level, index, hash)
  select $1, 1, l.seq / 2, sha256('\\x01'::bytea || sha256('\\x00'::bytea || l.bytes) || sha256('\\x00'::bytea || r.bytes))
  from log_entry l join log_entry r on r.clinic_id = l.clinic_id and r.seq = l.seq + 1
  where l.clinic_id = $1 and l.seq % 2 = 0 and r.seq < $2::bigint`;

const nextLevelSql = `
  insert into log_node (clinic_id, level, index, hash)
  select $1, $2::int, l.index / 2, sha256('\\x01'::bytea || l.hash || r.hash)
  from log_node l join log_node r on r.clinic_id = l.clinic_id and r.level = l.level and r.index = l.index + 1
  where l.clinic_id = $1 and l.level = $2::int - 1 and l.index % 2 = 0 and (l.index / 2 + 1) << $2::int <= $3::bigint`;

const headSql = `
  update log_head set size = $2, peaks = (
    select array_agg(n.hash order by p.place)
    from unnest($3::int[], $4::bigint[]) with ordinality p (level, index, place)
    join log_node n on n.clinic_id = $1 and n.level = p.level and n.index = p.index
  ) where clinic_id = $1`;

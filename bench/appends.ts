import type { PoolClient, QueryResult } from 'pg';
import pg from 'pg';
import type { Entry, Happening } from '../src/log/entry.js';
import type { By } from '../src/session/by.js';
import { byOf, dist, type Logs } from './logs.ts';
import type { SeededClinic } from './seed.ts';
import { inTurns, type Ratio, type Turns, type Work } from './slices.ts';

/** What a proposal writes. */
const happeningAt = ({ id, doctors, helpers, delegableTasks }: SeededClinic): Happening => ({
  type: 'bench.appended',
  subjects: [id, doctors[0]?.personId ?? '', helpers[0]?.personId ?? '', delegableTasks[0] ?? ''],
  payload: {
    id,
    delegatorId: doctors[0]?.personId,
    delegateeId: helpers[0]?.personId,
    taskId: delegableTasks[0],
    profession: 'LE',
    validFrom: '2026-11-22T00:00:00.000Z',
    validTo: '2027-05-22T00:00:00.000Z',
    assessment: {
      taskNature: 'Avgrenset prosedyre med skriftlig rutine på kontoret.',
      qualifications: 'Opplært internt og sett utføre den fem ganger under tilsyn.',
      followUp: 'Legen er til stede og ser gjennom journalen hver måned.',
    },
    conditions: 'Bare voksne pasienter, etter ordinasjon i journalen.',
    supervision: { reviewBy: '2027-02-22T00:00:00.000Z', reachableHow: 'Til stede på kontoret' },
  },
});

/**
 * Entries a second through the product's own transaction, with tree and checkpoint, against the same rows of the same bytes,
 * inserted in the same transactions, where the head counts and nothing else.
 */
export async function appends(logs: Logs, clinics: readonly SeededClinic[], turns: Turns): Promise<Ratio> {
  const floor = await floorOn(logs.floorUrl);
  try {
    return await inTurns(each(clinics, productOn(logs)), each(clinics, floor.append), turns);
  } finally {
    await floor.close();
  }
}

type Append = (by: By, happening: Happening) => Promise<unknown>;

/** One clinic after the other. */
function each(clinics: readonly SeededClinic[], append: Append): Work {
  const asked = clinics.map((clinic) => ({ by: byOf(clinic), happening: happeningAt(clinic) }));
  let next = 0;
  return () => {
    const { by, happening } = asked[next++ % asked.length] as (typeof asked)[number];
    return append(by, happening);
  };
}

const productOn =
  ({ tenant }: Logs): Append =>
  (by, { type, subjects, payload }) =>
    tenant.act(by, { noun: 'bench', act: 'append', subjects: [], command: {} }, async (tx) =>
      tx.log(type, subjects, payload),
    );

/** As many connections as the product has, and the same line before them. */
async function floorOn(url: string): Promise<{ append: Append; close(): Promise<void> }> {
  const { inLineOf } = await dist<typeof import('../src/database/line.js')>('database/line.js');
  const { entryOf } = await dist<typeof import('../src/log/entry.js')>('log/entry.js');
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  const append: Append = (by, happening) =>
    inLineOf(by.clinicId, 'acts', async () => {
      const client = await pool.connect();
      try {
        const seq = await openedAt(client, by.clinicId);
        const payload = { ...happening.payload, login: by.loginId };
        const place = { seq, at: Date.now(), clinic: by.clinicId, actor: by.personId ?? '' };
        await insert(client, entryOf({ ...happening, payload }, place), place);
        await client.query('commit');
      } finally {
        client.release();
      }
    });
  return { append, close: () => pool.end() };
}

async function openedAt(client: PoolClient, clinicId: string): Promise<number> {
  const id = pg.escapeLiteral(clinicId);
  const begun: unknown = await client.query(
    `begin; select set_config('app.clinic_id', ${id}, true); select size from open_turn()`,
  );
  // A text of several statements gives a list of results, which pg's types do not know.
  return Number((begun as QueryResult<{ size: string }>[]).at(-1)?.rows[0]?.size);
}

async function insert(
  client: PoolClient,
  { seq, at, type, bytes, payloadHash, payload, salt, subjects }: Entry,
  { clinic, actor }: { clinic: string; actor: string },
): Promise<void> {
  const values = [clinic, [seq], new Date(at), [type], actor, [bytes], [payloadHash], [payload], [salt]];
  await client.query({
    name: 'append',
    text: appendSql,
    values: [...values, subjects, subjects.map(() => seq)],
  });
}

/** The product's own (src/database/tx.ts), but for the checkpoint. */
const appendSql = `
  with entry as (
    insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
    select $1, e.seq, $3, e.type, $5, e.bytes, e.hash
    from unnest($2::bigint[], $4::text[], $6::bytea[], $7::bytea[]) e (seq, type, bytes, hash)
  ), payload as (
    insert into log_payload (clinic_id, seq, payload, salt)
    select $1, p.seq, p.payload, p.salt from unnest($2::bigint[], $8::text[], $9::bytea[]) p (seq, payload, salt)
  )
  insert into log_subject (clinic_id, subject_id, seq)
  select $1, s.id, s.seq from unnest($10::uuid[], $11::bigint[]) s (id, seq)`;

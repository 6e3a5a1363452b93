import { validate as isUuid } from 'uuid';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { payloadIn } from './canonical.js';
import {
  type LogEntryView,
  type LogEntryWithBytesView,
  type LogErasureView,
  type LogSubjectView,
  namedKinds,
} from './log.dto.js';

/** What to look for; every part that is given must hold. */
export interface LogFilter {
  readonly type?: string;
  readonly subjectIds: readonly string[];
  /** Half-open, as every period. */
  readonly from?: Date;
  readonly to?: Date;
  readonly order: 'asc' | 'desc';
  /** The number to go on from, in that order. */
  readonly after: number | null;
  /** How long the log was when its first page was read: what came later is not on the next ones. */
  readonly size: number;
  readonly limit: number;
}

interface EntryRow {
  readonly seq: string;
  readonly at: string;
  readonly type: string;
  readonly actorId: string;
  readonly actorName: string | null;
  readonly bytes: Buffer;
  readonly payloadHash: Buffer;
  readonly payload: string | null;
  readonly salt: Buffer | null;
  readonly erasedSeq: string | null;
  readonly erasedAt: string;
  readonly erasedById: string;
  readonly erasedByName: string | null;
  readonly erasedPayload: string;
}

export async function logSize(tx: Tx): Promise<number> {
  const head = await tx.one<{ size: string }>('select size from log_head where clinic_id = $1', [
    tx.clinicId,
  ]);
  return Number(head?.size ?? 0);
}

export async function logEntries(tx: Tx, filter: LogFilter): Promise<LogEntryView[]> {
  const { sql, values } = entriesSql(filter);
  return withNames(tx, (await tx.rows<EntryRow>(sql, values)).map(entryView));
}

/** What the entries are about, as it is called today: one statement, however many they are. */
async function withNames(tx: Tx, entries: readonly Unnamed[]): Promise<LogEntryView[]> {
  const ids = [...new Set(entries.flatMap(({ subjects }) => subjects).filter((id) => isUuid(id)))];
  const named = ids.length === 0 ? [] : await tx.rows<LogSubjectView>(namesSql, [ids]);
  const byId = new Map(named.map((one) => [one.id, one]));
  return entries.map((entry) => {
    const found = entry.subjects.flatMap((id) => byId.get(id) ?? []);
    return { ...entry, named: namedKinds.flatMap((kind) => found.filter((one) => one.kind === kind)) };
  });
}

type Unnamed = Omit<LogEntryView, 'named'>;

const namesSql = namedKinds
  .map((kind) => `select '${kind}' kind, id, name from ${kind.replace('-', '_')} where id = any($1::uuid[])`)
  .join(' union all ');

/** 404 for a number the log has not reached. */
export async function logEntry(tx: Tx, seq: number): Promise<LogEntryWithBytesView> {
  const row = await tx.one<EntryRow>(`select ${columns} from log_entry e ${beside} where e.seq = $1`, [seq]);
  if (!row) throw new Problem('not-found');
  const [entry] = await withNames(tx, [entryView(row)]);
  if (!entry) throw new Error('what went in comes out, with names');
  return {
    ...entry,
    payloadHash: row.payloadHash.toString('hex'),
    bytes: row.bytes.toString('base64'),
    salt: row.salt?.toString('base64') ?? null,
  };
}

/** The name is the actor's of today: a person's, else the account's of a member, else an API token's that still is. */
const nameOf = (actor: string): string => `coalesce((select name from person where id = ${actor}),
  (select name from account where id = ${actor}), (select name from api_token where id = ${actor}))`;

const columns = `e.seq, iso(e.at) at, e.type, e.actor_id "actorId", ${nameOf('e.actor_id')} "actorName",
  e.bytes, e.payload_hash "payloadHash", p.payload, p.salt, x.by_seq "erasedSeq", iso(xe.at) "erasedAt",
  xe.actor_id "erasedById", ${nameOf('xe.actor_id')} "erasedByName", xp.payload "erasedPayload"`;

/** What the entry says; or, where that has been erased, the entry that says so. */
const beside = `left join log_payload p on p.clinic_id = e.clinic_id and p.seq = e.seq
  left join log_erasure x on x.clinic_id = e.clinic_id and x.seq = e.seq
  left join log_entry xe on xe.clinic_id = x.clinic_id and xe.seq = x.by_seq
  left join log_payload xp on xp.clinic_id = x.clinic_id and xp.seq = x.by_seq`;

/**
 * Only the conditions that are asked for, so that each has its index: by subject, type or time, in the order of numbers.
 * Under row level security an index serves an operator only if it is leakproof; those used here are.
 * The page is cut first; payloads and names are looked up for its rows alone.
 */
export function entriesSql(filter: LogFilter): { sql: string; values: unknown[] } {
  const values: unknown[] = [filter.size, filter.limit];
  const bound = (value: unknown): string => `$${values.push(value)}`;
  const subjects = filter.subjectIds.map(
    (id, i) =>
      `join log_subject s${i} on s${i}.clinic_id = e.clinic_id and s${i}.seq = e.seq and s${i}.subject_id = ${bound(id)}`,
  );
  const times = [
    ...(filter.from ? [`at >= ${bound(filter.from)}`] : []),
    ...(filter.to ? [`at < ${bound(filter.to)}`] : []),
  ];
  const numbers = ['< $1'];
  if (filter.after !== null) numbers.push(`${filter.order === 'asc' ? '>' : '<'} ${bound(filter.after)}`);
  if (times.length > 0) numbers.push('>= (select first from span)', '<= (select last from span)');
  const conditions = ['e', ...subjects.map((_, i) => `s${i}`)].flatMap((table) =>
    numbers.map((is) => `${table}.seq ${is}`),
  );
  conditions.push(...times.map((is) => `e.${is}`));
  if (filter.type !== undefined) conditions.push(`e.type = ${bound(filter.type)}`);
  const inOrder = `order by e.seq ${filter.order === 'asc' ? 'asc' : 'desc'}`;
  const sql = `${spanSql(times)} select ${columns}
    from (select e.* from log_entry e ${subjects.join(' ')} where ${conditions.join(' and ')} ${inOrder} limit $2) e
    ${beside} ${inOrder}`;
  return { sql, values };
}

/**
 * Between which numbers a time lies. A clock may have been set back, so it is the whole index of that time that tells;
 * `offset 0` keeps the planner from looking for the first number through all that came before.
 */
const spanSql = (times: readonly string[]): string =>
  times.length === 0
    ? ''
    : `with span as (select min(seq) first, max(seq) last
        from (select seq from log_entry where ${times.join(' and ')} offset 0) within)`;

function entryView(row: EntryRow): Unnamed {
  return {
    seq: Number(row.seq),
    at: row.at,
    type: row.type,
    actor: { id: row.actorId, name: row.actorName },
    subjects: subjectsIn(row.bytes),
    payload: row.payload === null ? null : (payloadIn(row.payload) ?? { unreadable: row.payload }),
    erased: erasureView(row),
  };
}

/** Whoever has the database's password may write anything: one such entry must not close the log to those who look into it. */
function subjectsIn(bytes: Buffer): string[] {
  const subjects = payloadIn(bytes.toString())?.subjects;
  return Array.isArray(subjects) ? subjects.map(String) : [];
}

function erasureView(row: EntryRow): LogErasureView | null {
  if (row.erasedSeq === null) return null;
  const reason = payloadIn(row.erasedPayload)?.reason;
  return {
    seq: Number(row.erasedSeq),
    at: row.erasedAt,
    by: { id: row.erasedById, name: row.erasedByName },
    reason: typeof reason === 'string' ? reason : '',
  };
}

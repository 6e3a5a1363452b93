import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import type { LogEntryView, LogEntryWithBytesView } from './log.dto.js';

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
}

export async function logSize(tx: Tx): Promise<number> {
  const head = await tx.one<{ size: string }>('select size from log_head where clinic_id = $1', [
    tx.clinicId,
  ]);
  return Number(head?.size ?? 0);
}

export async function logEntries(tx: Tx, filter: LogFilter): Promise<LogEntryView[]> {
  const { sql, values } = entriesSql(filter);
  return (await tx.rows<EntryRow>(sql, values)).map(entryView);
}

/** 404 for a number the log has not reached. */
export async function logEntry(tx: Tx, seq: number): Promise<LogEntryWithBytesView> {
  const row = await tx.one<EntryRow>(`select ${columns} from log_entry e ${withPayload} where e.seq = $1`, [
    seq,
  ]);
  if (!row) throw new Problem('not-found');
  return {
    ...entryView(row),
    payloadHash: row.payloadHash.toString('hex'),
    bytes: row.bytes.toString('base64'),
    salt: row.salt?.toString('base64') ?? null,
  };
}

/** The name is the actor's of today: a person's, else the account's of a member, else an API token's that still is. */
const columns = `e.seq, iso(e.at) at, e.type, e.actor_id "actorId", e.bytes, e.payload_hash "payloadHash", p.payload, p.salt,
  coalesce((select name from person where id = e.actor_id), (select name from account where id = e.actor_id),
    (select name from api_token where id = e.actor_id)) "actorName"`;

const withPayload = 'left join log_payload p on p.clinic_id = e.clinic_id and p.seq = e.seq';

/**
 * Only the conditions that are asked for, so that each has its index: by subject, type or time, in the order of numbers.
 * Under row level security an index serves an operator only if it is leakproof; those used here are.
 */
export function entriesSql(filter: LogFilter): { sql: string; values: unknown[] } {
  const values: unknown[] = [filter.size, filter.limit];
  const bound = (value: unknown): string => `$${values.push(value)}`;
  const subjects = filter.subjectIds.map(
    (id, i) =>
      `join log_subject s${i} on s${i}.clinic_id = e.clinic_id and s${i}.seq = e.seq and s${i}.subject_id = ${bound(id)}`,
  );
  const conditions = ['e.seq < $1'];
  if (filter.type !== undefined) conditions.push(`e.type = ${bound(filter.type)}`);
  if (filter.from) conditions.push(`e.at >= ${bound(filter.from)}`);
  if (filter.to) conditions.push(`e.at < ${bound(filter.to)}`);
  if (filter.after !== null)
    conditions.push(`e.seq ${filter.order === 'asc' ? '>' : '<'} ${bound(filter.after)}`);
  const sql = `select ${columns} from log_entry e ${subjects.join(' ')} ${withPayload}
    where ${conditions.join(' and ')} order by e.seq ${filter.order === 'asc' ? 'asc' : 'desc'} limit $2`;
  return { sql, values };
}

function entryView(row: EntryRow): LogEntryView {
  const { subjects }: { subjects: string[] } = JSON.parse(row.bytes.toString());
  return {
    seq: Number(row.seq),
    at: row.at,
    type: row.type,
    actor: { id: row.actorId, name: row.actorName },
    subjects,
    payload: row.payload === null ? null : JSON.parse(row.payload),
  };
}

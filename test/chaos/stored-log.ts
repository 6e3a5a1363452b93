import { createHash } from 'node:crypto';
import { appended, emptyFrontier, emptyRoot, type Hash, leafHash, rootOf } from '../../src/log/tree.js';
import type { Place } from './installation.js';

export interface StoredEntry {
  readonly seq: number;
  readonly type: string;
  readonly subjects: readonly string[];
  readonly leaf: Hash;
}

/** A clinic's log as it lies in the database. */
export interface StoredLog {
  readonly entries: readonly StoredEntry[];
  /** The root of the first n entries at place n, from the bytes of the entries alone. */
  readonly roots: readonly Hash[];
  /** What does not hold in it by itself. */
  readonly faults: readonly string[];
}

interface Row {
  readonly seq: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly payload: string;
  readonly salt: Buffer;
}

export async function storedLog(place: Place, clinicId: string): Promise<StoredLog> {
  const rows = await place.asked<Row>(
    `select e.seq, e.type, e.bytes, p.payload, p.salt
     from log_entry e left join log_payload p using (clinic_id, seq) where e.clinic_id = $1 order by e.seq`,
    [clinicId],
  );
  const [head] = await place.asked<{ size: string }>('select size from log_head where clinic_id = $1', [
    clinicId,
  ]);
  const read = rows.map(entryOf);
  const faults = read.flatMap((entry) => entry.faults);
  if (head?.size !== String(rows.length)) faults.push(`head ${head?.size}, entries ${rows.length}`);
  const roots = [emptyRoot()];
  let frontier = emptyFrontier;
  for (const { entry } of read) {
    frontier = appended(frontier, entry.leaf).frontier;
    roots.push(rootOf(frontier));
  }
  return { entries: read.map(({ entry }) => entry), roots, faults };
}

function entryOf(row: Row, place: number): { entry: StoredEntry; faults: string[] } {
  const leaf = JSON.parse(row.bytes.toString()) as {
    seq: number;
    type: string;
    subjects: string[];
    payloadHash: string;
  };
  const payloadHash = createHash('sha256').update(row.salt).update(row.payload).digest('hex');
  const faults = [
    ...(Number(row.seq) === place && leaf.seq === place ? [] : [`at ${place} is entry ${row.seq}`]),
    ...(leaf.payloadHash === payloadHash ? [] : [`entry ${row.seq} has another payload`]),
    ...(leaf.type === row.type ? [] : [`entry ${row.seq} is ${leaf.type} and ${row.type}`]),
  ];
  const { seq, type, subjects } = leaf;
  return { entry: { seq, type, subjects, leaf: leafHash(row.bytes) }, faults };
}

import type { Tx } from '../database/tx.js';
import { handOut } from '../session/by.js';
import { logProofText } from './proof.js';
import {
  consistencyPlan,
  type Hash,
  inclusionPlan,
  leafHash,
  type NodeAt,
  proofOf,
  proofRead,
} from './tree.js';

/** A checkpoint as it was signed. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Hash;
  readonly note: string;
}

/** The newest one, or the newest of at least this many entries; undefined where none has been signed. */
export async function lastCheckpoint(tx: Tx, atLeast = 1): Promise<StoredCheckpoint | undefined> {
  const row = await tx.one<{ size: string; root: Buffer; note: string }>(
    `select size, root, note from log_checkpoint where clinic_id = $1 and size >= $2 order by size desc limit 1`,
    [tx.clinicId, atLeast],
  );
  return row && { ...row, size: Number(row.size) };
}

/** Those of more than `beyond` entries, the newest first. */
export async function lastCheckpoints(tx: Tx, beyond: number, limit: number): Promise<StoredCheckpoint[]> {
  const rows = await tx.rows<{ size: string; root: Buffer; note: string }>(
    `select size, root, note from log_checkpoint where clinic_id = $1 and size > $2 order by size desc limit $3`,
    [tx.clinicId, beyond, limit],
  );
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

/** How long the log is, and the newest checkpoint of it: what a first page tells. */
export async function logInForce(
  tx: Tx,
): Promise<{ size: number; checkpoint: StoredCheckpoint | undefined }> {
  const row = await tx.one<{ length: string; size: string | null; root: Buffer; note: string }>(
    `select h.size length, c.size, c.root, c.note from log_head h left join lateral (
       select size, root, note from log_checkpoint where clinic_id = h.clinic_id order by size desc limit 1
     ) c on true where h.clinic_id = $1`,
    [tx.clinicId],
  );
  if (!row) return { size: 0, checkpoint: undefined };
  const { length, size, root, note } = row;
  return { size: Number(length), checkpoint: size === null ? undefined : { size: Number(size), root, note } };
}

/** Throws RangeError where the tree has lost a node: the log was tampered with in the database itself. */
export const consistencyProof = (tx: Tx, from: number, to: number): Promise<Hash[]> =>
  proofRead(consistencyPlan(BigInt(from), BigInt(to)), async (nodes) =>
    (await storedNodes(tx, nodes)).map(({ hash }) => hash),
  );

/**
 * A `.tlog-proof` that entry `seq` is in the log the checkpoint was signed of; reads O(log n) rows in one statement.
 * The entry's own bytes come along as `extra`, so that the proof can be checked by whoever holds nothing else.
 */
export async function inclusionProof(tx: Tx, seq: number, checkpoint: StoredCheckpoint): Promise<string> {
  handOut(tx.by, checkpoint);
  const index = BigInt(seq);
  const plan = inclusionPlan(index, BigInt(checkpoint.size));
  const [entry, ...nodes] = await storedNodes(tx, [{ level: 0, index }, ...plan.flat()]);
  const hashes = proofOf(
    plan,
    nodes.map(({ hash }) => hash),
  );
  return logProofText({ index, hashes, checkpoint: checkpoint.note, extra: entry?.bytes ?? undefined });
}

/**
 * The proof of the newest entry of these types about something, which whoever was part of it may keep;
 * undefined where no checkpoint covers it.
 */
export async function receiptOf(
  tx: Tx,
  subjectId: string,
  types: readonly string[],
): Promise<string | undefined> {
  const row = await tx.one<{ seq: string; size: string; root: Buffer; note: string }>(
    `select e.seq, c.size, c.root, c.note
     from (select e.seq from log_subject s join log_entry e on e.clinic_id = s.clinic_id and e.seq = s.seq
       where s.clinic_id = $1 and s.subject_id = $2 and e.type = any($3) order by s.seq desc limit 1) e
     cross join (select size, root, note from log_checkpoint where clinic_id = $1 order by size desc limit 1) c
     where c.size > e.seq`,
    [tx.clinicId, subjectId, types],
  );
  return row && inclusionProof(tx, Number(row.seq), { ...row, size: Number(row.size) });
}

/** The nodes in the order they are asked for. Throws RangeError where the tree has lost one. */
export async function hashesAt(tx: Tx, nodes: readonly NodeAt[]): Promise<Hash[]> {
  const found = await storedNodes(tx, nodes);
  if (found.length !== nodes.length) throw new RangeError('a node of the tree is missing');
  return found.map(({ hash }) => hash);
}

/** Leaves are made of the entries' own bytes; whatever is above them is stored. */
async function storedNodes(
  tx: Tx,
  nodes: readonly NodeAt[],
): Promise<{ hash: Hash; bytes: Buffer | null }[]> {
  if (nodes.length === 0) return [];
  const rows = await tx.rows<{ hash: Buffer | null; bytes: Buffer | null }>(nodesSql, [
    tx.clinicId,
    nodes.map(({ level }) => level),
    nodes.map(({ index }) => String(index)),
  ]);
  return rows.flatMap(({ hash, bytes }) => {
    const found = hash ?? (bytes && leafHash(bytes));
    return found ? { hash: found, bytes } : [];
  });
}

const nodesSql = `
  select (select n.hash from log_node n where n.clinic_id = $1 and n.level = w.level and n.index = w.index) hash,
    (select e.bytes from log_entry e where e.clinic_id = $1 and w.level = 0 and e.seq = w.index) bytes
  from unnest($2::smallint[], $3::bigint[]) with ordinality w (level, index, place) order by w.place`;

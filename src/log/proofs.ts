import type { Tx } from '../database/tx.js';
import { logProofText } from './proof.js';
import { consistencyPlan, type Hash, inclusionPlan, leafHash, type NodeAt, proofRead } from './tree.js';

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

/** Throws RangeError where the tree has lost a node: the log was tampered with in the database itself. */
export const consistencyProof = (tx: Tx, from: number, to: number): Promise<Hash[]> =>
  proofRead(consistencyPlan(BigInt(from), BigInt(to)), (nodes) => storedNodes(tx, nodes));

/** A `.tlog-proof` that entry `seq` is in the log the checkpoint was signed of; reads O(log n) rows in one statement. */
export async function inclusionProof(tx: Tx, seq: number, checkpoint: StoredCheckpoint): Promise<string> {
  const plan = inclusionPlan(BigInt(seq), BigInt(checkpoint.size));
  const hashes = await proofRead(plan, (nodes) => storedNodes(tx, nodes));
  return logProofText({ index: BigInt(seq), hashes, checkpoint: checkpoint.note });
}

/** Leaves are made of the entries' own bytes; whatever is above them is stored. */
async function storedNodes(tx: Tx, nodes: readonly NodeAt[]): Promise<Hash[]> {
  if (nodes.length === 0) return [];
  const rows = await tx.rows<{ hash: Buffer | null; bytes: Buffer | null }>(nodesSql, [
    tx.clinicId,
    nodes.map(({ level }) => level),
    nodes.map(({ index }) => String(index)),
  ]);
  return rows.flatMap(({ hash, bytes }) => hash ?? (bytes ? leafHash(bytes) : []));
}

const nodesSql = `
  select (select n.hash from log_node n where n.clinic_id = $1 and n.level = w.level and n.index = w.index) hash,
    (select e.bytes from log_entry e where e.clinic_id = $1 and w.level = 0 and e.seq = w.index) bytes
  from unnest($2::smallint[], $3::bigint[]) with ordinality w (level, index, place) order by w.place`;

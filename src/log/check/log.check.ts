import type { Tx } from '../../database/tx.js';
import type { NoteKey } from '../note.js';
import { apply } from '../state/fold.js';
import { emptyState, type State } from '../state/state.js';
import { checkedEntry, type StoredEntry } from './entry.check.js';
import { LogFault } from './log-fault.js';
import { type NodesHeld, placeOf, type StoredCheckpoint, type StoredHead, TreeCheck } from './tree.check.js';

/** Entries in memory at a time; of any size, a log is read in one snapshot. */
const batch = 5000;

/**
 * Reads a clinic's whole log as it is stored and holds each part against the others: columns, bytes, payloads, subjects,
 * nodes, checkpoints and head. Gives what the entries add up to.
 * Throws LogFault at the first that does not hold, FoldError at the first entry that does not fit onto those before it.
 * Signatures are checked with `keysOf` the log's name; null where whoever checks has no key.
 */
export async function checkedState(
  tx: Tx,
  keysOf: ((origin: string) => readonly NoteKey[]) | null,
): Promise<{ size: number; state: State }> {
  const head = await headOf(tx);
  const tree = new TreeCheck(head.origin, head.origin !== null && keysOf ? keysOf(head.origin) : null);
  const state = emptyState();
  for (let from = 0; ; from = tree.size) {
    const entries = await tx.rows<StoredEntry>(entriesSql, [tx.clinicId, from, batch]);
    if (entries.length === 0) break;
    const [nodes, checkpoints] = await growth(tx, from, from + entries.length);
    for (const entry of entries) {
      take(tx.clinicId, state, tree, { ...entry, seq: Number(entry.seq) }, nodes);
      const checkpoint = checkpoints.get(tree.size);
      if (checkpoint) tree.see(checkpoint);
    }
  }
  tree.mustEndAt(head);
  await mustHoldNoMore(tx, tree.size);
  return { size: tree.size, state };
}

function take(clinic: string, state: State, tree: TreeCheck, entry: StoredEntry, nodes: NodesHeld): void {
  if (entry.seq !== tree.size) throw new LogFault(`entry ${tree.size} is missing`, tree.size);
  const checked = checkedEntry(entry, clinic);
  tree.append(entry.bytes, nodes);
  apply(state, checked);
}

async function headOf(tx: Tx): Promise<StoredHead> {
  const head = await tx.one<StoredHead>(
    `select size::float8 size, peaks, signed_size::float8 "signedSize", signed_root "signedRoot", origin
     from log_head where clinic_id = $1`,
    [tx.clinicId],
  );
  if (!head) throw new LogFault('the log has no head');
  return head;
}

/** The nodes and the checkpoints that came with entries `from` up to, not including, `to`. */
async function growth(
  tx: Tx,
  from: number,
  to: number,
): Promise<[NodesHeld, ReadonlyMap<number, StoredCheckpoint>]> {
  const nodes = await tx.rows<{ level: number; index: string; hash: Buffer }>(nodesSql, [
    tx.clinicId,
    from,
    to,
  ]);
  const checkpoints = await tx.rows<StoredCheckpoint>(
    `select size::float8 size, root, note from log_checkpoint where clinic_id = $1 and size > $2 and size <= $3`,
    [tx.clinicId, from, to],
  );
  return [
    new Map(nodes.map(({ level, index, hash }) => [placeOf({ level, index: BigInt(index) }), hash])),
    new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint])),
  ];
}

/** What is there is right; nothing else may be there. */
async function mustHoldNoMore(tx: Tx, size: number): Promise<void> {
  const more = await tx.one<{ nodes: number; checkpoints: number }>(
    `select (select count(*) from log_node where clinic_id = $1)::float8 nodes,
       (select count(*) from log_checkpoint where clinic_id = $1 and size > $2)::float8 checkpoints`,
    [tx.clinicId, size],
  );
  const peaks = size.toString(2).replaceAll('0', '').length;
  if (more?.nodes !== size - peaks) throw new LogFault(`there are stored nodes beyond the ${size} entries`);
  if (more.checkpoints > 0)
    throw new LogFault(`there are checkpoints of more than the ${size} entries`, size);
  const subject = await tx.one<{ seq: string }>(subjectsSql, [tx.clinicId]);
  if (subject)
    throw new LogFault(
      `the subjects of entry ${subject.seq} are not those in its bytes`,
      Number(subject.seq),
    );
}

const entriesSql = `
  select e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') at, e.type, e.actor_id actor, e.bytes,
    e.payload_hash "payloadHash", p.payload, p.salt,
    case when x.seq is not null then coalesce((select b.payload from log_payload b
      join log_entry be on be.clinic_id = b.clinic_id and be.seq = b.seq
      where b.clinic_id = x.clinic_id and b.seq = x.by_seq and be.type = 'payload.erased'), '') end "erasedBy"
  from log_entry e
    left join log_payload p on p.clinic_id = e.clinic_id and p.seq = e.seq
    left join log_erasure x on x.clinic_id = e.clinic_id and x.seq = e.seq
  where e.clinic_id = $1 and e.seq >= $2 order by e.seq limit $3`;

/** A node is complete with its last entry: level by level, those between two sizes lie side by side. */
const nodesSql = `
  select n.level, n.index, n.hash
  from generate_series(1, 62) l join log_node n on n.clinic_id = $1 and n.level = l
    and n.index >= $2::bigint >> l and n.index < $3::bigint >> l`;

const subjectsSql = `
  with told as (
    select e.seq, s.id::uuid id
    from log_entry e, jsonb_array_elements_text(convert_from(e.bytes, 'UTF8')::jsonb -> 'subjects') s (id)
    where e.clinic_id = $1
  ), held as (
    select seq, subject_id id from log_subject where clinic_id = $1
  )
  select seq from ((table told except table held) union all (table held except table told)) other
  order by seq limit 1`;

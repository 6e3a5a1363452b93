import type { Tx } from '../database/tx.js';
import { openCheckpoint, signCheckpoint, type Trust } from './checkpoint.js';
import type { Entry } from './entry.js';
import { logProofText, whyNotConsistent } from './proof.js';
import { consistencyProof, lastCheckpoints } from './proofs.js';
import type { SignedLog, SigningKeys } from './signing-keys.js';
import { appended, type Frontier, frontierOf, type Hash, leafHash, rootOf, sameHash } from './tree.js';

/** The head of a clinic's log as the turn found it. */
export interface Head {
  readonly size: number;
  readonly peaks: readonly Hash[];
  /** 0 before the first checkpoint. */
  readonly signedSize: number;
  readonly signedRoot: Hash | null;
  /** What the log calls itself since its first checkpoint. */
  readonly origin: string | null;
}

/** A clinic that is being signed up has no head yet: its log begins at 0. */
export const newHead: Head = { size: 0, peaks: [], signedSize: 0, signedRoot: null, origin: null };

export interface SignedCheckpoint {
  /** Base64, as in the note. */
  readonly root: string;
  readonly note: string;
  /** The `.tlog-proof` of the last entry; whoever took part may keep it. */
  readonly receipt: string;
}

/**
 * The head after these entries, and the checkpoint of it.
 * Null in place of a checkpoint that would not extend the last one: an act does not wait until the log is mended,
 * and whoever holds an earlier checkpoint sees that no later one follows.
 */
export async function extended(
  tx: Tx,
  keys: SigningKeys,
  head: Head,
  entries: readonly Entry[],
): Promise<{ head: Head; checkpoint: SignedCheckpoint | null }> {
  const before = frontierOf(BigInt(head.size), head.peaks);
  const withLeaf = (log: Frontier, { bytes }: Entry): Frontier => appended(log, leafHash(bytes)).frontier;
  const [last, ...rest] = [...entries].reverse();
  if (!last) throw new RangeError('nothing is appended');
  const beforeLast = rest.reduceRight(withLeaf, before);
  const after = withLeaf(beforeLast, last);
  const root = rootOf(after);
  const origin = head.origin ?? keys.originOf(tx.clinicId);
  const unsigned = { ...head, size: Number(after.size), peaks: after.peaks };
  const why = await whyNotExtending(tx, keys, head, before);
  if (why) {
    keys.refuse(origin, why);
    return { head: unsigned, checkpoint: null };
  }
  const note = signCheckpoint({ origin, size: after.size, root, extensions: [] }, keys.signersOf(origin));
  return {
    head: { ...unsigned, signedSize: unsigned.size, signedRoot: root, origin },
    checkpoint: {
      root: Buffer.from(root).toString('base64'),
      note,
      receipt: receiptOfLast(beforeLast, last, note),
    },
  };
}

/** RFC 6962 § 2.1.1: what stood before the last leaf is all that its path needs, the smallest subtree first. */
const receiptOfLast = ({ size, peaks }: Frontier, { bytes }: Entry, checkpoint: string): string =>
  logProofText({ index: size, hashes: [...peaks].reverse(), checkpoint, extra: bytes });

/**
 * Null when what stands now begins with all that was signed last, by this process and by a key we know.
 * A checkpoint that no key of ours has signed is nobody's: whoever wrote it into the table silences nothing by it.
 */
async function whyNotExtending(tx: Tx, keys: SigningKeys, head: Head, now: Frontier): Promise<string | null> {
  const { signedSize, signedRoot, origin } = head;
  const own = keys.lastSigned(tx.clinicId);
  if (own && own.size > signedSize) return 'size-shrunk';
  if (signedRoot === null || origin === null) return null;
  if (own?.size === signedSize && !sameHash(own.root, signedRoot)) return 'head-other';
  if (own?.size === signedSize) return whyNotBeginning(tx, own, now);
  const stored = await lastOpened(tx, { origin, keys: keys.keysOf(origin) }, own?.size ?? 0);
  if (!stored && !own) return 'key-unknown';
  if (stored && stored.size > signedSize) return 'head-other';
  if (stored?.size === signedSize && !sameHash(stored.root, signedRoot)) return 'head-other';
  return (
    (own && (await whyNotBeginning(tx, own, now))) ??
    (stored && (await whyNotBeginning(tx, stored, now))) ??
    null
  );
}

/** How far back a checkpoint of ours is looked for: each of those after it was written by somebody with the database's password. */
const mostForeign = 1000;

/** The newest stored checkpoint of more than `beyond` entries that a trusted key signed. */
async function lastOpened(tx: Tx, trust: Trust, beyond: number): Promise<SignedLog | undefined> {
  for (const limit of [1, mostForeign]) {
    for (const { note } of await lastCheckpoints(tx, beyond, limit)) {
      const opened = openCheckpoint(note, trust);
      if (!('rejected' in opened)) return { size: Number(opened.size), root: opened.root };
    }
  }
  return undefined;
}

async function whyNotBeginning(tx: Tx, { size, root }: SignedLog, now: Frontier): Promise<string | null> {
  const [old, log] = [
    { size: BigInt(size), root },
    { size: now.size, root: rootOf(now) },
  ];
  if (old.size === log.size) return sameHash(log.root, root) ? null : 'root-mismatch';
  try {
    return whyNotConsistent(old, log, await consistencyProof(tx, size, Number(now.size)));
  } catch (error) {
    if (error instanceof RangeError) return 'node-missing';
    throw error;
  }
}

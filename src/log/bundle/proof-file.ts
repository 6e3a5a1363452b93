import { openCheckpoint } from '../checkpoint.js';
import { fromBase64, textOf } from '../platform.js';
import { type LogProof, openLogProof, readLogProof } from '../proof.js';
import { leafHash } from '../tree.js';
import { BundleError, type Fault } from './fault.js';
import { givenKeys } from './keys.js';

/** What a `.tlog-proof` was found to show. */
export interface ProofShown {
  readonly origin: string;
  readonly index: bigint;
  readonly size: bigint;
  readonly keyIds: readonly string[];
  /** The entry was taken from the proof's own extra line. */
  readonly entryInProof: boolean;
}

export type ProofVerdict = { readonly fault: Fault } | { readonly shown: ProofShown };

export interface ProofGiven {
  readonly vkeys: readonly string[];
  /** What the log calls itself; else the name of its key. */
  readonly origin?: string;
  /** The leaf's exact bytes, or the answer of `GET /log/{seq}`, which holds them. */
  readonly entry?: Uint8Array;
}

/** A `.tlog-proof` of any log. Without an entry, the proof's extra line is tried, which some logs use for it. */
export function verifyProof(file: Uint8Array, given: ProofGiven): ProofVerdict {
  const read = readLogProof(file);
  if ('rejected' in read) return { fault: { code: 'proof', about: read.rejected } };
  if (given.vkeys.length === 0) return { fault: { code: 'key-not-given' } };
  try {
    return judged(file, read, given);
  } catch (error) {
    if (error instanceof BundleError) return { fault: error.fault };
    throw error;
  }
}

function judged(file: Uint8Array, proof: LogProof, { vkeys, origin, entry }: ProofGiven): ProofVerdict {
  const keys = givenKeys(vkeys);
  const said = proof.checkpoint.split('\n', 1)[0];
  const named = origin ?? keys.find(({ name }) => name === said)?.name ?? keys[0]?.name ?? '';
  const trust = { origin: named, keys };
  let rejected: string | null = null;
  for (const leaf of candidates(proof, entry)) {
    const shown = openLogProof(file, leafHash(leaf), trust);
    if ('rejected' in shown) {
      rejected ??= shown.rejected;
      continue;
    }
    const keyIds = shown.checkpoint.keys.map(({ id }) => id);
    const { size } = shown.checkpoint;
    return { shown: { origin: named, index: shown.index, size, keyIds, entryInProof: !entry } };
  }
  if (entry && rejected) return { fault: { code: 'proof', about: rejected } };
  const checkpoint = openCheckpoint(proof.checkpoint, trust);
  if ('rejected' in checkpoint) return { fault: { code: 'proof', about: checkpoint.rejected } };
  if (proof.index >= checkpoint.size) return { fault: { code: 'proof', about: 'index-out-of-range' } };
  return { fault: { code: 'entry-not-given', about: `${proof.index + 1n}/${checkpoint.size}` } };
}

function candidates(proof: LogProof, entry: Uint8Array | undefined): Uint8Array[] {
  if (!entry) return proof.extra ? [proof.extra] : [];
  const inside = bytesIn(entry);
  return inside ? [entry, inside] : [entry];
}

/** The leaf in an answer of `GET /log/{seq}`. */
function bytesIn(entry: Uint8Array): Uint8Array | null {
  try {
    const view: unknown = JSON.parse(textOf(entry));
    const holds = typeof view === 'object' && view !== null && 'bytes' in view;
    return holds && typeof view.bytes === 'string' ? fromBase64(view.bytes) : null;
  } catch {
    return null;
  }
}

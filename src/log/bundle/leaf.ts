/** What the tree holds of an entry: the fields of the leaf, as `entryOf` (src/log/entry.ts) writes them. */
export interface Leaf {
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly clinic: string;
  readonly actor: string;
  readonly type: string;
  readonly subjects: readonly string[];
  /** Hexadecimal. */
  readonly payloadHash: string;
}

const fields = 'actor,at,clinic,payloadHash,seq,subjects,type,v';
const hashForm = /^[0-9a-f]{64}$/;

/** Null for what no entry of version 1 looks like. */
export function readLeaf(text: string): Leaf | null {
  const leaf = parsed(text);
  if (!leaf || Object.keys(leaf).join() !== fields || leaf.v !== 1) return null;
  const { seq, at, clinic, actor, type, subjects, payloadHash } = leaf;
  const moment = typeof at === 'string' && at.length === 24 && at.endsWith('Z') ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(moment) || !Number.isSafeInteger(seq) || !Array.isArray(subjects)) return null;
  if (typeof clinic !== 'string' || typeof actor !== 'string' || typeof type !== 'string') return null;
  if (typeof payloadHash !== 'string' || !hashForm.test(payloadHash)) return null;
  if (!subjects.every((id) => typeof id === 'string')) return null;
  return { seq: Number(seq), at: moment, clinic, actor, type, subjects, payloadHash };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

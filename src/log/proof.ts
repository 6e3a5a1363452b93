import {
  type Checkpoint,
  hashOf,
  type OpenCheckpointReason,
  type OpenedCheckpoint,
  openCheckpoint,
  type Trust,
} from './checkpoint.js';
import { base64Of, fromBase64 } from './platform.js';
import { type NumberReason, numberOf, plainText, type Rejected, type TextReason } from './text.js';
import { type Hash, isHash, largestSize, lastPeak, nodeHash, sameHash, sides } from './tree.js';

type Log = Pick<Checkpoint, 'size' | 'root'>;

type PathReason =
  | 'size-zero'
  | 'size-out-of-range'
  | 'hash-length'
  | 'hashes-missing'
  | 'hashes-trailing'
  | 'root-mismatch';

export type InclusionReason = PathReason | 'index-out-of-range';

export type ConsistencyReason = PathReason | 'size-shrunk';

/**
 * RFC 9162 § 2.1.3.2: null when the proof shows that the leaf stands at this index of this log, else what is wrong.
 * An index beyond the log, or a hash more or less than its path has, is refused before anything is hashed.
 * Size and root must come from one signed checkpoint: the proof alone does not show that they belong together.
 */
export function whyNotIncluded(
  leaf: Hash,
  index: bigint,
  log: Log,
  proof: readonly Hash[],
): InclusionReason | null {
  const malformed = whyNotSized(log.size) ?? whyNotHashes([leaf, log.root, ...proof]);
  if (malformed) return malformed;
  if (index < 0n || index >= log.size) return 'index-out-of-range';
  const path = sides(index, log.size - 1n);
  if (proof.length !== path.length) return proof.length < path.length ? 'hashes-missing' : 'hashes-trailing';
  const root = path.reduce(
    (below, { side }, i) => (side === 'left' ? nodeHash(proof[i]!, below) : nodeHash(below, proof[i]!)),
    leaf,
  );
  return sameHash(root, log.root) ? null : 'root-mismatch';
}

/**
 * RFC 9162 § 2.1.4.2: null when the proof shows that the log begins with the whole of the old one, else what is wrong.
 * An old log of size 0 is refused: nothing is shown of it, and nothing needs to be.
 */
export function whyNotConsistent(old: Log, log: Log, proof: readonly Hash[]): ConsistencyReason | null {
  const malformed =
    whyNotSized(old.size) ?? whyNotSized(log.size) ?? whyNotHashes([old.root, log.root, ...proof]);
  if (malformed) return malformed;
  if (old.size > log.size) return 'size-shrunk';
  if (old.size === log.size) return whyNotSame(old, log, proof);
  const { level, index } = lastPeak(old.size);
  const path = sides(index, (log.size - 1n) >> BigInt(level));
  const [start, ...rest] = index === 0n ? [old.root, ...proof] : proof;
  if (start === undefined || rest.length < path.length) return 'hashes-missing';
  if (rest.length > path.length) return 'hashes-trailing';
  const roots = path.reduce(
    ({ before, after }, { side }, i) =>
      side === 'left'
        ? { before: nodeHash(rest[i]!, before), after: nodeHash(rest[i]!, after) }
        : { before, after: nodeHash(after, rest[i]!) },
    { before: start, after: start },
  );
  return sameHash(roots.before, old.root) && sameHash(roots.after, log.root) ? null : 'root-mismatch';
}

function whyNotSame(old: Log, log: Log, proof: readonly Hash[]): ConsistencyReason | null {
  if (proof.length > 0) return 'hashes-trailing';
  return sameHash(old.root, log.root) ? null : 'root-mismatch';
}

function whyNotSized(size: bigint): 'size-zero' | 'size-out-of-range' | null {
  if (size === 0n) return 'size-zero';
  return size < 0n || size > largestSize ? 'size-out-of-range' : null;
}

const whyNotHashes = (hashes: readonly Hash[]): 'hash-length' | null =>
  hashes.every(isHash) ? null : 'hash-length';

/** A `.tlog-proof` file: that an entry is in a log, to be checked without the log. */
export interface LogProof {
  /** Of the entry, from 0 to 2^63 − 1. */
  readonly index: bigint;
  /** From the leaf's sibling up; none in a log of one entry. */
  readonly hashes: readonly Hash[];
  /** The signed note, as it was issued. */
  readonly checkpoint: string;
  /** Covered by no signature: a hint at most. */
  readonly extra?: Uint8Array;
}

export type LogProofReason =
  | TextReason
  | NumberReason
  | 'header'
  | 'extra-empty'
  | 'index-missing'
  | 'base64'
  | 'hash-length'
  | 'hashes-trailing'
  | 'checkpoint-missing';

const header = 'c2sp.org/tlog-proof@v1';

/** No path is longer in a tree of 2^63 leaves. */
const maxHashes = 63;

/** C2SP tlog-proof@v1. Throws RangeError when it could not be read back; the checkpoint is taken as it is. */
export function logProofText({ index, hashes, checkpoint, extra }: LogProof): string {
  const extraLine = extra && extra.length > 0 ? [`extra ${base64Of(extra)}`] : [];
  const text = [header, ...extraLine, `index ${index}`, ...hashes.map(base64Of), '', checkpoint].join('\n');
  const read = readLogProof(text);
  if ('rejected' in read) throw new RangeError(`a proof cannot be made: ${read.rejected}`);
  return text;
}

/** The parts of a `.tlog-proof` file: well formed, and not yet shown to hold. */
export function readLogProof(file: Uint8Array | string): LogProof | Rejected<LogProofReason> {
  const text = plainText(file);
  if (typeof text !== 'string') return text;
  const end = text.indexOf('\n\n');
  const [first, ...lines] = (end < 0 ? text.slice(0, -1) : text.slice(0, end)).split('\n');
  if (first !== header) return { rejected: 'header' };
  const extra = lines[0]?.startsWith('extra ')
    ? fromBase64(lines.shift()!.slice('extra '.length))
    : undefined;
  if (extra === null) return { rejected: 'base64' };
  if (extra?.length === 0) return { rejected: 'extra-empty' };
  const digits = /^index (.*)$/u.exec(lines.shift() ?? '')?.[1];
  if (digits === undefined) return { rejected: 'index-missing' };
  const index = numberOf(digits, largestSize - 1n);
  if (typeof index !== 'bigint') return index;
  if (lines.length > maxHashes) return { rejected: 'hashes-trailing' };
  const hashes: Hash[] = [];
  for (const line of lines) {
    const read = hashOf(line);
    if ('rejected' in read) return read;
    hashes.push(read);
  }
  if (end < 0 || end + 2 === text.length) return { rejected: 'checkpoint-missing' };
  return { index, hashes, checkpoint: text.slice(end + 2), extra };
}

/**
 * What a `.tlog-proof` file shows: that the entry with this leaf hash stands at `index` of the log that is trusted,
 * by a checkpoint that a trusted key signed. The leaf hash must be made of the entry itself, never taken from the file.
 */
export function openLogProof(
  file: Uint8Array | string,
  leaf: Hash,
  trust: Trust,
):
  | { index: bigint; checkpoint: OpenedCheckpoint; extra?: Uint8Array }
  | Rejected<LogProofReason | OpenCheckpointReason | InclusionReason> {
  const read = readLogProof(file);
  if ('rejected' in read) return read;
  const checkpoint = openCheckpoint(read.checkpoint, trust);
  if ('rejected' in checkpoint) return checkpoint;
  const rejected = whyNotIncluded(leaf, read.index, checkpoint, read.hashes);
  return rejected ? { rejected } : { index: read.index, checkpoint, extra: read.extra };
}

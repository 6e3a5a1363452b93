import { openCheckpoint, readCheckpoint } from '../checkpoint.js';
import type { NoteKey } from '../note.js';
import { appended, emptyFrontier, type Hash, leafHash, rootOf, type StoredNode, sameHash } from '../tree.js';
import { LogFault } from './log-fault.js';

export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
}

export interface StoredHead {
  readonly size: number;
  readonly peaks: readonly Buffer[];
  readonly signedSize: number;
  readonly signedRoot: Buffer | null;
  readonly origin: string | null;
}

/** By level and index: what the tables hold of the nodes that a batch of entries completes. */
export type NodesHeld = ReadonlyMap<string, Hash>;

export const placeOf = ({ level, index }: Pick<StoredNode, 'level' | 'index'>): string => `${level} ${index}`;

/** Grows the tree again from the entries' own bytes, and holds what is stored of it against that. */
export class TreeCheck {
  private frontier = emptyFrontier;
  private signed: StoredCheckpoint | undefined;

  constructor(
    private readonly origin: string | null,
    /** Null where signatures are not to be checked: whoever checks has no key. */
    private readonly keys: readonly NoteKey[] | null,
  ) {}

  get size(): number {
    return Number(this.frontier.size);
  }

  /** Throws LogFault when a node that the entry completes is another in the tables. */
  append(bytes: Buffer, held: NodesHeld): void {
    const next = appended(this.frontier, leafHash(bytes));
    this.frontier = next.frontier;
    for (const node of next.completed) {
      if (node.level === 0) continue;
      const stored = held.get(placeOf(node));
      if (!stored || !sameHash(stored, node.hash)) throw otherNode(node, stored !== undefined);
    }
  }

  /** Throws LogFault unless the checkpoint of this very size is what was signed of these entries. */
  see(checkpoint: StoredCheckpoint): void {
    const { size, root, note } = checkpoint;
    const since = this.signed?.size ?? 0;
    const told = readCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1));
    const about = since === size - 1 ? `entry ${since} is` : `entries ${since} to ${size - 1} are`;
    if (!sameHash(root, rootOf(this.frontier)))
      throw new LogFault(`${about} not what the checkpoint of ${size} entries was made of`, since);
    if (
      'rejected' in told ||
      told.size !== BigInt(size) ||
      !sameHash(told.root, root) ||
      told.origin !== this.origin
    )
      throw new LogFault(`the checkpoint of ${size} entries says something else than its columns`, since);
    if (this.keys) this.mustBeSigned(checkpoint, this.keys);
    this.signed = checkpoint;
  }

  /** Throws LogFault unless the head stands where the entries and the checkpoints end. */
  mustEndAt(head: StoredHead): void {
    const { size } = this;
    if (head.size !== size)
      throw new LogFault(`the log is ${head.size} entries long, and there are ${size}`, size);
    const same = head.peaks.length === this.frontier.peaks.length && head.peaks.every(this.isPeak);
    if (!same) throw new LogFault('the peaks of the head are not those of the tree');
    const [signedSize, signedRoot] = [this.signed?.size ?? 0, this.signed?.root ?? null];
    const agree =
      head.signedRoot && signedRoot ? sameHash(head.signedRoot, signedRoot) : head.signedRoot === signedRoot;
    if (head.signedSize !== signedSize || !agree)
      throw new LogFault(
        `the head was signed at ${head.signedSize} entries, and the last checkpoint is of ${signedSize}`,
      );
  }

  private readonly isPeak = (peak: Buffer, i: number): boolean => {
    const own = this.frontier.peaks[i];
    return own !== undefined && sameHash(own, peak);
  };

  private mustBeSigned({ size, note }: StoredCheckpoint, keys: readonly NoteKey[]): void {
    const opened = openCheckpoint(note, { origin: this.origin ?? '', keys });
    if ('rejected' in opened)
      throw new LogFault(
        `the checkpoint of ${size} entries is not signed by the key of this log (${opened.rejected})`,
      );
  }
}

function otherNode({ level, index }: StoredNode, isThere: boolean): LogFault {
  const first = index << BigInt(level);
  const last = ((index + 1n) << BigInt(level)) - 1n;
  const why = isThere ? 'is not the one that these entries make' : 'is missing';
  return new LogFault(`the stored node over entries ${first} to ${last} ${why}`, Number(first));
}

import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { type By, handOut } from '../session/by.js';
import type {
  CheckpointQuery,
  CheckpointView,
  CheckpointWithLastSeenView,
  ConsistencyQuery,
  ConsistencyView,
  LogEntryPage,
} from './log.dto.js';
import {
  consistencyProof,
  inclusionProof,
  lastCheckpoint,
  logInForce,
  type StoredCheckpoint,
} from './proofs.js';
import { type Held, judged, lastSeen } from './seen.js';
import { lastSeenView } from './seen.view.js';
import { SigningKeys } from './signing-keys.js';
import type { Hash } from './tree.js';

/** What somebody takes home to hold the log to its word: checkpoints, and proofs against them. */
@Injectable()
export class CheckpointService {
  constructor(
    private readonly tenant: Tenant,
    private readonly keys: SigningKeys,
  ) {}

  /**
   * With the one that the caller holds, or was given last, held against it. What we remember giving and the log does not agree with
   * becomes an entry when the look-up is written; what a caller brings does not: anybody could make one up.
   */
  checkpoint(query: CheckpointQuery, by: By): Promise<CheckpointWithLastSeenView> {
    return this.tenant.read(by, async (tx) => this.withLastSeen(tx, await newest(tx), heldBy(query)));
  }

  /** For the first page of the log; null where nothing has been signed yet. */
  async inForce(tx: Tx): Promise<Pick<LogEntryPage, 'checkpoint' | 'lastSeen'> & { readonly size: number }> {
    const { size, checkpoint: now } = await logInForce(tx);
    if (!now) return { size, checkpoint: null, lastSeen: null };
    const { lastSeen: seen, ...checkpoint } = await this.withLastSeen(tx, now, null);
    return { size, checkpoint, lastSeen: seen };
  }

  /** A `.tlog-proof` file. 404 for an entry that no checkpoint covers. */
  proof(seq: number, by: By): Promise<string> {
    return this.tenant.read(by, async (tx) => inclusionProof(tx, seq, await newest(tx, seq + 1)));
  }

  /** That the log of `to` entries begins with the log of `from`; nothing needs to be shown of a log of none. */
  consistency({ from, to }: ConsistencyQuery, by: By): Promise<ConsistencyView> {
    return this.tenant.read(by, async (tx) => {
      const { size } = await newest(tx);
      const end = to ?? size;
      if (end > size) throw Problem.invalid('/to', 'too-great', String(size));
      if (from > end) throw Problem.invalid('/from', 'too-great', String(end));
      const hashes = from === 0 ? [] : await consistencyProof(tx, from, end);
      return { from, to: end, hashes: hashes.map(inBase64) };
    });
  }

  private async withLastSeen(
    tx: Tx,
    now: StoredCheckpoint,
    own: Held | null,
  ): Promise<CheckpointWithLastSeenView> {
    const held = own ?? (await lastSeen(tx));
    handOut(tx.by, now);
    return {
      ...this.view(now),
      lastSeen: held && lastSeenView(await judged(tx, held, now), tx.by.language),
    };
  }

  private view({ size, root, note }: StoredCheckpoint): CheckpointView {
    const origin = note.slice(0, note.indexOf('\n'));
    return { origin, size, root: inBase64(root), note, vkeys: this.keys.vkeysOf(origin) };
  }
}

const inBase64 = (hash: Hash): string => Buffer.from(hash).toString('base64');

function heldBy({ seenSize, seenRoot }: CheckpointQuery): Held | null {
  if (seenSize === undefined && seenRoot === undefined) return null;
  if (seenSize === undefined) throw Problem.invalid('/seenSize', 'required');
  if (seenRoot === undefined) throw Problem.invalid('/seenRoot', 'required');
  return { size: seenSize, root: Buffer.from(seenRoot, 'base64'), seenAt: null };
}

async function newest(tx: Tx, atLeast?: number): Promise<StoredCheckpoint> {
  const checkpoint = await lastCheckpoint(tx, atLeast);
  if (!checkpoint) throw new Problem('not-found');
  return checkpoint;
}

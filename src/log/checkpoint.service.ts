import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import type { By } from '../session/by.js';
import type { CheckpointView, ConsistencyQuery, ConsistencyView } from './log.dto.js';
import { consistencyProof, inclusionProof, lastCheckpoint, type StoredCheckpoint } from './proofs.js';
import { SigningKeys } from './signing-keys.js';
import type { Hash } from './tree.js';

/** What somebody takes home to hold the log to its word: checkpoints, and proofs against them. */
@Injectable()
export class CheckpointService {
  constructor(
    private readonly tenant: Tenant,
    private readonly keys: SigningKeys,
  ) {}

  checkpoint(by: By): Promise<CheckpointView> {
    return this.tenant.read(by, async (tx) => this.view(await newest(tx)));
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

  private view({ size, root, note }: StoredCheckpoint): CheckpointView {
    const origin = note.slice(0, note.indexOf('\n'));
    return { origin, size, root: inBase64(root), note, vkeys: this.keys.vkeysOf(origin) };
  }
}

const inBase64 = (hash: Hash): string => Buffer.from(hash).toString('base64');

async function newest(tx: Tx, atLeast?: number): Promise<StoredCheckpoint> {
  const checkpoint = await lastCheckpoint(tx, atLeast);
  if (!checkpoint) throw new Problem('not-found');
  return checkpoint;
}

import type { Tenant } from '../../database/tenant.js';
import type { Tx } from '../../database/tx.js';
import type { By } from '../../session/by.js';
import { lastCheckpoint, type StoredCheckpoint } from '../proofs.js';
import type { LoggedEntry } from '../state/state.js';

/** What of a log is read: numbers from `first` up to, not including, `end`; infinite for all there is. */
export interface Extent {
  readonly first: number;
  readonly end: number;
}

interface EntryRow {
  readonly seq: string;
  readonly bytes: Buffer;
  readonly payload: string | null;
  readonly salt: Buffer | null;
  readonly erasedBy: string | null;
}

/** As many as are held in memory at once. */
const batch = 500;

/** Reads a log of any length in short transactions of their own, so that nobody else waits for whoever fetches it. */
export class BundleReader {
  /** Of exactly the entries that were read, once all have been: the last of them and it come from one snapshot. */
  checkpoint: StoredCheckpoint | undefined;

  constructor(
    private readonly tenant: Tenant,
    private readonly by: By,
    private readonly extent: Extent,
  ) {}

  /**
   * The lines of entries.ndjson. A payload that is erased meanwhile is there or is gone; if it is gone,
   * the entry that says so is among those that are read later. Of a part it may lie beyond: then nothing more is given,
   * for whoever verifies it would find a payload gone without a word.
   */
  async *lines(see: (entry: LoggedEntry) => void): AsyncGenerator<string> {
    const { first, end } = this.extent;
    for (let next = first; next < end; ) {
      const rows = await this.tenant.read(this.by, (tx) => this.batchFrom(tx, next));
      const lines: string[] = [];
      for (const row of rows) {
        this.mustBeTold(row);
        see(entryIn(row));
        lines.push(lineOf(row));
      }
      if (lines.length > 0) yield lines.join('');
      const last = rows.at(-1);
      if (rows.length < batch || last === undefined) return;
      next = Number(last.seq) + 1;
    }
  }

  /** The lines of checkpoints.ndjson: the log as it was signed after each act, within what was read. */
  async *checkpoints(): AsyncGenerator<string> {
    const most = Math.min(this.extent.end, this.checkpoint?.size ?? 0);
    for (let after = this.extent.first; ; ) {
      const rows = await this.tenant.read(this.by, (tx) =>
        tx.rows<{ size: string; note: string }>(checkpointsSql, [tx.clinicId, after, most, batch]),
      );
      if (rows.length > 0) yield rows.map(({ note }) => `${JSON.stringify(note)}\n`).join('');
      const last = rows.at(-1);
      if (rows.length < batch || last === undefined) return;
      after = Number(last.size);
    }
  }

  private mustBeTold({ seq, erasedBy }: EntryRow): void {
    const isPart = Number.isFinite(this.extent.end);
    if (isPart && erasedBy !== null && Number(erasedBy) >= (this.checkpoint?.size ?? 0))
      throw new Error(`entry ${seq} was erased while a part of the log was fetched`);
  }

  private async batchFrom(tx: Tx, next: number): Promise<EntryRow[]> {
    const end = Math.min(this.extent.end, Number.MAX_SAFE_INTEGER);
    const rows = await tx.rows<EntryRow>(entriesSql, [tx.clinicId, next, end, batch]);
    if (rows.length < batch) this.checkpoint ??= await lastCheckpoint(tx);
    return rows;
  }
}

const entriesSql = `
  select e.seq, e.bytes, p.payload, p.salt, x.by_seq "erasedBy"
  from log_entry e left join log_payload p on p.clinic_id = e.clinic_id and p.seq = e.seq
    left join log_erasure x on x.clinic_id = e.clinic_id and x.seq = e.seq
  where e.clinic_id = $1 and e.seq >= $2 and e.seq < $3 order by e.seq limit $4`;

const checkpointsSql = `
  select size, note from log_checkpoint where clinic_id = $1 and size > $2 and size <= $3 order by size limit $4`;

/** Text and bytes go out as they are stored. */
const lineOf = ({ seq, bytes, payload, salt }: EntryRow): string => {
  const written = salt ? `"${salt.toString('base64')}"` : 'null';
  return `{"seq":${seq},"bytes":"${bytes.toString('base64')}","payload":${payload ?? 'null'},"salt":${written}}\n`;
};

/** Of a leaf that is none, something that fits nowhere: it is for whoever verifies to say what is wrong with it. */
function entryIn({ seq, bytes, payload }: EntryRow): LoggedEntry {
  try {
    const { at, type, actor } = JSON.parse(bytes.toString()) as { at: string; type: string; actor: string };
    const told = payload === null ? null : (JSON.parse(payload) as LoggedEntry['payload']);
    return { seq: Number(seq), at: Date.parse(at), type: String(type), actor: String(actor), payload: told };
  } catch {
    return { seq: Number(seq), at: 0, type: 'unreadable', actor: '', payload: null };
  }
}

import { refusalsToErase } from '../erasure.rules.js';
import { apply, FoldError } from '../state/fold.js';
import type { LoggedEntry, State } from '../state/state.js';
import type { Hash } from '../tree.js';
import type { Fault } from './fault.js';
import { readLeaf } from './leaf.js';
import { readLine } from './line.js';
import type { LinesEnd } from './lines.js';
import type { Peaks } from './peaks.js';

/** What is asked of the entries, besides that each of them holds. */
export interface Asked {
  /** The numbers from `peaks.size` up to this one, not included; infinite when nothing credible says how many there are. */
  readonly end: number;
  /** Folds the entries; null for a part of a log, which adds up to nothing by itself. */
  readonly state: State | null;
  /** Whether the entries reach the end of the log: then whatever was erased among them is said to be. */
  readonly toTheEnd: boolean;
  /** Is shown each entry whose payload holds, in order. */
  readonly see?: (entry: LoggedEntry) => void;
  /** A size at which the root is to be remembered. */
  readonly watch: number | null;
}

/** Milliseconds by which the clocks of two servers may disagree without anybody having dated anything back. */
const clocksDiffer = 60_000;

/** Goes through entries.ndjson once, from the first number to the last. */
export class EntriesCheck {
  /** The first entry that does not hold. */
  fault: Fault | null = null;
  /** The first line that says what it should in another way than the export: told when nothing worse is found. */
  form: Fault | null = null;
  clinic: string | null = null;
  /** How many entries are without their payload, and said to be by a later entry. */
  erased = 0;
  /** Of the log at the size that was watched for; null when it was not passed. */
  watched: Hash | null = null;
  /** How many entries are dated back, and the first of them: nothing but the clock says when something was written. */
  backdated = { count: 0, first: 0 };
  private latest = Number.NEGATIVE_INFINITY;
  private readonly unexplained = new Set<number>();

  constructor(
    private readonly peaks: Peaks,
    private readonly asked: Asked,
  ) {
    this.watch();
  }

  /** False when nothing that follows can be judged. */
  readonly take = (bytes: Uint8Array, start: number, end: number): boolean => {
    const seq = this.peaks.size;
    if (seq >= this.asked.end) return this.stop({ code: 'entries-trailing', seq });
    const line = readLine(bytes, start, end, seq);
    if (typeof line === 'string') return this.stop({ code: line, seq });
    const leaf = readLeaf(line.leaf);
    if (!leaf) return this.stop({ code: 'leaf-form', seq });
    if (line.seq !== seq || leaf.seq !== seq) {
      const found = line.seq !== seq ? line.seq : leaf.seq;
      return this.stop({ code: found > seq ? 'number-missing' : 'number-other', seq, about: String(found) });
    }
    this.clinic ??= leaf.clinic;
    if (leaf.clinic !== this.clinic) this.note({ code: 'clinic-other', seq });
    if (!line.exact) this.form ??= { code: 'line-form', seq };
    this.date(leaf.at, seq);
    this.peaks.push(line.leafHash);
    if (line.payloadHash !== null && line.payloadHash !== leaf.payloadHash)
      this.note({ code: 'payload-hash', seq });
    else if (!this.fault) this.told({ ...leaf, payload: line.payload });
    this.watch();
    return true;
  };

  /** What is wrong at the end, once all lines have been taken. */
  ended(how: LinesEnd): void {
    const seq = this.peaks.size;
    if (how === 'too-long') this.note({ code: 'line-too-long', seq });
    if (how === 'open')
      this.note({ code: seq < this.asked.end ? 'last-line-open' : 'entries-trailing', seq });
    if (how === 'whole' && seq < this.asked.end && Number.isFinite(this.asked.end))
      this.note({ code: 'entries-missing', seq });
    const [gone] = this.unexplained;
    if (this.asked.toTheEnd && gone !== undefined && gone < (this.fault?.seq ?? Number.POSITIVE_INFINITY))
      this.fault = { code: 'payload-missing', seq: gone };
  }

  /** Without their payload, and no entry in this part says why: only the whole log can. */
  get unexplainedCount(): number {
    return this.unexplained.size;
  }

  /** The latest moment of an entry; null where there are none. */
  get until(): number | null {
    return Number.isFinite(this.latest) ? this.latest : null;
  }

  private date(at: number, seq: number): void {
    if (at < this.latest - clocksDiffer) {
      this.backdated.first = this.backdated.count === 0 ? seq : this.backdated.first;
      this.backdated.count += 1;
    }
    if (at > this.latest) this.latest = at;
  }

  private told(entry: LoggedEntry): void {
    if (entry.payload === null) this.missing(entry);
    if (entry.type === 'payload.erased') this.explained(entry);
    try {
      if (this.asked.state) apply(this.asked.state, entry);
    } catch (error) {
      if (!(error instanceof FoldError)) throw error;
      this.note({ code: 'state-other', seq: entry.seq, about: error.code });
      return;
    }
    this.asked.see?.(entry);
  }

  private missing({ seq, type }: LoggedEntry): void {
    if (refusalsToErase(type).length > 0) this.note({ code: 'payload-missing', seq });
    else this.unexplained.add(seq);
  }

  private explained({ seq, payload }: LoggedEntry): void {
    const of = payload?.seq;
    if (typeof of === 'number' && of < seq && this.unexplained.delete(of)) this.erased += 1;
  }

  private watch(): void {
    if (this.peaks.size === this.asked.watch) this.watched = this.peaks.root();
  }

  private note(fault: Fault): void {
    this.fault ??= fault;
  }

  private stop(fault: Fault): false {
    this.note(fault);
    return false;
  }
}

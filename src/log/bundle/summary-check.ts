import type { OpenedCheckpoint } from '../checkpoint.js';
import { base64Of, bytesOf, sameBytes } from '../platform.js';
import type { LoggedEntry, State } from '../state/state.js';
import { Summary } from '../summary/summary.js';
import { summaryMoment } from './about.js';
import type { Fault } from './fault.js';
import { type BundleFiles, summaryFile } from './files.js';

/** What the summary of a log is made with, besides its entries: the same where it is written and where it is checked. */
export const summaryAbout = (
  clinicId: string,
  { origin, size, root, keys }: OpenedCheckpoint,
  at: number,
): Parameters<Summary['html']>[1] => ({
  clinic: { id: clinicId },
  origin,
  size,
  root: base64Of(root),
  at,
  keyIds: keys.map(({ id }) => id),
});

/** Makes the readable summary again from the entries, and compares it with the one that lies in the bundle. */
export class SummaryCheck {
  private readonly summary = new Summary();

  private constructor(
    private readonly files: BundleFiles,
    private readonly at: number,
  ) {}

  /** Null where there is no summary, or nothing says of which moment it is. */
  static async of(files: BundleFiles): Promise<SummaryCheck | null> {
    const at = await summaryMoment(files);
    if (at === null || !(await files.has(summaryFile))) return null;
    return new SummaryCheck(files, at);
  }

  /** Of entries that no summary can be made of: the one that lies there was not made of them either. */
  private isMade = true;

  readonly see = (entry: LoggedEntry): void => {
    try {
      this.summary.see(entry);
    } catch {
      this.isMade = false;
    }
  };

  async fault(state: State, clinicId: string, checkpoint: OpenedCheckpoint): Promise<Fault | null> {
    const page = await this.files.open(summaryFile);
    const made = this.summary.html(state, summaryAbout(clinicId, checkpoint, this.at));
    const same = page !== null && this.isMade && (await isSame(page, piecesOf(made)));
    return same ? null : { code: 'summary-other' };
  }
}

function* piecesOf(made: Iterable<string>): Generator<string> {
  try {
    yield* made;
  } catch {}
}

async function isSame(page: AsyncIterable<Uint8Array>, made: Iterator<string>): Promise<boolean> {
  let wanted: Uint8Array = new Uint8Array(0);
  for await (let piece of page) {
    while (piece.length > 0) {
      if (wanted.length === 0) {
        const next = made.next();
        if (next.done) return false;
        wanted = bytesOf(next.value);
      }
      const length = Math.min(piece.length, wanted.length);
      if (!sameBytes(piece.subarray(0, length), wanted.subarray(0, length))) return false;
      piece = piece.subarray(length);
      wanted = wanted.subarray(length);
    }
  }
  return wanted.length === 0 && made.next().done === true;
}

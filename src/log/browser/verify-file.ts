import { BundleError, type Fault, faultOf } from '../bundle/fault.js';
import { faultText } from '../bundle/fault-texts.js';
import { type BundleFiles, entriesFile } from '../bundle/files.js';
import { kindOfStart, startBytes } from '../bundle/kind.js';
import type { ReportLanguage } from '../bundle/language.js';
import { printable } from '../bundle/printable.js';
import { type ProofGiven, verifyProof } from '../bundle/proof-file.js';
import { proofText, shownText } from '../bundle/report.js';
import { type Shown, verifyBundle } from '../bundle/verify.js';
import { type ZippedFiles, zipFiles } from '../bundle/zip.js';
import { bytesOf, textOf } from '../platform.js';
import { inflated, sourceOf } from './blob.js';

/** What a page asks. */
export interface Asked {
  /** A bundle as it was fetched (zip), or a `.tlog-proof`. */
  readonly file: Blob;
  /** A checkpoint of the same log that was kept from before, as text. */
  readonly checkpoint?: string;
  /** The log's keys, got in another way than with the bundle; without any, the bundle's own are used. */
  readonly vkeys?: readonly string[];
  /** What the log calls itself, for whoever knows. */
  readonly origin?: string;
}

/** Told on the way: how much of the entries has been read. */
export interface Progress {
  readonly kind: 'progress';
  readonly read: number;
  readonly size: number;
}

/** The verdict, in the words of the command. */
export interface Result {
  readonly kind: 'result';
  readonly ok: boolean;
  readonly lines: Readonly<Record<ReportLanguage, readonly string[]>>;
  /** One for each line; none when all holds. */
  readonly codes: readonly string[];
  /** The number of the first entry that does not hold; null when all do, or when no single one can be named. */
  readonly firstBad: number | null;
  /** When the first one is one of several that were signed together: the last of them. */
  readonly lastBad: number | null;
  /** What was found to hold of a bundle; null for a proof, and where something does not hold. */
  readonly shown: Shown | null;
}

/** Checks a file as the command `fullmakt verify` does, and gives the same answer. Whatever is in it, the answer is a verdict. */
export async function verifyFile(asked: Asked, tell: (progress: Progress) => void): Promise<Result> {
  try {
    return await verdictOf(asked, tell);
  } catch (error) {
    return failed([faultOf(error)]);
  }
}

async function verdictOf(
  { file, checkpoint, vkeys = [], origin }: Asked,
  tell: (progress: Progress) => void,
): Promise<Result> {
  const source = sourceOf(file);
  const kind = kindOfStart(textOf(await source.read(0, startBytes)));
  if (kind === null) throw new BundleError({ code: 'not-a-bundle' });
  if (kind === 'proof') return proofVerdict(file, { vkeys, origin });
  const held = checkpoint === undefined ? undefined : bytesOf(checkpoint);
  const files = watched(await zipFiles(source, inflated), tell);
  const { faults, shown } = await verifyBundle(files, { vkeys, origin, checkpoint: held });
  return shown ? allHolds(shown) : failed(faults);
}

const mostBytes = 1 << 24;

async function proofVerdict(file: Blob, given: ProofGiven): Promise<Result> {
  if (file.size > mostBytes) throw new BundleError({ code: 'file-too-large' });
  const verdict = verifyProof(new Uint8Array(await file.arrayBuffer()), given);
  if ('fault' in verdict) return failed([verdict.fault]);
  return { ...holding, lines: inEach((language) => [proofText(verdict.shown, language)]), shown: null };
}

const holding = { kind: 'result', ok: true, codes: [], firstBad: null, lastBad: null } as const;

const allHolds = (shown: Shown): Result => ({
  ...holding,
  lines: inEach((language) => [shownText(shown, language)]),
  shown,
});

function failed(faults: readonly Fault[]): Result {
  const [first] = faults;
  return {
    kind: 'result',
    ok: false,
    lines: inEach((language) => faults.map((fault) => faultText(fault, language))),
    codes: faults.map(({ code }) => code),
    firstBad: first?.seq ?? null,
    lastBad: first?.last ?? null,
    shown: null,
  };
}

/** Names out of somebody else's log are shown, never obeyed. */
const inEach = (lines: (language: ReportLanguage) => string[]): Result['lines'] => ({
  nb: lines('nb').map(printable),
  nn: lines('nn').map(printable),
  en: lines('en').map(printable),
});

/** Tells of the first reading of the entries, at each hundredth. */
function watched(files: ZippedFiles, tell: (progress: Progress) => void): BundleFiles {
  let isFirst = true;
  return {
    ...files,
    async open(name) {
      const pieces = await files.open(name);
      if (!pieces || name !== entriesFile || !isFirst) return pieces;
      isFirst = false;
      return told(pieces, files.sizeOf(name), tell);
    },
  };
}

async function* told(
  pieces: AsyncIterable<Uint8Array>,
  size: number,
  tell: (progress: Progress) => void,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  let next = 0;
  for await (const piece of pieces) {
    yield piece;
    read += piece.length;
    if (read < next) continue;
    tell({ kind: 'progress', read, size });
    next = read + size / 100;
  }
}

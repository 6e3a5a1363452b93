import { emptyState, type State } from '../state/state.js';
import { type Hash, sameHash } from '../tree.js';
import { EntriesCheck } from './entries.js';
import { BundleError, type Fault } from './fault.js';
import { type BundleFiles, entriesFile } from './files.js';
import { type Given, type Ground, groundOf } from './ground.js';
import { eachLine } from './lines.js';
import { firstUnsigned } from './locate.js';
import { Peaks } from './peaks.js';
import { pushAfter, pushBefore } from './range.js';
import { SummaryCheck } from './summary-check.js';

/** What was found to hold, so far as it was asked. */
export interface Shown {
  readonly origin: string;
  readonly size: number;
  readonly first: number;
  readonly end: number;
  readonly keyIds: readonly string[];
  /** The keys came with the bundle: it is not shown whose they are. */
  readonly ownKeys: boolean;
  readonly erased: number;
  /** The moment of the latest entry, epoch milliseconds; null where there are none. */
  readonly until: number | null;
  /** In a part of a log: without payload, and only the rest of the log says why. */
  readonly unexplained: number;
  /** Entries dated more than a minute before one that stands before them: sound, and still worth a question. */
  readonly backdated: { readonly count: number; readonly first: number };
  readonly replayed: boolean;
  /** The size of the checkpoint that was held. */
  readonly held: number | null;
  /** Whether the readable summary is what the entries give. */
  readonly summary: 'same' | 'unchecked';
}

export interface Verdict {
  /** None when everything holds. The first names the first entry that does not, if a single one can be named. */
  readonly faults: readonly Fault[];
  readonly shown: Shown | null;
}

/** Checks a bundle from end to end. Whatever is in it, the answer is a verdict: nothing is thrown for what was read. */
export async function verifyBundle(files: BundleFiles, given: Given): Promise<Verdict> {
  try {
    const ground = await groundOf(files, given);
    const read = await entriesOf(files, ground);
    const faults = await faultsOf(files, ground, read);
    if (faults.length === 0) faults.push(...(await summaryFaults(ground, read)));
    return { faults, shown: faults.length > 0 ? null : shownBy(ground, read, given) };
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    return { faults: [error.fault], shown: null };
  }
}

interface Read {
  readonly check: EntriesCheck;
  readonly first: number;
  /** Of the log at the checkpoint's size; null when the entries do not reach so far. */
  readonly root: Hash | null;
  /** Null for a part of a log. */
  readonly state: State | null;
  readonly summary: SummaryCheck | null;
}

async function entriesOf(files: BundleFiles, { range, held, end }: Ground): Promise<Read> {
  const peaks = new Peaks();
  if (range) pushBefore(peaks, range);
  const first = peaks.size;
  const state = range ? null : emptyState();
  const summary = range ? null : await SummaryCheck.of(files);
  const check = new EntriesCheck(peaks, {
    end,
    state,
    watch: held && Number(held.size),
    toTheEnd: range === null || range.end === range.size,
    see: summary?.see,
  });
  const pieces = await files.open(entriesFile);
  if (!pieces) throw new BundleError({ code: 'file-missing', about: entriesFile });
  check.ended(await eachLine(pieces, check.take));
  if (peaks.size !== end) return { check, first, root: null, state, summary };
  if (range) pushAfter(peaks, range);
  return { check, first, root: peaks.root(), state, summary };
}

async function faultsOf(files: BundleFiles, ground: Ground, { check, first, root }: Read): Promise<Fault[]> {
  const { checkpoint, range, keys } = ground;
  const rootOther = root !== null && checkpoint !== null && !sameHash(root, checkpoint.root);
  const held = heldFault(ground, check, root, first);
  let entry = check.fault;
  let located: Fault | null = null;
  if (checkpoint && (entry || rootOther || held)) {
    const limit = entry?.seq ?? checkpoint.size;
    located = await firstUnsigned(files, { keys, origin: checkpoint.origin, range, limit: Number(limit) });
    entry = located ?? entry;
  }
  const origin = checkpoint && check.clinic !== null && !checkpoint.origin.endsWith(`/log/${check.clinic}`);
  const found: (Fault | false | null)[] = [
    entry,
    rootOther && !located && { code: 'root-other' },
    origin && { code: 'origin-other', about: checkpoint.origin },
    ...ground.faults,
    held,
  ];
  const faults = found.filter((fault) => fault !== null && fault !== false);
  return faults.length === 0 && check.form ? [check.form] : faults;
}

/** Whether the log begins with the one whose checkpoint was kept. */
function heldFault(
  { held, checkpoint }: Ground,
  check: EntriesCheck,
  root: Hash | null,
  first: number,
): Fault | null {
  if (!held || !checkpoint || held.size === 0n) return null;
  const about = String(held.size);
  if (held.size > checkpoint.size) return { code: 'held-longer', about };
  const then = check.watched ?? (held.size === checkpoint.size ? root : null);
  if (then !== null) return sameHash(then, held.root) ? null : { code: 'held-other', about };
  // Where the entries do not reach, there is a worse fault than that.
  return check.fault && Number(held.size) > first ? null : { code: 'held-outside', about };
}

async function summaryFaults({ checkpoint }: Ground, { check, state, summary }: Read): Promise<Fault[]> {
  if (!checkpoint || !state || !summary || check.clinic === null) return [];
  const fault = await summary.fault(state, check.clinic, checkpoint);
  return fault ? [fault] : [];
}

function shownBy(
  { checkpoint, range, held, end }: Ground,
  { check, first, summary }: Read,
  given: Given,
): Shown {
  return {
    origin: checkpoint?.origin ?? '',
    size: Number(checkpoint?.size ?? 0),
    first,
    end,
    keyIds: checkpoint?.keys.map(({ id }) => id) ?? [],
    ownKeys: given.vkeys.length === 0,
    backdated: check.backdated,
    until: check.until,
    erased: check.erased,
    unexplained: check.unexplainedCount,
    replayed: range === null,
    held: held && Number(held.size),
    summary: summary ? 'same' : 'unchecked',
  };
}

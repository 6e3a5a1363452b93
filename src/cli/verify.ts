import { open, readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BundleError, type Fault, faultOf } from '../log/bundle/fault.js';
import { faultText } from '../log/bundle/fault-texts.js';
import type { BundleFiles } from '../log/bundle/files.js';
import { folderFiles } from '../log/bundle/folder.js';
import { kindOfStart, startBytes } from '../log/bundle/kind.js';
import { isReportLanguage, type ReportLanguage } from '../log/bundle/language.js';
import { printable } from '../log/bundle/printable.js';
import { verifyProof } from '../log/bundle/proof-file.js';
import { proofText, shownText } from '../log/bundle/report.js';
import { verifyBundle } from '../log/bundle/verify.js';

/** What a run says, and how it ends: 0 when all holds, 1 when something does not, 2 when it was called wrongly. */
export interface Outcome {
  readonly exit: 0 | 1 | 2;
  readonly lines: readonly string[];
}

export interface Place {
  /** How the command is called, for whoever calls it wrongly. */
  readonly name: string;
  /** The folder that is meant when none is given. */
  readonly here?: string;
  /** Reads a bundle that is still packed. */
  readonly zip?: (path: string) => Promise<BundleFiles & { close(): Promise<void> }>;
}

const options = {
  checkpoint: { type: 'string' },
  vkey: { type: 'string', multiple: true },
  origin: { type: 'string' },
  entry: { type: 'string' },
  lang: { type: 'string' },
} as const;

interface Asked {
  readonly path: string;
  readonly language: ReportLanguage;
  readonly vkeys: readonly string[];
  readonly checkpoint?: string;
  readonly origin?: string;
  readonly entry?: string;
}

/** `verify [BUNDLE|FOLDER|FILE.tlog-proof] [--checkpoint FILE] [--vkey KEY]… [--origin NAME] [--entry FILE] [--lang nb|nn|en]` */
export async function verify(args: readonly string[], place: Place): Promise<Outcome> {
  const { exit, lines } = await outcomeOf(args, place);
  return { exit, lines: lines.map(printable) };
}

async function outcomeOf(args: readonly string[], place: Place): Promise<Outcome> {
  const asked = askedOf(args, place);
  if (!asked) return { exit: 2, lines: usage(place) };
  try {
    return await verdict(asked, place);
  } catch (error) {
    return failed([faultOf(error)], asked.language);
  }
}

function askedOf(args: readonly string[], place: Place): Asked | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [path = place.here, ...others] = positionals;
    const { lang = 'nb', vkey = [], checkpoint, origin, entry } = values;
    if (path === undefined || others.length > 0 || !isReportLanguage(lang)) return null;
    return { path, language: lang, vkeys: vkey, checkpoint, origin, entry };
  } catch {
    return null;
  }
}

const usage = ({ name, here }: Place): string[] => {
  const path = here === undefined ? 'PAKKE.zip|MAPPE|FIL.tlog-proof' : '[MAPPE|FIL.tlog-proof]';
  return [
    `Bruk: ${name} ${path} [--checkpoint FIL] [--vkey NØKKEL]… [--origin NAVN] [--entry FIL] [--lang nb|nn|en]`,
    'Slutter med 0 når alt holder, 1 når noe ikke holder, 2 når kommandoen er brukt feil.',
  ];
};

async function verdict(asked: Asked, place: Place): Promise<Outcome> {
  const { path, language, vkeys, origin } = asked;
  const kind = await kindOf(path, place);
  if (kind === 'proof') return proofVerdict(asked);
  const checkpoint = asked.checkpoint === undefined ? undefined : await fileAt(asked.checkpoint);
  const zip = kind === 'zip' ? await place.zip?.(path) : undefined;
  try {
    const { faults, shown } = await verifyBundle(zip ?? folderFiles(path), { vkeys, origin, checkpoint });
    return shown ? { exit: 0, lines: [shownText(shown, language)] } : failed(faults, language);
  } finally {
    await zip?.close();
  }
}

async function proofVerdict({ path, language, vkeys, origin, entry }: Asked): Promise<Outcome> {
  const leaf = entry === undefined ? undefined : await fileAt(entry);
  const verdict = verifyProof(await fileAt(path), { vkeys, origin, entry: leaf });
  if ('fault' in verdict) return failed([verdict.fault], language);
  return { exit: 0, lines: [proofText(verdict.shown, language)] };
}

const failed = (faults: readonly Fault[], language: ReportLanguage): Outcome => ({
  exit: 1,
  lines: faults.map((fault) => faultText(fault, language)),
});

async function kindOf(path: string, place: Place): Promise<'folder' | 'zip' | 'proof'> {
  const found = await stat(path).catch(() => {
    throw new BundleError({ code: 'file-missing', about: path });
  });
  if (found.isDirectory()) return 'folder';
  if (found.isFile()) {
    const kind = kindOfStart(await startOf(path));
    if (kind === 'zip' && place.zip) return kind;
    if (kind === 'proof' || path.endsWith('.tlog-proof')) return 'proof';
  }
  throw new BundleError({ code: 'not-a-bundle' });
}

async function startOf(path: string): Promise<string> {
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

const mostBytes = 1 << 24;

async function fileAt(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw new BundleError({ code: 'file-too-large', about: path });
    return await readFile(path);
  } catch (error) {
    throw error instanceof BundleError ? error : unreadable(path, error);
  }
}

const unreadable = (path: string, error: unknown): BundleError =>
  new BundleError({
    code: 'unreadable',
    about: `${path}: ${error instanceof Error && 'code' in error ? error.code : 'unknown'}`,
  });

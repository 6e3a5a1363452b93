import { textOf } from '../platform.js';
import { BundleError } from './fault.js';
import { aboutFile, type BundleFiles } from './files.js';

/** What the bundle says of itself; no signature covers it, and nothing but the summary's date is taken from it. */
export interface BundleAbout {
  readonly format: typeof format;
  /** The moment the summary answers for, ISO 8601. */
  readonly at: string;
}

const format = 'fullmakt-bundle@1';
const mostBytes = 1 << 16;

export const aboutText = (at: number): string =>
  `${JSON.stringify({ format, at: new Date(at).toISOString() } satisfies BundleAbout, null, 2)}\n`;

/** The moment of the summary, epoch milliseconds; null when the bundle does not say it. */
export async function summaryMoment(files: BundleFiles): Promise<number | null> {
  const bytes = await files.read(aboutFile, mostBytes);
  if (!bytes) return null;
  const at = momentIn(textOf(bytes));
  if (Number.isNaN(at)) throw new BundleError({ code: 'unreadable', about: aboutFile });
  return at;
}

function momentIn(text: string): number {
  try {
    const json: unknown = JSON.parse(text);
    const said = typeof json === 'object' && json !== null && 'at' in json ? json.at : null;
    return typeof said === 'string' ? Date.parse(said) : Number.NaN;
  } catch {
    return Number.NaN;
  }
}

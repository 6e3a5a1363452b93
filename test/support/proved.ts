import { verified } from '../../src/cli/verify-state.js';
import { clinicsOf, snapshotOf } from '../../src/database/snapshot.js';
import type { DatabaseUrls } from './postgres.js';

type Urls = Pick<DatabaseUrls, 'owner' | 'app'>;

/**
 * Whatever the tests of a file did: the log of each of their clinics holds, and the tables say what it says, row for row.
 * A clinic that was attacked by hand is let off: attack.ts leaves entries that say nothing.
 */
export async function mustBeProved(urls: Urls, except: ReadonlySet<string> = new Set()): Promise<void> {
  const left = (await clinicsOf(urls.owner)).filter(({ id }) => !except.has(id));
  const faults: string[] = [];
  const worker = async (): Promise<void> => {
    for (let clinic = left.pop(); clinic; clinic = left.pop()) {
      const { holds, says } = await verified(urls.app, clinic, null);
      if (holds || (await wasAttacked(urls.app, clinic.id))) continue;
      faults.push(`${clinic.name} (${clinic.id}): ${says}`);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  if (faults.length > 0) throw new Error(`The log alone is not enough:\n${faults.join('\n')}`);
}

/** The same of the clinics that are made from now on. */
export async function mustBeProvedSince(urls: Urls): Promise<() => Promise<void>> {
  const before = new Set((await clinicsOf(urls.owner)).map(({ id }) => id));
  return () => mustBeProved(urls, before);
}

const wasAttacked = (url: string, clinicId: string): Promise<boolean> =>
  snapshotOf(url, clinicId, async (tx) => {
    const found = await tx.one(`select seq from log_entry where clinic_id = $1 and bytes = '\\x00' limit 1`, [
      tx.clinicId,
    ]);
    return found !== undefined;
  });

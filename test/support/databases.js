// Plain JavaScript on the built product, see environment.js.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { verified } from '../../dist/src/cli/verify-state.js';
import { ensureDatabase } from '../../dist/src/database/roles.js';
import { clinicsOf, snapshotOf } from '../../dist/src/database/snapshot.js';

/** A migrated database of one's own, copied from the template in about a tenth of a second; global-setup.js started the server. `template1` gives an empty one. */
export async function createDatabase(template = 'fullmakt') {
  const cluster = JSON.parse(readFileSync(process.env.FULLMAKT_TEST_CLUSTER ?? '', 'utf8'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(cluster.admin);
  await admin.connect();
  // The template's privileges are not copied.
  await ensureDatabase(admin, { name, owner: 'fullmakt_owner', app: 'fullmakt_app', template });
  await admin.end();
  const on = (url) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { admin: on(cluster.admin), owner: on(cluster.owner), app: on(cluster.app) };
}

/**
 * Whatever the tests of a file did: the log of each of their clinics holds, and the tables say what it says, row for row.
 * A clinic that was attacked by hand is let off: attack.ts leaves entries that say nothing.
 */
export async function mustBeProved(urls, except = new Set()) {
  const left = (await clinicsOf(urls.owner)).filter(({ id }) => !except.has(id));
  const faults = [];
  const worker = async () => {
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
export async function mustBeProvedSince(urls) {
  const before = new Set((await clinicsOf(urls.owner)).map(({ id }) => id));
  return () => mustBeProved(urls, before);
}

const wasAttacked = (url, clinicId) =>
  snapshotOf(url, clinicId, async (tx) => {
    const found = await tx.one(`select seq from log_entry where clinic_id = $1 and bytes = '\\x00' limit 1`, [
      tx.clinicId,
    ]);
    return found !== undefined;
  });

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Tenant } from '../src/database/tenant.js';
import type { By } from '../src/session/by.js';
import { type SeededClinic, type Shape, seed, seededClinics } from './seed.ts';

/** The product's own parts, as built. */
export const dist = <Module>(path: string): Promise<Module> =>
  import(new URL(`../dist/src/${path}`, import.meta.url).href);

/** Clinics with next to nothing in them but their logs. */
const small: Shape = {
  clinics: 33,
  doctors: 1,
  helpers: 2,
  ownTasks: 1,
  delegableTasks: 1,
  duties: 1,
  delegations: 1,
  entries: 10,
};

/** Two databases in one cluster, the same to the last row; in the floor's, an entry moves the head and nothing else. */
export interface Logs {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly floorUrl: string;
  readonly clinics: readonly SeededClinic[];
  /** What every act and every read goes through, on the first database. */
  readonly tenant: Tenant;
  stop(): Promise<void>;
}

export async function prepareLogs(): Promise<Logs> {
  const folder = mkdtempSync(join(tmpdir(), 'fullmakt-bench-'));
  const { startEmbedded } = await dist<typeof import('../src/database/embedded.js')>('database/embedded.js');
  const { migrate } = await dist<typeof import('../src/database/data-source.js')>('database/data-source.js');
  const database = await startEmbedded({ dataDir: folder });
  const { ownerUrl, appUrl } = database;
  try {
    await migrate(ownerUrl, decodeURIComponent(new URL(appUrl).username));
    await seed(ownerUrl, small);
    const clinics = await seededClinics(ownerUrl, small.helpers);
    const floorUrl = await treeless(database.adminUrl, ownerUrl, appUrl);
    const { tenant, close } = await tenantOn(appUrl);
    const stop = async () => {
      await close();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    return { ownerUrl, appUrl, floorUrl, clinics, tenant, stop };
  } catch (error) {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A copy in which no tree grows. */
async function treeless(adminUrl: string, ownerUrl: string, appUrl: string): Promise<string> {
  const { ensureDatabase } = await dist<typeof import('../src/database/roles.js')>('database/roles.js');
  const roleOf = (url: string) => decodeURIComponent(new URL(url).username);
  const on = (url: string) => Object.assign(new URL(url), { pathname: '/floor' }).href;
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await ensureDatabase(admin, {
    name: 'floor',
    owner: roleOf(ownerUrl),
    app: roleOf(appUrl),
    template: new URL(appUrl).pathname.slice(1),
  });
  await admin.end();
  const owner = new pg.Client(on(ownerUrl));
  await owner.connect();
  await owner.query(`
    alter table log_head drop constraint log_peaks;
    create or replace function grow_log(clinic uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update log_head set size = (select max(seq) + 1 from log_entry e where e.clinic_id = clinic) where clinic_id = clinic;
    end $$`);
  await owner.end();
  return on(appUrl);
}

async function tenantOn(url: string): Promise<{ tenant: Tenant; close(): Promise<void> }> {
  const { applicationSource } =
    await dist<typeof import('../src/database/data-source.js')>('database/data-source.js');
  const { Tenant: Opened } = await dist<typeof import('../src/database/tenant.js')>('database/tenant.js');
  const { Clock } = await dist<typeof import('../src/database/clock.js')>('database/clock.js');
  const { SigningKeys } = await dist<typeof import('../src/log/signing-keys.js')>('log/signing-keys.js');
  const { newKeyLine } = await dist<typeof import('../src/log/signing-key.js')>('log/signing-key.js');
  const { parseConfig } = await dist<typeof import('../src/config.js')>('config.js');
  const source = await applicationSource(url).initialize();
  const keys = new SigningKeys(parseConfig({ LOG_SIGNING_KEY: newKeyLine() }));
  return { tenant: new Opened(source, new Clock(), keys), close: () => source.destroy() };
}

/** The first doctor of a clinic. */
export function byOf({ id, doctors }: SeededClinic): By {
  const personId = doctors[0]?.personId ?? '';
  return { clinicId: id, loginId: personId, personId, roles: ['manager'], language: 'nb' };
}

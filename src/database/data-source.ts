import { DataSource } from 'typeorm';
import { ClinicsAndSignIn1700000000001 } from '../../migrations/0001-clinics-and-sign-in.js';
import { Log1700000000002 } from '../../migrations/0002-log.js';
import { People1700000000003 } from '../../migrations/0003-people.js';
import { Tasks1700000000004 } from '../../migrations/0004-tasks.js';
import { DutiesAndDelegations1700000000005 } from '../../migrations/0005-duties-and-delegations.js';
import { NotDelegable1700000000006 } from '../../migrations/0006-not-delegable.js';

const migrations = [
  ClinicsAndSignIn1700000000001,
  Log1700000000002,
  People1700000000003,
  Tasks1700000000004,
  DutiesAndDelegations1700000000005,
  NotDelegable1700000000006,
];

/** Connections of the application's role. Nothing waits for ever: connecting, a statement, a lock, an idle transaction. */
export const applicationSource = (url: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    poolSize: 20,
    logging: false,
    connectTimeoutMS: 5_000,
    applicationName: 'fullmakt',
    extra: {
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  });

const ownerSource = (url: string, appRole: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    poolSize: 1,
    logging: false,
    connectTimeoutMS: 5_000,
    migrations,
    migrationsTransactionMode: 'all',
    extra: { options: `-c fullmakt.app_role=${appRole}` },
  });

/** Brings the schema up to date as the owner's role; `appRole` gets the privileges listed beside each table. */
export async function migrate(ownerUrl: string, appRole: string): Promise<void> {
  const owner = await ownerSource(ownerUrl, appRole).initialize();
  try {
    await owner.query('select pg_advisory_lock(764201)');
    await owner.runMigrations();
  } finally {
    await owner.destroy();
  }
}

/** True when every migration has run; asked as the application's role, which may read the list. */
export async function isMigrated(application: DataSource): Promise<boolean> {
  const rows = await application.query<{ name: string }[]>('select name from migrations');
  const done = new Set(rows.map(({ name }) => name));
  return migrations.every(({ name }) => done.has(name));
}

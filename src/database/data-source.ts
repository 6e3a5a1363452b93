import { DataSource } from 'typeorm';
import { ClinicsAndSignIn1700000000001 } from '../../migrations/0001-clinics-and-sign-in.js';
import { Log1700000000002 } from '../../migrations/0002-log.js';
import { People1700000000003 } from '../../migrations/0003-people.js';
import { Tasks1700000000004 } from '../../migrations/0004-tasks.js';
import { DutiesAndDelegations1700000000005 } from '../../migrations/0005-duties-and-delegations.js';
import { NotDelegable1700000000006 } from '../../migrations/0006-not-delegable.js';
import { ProvableLog1700000000007 } from '../../migrations/0007-provable-log.js';
import { ErasureNamesItsEntry1700000000008 } from '../../migrations/0008-erasure-names-its-entry.js';
import { ClinicsOfOwner1700000000009 } from '../../migrations/0009-clinics-of-owner.js';
import { Competences1700000000010 } from '../../migrations/0010-competences.js';
import { Approvals1700000000011 } from '../../migrations/0011-approvals.js';
import { Evidence1700000000012 } from '../../migrations/0012-evidence.js';
import { Teaching1700000000013 } from '../../migrations/0013-teaching.js';
import { TrainingPlans1700000000014 } from '../../migrations/0014-training-plans.js';
import { WorkingDays1700000000015 } from '../../migrations/0015-working-days.js';
import { RolesAreKept1700000000016 } from '../../migrations/0016-roles-are-kept.js';
import { EveryEndSaysWhy1700000000017 } from '../../migrations/0017-every-end-says-why.js';
import { LogGrowsByStatement1700000000018 } from '../../migrations/0018-log-grows-by-statement.js';
import { PlansAreSupervised1700000000019 } from '../../migrations/0019-plans-are-supervised.js';
import { LapsesAgain1700000000020 } from '../../migrations/0020-lapses-again.js';
import { HeldInTheIndex1700000000021 } from '../../migrations/0021-held-in-the-index.js';
import { WordOfThoseWhoAreHere1700000000022 } from '../../migrations/0022-word-of-those-who-are-here.js';
import { AttendanceByThoseWhoAreHere1700000000023 } from '../../migrations/0023-attendance-by-those-who-are-here.js';
import { connectOrSay } from './connection.js';
import { codeOf, StartError } from './start-error.js';

const migrations = [
  ClinicsAndSignIn1700000000001,
  Log1700000000002,
  People1700000000003,
  Tasks1700000000004,
  DutiesAndDelegations1700000000005,
  NotDelegable1700000000006,
  ProvableLog1700000000007,
  ErasureNamesItsEntry1700000000008,
  ClinicsOfOwner1700000000009,
  Competences1700000000010,
  Approvals1700000000011,
  Evidence1700000000012,
  Teaching1700000000013,
  TrainingPlans1700000000014,
  WorkingDays1700000000015,
  RolesAreKept1700000000016,
  EveryEndSaysWhy1700000000017,
  LogGrowsByStatement1700000000018,
  PlansAreSupervised1700000000019,
  LapsesAgain1700000000020,
  HeldInTheIndex1700000000021,
  WordOfThoseWhoAreHere1700000000022,
  AttendanceByThoseWhoAreHere1700000000023,
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
  } catch (error) {
    throw new StartError(
      `The database could not be migrated: ${error instanceof Error ? error.message : error}.`,
    );
  } finally {
    await owner.destroy();
  }
}

/** StartError unless every migration has run; asked as the application's role, which may read the list. */
export async function assertMigrated(applicationUrl: string): Promise<void> {
  const db = await connectOrSay(applicationUrl, 'DATABASE_URL');
  try {
    const { rows } = await db.query<{ name: string }>('select name from migrations');
    const done = new Set(rows.map(({ name }) => name));
    if (!migrations.every(({ name }) => done.has(name))) throw new StartError(unmigrated);
  } catch (error) {
    throw notThere.has(codeOf(error)) ? new StartError(unmigrated) : error;
  } finally {
    await db.end();
  }
}

const unmigrated = 'The database is not migrated: set DATABASE_OWNER_URL to the role that owns the schema.';

/** No such table, or not ours to read. */
const notThere = new Set(['42P01', '42501']);

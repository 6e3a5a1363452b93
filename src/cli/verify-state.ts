import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Config, ConfigError, parseConfig } from '../config.js';
import { assertMigrated } from '../database/data-source.js';
import { besideEmbedded } from '../database/embedded-beside.js';
import { type ClinicFound, clinicsOf, snapshotOf } from '../database/snapshot.js';
import { StartError } from '../database/start-error.js';
import { printable } from '../log/bundle/printable.js';
import { checkedState } from '../log/check/log.check.js';
import { LogFault } from '../log/check/log-fault.js';
import { SigningKeys } from '../log/signing-keys.js';
import type { Difference } from '../log/state/difference.js';
import { FoldError } from '../log/state/fold.js';
import { tablesDiffer } from '../log/state/tables.js';

/**
 * An operator's own check, beside the running product or without it: every clinic's log against itself, against its tree
 * and its checkpoints, and against the tables, row for row. One line for each clinic.
 * Gives the exit code: 0 if everything holds, 1 if something does not or could not be read.
 */
export async function verifyState(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  try {
    const clinic = clinicIn(args);
    const config = parseConfig(env);
    const database = await databaseOf(config);
    try {
      await assertMigrated(database.appUrl);
      const keys = keysOf(config);
      if (!keys) console.error('No signing key is here, so signatures are not checked.');
      const clinics = await clinicsIn(database.ownerUrl, clinic);
      let exit = 0;
      for (const found of clinics) {
        const line = await verified(database.appUrl, found, keys);
        console.log(printable(`${found.name} (${found.id}): ${line.says}`));
        if (!line.holds) exit = 1;
      }
      if (clinics.length === 0) console.log('There is no clinic yet.');
      return exit;
    } finally {
      await database.leave();
    }
  } catch (error) {
    if (!isForTheOperator(error)) throw error;
    console.error(error.message);
    return 1;
  }
}

class UsageError extends Error {}

const isForTheOperator = (error: unknown): error is Error =>
  [UsageError, ConfigError, StartError].some((kind) => error instanceof kind);

function clinicIn(args: readonly string[]): string | null {
  const options = { state: { type: 'boolean' }, clinic: { type: 'string' } } as const;
  const usage = 'Usage: fullmakt verify --state [--clinic ID]';
  try {
    const { clinic = null } = parseArgs({ args: [...args], options }).values;
    if (clinic !== null && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(clinic))
      throw new UsageError(`--clinic takes the id of a clinic. ${usage}`);
    return clinic?.toLowerCase() ?? null;
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(usage);
  }
}

interface Database {
  readonly appUrl: string;
  /** Null where nobody told the owner's. */
  readonly ownerUrl: string | null;
  leave(): Promise<void>;
}

const databaseOf = async ({ databaseUrl, databaseOwnerUrl, dataDir }: Config): Promise<Database> =>
  databaseUrl === null
    ? besideEmbedded(dataDir)
    : { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl, leave: () => Promise.resolve() };

/** A key is read where there is one, and never made here. */
const keysOf = (config: Config): SigningKeys | null =>
  config.logSigningKey !== null || existsSync(config.logSigningKeyFile) ? new SigningKeys(config) : null;

async function clinicsIn(ownerUrl: string | null, wanted: string | null): Promise<ClinicFound[]> {
  if (ownerUrl === null) {
    if (wanted !== null) return [{ id: wanted, name: 'clinic' }];
    throw new UsageError(
      'Only the owner of the schema knows all clinics: set DATABASE_OWNER_URL, or name one with --clinic ID.',
    );
  }
  const all = await clinicsOf(ownerUrl);
  if (wanted === null) return all;
  const found = all.filter(({ id }) => id === wanted);
  if (found.length === 0) throw new UsageError(`There is no clinic ${wanted}.`);
  return found;
}

/** A clinic's log and tables at one moment. */
export async function verified(
  applicationUrl: string,
  { id }: Pick<ClinicFound, 'id'>,
  keys: SigningKeys | null,
): Promise<{ holds: boolean; says: string }> {
  const keysOfLog = keys && ((origin: string) => keys.keysOf(origin));
  try {
    return await snapshotOf(applicationUrl, id, async (tx) => {
      const { size, state } = await checkedState(tx, keysOfLog);
      const difference = await tablesDiffer(tx, state);
      return difference
        ? { holds: false, says: differenceInWords(difference) }
        : { holds: true, says: `${size} entries hold, and the tables say what the log says.` };
    });
  } catch (error) {
    if (error instanceof LogFault) return { holds: false, says: `${error.message}.` };
    if (error instanceof FoldError) return { holds: false, says: `${error.message}.` };
    throw error;
  }
}

function differenceInWords({ table, key, column, log, found }: Difference): string {
  const row = `table ${table}, row ${key}`;
  if (column === null)
    return found === 'there'
      ? `${row}: it is in the table, and the log knows nothing of it.`
      : `${row}: the log says it is there, and it is missing in the table.`;
  return `${row}, column ${column}: the log says ${shown(log)}, the table says ${shown(found)}.`;
}

const shown = (value: string | null): string => {
  if (value === null) return 'nothing';
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value);
};

import { once } from 'node:events';
import { createServer } from 'node:net';
import { createApp } from './app.js';
import { demoSignIns, loadDemo } from './cli/demo.js';
import { type Config, ConfigError, parseConfig } from './config.js';
import { assertMigrated, migrate } from './database/data-source.js';
import { startEmbedded } from './database/embedded.js';
import { assertPostgres18, assertPowerless, ensureApplicationRole } from './database/roles.js';
import { codeOf, StartError } from './database/start-error.js';
import { Life } from './life.js';

/** Starts everything, or says in one line why not and exits with 1. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const life = new Life();
  try {
    const config = parseConfig(env);
    await listening(config.port, requireFree);
    life.endsWithSignals();
    const applicationUrl = await databaseOf(config, life);
    life.app = await createApp(config, applicationUrl);
    await listening(config.port, (port) => life.app?.listen(port));
    if (config.demo) await loadDemo(config);
    announce(config);
  } catch (error) {
    await life.fail(lineOf(error));
  }
}

/** The address of a database that is migrated, as a role without power over it. */
async function databaseOf({ databaseUrl, databaseOwnerUrl, dataDir }: Config, life: Life): Promise<string> {
  if (databaseUrl === null) {
    const { ownerUrl, appUrl } = await life.keep(startEmbedded({ dataDir, signal: life.ending }));
    await migrate(ownerUrl, roleOf(appUrl));
    return appUrl;
  }
  if (databaseOwnerUrl !== null) {
    await assertPostgres18(databaseOwnerUrl, 'DATABASE_OWNER_URL');
    await ensureApplicationRole(databaseOwnerUrl, databaseUrl);
  }
  await assertPowerless(databaseUrl);
  if (databaseOwnerUrl !== null) await migrate(databaseOwnerUrl, roleOf(databaseUrl));
  await assertMigrated(databaseUrl);
  return databaseUrl;
}

const roleOf = (url: string): string => decodeURIComponent(new URL(url).username);

async function listening(
  port: number,
  listen: (port: number) => Promise<unknown> | undefined,
): Promise<void> {
  try {
    await listen(port);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && error.syscall === 'listen')) throw error;
    const why = codeOf(error) === 'EADDRINUSE' ? 'is in use' : 'cannot be used';
    throw new StartError(`Port ${port} ${why}: stop what uses it, or set PORT to another.`);
  }
}

/** Asked first, so that nothing is started in vain. */
async function requireFree(port: number): Promise<void> {
  const probe = createServer().listen(port);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

const lineOf = (error: unknown): unknown =>
  error instanceof StartError || error instanceof ConfigError ? error.message : error;

function announce(config: Config): void {
  console.log(`\nFullmakt is running at ${config.publicUrl}`);
  console.log(`API documentation:   ${config.publicUrl}/api/docs`);
  if (config.demo) console.log(demoSignIns);
}

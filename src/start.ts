import { once } from 'node:events';
import { createServer } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { createApp } from './app.js';
import { demoSignIns, loadDemo } from './cli/demo.js';
import { type Config, ConfigError, parseConfig } from './config.js';
import { isMigrated, migrate } from './database/data-source.js';
import { type Embedded, startEmbedded } from './database/embedded.js';
import { assertPostgres18, assertPowerless, ensureApplicationRole } from './database/roles.js';
import { StartError } from './database/start-error.js';

/** Starts everything, or says in one line why not and exits with 1. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const running: Running = { stopping: false };
  const stop = stopper(running);
  try {
    const config = parseConfig(env);
    await requireFree(config.port);
    // Every time: npm passes Ctrl-C on to us a second time, which must not cut the first one short.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
    const urls = await databaseOf(config, running);
    void running.embedded?.lost.then(() => {
      console.error('The embedded PostgreSQL ended: see postgres.log in the data folder, and start again.');
      return stop(1);
    });
    running.app = await createApp(config, urls.application);
    if (!(await isMigrated(running.app.get(DataSource)))) {
      throw new StartError(
        'The database is not migrated: set DATABASE_OWNER_URL to the role that owns the schema.',
      );
    }
    await running.app.listen(config.port);
    if (config.demo) await loadDemo(config);
    announce(config);
  } catch (error) {
    if (!running.stopping) console.error(lineOf(error));
    await stop(1);
  }
}

interface Running {
  stopping: boolean;
  embedded?: Embedded;
  app?: NestExpressApplication;
}

async function databaseOf(config: Config, running: Running): Promise<{ application: string }> {
  if (config.databaseUrl === null) {
    running.embedded = await startEmbedded({ dataDir: config.dataDir });
    await migrate(running.embedded.ownerUrl, new URL(running.embedded.appUrl).username);
    return { application: running.embedded.appUrl };
  }
  if (config.databaseOwnerUrl !== null) {
    await assertPostgres18(config.databaseOwnerUrl, 'DATABASE_OWNER_URL');
    await ensureApplicationRole(config.databaseOwnerUrl, config.databaseUrl);
    await migrate(config.databaseOwnerUrl, decodeURIComponent(new URL(config.databaseUrl).username));
  }
  await assertPostgres18(config.databaseUrl);
  await assertPowerless(config.databaseUrl);
  return { application: config.databaseUrl };
}

/** Asked first, so that nothing is started in vain. */
async function requireFree(port: number): Promise<void> {
  const probe = createServer().listen(port);
  try {
    await once(probe, 'listening');
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
        ? 'is in use'
        : 'cannot be used';
    throw new StartError(`Port ${port} ${why}: stop what uses it, or set PORT to another.`);
  }
  probe.close();
  await once(probe, 'close');
}

/** Requests are answered, connections closed, and the embedded server stopped, in that order and once. */
function stopper(running: Running): (code: number) => Promise<void> {
  return async (code) => {
    if (running.stopping) return;
    running.stopping = true;
    try {
      await running.app?.close();
    } finally {
      await running.embedded?.stop();
      process.exit(code);
    }
  };
}

const lineOf = (error: unknown): unknown =>
  error instanceof StartError || error instanceof ConfigError ? error.message : error;

function announce(config: Config): void {
  console.log(`\nFullmakt is running at ${config.publicUrl}`);
  console.log(`API documentation:   ${config.publicUrl}/api/docs`);
  if (config.demo) console.log(demoSignIns);
}

import type { Tenant } from '../../src/database/tenant.js';
import { newKeyLine } from '../../src/log/signing-key.js';
import type { MatrixThread } from '../../src/matrix/matrix.thread.js';
import { type Env, outside, type Replaced, type StartedApp } from './outside.js';
import { createDatabase, type DatabaseUrls } from './postgres.js';

export interface TestApp extends StartedApp {
  /** Connection strings of its database. */
  readonly urls: { readonly owner: string; readonly app: string };
  close(): Promise<void>;
}

/** Signing in is most of what a test would wait for: the same hash, made cheaply. test/api/sign-in.spec.ts has the real one, and so has every started product. */
const PasswordCost = { memory: 8, passes: 1 };

const envOn = (urls: Pick<DatabaseUrls, 'app'>): Env => ({
  LOG_LEVEL: 'silent',
  LOG_SIGNING_KEY: newKeyLine(),
  DATABASE_URL: urls.app,
  PORT: '0',
  PUBLIC_URL: 'http://localhost:3000',
});

/**
 * The real application, warm and shared with the other files of this worker, one after another. `close` proves the log of
 * every clinic that this file made: it must say what the tables say.
 */
export async function startApp(): Promise<TestApp> {
  const { sharedApp, forgetCallers } = await outside.open('application');
  const shared = await sharedApp(createDatabase, envOn, { PasswordCost });
  const prove = await (await outside.open('databases')).mustBeProvedSince(shared.urls);
  const close = async () => {
    forgetCallers(shared.app);
    await prove();
  };
  return { ...shared, close };
}

/** An application and a database for one file alone. */
export async function startAlone(replaced: Replaced = {}): Promise<TestApp> {
  const urls = await createDatabase();
  const testApp = await startOn(urls, replaced);
  const close = async () => {
    await testApp.close();
    await (await outside.open('databases')).mustBeProved(urls);
  };
  return { ...testApp, close };
}

/** One more process, as good as: another application on the same database, with settings of its own. */
export async function startOn(
  urls: TestApp['urls'],
  replaced: Replaced = {},
  env: Env = {},
): Promise<TestApp> {
  const { app, config } = await (await outside.open('application')).startApp(
    urls,
    { ...envOn(urls), ...env },
    { PasswordCost, ...replaced },
  );
  return { app, config, urls, close: () => app.close() };
}

/** The contract as the application gives it, made without a database. */
export const openApi = async (): Promise<object> => (await outside.open('application')).openApi();

/** Of nobody's application. */
export const matrixThread = async (): Promise<MatrixThread> =>
  (await outside.open('application')).matrixThread();

/** The very table of who may call what that the application reads, to be changed and put right again. */
export const accessTable = async () => (await outside.open('application')).operations;

/** The way into the database that the application's own parts take. */
export const tenantOf = async ({ app }: TestApp): Promise<Tenant> =>
  (await outside.open('application')).partOf(app, 'Tenant');

import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from '../../src/config.js';
import type { Clock } from '../../src/database/clock.js';
import type { Tenant } from '../../src/database/tenant.js';
import { newKeyLine } from '../../src/log/signing-key.js';
import type { MatrixThread } from '../../src/matrix/matrix.thread.js';
import { createDatabase, type DatabaseUrls } from './postgres.js';
import { mustBeProved, mustBeProvedSince } from './proved.js';

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly config: Config;
  /** Connection strings of its database. */
  readonly urls: { readonly owner: string; readonly app: string };
  close(): Promise<void>;
}

/** What a test puts in the place of a part of that name: another clock, an indifferent rule. */
export interface Replaced {
  readonly Clock?: Clock;
  readonly Config?: Config;
  readonly PasswordCost?: object;
  readonly DelegationRules?: object;
  readonly DutyRules?: object;
  readonly ThrottlerStorage?: object;
}

type Env = Readonly<Record<string, string>>;

/** application.js, outside of the sandbox. */
interface Outside {
  sharedApp(
    urlsOfNew: () => Promise<DatabaseUrls>,
    envOn: (urls: DatabaseUrls) => Env,
    replaced: Replaced,
  ): Promise<Omit<TestApp, 'close'>>;
  startApp(urls: TestApp['urls'], env: Env, replaced: Replaced): Promise<Pick<TestApp, 'app' | 'config'>>;
  forgetCallers(app: NestExpressApplication): void;
  readonly operations: Record<string, unknown>;
  openApi(): Promise<object>;
  matrixThread(): MatrixThread;
  partOf(app: NestExpressApplication, name: 'Tenant'): Tenant;
}

const { outside } = globalThis as unknown as { outside(): Promise<Outside> };

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
  const { sharedApp, forgetCallers } = await outside();
  const shared = await sharedApp(createDatabase, envOn, { PasswordCost });
  const prove = await mustBeProvedSince(shared.urls);
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
    await mustBeProved(urls);
  };
  return { ...testApp, close };
}

/** One more process, as good as: another application on the same database, with settings of its own. */
export async function startOn(
  urls: TestApp['urls'],
  replaced: Replaced = {},
  env: Env = {},
): Promise<TestApp> {
  const { app, config } = await (await outside()).startApp(
    urls,
    { ...envOn(urls), ...env },
    { PasswordCost, ...replaced },
  );
  return { app, config, urls, close: () => app.close() };
}

/** The contract as the application gives it, made without a database. */
export const openApi = async (): Promise<object> => (await outside()).openApi();

/** Of nobody's application. */
export const matrixThread = async (): Promise<MatrixThread> => (await outside()).matrixThread();

/** The very table of who may call what that the application reads, to be changed and put right again. */
export const accessTable = async () => (await outside()).operations;

/** The way into the database that the application's own parts take. */
export const tenantOf = async ({ app }: TestApp): Promise<Tenant> => (await outside()).partOf(app, 'Tenant');

import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import { configured } from '../../src/app.js';
import { AppModule } from '../../src/app.module.js';
import { type Config, parseConfig } from '../../src/config.js';
import { newKeyLine } from '../../src/log/signing-key.js';
import { createDatabase } from './postgres.js';
import { mustBeProved } from './proved.js';

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly config: Config;
  /** Connection strings of this file's own database. */
  readonly urls: { readonly owner: string; readonly app: string };
  close(): Promise<void>;
}

type Change = (module: TestingModuleBuilder) => TestingModuleBuilder;

/**
 * The real application on a database of its own; `change` may put another clock or an indifferent rule in place.
 * It is closed when its tests are over, and then every clinic's log must prove what its tables say.
 */
export async function startApp(change: Change = (m) => m): Promise<TestApp> {
  const urls = await createDatabase();
  const testApp = await startOn(urls, change);
  const close = async () => {
    await testApp.close();
    await mustBeProved(urls);
  };
  return { ...testApp, close };
}

/** One more process, as good as: another application on the same database, with settings of its own. */
export async function startOn(
  urls: TestApp['urls'],
  change: Change = (m) => m,
  env: Readonly<Record<string, string>> = {},
): Promise<TestApp> {
  const config = parseConfig({
    LOG_LEVEL: 'silent',
    LOG_SIGNING_KEY: newKeyLine(),
    DATABASE_URL: urls.app,
    PORT: '0',
    PUBLIC_URL: 'http://localhost:3000',
    ...env,
  });
  const module = await change(
    Test.createTestingModule({ imports: [AppModule.of(config, urls.app)] }),
  ).compile();
  const app = configured(module.createNestApplication<NestExpressApplication>({ bodyParser: false }), config);
  await app.init();
  await app.listen(0);
  return { app, config, urls, close: () => app.close() };
}

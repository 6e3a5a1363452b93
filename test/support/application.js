// Plain JavaScript on the built product, see environment.js.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { ThrottlerStorage } from '@nestjs/throttler';
import { DataSource } from 'typeorm';
import { configured } from '../../dist/src/app.js';
import { AppModule } from '../../dist/src/app.module.js';
import { Config, parseConfig } from '../../dist/src/config.js';
import { Clock } from '../../dist/src/database/clock.js';
import { Tenant } from '../../dist/src/database/tenant.js';
import { DelegationRules } from '../../dist/src/delegation/delegation.rules.provider.js';
import { DutyRules } from '../../dist/src/duty/duty.rules.provider.js';
import { MatrixThread } from '../../dist/src/matrix/matrix.thread.js';
import { openApiOf } from '../../dist/src/openapi.js';
import { operations } from '../../dist/src/session/operations.js';
import { PasswordCost } from '../../dist/src/session/password.js';

const parts = { Clock, Config, DelegationRules, DutyRules, PasswordCost, Tenant, ThrottlerStorage };

let shared;

/** The application that all files of a worker share: their clinics are their own, and nobody sees another's. */
export async function sharedApp(urlsOfNew, envOn, replaced) {
  shared ??= urlsOfNew().then(async (urls) => ({ ...(await startApp(urls, envOn(urls), replaced)), urls }));
  const { app, config, urls } = await shared;
  return { app, config, urls };
}

/** The next file comes from an address that has not called yet. */
export function forgetCallers(app) {
  partOf(app, 'ThrottlerStorage').onApplicationShutdown();
}

/** The real application on a port of its own; `replaced` puts another part in the place of the one of that name. */
export async function startApp(urls, env, replaced) {
  const config = parseConfig(env);
  const module = Test.createTestingModule({ imports: [AppModule.of(config, urls.app)] });
  for (const [name, part] of Object.entries(replaced)) module.overrideProvider(parts[name]).useValue(part);
  const app = configured((await module.compile()).createNestApplication({ bodyParser: false }), config);
  await app.init();
  // A worker ends when nothing is left to do; an idle connection is nothing to do.
  app.get(DataSource, { strict: false }).driver.master.options.allowExitOnIdle = true;
  (await app.listen(0)).unref().on('connection', (socket) => socket.unref());
  return { app, config };
}

/** The table of who may call what, which the running application reads. */
export { operations };

/** The contract, made without a database. */
export async function openApi() {
  const options = { preview: true, logger: false, abortOnError: false };
  const app = await NestFactory.create(AppModule.of(parseConfig({}), 'postgres://nowhere'), options);
  return openApiOf(app);
}

export const matrixThread = () => new MatrixThread();

export const partOf = (app, name) => app.get(parts[name], { strict: false });

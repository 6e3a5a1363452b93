import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type playwright from 'playwright-core';
import type request from 'supertest';
import type { Config } from '../../src/config.js';
import type { Clock } from '../../src/database/clock.js';
import type { Tenant } from '../../src/database/tenant.js';
import type { MatrixThread } from '../../src/matrix/matrix.thread.js';
import type { DatabaseUrls } from './postgres.js';

export interface StartedApp {
  readonly app: NestExpressApplication;
  readonly config: Config;
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

export type Env = Readonly<Record<string, string>>;

type Urls = Pick<DatabaseUrls, 'owner' | 'app'>;

interface Doors {
  readonly application: {
    sharedApp(
      urlsOfNew: () => Promise<DatabaseUrls>,
      envOn: (urls: DatabaseUrls) => Env,
      replaced: Replaced,
    ): Promise<StartedApp & { readonly urls: Urls }>;
    startApp(urls: Urls, env: Env, replaced: Replaced): Promise<StartedApp>;
    forgetCallers(app: NestExpressApplication): void;
    readonly operations: Record<string, unknown>;
    openApi(): Promise<object>;
    matrixThread(): MatrixThread;
    partOf(app: NestExpressApplication, name: 'Tenant'): Tenant;
  };
  readonly browsers: Pick<typeof playwright, 'chromium'>;
  readonly databases: {
    createDatabase(template?: string): Promise<DatabaseUrls>;
    mustBeProved(urls: Urls): Promise<void>;
    mustBeProvedSince(urls: Urls): Promise<() => Promise<void>>;
  };
}

/** What environment.js has outside of the sandbox of a test file, where it is loaded once for all files. */
export const { outside } = globalThis as unknown as {
  outside: {
    open<Door extends keyof Doors>(door: Door): Promise<Doors[Door]>;
    callOn(server: Server, method: 'get' | 'post' | 'patch' | 'put' | 'delete', path: string): request.Test;
  };
};

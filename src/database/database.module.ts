import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SigningKeys } from '../log/signing-keys.js';
import { Accounts } from './accounts.js';
import { Clock } from './clock.js';
import { applicationSource } from './data-source.js';
import { Tenant } from './tenant.js';

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly database: DataSource) {}

  onApplicationShutdown(): Promise<void> {
    return this.database.destroy();
  }

  static connected(applicationUrl: string): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        Tenant,
        Accounts,
        Clock,
        SigningKeys,
        { provide: DataSource, useFactory: () => applicationSource(applicationUrl).initialize() },
      ],
      exports: [Tenant, Accounts, Clock, SigningKeys],
    };
  }
}

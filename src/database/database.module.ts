import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Accounts } from './accounts.js';
import { Clock } from './clock.js';
import { applicationSource } from './data-source.js';
import { Tenant } from './tenant.js';

@Global()
@Module({})
export class DatabaseModule {
  static connected(applicationUrl: string): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        Tenant,
        Accounts,
        Clock,
        { provide: DataSource, useFactory: () => applicationSource(applicationUrl).initialize() },
      ],
      exports: [Tenant, Accounts, Clock],
    };
  }
}

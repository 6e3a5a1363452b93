import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import { leased, prepared } from './lease.js';

/** The keys that open rows of accounts, sessions and invitations; a row is seen only by whoever holds its key. */
export interface Keys {
  readonly email?: string;
  readonly account_id?: string;
  readonly session?: string;
  readonly invitation?: string;
}

export type Rows = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

export interface SessionRow {
  readonly account_id: string;
  readonly clinic_id: string | null;
  readonly person_id: string | null;
  readonly roles: string[] | null;
}

export interface ApiTokenRow {
  readonly id: string;
  readonly clinic_id: string;
  readonly roles: string[];
}

/** What lies before a clinic is known: who is signing in. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async sessionOf(tokenHash: string): Promise<SessionRow | undefined> {
    const [session] = await this.alone<SessionRow>('select * from session_of($1, $2)', tokenHash);
    return session;
  }

  async apiTokenOf(tokenHash: string): Promise<ApiTokenRow | undefined> {
    const [token] = await this.alone<ApiTokenRow>('select * from api_token_of($1, $2)', tokenHash);
    return token;
  }

  private alone<Row>(sql: string, tokenHash: string): Promise<Row[]> {
    return leased(this.database, (client) =>
      prepared<Row>(client, sql, [tokenHash, new Date(this.clock.now())]),
    );
  }

  /** One transaction that sees only what the keys open. */
  holding<T>(keys: Keys, work: (rows: Rows, now: Date) => Promise<T>): Promise<T> {
    return this.database.transaction(async (em) => {
      for (const [key, value] of Object.entries(keys))
        await em.query('select set_config($1, $2, true)', [`app.${key}`, value]);
      return await work((sql, values = []) => em.query(sql, [...values]), new Date(this.clock.now()));
    });
  }

  /** Is the database there and answering? */
  async ping(): Promise<void> {
    await this.database.query('select 1');
  }
}

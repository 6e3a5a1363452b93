import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock.js';

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
    const rows: SessionRow[] = await this.database.query('select * from session_of($1, $2)', [
      tokenHash,
      new Date(this.clock.now()),
    ]);
    return rows[0];
  }

  async apiTokenOf(tokenHash: string): Promise<ApiTokenRow | undefined> {
    const rows: ApiTokenRow[] = await this.database.query('select * from api_token_of($1, $2)', [
      tokenHash,
      new Date(this.clock.now()),
    ]);
    return rows[0];
  }

  /** One transaction that sees only what the keys open. */
  holding<T>(keys: Keys, work: (rows: Rows, now: Date) => Promise<T>): Promise<T> {
    return this.database.transaction(async (em) => {
      for (const [key, value] of Object.entries(keys)) await em.query('select set_config($1, $2, true)', [`app.${key}`, value]);
      return await work((sql, values = []) => em.query(sql, [...values]), new Date(this.clock.now()));
    });
  }

  /** Is the database there and answering? */
  async ping(): Promise<void> {
    await this.database.query('select 1');
  }
}

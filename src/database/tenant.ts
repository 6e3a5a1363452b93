import { Injectable } from '@nestjs/common';
import pg, { type PoolClient, type QueryResult } from 'pg';
import { DataSource } from 'typeorm';
import { Refused } from '../law/refused.js';
import { type Head, newHead } from '../log/append.js';
import { SigningKeys } from '../log/signing-keys.js';
import type { By, Repeat } from '../session/by.js';
import { Clock } from './clock.js';
import { leased } from './lease.js';
import { inLineOf } from './line.js';
import { databaseErrorOf, refusalOfConstraint } from './refusal-of-constraint.js';
import { rememberAnswer, replayOf } from './repeat.js';
import { Tx } from './tx.js';

/** What is attempted: written to the log as `<noun>.refused` with the command if a rule or a constraint says no. */
export interface Attempt {
  readonly noun: string;
  readonly act: string;
  readonly subjects: readonly (string | null | undefined)[];
  readonly command: object;
}

const attempts = 4;
const retried = new Set(['40001', '40P01']);

/** The only holder of the DataSource: a query outside a clinic cannot be written. */
@Injectable()
export class Tenant {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly keys: SigningKeys,
  ) {}

  /** One consistent snapshot of one clinic; nothing can be written. */
  read<T>(by: By, work: (tx: Tx) => Promise<T>): Promise<T> {
    return inLineOf(by.clinicId, 'readings', () =>
      this.transaction(readSql(by.clinicId), (client) =>
        work(new Tx(client, by, this.clock.now(), () => this.clock.newId())),
      ),
    );
  }

  /**
   * An act with legal weight: acts of one clinic take turns, the entry in the log commits with the act,
   * and a refused attempt is written after the rollback, in a transaction of its own.
   */
  async act<T>(by: By, attempt: Attempt, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.retrying(() => this.turn(by, by.repeat, work));
    } catch (error) {
      const refused = error instanceof Refused ? error : refusalOfConstraint(error);
      if (!refused) throw error;
      await this.retrying(() => this.turn(by, undefined, (tx) => this.recordRefusal(tx, attempt, refused)));
      throw refused;
    }
  }

  /**
   * Does an act and takes it back: the answer is what the act itself would give, also where a constraint that is judged at COMMIT
   * would refuse it, and nothing is kept.
   */
  async rehearse<T>(by: By, work: (tx: Tx) => Promise<T>): Promise<T> {
    let seen: { view: T } | undefined;
    const undo = new Error('rehearsed');
    const rehearsal = this.turn(by, undefined, async (tx) => {
      const view = await work(tx);
      await tx.flushLog();
      await tx.rows('set constraints all immediate');
      seen = { view };
      throw undo;
    });
    await rehearsal.catch((error: unknown) => {
      if (error !== undo) throw refusalOfConstraint(error) ?? error;
    });
    if (!seen) throw new Error('a rehearsal without an outcome');
    return seen.view;
  }

  private turn<T>(by: By, repeat: Repeat | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
    const act = async (client: PoolClient, turn: Opened | undefined) => {
      const tx = new Tx(client, by, this.clock.now(), () => this.clock.newId(), {
        head: headOf(turn),
        keys: this.keys,
      });
      if (repeat) await replayOf(tx, repeat);
      const view = await work(tx);
      await tx.flushLog();
      if (repeat) await rememberAnswer(tx, repeat, repeat.answered(view));
      return { view, signed: tx.signed };
    };
    return inLineOf(by.clinicId, 'acts', async () => {
      const { view, signed } = await this.transaction(turnSql(by.clinicId), act);
      if (signed) this.keys.keep(by.clinicId, signed);
      return view;
    });
  }

  private async recordRefusal(tx: Tx, attempt: Attempt, refused: Refused): Promise<void> {
    tx.log(`${attempt.noun}.refused`, attempt.subjects, {
      act: attempt.act,
      command: JSON.parse(JSON.stringify(attempt.command)),
      codes: [...new Set(refused.refusals.map((refusal) => refusal.code))],
    });
    const { repeat } = tx.by;
    if (repeat) await rememberAnswer(tx, repeat, repeat.refused(refused));
  }

  private async retrying<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (attempt === attempts || !retried.has(databaseErrorOf(error).code ?? '')) throw error;
      }
    }
  }

  /** `begin` opens the transaction of one clinic in one round trip; the last row it gives goes to `work`. */
  private transaction<T>(
    begin: string,
    work: (client: PoolClient, opened: Opened | undefined) => Promise<T>,
  ): Promise<T> {
    return leased(this.database, async (client) => {
      try {
        const result = await work(client, lastRowOf(await client.query(begin)));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }
}

/** What `open_turn` gives; nothing where a transaction only reads. */
type Opened = Omit<Head, 'size' | 'signedSize'> & { readonly size: string; readonly signedSize: string };

const headOf = (turn: Opened | undefined): Head =>
  turn ? { ...turn, size: Number(turn.size), signedSize: Number(turn.signedSize) } : newHead;

const readSql = (clinicId: string): string =>
  `begin isolation level repeatable read read only; select set_config('app.clinic_id', ${pg.escapeLiteral(clinicId)}, true)`;

const turnSql = (clinicId: string): string =>
  `begin; select set_config('app.clinic_id', ${pg.escapeLiteral(clinicId)}, true);
  select size, peaks, signed_size "signedSize", signed_root "signedRoot", origin from open_turn()`;

/** pg gives a list of results for a text of several statements, which its types do not know. */
const lastRowOf = (results: unknown): Opened | undefined =>
  (results as QueryResult<Opened>[]).at(-1)?.rows[0];

import type { PoolClient } from 'pg';
import { entryOf, type Happening } from '../log/entry.js';
import { actorOf, type By } from '../session/by.js';
import { prepared } from './lease.js';

/** One clinic, one transaction: what every read and every act goes through. */
export class Tx {
  private readonly happenings: Happening[] = [];

  constructor(
    private readonly client: PoolClient,
    readonly by: By,
    /** Epoch milliseconds, the same for all that happens in the transaction. */
    readonly now: number,
    /** The number of the next entry; null while only reading. */
    private readonly nextSeq: number | null,
    readonly newId: () => string,
  ) {}

  get clinicId(): string {
    return this.by.clinicId;
  }

  rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return prepared<Row>(this.client, sql, values);
  }

  async one<Row>(sql: string, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(sql, values))[0];
  }

  /** The entry is written before COMMIT; an act without one cannot commit. */
  log(type: string, subjects: readonly (string | null | undefined)[], payload: Happening['payload']): void {
    this.happenings.push({
      type,
      subjects: subjects.filter((id) => id !== null && id !== undefined),
      payload: { ...payload, login: this.by.loginId },
    });
  }

  async flushLog(): Promise<void> {
    const first = this.nextSeq;
    if (this.happenings.length === 0) return;
    if (first === null) throw new Error('A reading transaction cannot write to the log.');
    const entries = this.happenings.map((happening, i) =>
      entryOf(happening, { seq: first + i, at: this.now, clinic: this.clinicId, actor: actorOf(this.by) }),
    );
    const subjects = entries.flatMap((entry) => entry.subjects.map((id) => ({ id, seq: entry.seq })));
    await this.rows(appendSql, [
      this.clinicId,
      entries.map((entry) => entry.seq),
      new Date(this.now),
      entries.map((entry) => entry.type),
      actorOf(this.by),
      entries.map((entry) => entry.bytes),
      entries.map((entry) => entry.payloadHash),
      entries.map((entry) => entry.payload),
      entries.map((entry) => entry.salt),
      subjects.map((subject) => subject.id),
      subjects.map((subject) => subject.seq),
    ]);
  }
}

const appendSql = `
  with entry as (
    insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
    select $1, e.seq, $3, e.type, $5, e.bytes, e.hash
    from unnest($2::bigint[], $4::text[], $6::bytea[], $7::bytea[]) e (seq, type, bytes, hash)
  ), payload as (
    insert into log_payload (clinic_id, seq, payload, salt)
    select $1, p.seq, p.payload, p.salt from unnest($2::bigint[], $8::text[], $9::bytea[]) p (seq, payload, salt)
  )
  insert into log_subject (clinic_id, subject_id, seq)
  select $1, s.id, s.seq from unnest($10::uuid[], $11::bigint[]) s (id, seq)`;

import type { PoolClient } from 'pg';
import { extended, type Head } from '../log/append.js';
import { type Entry, entryOf, type Happening } from '../log/entry.js';
import type { SignedLog, SigningKeys } from '../log/signing-keys.js';
import { actorOf, type By } from '../session/by.js';
import { prepared } from './lease.js';

/** One clinic, one transaction: what every read and every act goes through. */
export class Tx {
  private happenings: Happening[] = [];
  /** The log as this transaction has signed it; nothing where it has not. */
  signed: SignedLog | undefined;

  constructor(
    private readonly client: PoolClient,
    readonly by: By,
    /** Epoch milliseconds, the same for all that happens in the transaction. */
    readonly now: number,
    readonly newId: () => string,
    /** Where the log stands and who signs it; undefined while only reading. */
    private turn?: { readonly head: Head; readonly keys: SigningKeys },
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

  /**
   * Writes what has been told so far and signs the log as it then is. Whoever needs the proof of what was told last calls it
   * before COMMIT does; there is none where nothing was told or the log could not be signed.
   */
  async flushLog(): Promise<string | undefined> {
    const told = this.happenings;
    if (told.length === 0) return undefined;
    if (!this.turn) throw new Error('A reading transaction cannot write to the log.');
    this.happenings = [];
    const { head, keys } = this.turn;
    const entries = told.map((happening, i) =>
      entryOf(happening, {
        seq: head.size + i,
        at: this.now,
        clinic: this.clinicId,
        actor: actorOf(this.by),
      }),
    );
    const signed = await extended(this, keys, head, entries);
    await this.rows(appendSql, [
      ...this.columnsOf(entries),
      ...(signed.checkpoint
        ? [signed.head.size, signed.checkpoint.root, signed.checkpoint.note]
        : noCheckpoint),
    ]);
    this.turn = { head: signed.head, keys };
    const { signedSize: size, signedRoot: root } = signed.head;
    if (signed.checkpoint && root) this.signed = { size, root };
    return signed.checkpoint?.receipt;
  }

  private columnsOf(entries: readonly Entry[]): unknown[] {
    const subjects = entries.flatMap((entry) => entry.subjects.map((id) => ({ id, seq: entry.seq })));
    return [
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
    ];
  }
}

const noCheckpoint = [null, null, null];

const appendSql = `
  with entry as (
    insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
    select $1, e.seq, $3, e.type, $5, e.bytes, e.hash
    from unnest($2::bigint[], $4::text[], $6::bytea[], $7::bytea[]) e (seq, type, bytes, hash)
  ), payload as (
    insert into log_payload (clinic_id, seq, payload, salt)
    select $1, p.seq, p.payload, p.salt from unnest($2::bigint[], $8::text[], $9::bytea[]) p (seq, payload, salt)
  ), checkpoint as (
    insert into log_checkpoint (clinic_id, size, root, note, signed_at)
    select $1, $12::bigint, decode($13, 'base64'), $14, $3 where $12::bigint is not null
  )
  insert into log_subject (clinic_id, subject_id, seq)
  select $1, s.id, s.seq from unnest($10::uuid[], $11::bigint[]) s (id, seq)`;

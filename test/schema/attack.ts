import pg from 'pg';

/** Every table that the log is made of. */
export const logTables: readonly string[] = [
  'log_entry',
  'log_payload',
  'log_subject',
  'log_node',
  'log_head',
  'log_checkpoint',
  'log_erasure',
];

/** SQL typed by hand as the application's role, in one clinic: what a bug or an intruder in the process could do. */
export class Attacker {
  private constructor(
    readonly db: pg.Client,
    readonly clinicId: string,
  ) {}

  static async as(url: string, clinicId: string): Promise<Attacker> {
    const db = new pg.Client(url);
    await db.connect();
    return new Attacker(db, clinicId);
  }

  close(): Promise<void> {
    return this.db.end();
  }

  /**
   * Runs the statements in one transaction, with an entry in the log unless told otherwise, and commits.
   * Gives the constraint that refused, '' where nothing did, or the SQLSTATE where no constraint is named.
   */
  async refusedBy(statements: readonly [string, ...unknown[]][], { logged = true } = {}): Promise<string> {
    try {
      await this.db.query('begin');
      await this.db.query(`select set_config('app.clinic_id', $1, true)`, [this.clinicId]);
      for (const [sql, ...values] of statements) await this.db.query(sql, values);
      if (logged) await this.appendEntry();
      await this.db.query('commit');
      return '';
    } catch (error) {
      await this.db.query('rollback');
      if (!(error instanceof pg.DatabaseError)) throw error;
      return error.constraint ?? error.code ?? '?';
    }
  }

  /** Reads as this clinic. */
  async rows<Row extends pg.QueryResultRow>(sql: string, ...values: unknown[]): Promise<Row[]> {
    await this.db.query('begin');
    await this.db.query(`select set_config('app.clinic_id', $1, true)`, [this.clinicId]);
    const { rows } = await this.db.query<Row>(sql, values);
    await this.db.query('commit');
    return rows;
  }

  appendEntry(): Promise<unknown> {
    return this.db.query(
      `insert into log_entry (clinic_id, seq, at, type, actor_id, bytes, payload_hash)
       select clinic_id, size, now(), 'attack.made', clinic_id, '\\x00', sha256('x') from log_head`,
    );
  }
}

/** A delegation written by hand, already standing, with the acceptance row that the schema asks for. */
export function standing(
  clinicId: string,
  d: { id: string; taskId: string; from: string; to: string; profession: string; valid: string },
): [string, ...unknown[]][] {
  return [
    [
      `insert into delegation (clinic_id, id, task_id, delegator_id, delegator_profession, delegatee_id, requested, valid,
         pending, task_nature, qualifications, follow_up, review_by, reachable_how, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7, false, 'oppgave', 'kvalifisert', 'oppfulgt', now(), 'telefon', now())`,
      clinicId,
      d.id,
      d.taskId,
      d.from,
      d.profession,
      d.to,
      d.valid,
    ],
    [
      `insert into delegation_step (clinic_id, id, delegation_id, kind, phase, at, recorded_at, actor_id, person_id)
       values ($1, uuidv7(), $2, 'accepted', 1, now(), now(), $3, $3)`,
      clinicId,
      d.id,
      d.to,
    ],
  ];
}

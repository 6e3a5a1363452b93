import pg from 'pg';
import type { TestApp } from '../support/app.js';

/** Everything a clinic has in the database, so that "nothing was written" can be seen and not only believed. */
export class Footprints {
  private constructor(
    private readonly database: pg.Client,
    private readonly tables: readonly string[],
  ) {}

  static async open({ urls }: TestApp): Promise<Footprints> {
    const database = new pg.Client(urls.app);
    await database.connect();
    // One statement over all tables takes twenty times longer to plan than to carry out.
    await database.query('set plan_cache_mode = force_generic_plan');
    const { rows } = await database.query<{ name: string }>(
      `select c.relname name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege(c.oid, 'select')
         and c.relname <> 'session' order by 1`,
    );
    return new Footprints(
      database,
      rows.map(({ name }) => name),
    );
  }

  /** By table: how many rows, and a hash of where each lies and which transaction put it there: no write leaves both as they were. */
  async of(clinicId: string): Promise<Record<string, string>> {
    const rows = await this.within<{ name: string; print: string }>(
      'of',
      clinicId,
      (table) =>
        `select '${table}' name, count(*) || ' ' || coalesce(sum(hashtextextended(t.ctid || ' ' || t.xmin, 0)), 0) print
        from ${table} t where clinic_id = this_clinic()`,
    );
    return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
  }

  /** How much a table takes, with the versions of its rows that have had their day, in bytes. */
  async sizeOf(table: string): Promise<number> {
    const { rows } = await this.database.query<{ size: string }>('select pg_relation_size($1) size', [table]);
    return Number(rows[0]?.size);
  }

  /** The ids of all that the clinic owns, its own among them. */
  async idsOf(clinicId: string): Promise<string[]> {
    const rows = await this.within<{ id: string }>(
      'ids of',
      clinicId,
      (table) =>
        `select to_jsonb(t) ->> 'id' id from ${table} t where clinic_id = this_clinic() and to_jsonb(t) ? 'id'`,
    );
    return [clinicId, ...rows.map(({ id }) => id)];
  }

  /** Where in the database a text stands, in one clinic's rows. */
  async placesOf(text: string, clinicId: string): Promise<string[]> {
    const rows = await this.within<{ name: string }>(
      'places of',
      clinicId,
      (table) => `select '${table}' name from ${table} t where strpos(t::text, $1) > 0`,
      [text],
    );
    return rows.map(({ name }) => name);
  }

  close(): Promise<void> {
    return this.database.end();
  }

  private async within<Row extends object>(
    name: string,
    clinicId: string,
    sql: (table: string) => string,
    values: readonly string[] = [],
  ): Promise<Row[]> {
    await this.database.query(`select set_config('app.clinic_id', $1, false)`, [clinicId]);
    const text = this.tables.map(sql).join(' union all ');
    return (await this.database.query<Row>({ name, text, values: [...values] })).rows;
  }
}

import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** A connection of the pool for as long as `work` takes. */
export async function leased<T>(database: DataSource, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const runner = database.createQueryRunner();
  try {
    const client: PoolClient = await runner.connect();
    return await work(client);
  } finally {
    await runner.release();
  }
}

const names = new Map<string, string>();

/**
 * Runs a statement that the connection plans once and keeps: planning the larger ones takes longer than running them.
 * So the text must be one of a fixed few; whatever varies goes in `values`.
 *
 * The rows are the caller's alone: a result of pg's outlives several requests before it is collected, and rows that it held
 * would grow old with it.
 */
export async function prepared<Row>(
  client: PoolClient,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  let name = names.get(sql);
  if (name === undefined) {
    name = createHash('sha256').update(sql).digest('base64url').slice(0, 32);
    names.set(sql, name);
  }
  const result = await client.query({ name, text: sql, values: [...values] });
  const { rows } = result;
  result.rows = [];
  return rows;
}

import { Problem } from '../http/problem.js';
import type { Tx } from './tx.js';

/** 404 if one of the ids is unknown or another clinic's: row level security makes the two the same. */
export async function mustExist(
  tx: Tx,
  table: 'person' | 'task' | 'role_description' | 'competence',
  ids: readonly (string | null | undefined)[],
): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== null && id !== undefined))];
  if (wanted.length === 0) return;
  const found = await tx.one<{ count: string }>(`select count(*) from ${table} where id = any($1)`, [wanted]);
  if (Number(found?.count) !== wanted.length) throw new Problem('not-found');
}

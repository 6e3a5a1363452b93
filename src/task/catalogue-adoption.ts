import { catalogueTask } from '../catalogue/catalogue.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { insertTasks, ofCatalogue } from './new-task.js';

/**
 * The clinic's tasks for these catalogue codes; those that are not there yet are made, in a handful of statements.
 * A task the clinic has adopted before is its own, whatever it has come to be called. 404 for an unknown code.
 */
export async function adoptTasks(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const adopted = await adoptedTasks(tx, codes);
  const fresh = [...new Set(codes)].filter((code) => !adopted.has(code)).map((code) => ofCode(tx, code));
  await insertTasks(tx, fresh);
  return new Map([...adopted, ...fresh.map(({ id, catalogueCode }) => [catalogueCode ?? '', id] as const)]);
}

/** The ids of those that the clinic has already, by code. */
export async function adoptedTasks(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ code: string; id: string }>(
    'select catalogue_code code, id from task where catalogue_code = any($1)',
    [codes],
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}

function ofCode(tx: Tx, code: string) {
  const task = catalogueTask(code);
  if (!task) throw new Problem('not-found');
  return ofCatalogue(tx, task);
}

import type { Tx } from '../database/tx.js';
import { periodOf } from '../decision/facts.loader.js';
import { startOfDay } from '../http/instant.js';
import type { PlanFacts, Present } from './training-plan.rules.js';

type Edge = number | null;

interface Row {
  readonly present: [personId: string, from: Edge, to: Edge][] | null;
  readonly twins: [planId: string, from: Edge, to: Edge][] | null;
}

/** What the rules ask about a plan, in one statement: who is there, and what stands for the same purpose. */
export async function planFacts(
  tx: Tx,
  { personId, supervisorId, purpose }: { personId: string; supervisorId: string; purpose: string },
): Promise<PlanFacts> {
  const row = await tx.one<Row>(factsSql, [[personId, supervisorId], personId, purpose]);
  return {
    now: tx.now,
    startOfToday: startOfDay(tx.now),
    trainee: presentIn(row, personId),
    supervisor: presentIn(row, supervisorId),
    twins: (row?.twins ?? []).map(([id, from, to]) => ({ id, valid: periodOf(from, to) })),
  };
}

export async function presenceOf(tx: Tx, personId: string): Promise<Present> {
  return presentIn(await tx.one<Row>(`select ${presentSql} present`, [[personId]]), personId);
}

const presentIn = (row: Pick<Row, 'present'> | undefined, personId: string): Present => ({
  id: personId,
  valid: (row?.present ?? [])
    .filter(([id]) => id === personId)
    .map(([, from, to]): Present['valid'][number] => periodOf(from, to)),
});

/** $1 are the people. */
const presentSql = `(select json_agg(json_build_array(e.person_id, ms(lower(e.valid)), ms(upper(e.valid)))) from presence e
  where e.person_id = any($1))`;

const factsSql = `select ${presentSql} present,
  (select json_agg(json_build_array(p.id, ms(lower(p.valid)), ms(upper(p.valid)))) from training_plan p
    where p.person_id = $2 and lower(p.purpose) = lower($3) and p.valid is not null) twins`;

import type { Tx } from '../database/tx.js';
import type { Entitle } from './task.dto.js';

/**
 * Closes and opens entitlements only where something differs; returns the moment it holds from, in epoch milliseconds.
 * That is now, or the millisecond after the last change: no entitlement has ever been in force for no time at all.
 */
export async function changeEntitlements(
  tx: Tx,
  taskId: string,
  wanted: readonly Entitle[],
): Promise<number> {
  const open = await tx.rows<Entitle & { from: number | null }>(
    `select occupation, may_delegate "mayDelegate", ms(lower(valid)) "from" from entitlement
     where task_id = $1 and upper_inf(valid)`,
    [taskId],
  );
  const closed = open.filter((held) => !wanted.some((entitled) => isSame(entitled, held)));
  const opened = wanted.filter((entitled) => !open.some((held) => isSame(entitled, held)));
  const at = Math.max(tx.now, ...open.map(({ from }) => (from ?? Number.NEGATIVE_INFINITY) + 1));
  await tx.rows(
    `update entitlement set valid = tstzrange(lower(valid), $2)
     where task_id = $1 and upper_inf(valid) and occupation = any($3)`,
    [taskId, new Date(at), closed.map(({ occupation }) => occupation)],
  );
  await tx.rows(
    `insert into entitlement (clinic_id, task_id, occupation, may_delegate, valid)
     select $1, $2, e.occupation, e.may_delegate, tstzrange($3, null)
     from unnest($4::text[], $5::boolean[]) e (occupation, may_delegate)`,
    [
      tx.clinicId,
      taskId,
      new Date(at),
      opened.map(({ occupation }) => occupation),
      opened.map(({ mayDelegate }) => mayDelegate),
    ],
  );
  return at;
}

const isSame = (a: Entitle, b: Entitle): boolean =>
  a.occupation === b.occupation && a.mayDelegate === b.mayDelegate;

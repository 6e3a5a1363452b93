import type { Tx } from '../database/tx.js';
import type { PolicyView } from './policy.dto.js';

/** The clinic's own choices; what has not been chosen warns. */
export async function policyView(tx: Tx): Promise<PolicyView> {
  const chosen = await tx.one<PolicyView>(
    `select value "competenceOfDuties", version from clinic_policy where name = 'competence-of-duties'`,
  );
  return chosen ?? { competenceOfDuties: 'warn', version: 1 };
}

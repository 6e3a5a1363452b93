import type { Role } from './operations.js';

/** Whoever looks on behalf of somebody else than the clinic: what they look at is logged. A manager runs the clinic. */
export const isAuditor = (roles: readonly Role[]): boolean =>
  roles.includes('auditor') && !roles.includes('manager');

/**
 * SQL for the roles that a row of membership or invitation gives at a moment: an auditor's access ends by itself,
 * at `auditor_until`, exclusive. The schema's session_of says the same; empty when nothing is left.
 */
export const rolesHeld = (row: string, moment: string): string =>
  `case when ${row}.auditor_until <= ${moment} then array_remove(${row}.roles, 'auditor') else ${row}.roles end`;

import { instantOf } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import type { Role } from '../session/operations.js';

interface Ending {
  readonly roles: readonly Role[];
  readonly auditorUntil?: string | null;
}

/** When an auditor's access ends; null for never. 400 if it is given without the role, or is not in the future. */
export function auditorUntilOf({ roles, auditorUntil }: Ending, now: number): Date | null {
  if (auditorUntil === undefined || auditorUntil === null) return null;
  if (!roles.includes('auditor')) throw Problem.invalid('/auditorUntil', 'not-an-auditor');
  const until = instantOf(auditorUntil);
  if (until <= now) throw Problem.invalid('/auditorUntil', 'too-small', new Date(now).toISOString());
  return new Date(until);
}

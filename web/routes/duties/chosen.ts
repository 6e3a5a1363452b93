import type { CheckDuties, RoleDescriptionView } from '../../api/schema.ts';
import { endOfDay, isoDay, today } from '../../ui/day.ts';

/** What is chosen, by the paths of the API's body; days as dd.mm.åååå, and the end as its last day. */
export interface Chosen {
  personIds: string[];
  taskIds: string[];
  validFrom: string;
  validTo: string;
}

/** So many pairs of a person and a task are checked and assigned at once. */
export const mostPairs = 10_000;

export const nothingYet = (): Chosen => ({ personIds: [], taskIds: [], validFrom: today(), validTo: '' });

export const tasksOfRole = (role: RoleDescriptionView | undefined): string[] =>
  role?.areas.flatMap(({ tasks }) => tasks.map(({ id }) => id)) ?? [];

/** As the API takes it; null while something is missing or is no day. */
export function asked({ personIds, taskIds, validFrom, validTo }: Chosen): CheckDuties | null {
  const from = isoDay(validFrom);
  const to = validTo.trim() === '' ? null : endOfDay(validTo);
  if (personIds.length === 0 || taskIds.length === 0 || !from) return null;
  if (validTo.trim() !== '' && !to) return null;
  return { personIds, taskIds, validFrom: from, validTo: to };
}

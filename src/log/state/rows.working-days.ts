import { json, moment, of, period, type Row, row } from './row.js';
import type { State } from './state.js';

export const workingDaysRows = ({ workingDays }: State): Row[] =>
  of(workingDays.values(), (week) =>
    row([week.id], {
      id: week.id,
      person_id: week.personId,
      weekdays: json([...week.weekdays]),
      valid: period(week.valid),
      created_at: moment(week.createdAt),
    }),
  );

import type { Fold } from './fold.told.js';

/** From a day on: what stood ends there, or never was where it had not begun. */
export const workingDaysChanged: Fold = (state, told) => {
  const id = told.fresh('id', state.workingDays);
  const personId = told.idOf('personId', state.people);
  const from = told.moment('from');
  const weekdays = told.wholes('weekdays');
  for (const standing of state.workingDays.values()) {
    if (standing.personId !== personId || !standing.valid || standing.valid.to <= from) continue;
    standing.valid = standing.valid.from < from ? { from: standing.valid.from, to: from } : null;
  }
  const valid = { from, to: Number.POSITIVE_INFINITY };
  state.workingDays.set(id, { id, personId, weekdays, valid, createdAt: told.at });
};

import type { Fold, Told } from './fold.told.js';
import type { DutyState } from './state.js';

export const dutyAssigned: Fold = (state, told) => {
  const id = told.fresh('id', state.duties);
  state.duties.set(id, {
    id,
    personId: told.idOf('personId', state.people),
    taskId: told.idOf('taskId', state.tasks),
    occupation: told.text('occupation'),
    profession: told.textOrNull('profession'),
    valid: told.period(),
    endReason: null,
    createdAt: told.at,
  });
};

/** Ended by the manager: it never stood if that is before it began. */
export const dutyEnded: Fold = (state, told) => cut(told.known('id', state.duties), told);

/** Lapsed with the ground it rested on: from its start, if the ground does not hold even there. */
export const dutyLapsed: Fold = (state, told) => {
  const duty = told.known('id', state.duties);
  if (duty.valid && told.moment('at') < duty.valid.from) told.fail('not-in-force', duty.id);
  cut(duty, told);
};

function cut(duty: DutyState, told: Told): void {
  const [at, reason] = [told.moment('at'), told.text('reason')];
  if (!duty.valid || at >= duty.valid.to) told.fail('not-in-force', duty.id);
  duty.valid = at > duty.valid.from ? { from: duty.valid.from, to: at } : null;
  duty.endReason = reason;
}

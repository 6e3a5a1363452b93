import {
  type Attendance,
  attendances,
  isExpected,
  type Participation,
  teachingKinds,
} from '../../teaching/teaching.rules.js';
import type { Fold, Told } from './fold.told.js';
import type { State } from './state.js';
import type { TeachingRow, TeachingState } from './state.teaching.js';

export const teachingPlanned: Fold = (state, told) => {
  const id = told.fresh('id', state.teachings);
  state.teachings.set(id, {
    id,
    ...eventTold(state, told),
    gives: givesTold(state, told),
    version: 1,
    createdAt: told.at,
    cancellation: null,
    participations: [],
    attendances: [],
    records: [],
  });
};

/** The time is not moved away from those who came. */
export const teachingChanged: Fold = (state, told) => {
  const teaching = going(state, told);
  const after = eventTold(state, told);
  const gives = givesTold(state, told);
  const moved = teaching.held.from !== after.held.from || teaching.held.to !== after.held.to;
  if (moved && teaching.attendances.length > 0) told.fail('out-of-order', teaching.id);
  for (const { competenceId, level } of teaching.records)
    if (gives.get(competenceId) !== level) told.fail('out-of-order', competenceId);
  Object.assign(teaching, after);
  for (const competenceId of teaching.gives.keys()) teaching.gives.set(competenceId, null);
  for (const [competenceId, level] of gives) teaching.gives.set(competenceId, level);
  teaching.version++;
};

export const teachingCancelled: Fold = (state, told) => {
  const teaching = going(state, told);
  teaching.cancellation = { ...recorded(told), reason: told.text('reason') };
};

const participating =
  (kind: Participation): Fold =>
  (state, told) => {
    const teaching = going(state, told);
    if (told.at >= teaching.held.from) told.fail('out-of-order', teaching.id);
    const rows = told
      .parts('people')
      .map((person) => rowTold(state, told, person, teaching.participations, kind));
    for (const { personId } of rows) {
      const before = lastOf(teaching.participations, personId)?.kind ?? null;
      if (isExpected(before) === isExpected(kind)) told.fail('out-of-order', personId);
    }
    teaching.participations.push(...rows);
  };

export const teachingInvited = participating('invited');
export const teachingWithdrawn = participating('withdrawn');
export const teachingSignedUp = participating('signed-up');
export const teachingSignedOff = participating('signed-off');

/** After it has begun, and of others than whoever says so. */
export const teachingAttended: Fold = (state, told) => {
  const teaching = going(state, told);
  if (told.at < teaching.held.from) told.fail('out-of-order', teaching.id);
  const rows = told.parts('people').map((person): TeachingRow<Attendance> => {
    return rowTold(state, told, person, teaching.attendances, person.oneOf('status', attendances));
  });
  for (const { personId } of rows) if (personId === told.person) told.fail('out-of-order', personId);
  teaching.attendances.push(...rows);
};

/** Records that were given to those who were present, each told by an entry of its own before this one. */
export const teachingRecorded: Fold = (state, told) => {
  const teaching = going(state, told);
  const records = told.parts('records').map((record) => ({
    personId: record.idOf('personId', state.people),
    competenceId: record.idOf('competenceId', state.competences),
    level: record.whole('level'),
    recordId: record.idOf('recordId', state.competenceRecords),
    at: told.at,
  }));
  for (const { personId } of records)
    if (lastOf(teaching.attendances, personId)?.kind !== 'present') told.fail('out-of-order', personId);
  teaching.records.push(...records);
};

function going(state: State, told: Told): TeachingState {
  const teaching = told.known('id', state.teachings);
  return teaching.cancellation ? told.fail('not-in-force', teaching.id) : teaching;
}

function eventTold(state: State, told: Told) {
  const heldBy = told.part('heldBy');
  const held = { from: told.moment('startsAt'), to: told.moment('endsAt') };
  if (held.to <= held.from) told.fail('payload-unreadable', '/endsAt');
  return {
    kind: told.oneOf('kind', teachingKinds),
    title: told.text('title'),
    place: told.textOrNull('place'),
    held,
    topics: told.texts('topics'),
    heldBy: { personId: heldBy.idOrNullOf('personId', state.people), name: heldBy.textOrNull('name') },
    open: told.flag('open'),
  };
}

const givesTold = (state: State, told: Told): Map<string, number> =>
  new Map(
    told.parts('gives').map((each) => [each.idOf('competenceId', state.competences), each.whole('level')]),
  );

const recorded = (told: Told) => ({ at: told.at, actorId: told.actor, byId: told.person });

function rowTold<Kind>(
  state: State,
  told: Told,
  row: Told,
  earlier: readonly TeachingRow<Kind>[],
  kind: Kind,
): TeachingRow<Kind> {
  const personId = row.idOf('personId', state.people);
  const number = (lastOf(earlier, personId)?.number ?? 0) + 1;
  return { id: row.text('id'), personId, number, kind, ...recorded(told) };
}

const lastOf = <Kind>(rows: readonly TeachingRow<Kind>[], personId: string): TeachingRow<Kind> | undefined =>
  rows.findLast((each) => each.personId === personId);

import { reactionKinds } from '../../people/practice-right.rules.js';
import type { Fold } from './fold.told.js';

export const personRegistered: Fold = (state, told) => {
  const id = told.fresh('personId', state.people);
  state.people.set(id, {
    id,
    name: told.text('name'),
    email: told.textOrNull('email'),
    hprNumber: told.wholeOrNull('hprNumber'),
    birthDate: told.birthDay('birthDate'),
    version: 1,
    createdAt: told.at,
  });
};

/** What is not told stays as it was. */
export const personChanged: Fold = (state, told) => {
  const person = told.known('personId', state.people);
  const after = {
    name: told.has('name') ? told.text('name') : person.name,
    email: told.has('email') ? told.textOrNull('email') : person.email,
    hprNumber: told.has('hprNumber') ? told.wholeOrNull('hprNumber') : person.hprNumber,
    birthDate: told.has('birthDate') ? told.birthDay('birthDate') : person.birthDate,
  };
  Object.assign(person, after);
  person.version++;
};

const engagementKinds = ['ansatt', 'vikar', 'elev', 'student', 'innleid'] as const;

export const engagementStarted: Fold = (state, told) => {
  const id = told.fresh('id', state.engagements);
  state.engagements.set(id, {
    id,
    personId: told.idOf('personId', state.people),
    occupation: told.text('occupation'),
    kind: told.oneOf('kind', engagementKinds),
    roleDescriptionId: told.idOrNullOf('roleDescriptionId', state.roleDescriptions),
    supervisorId: told.idOrNullOf('supervisorId', state.people),
    valid: told.period(),
    endReason: null,
    createdAt: told.at,
  });
};

export const engagementEnded: Fold = (state, told) => {
  const engagement = told.known('id', state.engagements);
  const { from, to } = engagement.valid;
  const [at, reason] = [told.moment('at'), told.text('reason')];
  if (at <= from || at >= to) told.fail('not-in-force', engagement.id);
  engagement.valid = { from, to: at };
  engagement.endReason = reason;
};

export const authorisationRegistered: Fold = (state, told) => {
  const id = told.fresh('id', state.authorisations);
  const evidence = told.part('evidence');
  state.authorisations.set(id, {
    id,
    personId: told.idOf('personId', state.people),
    profession: told.text('profession'),
    approvalType: told.text('approvalType'),
    valid: told.period(),
    conditions: told.textOrNull('conditions'),
    evidence: {
      source: evidence.text('source'),
      checkedAt: evidence.text('checkedAt'),
      note: evidence.textOrNull('note'),
    },
    createdAt: told.at,
  });
};

export const reactionRecorded: Fold = (state, told) => {
  const id = told.fresh('id', state.reactions);
  state.reactions.set(id, {
    id,
    personId: told.idOf('personId', state.people),
    authorisationId: told.idOrNullOf('authorisationId', state.authorisations),
    kind: told.oneOf('kind', reactionKinds),
    valid: told.period(),
    knownFrom: told.moment('knownFrom'),
    taskIds: told.idsOf('taskIds', state.tasks),
    note: told.text('note'),
    createdAt: told.at,
  });
};

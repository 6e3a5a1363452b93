import type { Fold } from './fold.told.js';

export const evidenceAdded: Fold = (state, told) => {
  const id = told.fresh('id', state.evidence);
  const recordId = told.idOf('recordId', state.competenceRecords);
  const { steps = [] } = state.competenceRecords.get(recordId) ?? {};
  if (steps.some(({ kind }) => kind === 'rejected' || kind === 'withdrawn'))
    told.fail('not-in-force', recordId);
  state.evidence.set(id, {
    id,
    recordId,
    position: told.whole('position'),
    name: told.text('name'),
    mediaType: told.text('mediaType'),
    size: told.whole('size'),
    sha256: told.text('sha256'),
    actorId: told.actor,
    uploadedBy: told.person,
    createdAt: told.at,
    erased: null,
  });
};

export const evidenceErased: Fold = (state, told) => {
  const evidence = told.known('id', state.evidence);
  if (evidence.erased) told.fail('not-in-force', evidence.id);
  evidence.erased = { at: told.at, actorId: told.actor, personId: told.person, reason: told.text('reason') };
};

import type { Fold, Told } from './fold.told.js';
import type { RoleDescriptionVersionState, State } from './state.js';

/** Written by the clinic, or adopted from a template of the catalogue. */
export const roleDescriptionCreated: Fold = (state, told) => {
  const id = told.fresh('roleDescriptionId', state.roleDescriptions);
  const first = versionTold(state, told);
  if (first.number !== 1) told.fail('out-of-order', id);
  state.roleDescriptions.set(id, {
    id,
    name: told.text('name'),
    occupation: told.text('occupation'),
    templateCode: told.textOrNull('templateCode'),
    templateVersion: told.wholeOrNull('templateVersion'),
    versions: [first],
    requirementsVersion: 1,
    createdAt: told.at,
  });
};

export const roleDescriptionPublished: Fold = (state, told) => {
  const role = told.known('roleDescriptionId', state.roleDescriptions);
  const next = versionTold(state, told);
  const last = role.versions.at(-1);
  if (!last || next.number !== last.number + 1 || next.effectiveFrom < last.effectiveFrom)
    told.fail('out-of-order', role.id);
  role.versions.push(next);
};

const versionTold = (state: State, told: Told): RoleDescriptionVersionState => ({
  number: told.whole('number'),
  effectiveFrom: told.moment('effectiveFrom'),
  areas: told.parts('areas').map((area) => ({
    code: area.text('code'),
    title: area.text('title'),
    tasks: area.idsOf('tasks', state.tasks),
  })),
  obligations: told.parts('obligations').map((obligation) => ({
    text: obligation.text('text'),
    legalBases: obligation.texts('legalBases'),
  })),
  publishedAt: told.at,
});

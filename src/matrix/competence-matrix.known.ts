import type { CompetenceRecordState } from '../log/state/state.competences.js';
import type { State } from '../log/state/state.js';
import type { Competences } from './competence-matrix.loader.js';
import { byName } from './matrix.known.js';

/** As `competencesAt`, from what the clinic knew. */
export function knownCompetences({ competences, competenceRecords }: State, at: number): Competences {
  const waiting = [...competenceRecords.values()].filter((record) => isWaiting(record, at));
  return {
    list: [...competences.values()]
      .map(({ id, name, kind, levels }) => ({ id, name, kind, levels }))
      .sort(byName),
    claims: Map.groupBy(waiting, ({ personId }) => personId),
  };
}

const isWaiting = ({ valid, steps }: CompetenceRecordState, at: number): boolean => {
  const kinds = steps.filter((step) => step.at <= at).map(({ kind }) => kind);
  return valid === null && kinds.length > 0 && kinds.every((kind) => kind === 'claimed');
};

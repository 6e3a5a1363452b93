import { mustExist } from '../database/must-exist.js';
import type { Tx } from '../database/tx.js';
import { instantOf } from '../http/instant.js';
import { type Known, stateKnownAt } from '../log/state/known.js';
import type { MatrixQuery } from './matrix.dto.js';
import { knownSubjects } from './matrix.known.js';
import { type Subjects, subjectsAt } from './matrix.loader.js';

export interface Found {
  readonly at: number;
  /** What the clinic knew then, if that was asked for. */
  readonly known: Known | null;
  readonly subjects: Subjects;
}

/** 404 for a competence that the clinic does not have. */
export async function subjectsOf(tx: Tx, query: MatrixQuery, everyRecord = false): Promise<Found> {
  await mustExist(tx, 'competence', [query.competenceId]);
  const known = query.knownAt ? await stateKnownAt(tx, instantOf(query.knownAt)) : null;
  const at = query.at ? instantOf(query.at) : (known?.clock ?? tx.now);
  const { area = null, occupation = null, competenceId = null } = query;
  const wanted = { at, area, occupation, competenceId, all: query.tasks === 'all', everyRecord };
  const subjects = known ? knownSubjects(known.state, wanted) : await subjectsAt(tx, wanted);
  return { at, known, subjects };
}

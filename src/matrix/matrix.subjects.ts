import { mustExist } from '../database/must-exist.js';
import type { Tx } from '../database/tx.js';
import { instantOf } from '../http/instant.js';
import { type Known, stateKnownAt } from '../log/state/known.js';
import type { MatrixQuery } from './matrix.dto.js';
import { knownSubjects } from './matrix.known.js';
import { foundAt, type Subjects, type Wanted } from './matrix.loader.js';
import { subjectsIn } from './matrix.unpack.js';

export interface Asked {
  readonly wanted: Wanted;
  /** What the clinic knew then, if that was asked for. */
  readonly known: Known | null;
}

/** 404 for a competence that the clinic does not have. */
export async function askedBy(tx: Tx, query: MatrixQuery, everyRecord = false): Promise<Asked> {
  await mustExist(tx, 'competence', [query.competenceId]);
  const known = query.knownAt ? await stateKnownAt(tx, instantOf(query.knownAt)) : null;
  const at = query.at ? instantOf(query.at) : (known?.clock ?? tx.now);
  const { area = null, occupation = null, competenceId = null } = query;
  return { known, wanted: { at, area, occupation, competenceId, all: query.tasks === 'all', everyRecord } };
}

/** What was known, or what is on record now. */
export async function subjectsOf(tx: Tx, { known, wanted }: Asked): Promise<Subjects> {
  return known ? knownSubjects(known.state, wanted) : subjectsIn(await foundAt(tx, wanted));
}

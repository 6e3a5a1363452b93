import type { CompetenceKind } from '../competence/competence.rules.js';
import type { Language } from '../law/legal-bases.js';
import type { OccupationCode } from '../law/occupations.js';
import { momentOrNull } from '../law/period.js';
import type {
  CompetenceCellView,
  CompetenceMatrixView,
  MatrixRequirementView,
} from './competence-matrix.dto.js';
import type { Asked, Holding } from './competence-matrix.rules.js';
import type { CompetenceMatrix } from './competence-matrix.service.js';
import { Legend, personView } from './matrix.view.js';

export function competenceMatrixView(matrix: CompetenceMatrix, language: Language): CompetenceMatrixView {
  const { at, knownAt, competences, rows } = matrix;
  const columns = new Map(competences.map(({ id }, place) => [id, place]));
  const requirements = requirementsIn(matrix);
  const cells = rows.flatMap(({ holdings }, person) =>
    holdings
      .map((holding) => cellView(holding, person, columns.get(holding.competenceId) ?? 0, requirements))
      .sort((a, b) => a.competence - b.competence),
  );
  return {
    at: new Date(at).toISOString(),
    ...(knownAt !== null && { knownAt: new Date(knownAt).toISOString() }),
    people: rows.map(({ member }) => personView(member, at, language)),
    competences: competences.map(({ id, name, kind, levels }) => ({
      id,
      name,
      kind: kind as CompetenceKind,
      levels: [...levels],
    })),
    requirements: requirements.list.map(requirementView),
    cells,
  };
}

/** What is asked of any of them, each once. */
export function requirementsIn({ rows }: CompetenceMatrix): Legend<Asked> {
  const requirements = new Legend<Asked>(nameOf);
  for (const { holdings } of rows) {
    for (const { asked } of holdings) for (const each of asked) requirements.placeOf(each);
  }
  return requirements;
}

const nameOf = ({ task, occupation, requirement }: Asked): string =>
  [
    task?.id ?? occupation,
    ...requirement.anyOf.map(({ competenceId, minLevel }) => `${competenceId} ${minLevel}`),
  ].join(' ');

const cellView = (
  { status, level, from, to, claimedLevel, minLevel, asked }: Holding,
  person: number,
  competence: number,
  requirements: Legend<Asked>,
): CompetenceCellView => ({
  person,
  competence,
  status,
  level,
  validFrom: from === null ? null : momentOrNull(from),
  validTo: to === null ? null : momentOrNull(to),
  claimedLevel,
  minLevel,
  requiredBy: [...new Set(asked.map((each) => requirements.placeOf(each)))],
});

const requirementView = ({ task, occupation, requirement }: Asked): MatrixRequirementView => ({
  task: task && { id: task.id, name: task.name },
  occupation: occupation as OccupationCode | null,
  anyOf: requirement.anyOf.map(({ competenceId, name, minLevel }) => ({ id: competenceId, name, minLevel })),
});

import type { Language } from '../law/legal-bases.js';
import { type OccupationCode, occupations } from '../law/occupations.js';
import type { LoadedCompetence } from './competence-matrix.loader.js';
import type { Asked, Holding } from './competence-matrix.rules.js';
import type { CompetenceMatrix } from './competence-matrix.service.js';
import { requirementsIn } from './competence-matrix.view.js';
import { statusWords, words } from './matrix-export.texts.js';
import type { Sheet } from './sheet.js';
import { endText, momentRows, personCells, personHeader, sheetOf } from './sheet.parts.js';

/** People and competences: each cell with its status, level and end; what requires them in a sheet beside. */
export function sheetsOfCompetences(matrix: CompetenceMatrix, language: Language): Sheet[] {
  const { competences, rows, at } = matrix;
  const header = [...personHeader(language), ...competences.map(({ name }) => name)];
  const table = rows.map((row) => {
    const held = new Map(row.holdings.map((holding) => [holding.competenceId, holding]));
    const cells = competences.map((competence) => holdingText(held.get(competence.id), competence, language));
    return [...personCells(row.member, at, language), ...cells];
  });
  const required = requirementsIn(matrix).list.map((asked) => requirementRow(asked, language));
  const explained = [
    ...momentRows(matrix, language),
    [words.requiredBy[language], words.competences[language]],
    ...required,
  ];
  return [sheetOf('competences', [header, ...table], language), sheetOf('requirements', explained, language)];
}

function holdingText(holding: Holding | undefined, { levels }: LoadedCompetence, language: Language): string {
  if (!holding) return '';
  const { status, level, to, claimedLevel, minLevel } = holding;
  const nameOf = (number: number | null) =>
    number === null || levels.length === 1 ? [] : [levels[number - 1] ?? String(number)];
  return [
    statusWords[status][language],
    ...nameOf(level ?? claimedLevel),
    ...(to !== null && Number.isFinite(to) ? [endText(to, language)] : []),
    ...(claimedLevel !== null && status !== 'claimed' ? [words.renewed[language]] : []),
    ...(minLevel === null ? [] : [[words.required[language], ...nameOf(minLevel)].join(': ')]),
  ].join(', ');
}

/** What requires it, and which of them would be enough. */
function requirementRow({ task, occupation, requirement }: Asked, language: Language): string[] {
  const role = occupation === null ? '' : occupations[occupation as OccupationCode].plainName[language];
  const by = task?.name ?? `${words.roleDescription[language]}: ${role}`;
  return [by, requirement.anyOf.map(({ name }) => name).join(` ${words.or[language]} `)];
}

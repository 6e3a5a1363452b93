import { type Language, legalBases } from '../law/legal-bases.js';
import { refusalTexts } from '../law/refusal-texts.js';
import { refusalView } from '../law/refusal-words.js';
import type { Refusal } from '../law/refusals.js';
import type { Matrix } from './matrix.fold.js';
import type { Member } from './matrix.loader.js';
import type { Answer } from './matrix.rules.js';
import { basisWords, words } from './matrix-export.texts.js';
import type { Sheet } from './sheet.js';
import { momentRows, momentText, personCells, personHeader, sheetOf } from './sheet.parts.js';

interface SheetRow {
  readonly member: Member;
  readonly cells: readonly number[];
}

/** People and tasks: each cell with its basis or its refusals, and when that changes; explained in a sheet beside. */
export function sheetsOfTasks(
  { tasks, rows, answers, ...moments }: Matrix<SheetRow>,
  language: Language,
): Sheet[] {
  const texts = answers.map((answer) => answerText(answer, language));
  const header = [...personHeader(language), ...tasks.map(({ name }) => name)];
  const table = rows.map((row) => [
    ...personCells(row.member, moments.at, language),
    ...row.cells.map((place) => texts[place] ?? ''),
  ]);
  const explained = [...momentRows(moments, language), ...refusalRows(answers, language)];
  return [sheetOf('tasks', [header, ...table], language), sheetOf('explanation', explained, language)];
}

function answerText({ allowed, bases, refusals, until }: Answer, language: Language): string {
  const says = allowed
    ? [...new Set(bases.map(({ kind }) => basisWords[kind][language]))].join(' + ')
    : `${words.no[language]}: ${refusals.map((refusal) => reasonText(refusal, language)).join('; ')}`;
  return Number.isFinite(until) ? `${says} (${words.changes[language]} ${momentText(until)})` : says;
}

function reasonText({ code, about }: Refusal, language: Language): string {
  const title = refusalTexts[code].title[language];
  return about?.competences ? `${title} (${about.competences})` : title;
}

/** Each refusal that a cell gives, with its sentence and legal bases; and that none of them stops emergency help (hpl-7). */
function refusalRows(answers: readonly Answer[], language: Language): string[][] {
  const codes = new Set(answers.flatMap(({ refusals }) => refusals.map(({ code }) => code)));
  const { says, citation } = legalBases['hpl-7'];
  return [
    [words.refusal[language], words.explanation[language], words.legalBases[language]],
    ...[...codes].map((code) => {
      const view = refusalView({ code }, language);
      const cited = view.legalBases.map((basis) => `${basis.citation} (${basis.strength})`);
      return [refusalTexts[code].title[language], view.detail, cited.join('; ')];
    }),
    [words.emergency[language], says[language], citation[language]],
  ];
}

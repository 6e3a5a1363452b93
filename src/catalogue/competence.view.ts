import type { Page } from '../http/page.js';
import { catalogueTask } from './catalogue.js';
import type { CatalogueTask } from './catalogue.types.js';
import { pageOf } from './catalogue.view.js';
import type {
  AlternativeView,
  CatalogueCompetenceView,
  CompetenceQuery,
  SuggestedForView,
} from './competence.dto.js';
import type { TaskCompetence } from './competence.types.js';
import { catalogueCompetences } from './competences.js';
import { taskCompetences } from './task-competences.js';

export function nationalCompetences(query: CompetenceQuery): Page<CatalogueCompetenceView> {
  const { kind, area, occupation } = query;
  const fits = (task: CatalogueTask): boolean =>
    (area === undefined || task.area === area) &&
    (occupation === undefined || task.entitlements.some((held) => held.occupation === occupation));
  const everyTask = area === undefined && occupation === undefined;
  const shown = competences.filter(
    (competence) =>
      (kind === undefined || competence.kind === kind) &&
      (everyTask || competence.suggestedFor.some(({ task }) => fits(known(task.code)))),
  );
  return pageOf(shown, query, ({ code }) => code);
}

function suggestedFor(code: string): SuggestedForView[] {
  return taskCompetences.flatMap((suggestion) => [
    ...suggestion.allOf
      .filter(({ competence }) => competence === code)
      .map(({ level }) => suggested(suggestion, level, 'all-of', [])),
    ...suggestion.anyOf
      .filter(({ competence }) => competence === code)
      .map(({ level }) => suggested(suggestion, level, 'any-of', alternativesTo(code, suggestion))),
  ]);
}

const alternativesTo = (code: string, { anyOf }: TaskCompetence): AlternativeView[] =>
  anyOf
    .filter(({ competence }) => competence !== code)
    .map(({ competence, level }) => ({ code: competence, minimumLevel: level }));

function suggested(
  { task, strength, source, note }: TaskCompetence,
  minimumLevel: number,
  need: SuggestedForView['need'],
  alternatives: readonly AlternativeView[],
): SuggestedForView {
  const { code, name } = known(task);
  return { task: { code, name }, minimumLevel, need, alternatives, strength, source, note };
}

function known(code: string): CatalogueTask {
  const task = catalogueTask(code);
  if (!task)
    throw new RangeError(`a competence is suggested for a task that the catalogue does not hold: ${code}`);
  return task;
}

const competences: readonly CatalogueCompetenceView[] = catalogueCompetences.map((competence) => ({
  ...competence,
  suggestedFor: suggestedFor(competence.code),
}));

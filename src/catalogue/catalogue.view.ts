import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { type LegalBasis, legalBases } from '../law/legal-bases.js';
import { occupations } from '../law/occupations.js';
import type {
  CatalogueQuery,
  CatalogueTaskView,
  LegalBasisInFullView,
  NationalQuery,
  OccupationView,
  TemplateTaskView,
  TemplateView,
} from './catalogue.dto.js';
import { catalogueTask, catalogueTasks, templates } from './catalogue.js';
import type { RoleDescriptionTemplate } from './catalogue.types.js';

export function nationalTasks(query: CatalogueQuery): Page<CatalogueTaskView> {
  const { area, occupation } = query;
  const tasks = catalogueTasks.filter(
    (task) =>
      (area === undefined || task.area === area) &&
      (occupation === undefined || task.entitlements.some((held) => held.occupation === occupation)),
  );
  return pageOf(tasks, query, ({ code }) => code);
}

export function nationalRoleDescriptions(query: CatalogueQuery): Page<TemplateView> {
  const { area, occupation } = query;
  const models = templates.filter(
    (model) =>
      (area === undefined || model.areas.some(({ code }) => code === area)) &&
      (occupation === undefined || model.occupation === occupation),
  );
  return pageOf(models.map(templateView), query, ({ code }) => code);
}

export const knownOccupations = (query: NationalQuery): Page<OccupationView> =>
  pageOf<OccupationView>(Object.values(occupations), query, ({ code }) => code);

export const knownLegalBases = (query: NationalQuery): Page<LegalBasisInFullView> =>
  pageOf<LegalBasis>(Object.values(legalBases), query, ({ id }) => id);

function templateView({ areas, afterDelegation, ...model }: RoleDescriptionTemplate): TemplateView {
  return {
    code: model.code,
    version: model.version,
    occupation: model.occupation,
    name: model.name,
    source: model.source,
    areas: areas.map(({ code, title, taskCodes }) => ({ code, title, tasks: taskCodes.map(named) })),
    afterDelegation: afterDelegation.map(named),
    obligations: model.obligations,
    specialities: model.specialities,
  };
}

function named(code: string): TemplateTaskView {
  const task = catalogueTask(code);
  if (!task) throw new RangeError(`the catalogue names a task that it does not hold: ${code}`);
  return { code, name: task.name };
}

/** Catalogue order; the cursor is the code of the last one shown. */
export function pageOf<Item>(
  items: readonly Item[],
  query: NationalQuery,
  codeOf: (item: Item) => string,
): Page<Item> {
  const after = query.after<[string]>(['string']);
  const shown = after ? items.findIndex((item) => codeOf(item) === after[0]) + 1 : 0;
  if (after && shown === 0) throw Problem.invalid('/cursor', 'not-a-cursor');
  return page(items.slice(shown, shown + query.limit + 1), query.limit, (last) => [codeOf(last)]);
}

import type { CatalogueTask, RoleDescriptionTemplate } from './catalogue.types.js';
import { generalTasks } from './tasks-generelt.js';
import { laboratoryTasks } from './tasks-laboratorium.js';
import { doctorTasks, prescribing } from './tasks-lege.js';
import { delegableExamples } from './tasks-lege-eksempler.js';
import { receptionTasks } from './tasks-resepsjon.js';
import { simpleWoundCare, treatmentRoomTasks } from './tasks-skiftestue.js';
import { dentalTasks, dentistTasks } from './tasks-tannhelse.js';
import { delegatedDentalTasks } from './tasks-tannhelse-delegert.js';
import { technologyTasks } from './tasks-teknologi.js';
import { helsesekretaerTemplate } from './template-helsesekretaer.js';
import { primaryCareTemplate } from './template-helsesekretaer-primaerhelsetjenesten.js';
import { legeTemplate } from './template-lege.js';
import { medisinskSekretaerTemplate } from './template-medisinsk-sekretaer.js';
import { traineeTemplates } from './template-opplaering.js';
import { tannhelsesekretaerTemplate, tannlegeTemplate } from './template-tannhelse.js';
import { teknologTemplate } from './template-teknolog.js';

/** The national catalogue: every task, once. */
export const catalogueTasks: readonly CatalogueTask[] = [
  ...receptionTasks,
  ...laboratoryTasks,
  ...treatmentRoomTasks,
  simpleWoundCare,
  ...generalTasks,
  ...dentalTasks,
  ...delegatedDentalTasks,
  ...dentistTasks,
  ...doctorTasks,
  prescribing,
  ...delegableExamples,
  ...technologyTasks,
];

/** Every role description a clinic can adopt, each in its newest version. */
export const templates: readonly RoleDescriptionTemplate[] = [
  primaryCareTemplate,
  helsesekretaerTemplate,
  tannhelsesekretaerTemplate,
  tannlegeTemplate,
  legeTemplate,
  medisinskSekretaerTemplate,
  ...traineeTemplates,
  teknologTemplate,
];

const taskByCode: ReadonlyMap<string, CatalogueTask> = new Map(
  catalogueTasks.map((task) => [task.code, task]),
);
const templateByCode: ReadonlyMap<string, RoleDescriptionTemplate> = new Map(
  templates.map((template) => [template.code, template]),
);

export const catalogueTask = (code: string): CatalogueTask | undefined => taskByCode.get(code);

export const template = (code: string): RoleDescriptionTemplate | undefined => templateByCode.get(code);

import type { CatalogueCompetence } from './competence.types.js';
import { emergencyCompetences, hygieneCompetences } from './competences-beredskap.js';
import { commonCompetences, completedCompetences } from './competences-generelt.js';
import { laboratoryCompetences } from './competences-laboratorium.js';
import { medicineCompetences, procedureCompetences } from './competences-legemidler.js';
import { measuringCompetences, treatmentCompetences } from './competences-skiftestue.js';
import { dentalCompetences } from './competences-tannhelse.js';
import { technologyCompetences } from './competences-teknologi.js';

/** The national starter set: every competence, once. */
export const catalogueCompetences: readonly CatalogueCompetence[] = [
  ...laboratoryCompetences,
  ...measuringCompetences,
  ...treatmentCompetences,
  ...emergencyCompetences,
  ...hygieneCompetences,
  ...medicineCompetences,
  ...procedureCompetences,
  ...commonCompetences,
  ...dentalCompetences,
  ...technologyCompetences,
  ...completedCompetences,
];

import { type Text, text } from '../law/legal-bases.js';
import { biologicalAgents, medicineRegulations, vaccinationGuide } from './authorities.js';
import type { Source } from './catalogue.types.js';
import type { CatalogueCompetence } from './competence.types.js';
import { certificate, course, observed } from './competence-forms.js';
import { managerApproves, medicalDecision, prescribedMedicine } from './legal-notes.js';
import { delta, example, says } from './sources.js';

/** None of them makes a medicine anybody's to give: they support the responsible manager's approval. */
const medicines = {
  legalNotes: [prescribedMedicine, managerApproves],
  authorities: [medicineRegulations],
};

const givingMedicine = (code: string, name: Text, source: Source): CatalogueCompetence =>
  observed(code, name, source, 24, {
    ...medicines,
    authorities: [medicineRegulations, biologicalAgents],
  });

export const medicineCompetences: readonly CatalogueCompetence[] = [
  course(
    'legemiddelhaandtering-kurs',
    text('Kurs i legemiddelhåndtering', 'Kurs i legemiddelhandtering', 'Course in handling medicines'),
    example,
    36,
    medicines,
  ),
  certificate(
    'legemiddelhaandtering-proeve',
    text(
      'Prøve i legemiddelregning og legemiddelhåndtering',
      'Prøve i legemiddelrekning og legemiddelhandtering',
      'Test in calculating doses and handling medicines',
    ),
    example,
    36,
    medicines,
  ),
  observed(
    'legemiddelhaandtering-praksis',
    text(
      'Legemiddelhåndtering i praksis på klinikken',
      'Legemiddelhandtering i praksis på klinikken',
      'Handling medicines in practice at the clinic',
    ),
    example,
    36,
    medicines,
  ),
  givingMedicine(
    'injeksjoner',
    text('Sette injeksjoner', 'Setje injeksjonar', 'Giving injections'),
    says(delta, 'Sette injeksjoner'),
  ),
  course(
    'vaksinasjon',
    text('Kurs i vaksinasjon', 'Kurs i vaksinasjon', 'Course in vaccination'),
    example,
    24,
    {
      ...medicines,
      authorities: [medicineRegulations, vaccinationGuide],
    },
  ),
  givingMedicine(
    'depotinjeksjon',
    text('Injeksjon av depotlegemiddel', 'Injeksjon av depotlegemiddel', 'Injection of a depot medicine'),
    example,
  ),
  givingMedicine(
    'intravenoes-infusjon',
    text('Intravenøs infusjon', 'Intravenøs infusjon', 'Intravenous infusion'),
    example,
  ),
];

const procedure = (code: string, name: Text): CatalogueCompetence =>
  observed(code, name, example, 24, { legalNotes: [medicalDecision], authorities: [biologicalAgents] });

/** What doctors commonly leave to others, without a medicine. */
export const procedureCompetences: readonly CatalogueCompetence[] = [
  procedure(
    'perifert-venekateter',
    text(
      'Innleggelse av perifert venekateter',
      'Innlegging av perifert venekateter',
      'Inserting a peripheral venous catheter',
    ),
  ),
  procedure(
    'urinkateter',
    text('Kateterisering av urinblæren', 'Kateterisering av urinblæra', 'Bladder catheterisation'),
  ),
  procedure('allergiprikktest', text('Allergiprikktest', 'Allergiprikktest', 'Allergy prick test')),
  procedure(
    'mikrosug',
    text(
      'Fjerning av ørevoks ved mikrosug',
      'Fjerning av øyrevoks med mikrosug',
      'Removing earwax by microsuction',
    ),
  ),
  procedure('saarrevisjon', text('Sårrevisjon', 'Sårrevisjon', 'Wound debridement')),
];

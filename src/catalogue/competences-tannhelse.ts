import { text } from '../law/legal-bases.js';
import {
  biologicalAgents,
  equipmentRegulations,
  medicineRegulations,
  radiationRegulations,
} from './authorities.js';
import type { LegalNote } from './catalogue.types.js';
import type { CatalogueCompetence } from './competence.types.js';
import { course, observed } from './competence-forms.js';
import { managerApproves, prescribedMedicine, threeAssessments } from './legal-notes.js';
import { example, occupationTannhelsesekretaer, says } from './sources.js';

const delegatedWords =
  'Tannhelsesekretæren kan selvstendig etter delegering tilrettelegge og utføre profylaktiske oppgaver rettet mot den enkelte pasient og sette infiltrasjonsanestesi.';

const contested: LegalNote = {
  basis: 'th-infiltration',
  note: text(
    'Omstridt: kurset avgjør ikke om tannhelsesekretæren kan sette infiltrasjonsanestesi; det støtter tannlegens begrunnede vurdering i hvert tilfelle.',
    'Omstridt: kurset avgjer ikkje om tannhelsesekretæren kan setje infiltrasjonsanestesi; det støttar den grunngitte vurderinga til tannlegen i kvart tilfelle.',
    'Contested: the course does not settle whether the dental secretary may give infiltration anaesthesia; it supports the dentist’s reasoned assessment in each case.',
  ),
};

export const dentalCompetences: readonly CatalogueCompetence[] = [
  course(
    'straalevern-tannroentgen',
    text(
      'Kurs i strålevern ved tannrøntgen',
      'Kurs i strålevern ved tannrøntgen',
      'Course in radiation protection for dental X-rays',
    ),
    says(occupationTannhelsesekretaer, 'ta røntgenbilde'),
    36,
    { authorities: [radiationRegulations] },
  ),
  observed(
    'tannroentgen',
    text(
      'Ta røntgenbilder med klinikkens apparat',
      'Ta røntgenbilete med apparatet på klinikken',
      'Taking X-rays with the clinic’s apparatus',
    ),
    says(occupationTannhelsesekretaer, 'ta røntgenbilde'),
    36,
    { authorities: [radiationRegulations, equipmentRegulations] },
  ),
  observed(
    'tannbehandlingsmaterialer',
    text(
      'Håndtere tannbehandlingsmaterialer og de vanligste legemidlene',
      'Handtere tannbehandlingsmateriale og dei vanlegaste legemidla',
      'Handling dental materials and the most common medicines',
    ),
    says(occupationTannhelsesekretaer, 'håndtere tannbehandlingsmaterialer og de vanligste legemidlene'),
    36,
    { legalNotes: [prescribedMedicine, managerApproves], authorities: [medicineRegulations] },
  ),
  observed(
    'enklere-laboratoriearbeid-tann',
    text(
      'Enklere laboratoriearbeid på tannklinikk',
      'Enklare laboratoriearbeid på tannklinikk',
      'Simple laboratory work at a dental clinic',
    ),
    says(occupationTannhelsesekretaer, 'enklere laboratoriearbeid'),
    36,
  ),
  observed(
    'assistere-tannlegen',
    text('Assistere ved tannbehandling', 'Assistere ved tannbehandling', 'Assisting at dental treatment'),
    says(occupationTannhelsesekretaer, 'Tannhelsesekretæren assisterer tannlegen i alle typer behandling'),
    36,
    { authorities: [biologicalAgents] },
  ),
  observed(
    'profylakse',
    text(
      'Profylaktiske oppgaver rettet mot den enkelte pasient',
      'Profylaktiske oppgåver retta mot den enkelte pasienten',
      'Prophylactic tasks for the individual patient',
    ),
    says(occupationTannhelsesekretaer, delegatedWords),
    24,
    { legalNotes: [threeAssessments] },
  ),
  course(
    'infiltrasjonsanestesi-kurs',
    text(
      'Kurs i lokalanestesi ved infiltrasjon',
      'Kurs i lokalanestesi ved infiltrasjon',
      'Course in local anaesthesia by infiltration',
    ),
    says(occupationTannhelsesekretaer, delegatedWords),
    24,
    { legalNotes: [contested, threeAssessments], authorities: [medicineRegulations] },
  ),
  observed(
    'infiltrasjonsanestesi-praksis',
    text(
      'Sette infiltrasjonsanestesi med tannlegen til stede',
      'Setje infiltrasjonsanestesi med tannlegen til stades',
      'Giving infiltration anaesthesia with the dentist present',
    ),
    example,
    12,
    { legalNotes: [contested, threeAssessments], authorities: [medicineRegulations] },
  ),
];

import { text } from '../law/legal-bases.js';
import { biologicalAgents, equipmentRegulations } from './authorities.js';
import type { CatalogueCompetence } from './competence.types.js';
import { observed, whileInUse } from './competence-forms.js';
import { medicalDecision } from './legal-notes.js';
import { delta, example, says } from './sources.js';

/** What measures: the finding is read by the doctor, the measuring must be right. */
const measuring = { legalNotes: [medicalDecision], authorities: [equipmentRegulations] };

export const measuringCompetences: readonly CatalogueCompetence[] = [
  observed('ekg', text('EKG', 'EKG', 'ECG'), says(delta, 'EKG'), 36, measuring),
  observed('langtids-ekg', text('Langtids-EKG', 'Langtids-EKG', 'Long-term ECG'), example, 36, measuring),
  observed(
    '24-timers-blodtrykk',
    text('24-timers blodtrykksmåling', '24-timars blodtrykksmåling', '24-hour blood pressure measurement'),
    example,
    36,
    measuring,
  ),
  observed(
    'vitale-maalinger',
    text(
      'Blodtrykk, puls og temperatur',
      'Blodtrykk, puls og temperatur',
      'Blood pressure, pulse and temperature',
    ),
    says(delta, 'BT, puls, temperatur'),
    null,
    { ...measuring, renewal: whileInUse },
  ),
  observed(
    'saturasjonsmaaling',
    text('Saturasjonsmåling', 'Saturasjonsmåling', 'Oxygen saturation measurement'),
    says(delta, 'Saturasjonsmåling'),
    null,
    { ...measuring, renewal: whileInUse },
  ),
  observed(
    'ortostatisk-blodtrykk',
    text(
      'Ortostatisk blodtrykksmåling',
      'Ortostatisk blodtrykksmåling',
      'Orthostatic blood pressure measurement',
    ),
    says(delta, 'Ortostatisk blodtrykksmåling'),
    36,
    measuring,
  ),
  observed(
    'ankel-arm-indeks',
    text('Ankel-arm-indeks', 'Ankel-arm-indeks', 'Ankle-brachial index'),
    says(delta, 'Ankel-arm-indeks'),
    36,
    measuring,
  ),
  observed(
    'spirometri',
    text('Spirometri', 'Spirometri', 'Spirometry'),
    says(delta, 'Spirometri'),
    24,
    measuring,
  ),
  observed(
    'audiometri',
    text('Audiometri', 'Audiometri', 'Audiometry'),
    says(delta, 'Audiometri'),
    36,
    measuring,
  ),
  observed('synsproever', text('Synsprøver', 'Synsprøver', 'Vision tests'), example, 36, {
    legalNotes: [medicalDecision],
  }),
];

export const treatmentCompetences: readonly CatalogueCompetence[] = [
  observed(
    'saarstell',
    text('Sårskift og enkelt sårstell', 'Sårskift og enkelt sårstell', 'Dressings and simple wound care'),
    says(delta, 'Sårskift'),
    36,
    { legalNotes: [medicalDecision] },
  ),
  observed(
    'suturfjerning',
    text('Fjerne suturer og agraffer', 'Fjerne suturar og agraffar', 'Removing sutures and staples'),
    says(delta, 'Fjerne suturer og agraffer'),
    36,
    { legalNotes: [medicalDecision] },
  ),
  observed(
    'frysebehandling-av-vorter',
    text('Frysebehandling av vorter', 'Frysebehandling av vorter', 'Freezing of warts'),
    says(delta, 'Frysebehandling av vorter'),
    36,
    measuring,
  ),
  observed(
    'dryppe-og-skylle-oeye-og-oere',
    text('Dryppe og skylle øye og øre', 'Dryppe og skylje auge og øyre', 'Eye and ear drops and rinsing'),
    says(delta, 'Dryppe og skylle øye og øre'),
    36,
    { legalNotes: [medicalDecision] },
  ),
  observed(
    'assistere-ved-smaakirurgi',
    text(
      'Steril oppdekking og assistanse ved småkirurgi',
      'Steril oppdekking og assistanse ved småkirurgi',
      'Sterile set-up and assistance at minor surgery',
    ),
    says(delta, 'Dekke opp og assistere ved småkirurgi og andre undersøkelser'),
    36,
    { authorities: [biologicalAgents] },
  ),
];

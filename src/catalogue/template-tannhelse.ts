import { type LegalBasisId, type Text, text } from '../law/legal-bases.js';
import { area, codesOf } from './areas.js';
import type { Obligation, RoleDescriptionTemplate } from './catalogue.types.js';
import { delegating } from './obligations.js';
import { example, occupationTannhelsesekretaer, says } from './sources.js';
import { prescribing } from './tasks-lege.js';
import { dentalTasks, dentistTasks } from './tasks-tannhelse.js';
import { delegatedDentalTasks } from './tasks-tannhelse-delegert.js';

/** The bokmål text is the document's own sentence, word for word. */
const obligation = (sentence: Text, ...legalBases: readonly LegalBasisId[]): Obligation => ({
  text: sentence,
  legalBases,
  source: says(occupationTannhelsesekretaer, sentence.nb),
});

export const tannhelsesekretaerTemplate: RoleDescriptionTemplate = {
  code: 'tannhelsesekretaer',
  version: 1,
  occupation: 'TH',
  name: text('Tannhelsesekretær', 'Tannhelsesekretær', 'Dental secretary'),
  source: says(occupationTannhelsesekretaer, 'Vanlige oppgaver for en tannhelsesekretær:'),
  areas: [area('tannhelse', codesOf(dentalTasks))],
  afterDelegation: codesOf(delegatedDentalTasks),
  obligations: [
    obligation(
      text(
        'Du må ha autorisasjon for å jobbe som tannhelsesekretær.',
        'Du må ha autorisasjon for å jobbe som tannhelsesekretær.',
        'You must be authorised to work as a dental secretary.',
      ),
      'hpl-48',
      'hpl-74',
    ),
    obligation(
      text(
        'Som tannhelsesekretær har du hovedansvaret for smittevern og hygiene på tannklinikken.',
        'Som tannhelsesekretær har du hovudansvaret for smittevern og hygiene på tannklinikken.',
        'As a dental secretary you have the main responsibility for infection control and hygiene at the clinic.',
      ),
      'hpl-4',
      'hpl-16',
    ),
    obligation(
      text(
        'Tannhelsesekretæren kan selvstendig etter delegering tilrettelegge og utføre profylaktiske oppgaver rettet mot den enkelte pasient og sette infiltrasjonsanestesi.',
        'Tannhelsesekretæren kan sjølvstendig etter delegering leggje til rette og utføre profylaktiske oppgåver retta mot den enkelte pasienten og setje infiltrasjonsanestesi.',
        'After delegation the dental secretary may independently prepare and carry out prophylactic tasks for the individual patient and give infiltration anaesthesia.',
      ),
      'hpl-5',
      'delta-no-redelegation',
      'th-infiltration',
    ),
  ],
  readings: [],
  specialities: [],
};

/** So that a tannlege at a dental clinic holds, and can leave to others, what the document says is left to others. */
export const tannlegeTemplate: RoleDescriptionTemplate = {
  code: 'tannlege',
  version: 1,
  occupation: 'TL',
  name: text('Tannlege', 'Tannlege', 'Dentist'),
  source: example,
  areas: [
    area('tannhelse', codesOf([...dentistTasks, ...delegatedDentalTasks])),
    area('lege', [prescribing.code]),
  ],
  afterDelegation: [],
  obligations: delegating,
  readings: [],
  specialities: [],
};

import { text } from '../law/legal-bases.js';
import {
  biologicalAgents,
  equipmentRegulations,
  resuscitationCouncil,
  vaccinationGuide,
} from './authorities.js';
import type { CatalogueCompetence } from './competence.types.js';
import { course, eLearning, observed } from './competence-forms.js';
import { emergencyHelp } from './legal-notes.js';
import { delta, example, occupationTannhelsesekretaer, says } from './sources.js';

/** No lapsed course bars anybody from helping: each of them carries § 7. */
export const emergencyCompetences: readonly CatalogueCompetence[] = [
  course('foerstehjelp', text('Førstehjelp', 'Førstehjelp', 'First aid'), says(delta, 'Førstehjelp'), 24, {
    legalNotes: [emergencyHelp],
  }),
  course(
    'hlr',
    text(
      'Hjerte-lungeredning (HLR) med hjertestarter',
      'Hjarte-lungeredning (HLR) med hjartestartar',
      'Cardiopulmonary resuscitation (CPR) with a defibrillator',
    ),
    example,
    12,
    { legalNotes: [emergencyHelp], authorities: [resuscitationCouncil, equipmentRegulations] },
  ),
  course(
    'anafylaksi',
    text(
      'Kjenne igjen og behandle en anafylaktisk reaksjon',
      'Kjenne att og behandle ein anafylaktisk reaksjon',
      'Recognising and treating an anaphylactic reaction',
    ),
    example,
    12,
    { legalNotes: [emergencyHelp], authorities: [vaccinationGuide] },
  ),
];

export const hygieneCompetences: readonly CatalogueCompetence[] = [
  eLearning(
    'smittevern',
    text('Grunnleggende smittevern', 'Grunnleggjande smittevern', 'Basic infection control'),
    says(occupationTannhelsesekretaer, 'smittevern'),
    24,
    { authorities: [biologicalAgents] },
  ),
  observed(
    'renhold-og-dekontaminering',
    text('Renhold og dekontaminering', 'Reinhald og dekontaminering', 'Cleaning and decontamination'),
    says(delta, 'Renhold og dekontaminering'),
    36,
    { authorities: [biologicalAgents] },
  ),
  course(
    'sterilisering',
    text(
      'Kurs i rengjøring, desinfeksjon og sterilisering av instrumenter',
      'Kurs i reingjering, desinfeksjon og sterilisering av instrument',
      'Course in cleaning, disinfecting and sterilising instruments',
    ),
    says(
      occupationTannhelsesekretaer,
      'desinfisering, sterilisering og vedlikehold av instrumenter og utstyr',
    ),
    36,
    { authorities: [biologicalAgents, equipmentRegulations] },
  ),
  observed(
    'autoklav',
    text(
      'Kjøre og kontrollere autoklav og vaskedekontaminator',
      'Køyre og kontrollere autoklav og vaskedekontaminator',
      'Running and checking the autoclave and the washer-disinfector',
    ),
    example,
    24,
    { authorities: [equipmentRegulations] },
  ),
];

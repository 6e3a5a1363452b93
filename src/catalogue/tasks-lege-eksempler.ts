import { type Text, text } from '../law/legal-bases.js';
import type { CatalogueEntitlement, CatalogueTask, LegalNote } from './catalogue.types.js';
import { mayDelegate, mayNotDelegate } from './entitlements.js';
import {
  managerApproves,
  medicalDecision,
  prescribedMedicine,
  recordIt,
  threeAssessments,
} from './legal-notes.js';
import { example } from './sources.js';

const ordinaryForNurses: LegalNote = {
  basis: 'hpl-5-guide',
  note: text(
    'Ordinær oppgave for sykepleier, som har den i egen kompetanse; for andre er den utenfor det ordinære arbeidet og krever delegering.',
    'Ordinær oppgåve for sjukepleiar, som har henne i eigen kompetanse; for andre er ho utanfor det ordinære arbeidet og krev delegering.',
    'Ordinary work for nurses, who hold it in their own right; for others it is outside ordinary work and takes a delegation.',
  ),
};

const soundOnlyIfMastered: LegalNote = {
  basis: 'hpl-4',
  note: text(
    'Den som får oppgaven, sier nei til det hun eller han ikke behersker.',
    'Den som får oppgåva, seier nei til det ho eller han ikkje meistrar.',
    'Whoever is given the task says no to what they do not master.',
  ),
};

/** What doctors commonly leave to others. Never in a helsesekretær's own right: she holds them after delegation only. */
const task = (
  code: string,
  name: Text,
  entitlements: readonly CatalogueEntitlement[],
  ...legalNotes: readonly LegalNote[]
): CatalogueTask => ({
  code: `lege-${code}`,
  area: 'lege',
  name,
  source: example,
  entitlements,
  reservedTo: null,
  contested: null,
  legalNotes: [threeAssessments, soundOnlyIfMastered, ...legalNotes, recordIt],
});

/** With medicines the nurse's own right ends at herself: who else may handle them is for the manager to approve. */
const withMedicine = [...mayDelegate('LE'), ...mayNotDelegate('SP')];
const withoutMedicine = mayDelegate('LE', 'SP');

export const delegableExamples: readonly CatalogueTask[] = [
  task(
    'intravenoes-infusjon',
    text('Intravenøs infusjon', 'Intravenøs infusjon', 'Intravenous infusion'),
    withMedicine,
    ordinaryForNurses,
    prescribedMedicine,
    managerApproves,
  ),
  task(
    'kateterisering-av-urinblaeren',
    text('Kateterisering av urinblæren', 'Kateterisering av urinblæra', 'Bladder catheterisation'),
    withoutMedicine,
    ordinaryForNurses,
  ),
  task(
    'vaksinasjon-etter-ordinasjon',
    text('Vaksinasjon etter ordinasjon', 'Vaksinasjon etter ordinasjon', 'Vaccination as prescribed'),
    withMedicine,
    ordinaryForNurses,
    prescribedMedicine,
    managerApproves,
  ),
  task(
    'allergiprikktest',
    text('Allergiprikktest', 'Allergiprikktest', 'Allergy prick test'),
    mayDelegate('LE'),
    medicalDecision,
  ),
  task(
    'oerevoks-ved-mikrosug',
    text(
      'Fjerning av ørevoks ved mikrosug',
      'Fjerning av øyrevoks med mikrosug',
      'Removing earwax by microsuction',
    ),
    mayDelegate('LE'),
    medicalDecision,
  ),
  task(
    'injeksjon-av-depotlegemiddel',
    text('Injeksjon av depotlegemiddel', 'Injeksjon av depotlegemiddel', 'Injection of a depot medicine'),
    withMedicine,
    ordinaryForNurses,
    prescribedMedicine,
    managerApproves,
  ),
  task(
    'saarrevisjon',
    text('Sårrevisjon', 'Sårrevisjon', 'Wound debridement'),
    mayDelegate('LE'),
    medicalDecision,
  ),
  task(
    'perifert-venekateter',
    text(
      'Innleggelse av perifert venekateter',
      'Innlegging av perifert venekateter',
      'Inserting a peripheral venous catheter',
    ),
    withoutMedicine,
    ordinaryForNurses,
  ),
  task(
    '24-timers-blodtrykk',
    text('24-timers blodtrykksmåling', '24-timars blodtrykksmåling', '24-hour blood pressure measurement'),
    withoutMedicine,
    ordinaryForNurses,
    medicalDecision,
  ),
  task(
    'langtids-ekg',
    text('Langtids-EKG', 'Langtids-EKG', 'Long-term ECG'),
    withoutMedicine,
    ordinaryForNurses,
    medicalDecision,
  ),
];

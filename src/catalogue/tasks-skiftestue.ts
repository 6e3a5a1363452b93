import { type Text, text } from '../law/legal-bases.js';
import type { CatalogueTask, LegalNote } from './catalogue.types.js';
import { mayDelegate } from './entitlements.js';
import {
  emergencyHelp,
  managerApproves,
  medicalDecision,
  ordinaryTask,
  prescribedMedicine,
  recordIt,
  routines,
} from './legal-notes.js';
import { delta, occupationHelsesekretaer, says } from './sources.js';

/** The bokmål name is the document's own line, word for word. */
const task = (code: string, name: Text, ...legalNotes: readonly LegalNote[]): CatalogueTask => ({
  code: `skiftestue-${code}`,
  area: 'skiftestue',
  name,
  source: says(delta, name.nb),
  entitlements: mayDelegate('HE', 'LE', 'SP'),
  reservedTo: null,
  contested: null,
  legalNotes: [ordinaryTask, ...legalNotes],
});

export const treatmentRoomTasks: readonly CatalogueTask[] = [
  task('foerstehjelp', text('Førstehjelp', 'Førstehjelp', 'First aid'), emergencyHelp, recordIt),
  task(
    'sette-injeksjoner',
    text('Sette injeksjoner', 'Setje injeksjonar', 'Giving injections'),
    prescribedMedicine,
    managerApproves,
    recordIt,
  ),
  task('saarskift', text('Sårskift', 'Sårskift', 'Changing wound dressings'), medicalDecision, recordIt),
  task('ekg', text('EKG', 'EKG', 'ECG'), medicalDecision),
  task(
    'bt-puls-temperatur',
    text('BT, puls, temperatur', 'BT, puls, temperatur', 'Blood pressure, pulse, temperature'),
    medicalDecision,
  ),
  task(
    'ankel-arm-indeks',
    text('Ankel-arm-indeks', 'Ankel-arm-indeks', 'Ankle-brachial index'),
    medicalDecision,
  ),
  task(
    'ortostatisk-blodtrykk',
    text(
      'Ortostatisk blodtrykksmåling',
      'Ortostatisk blodtrykksmåling',
      'Orthostatic blood pressure measurement',
    ),
    medicalDecision,
  ),
  task(
    'saturasjonsmaaling',
    text('Saturasjonsmåling', 'Saturasjonsmåling', 'Oxygen saturation measurement'),
    medicalDecision,
  ),
  task(
    'frysebehandling-av-vorter',
    text('Frysebehandling av vorter', 'Frysebehandling av vorter', 'Freezing of warts'),
    medicalDecision,
    recordIt,
  ),
  task('audiometri', text('Audiometri', 'Audiometri', 'Audiometry'), medicalDecision),
  task('spirometri', text('Spirometri', 'Spirometri', 'Spirometry'), medicalDecision),
  task(
    'dryppe-og-skylle-oeye-og-oere',
    text('Dryppe og skylle øye og øre', 'Dryppe og skylje auge og øyre', 'Eye and ear drops and rinsing'),
    prescribedMedicine,
    recordIt,
  ),
  task(
    'fjerne-suturer-og-agraffer',
    text('Fjerne suturer og agraffer', 'Fjerne suturar og agraffar', 'Removing sutures and staples'),
    medicalDecision,
    recordIt,
  ),
  task(
    'assistere-ved-smaakirurgi',
    text(
      'Dekke opp og assistere ved småkirurgi og andre undersøkelser',
      'Dekkje opp og assistere ved småkirurgi og andre undersøkingar',
      'Preparing for and assisting at minor surgery and other examinations',
    ),
    medicalDecision,
  ),
  task(
    'etterfylle-utstyr',
    text(
      'Etterfylle utstyr til legekontor og skiftestue',
      'Etterfylle utstyr til legekontor og skiftestove',
      'Restocking the consulting room and the treatment room',
    ),
    routines,
  ),
  task(
    'renhold-og-dekontaminering',
    text('Renhold og dekontaminering', 'Reinhald og dekontaminering', 'Cleaning and decontamination'),
    routines,
  ),
  task(
    'bestille-forbruksmateriell',
    text('Bestille forbruksmateriell', 'Bestille forbruksmateriell', 'Ordering consumables'),
    routines,
  ),
];

/** From the nynorsk occupational description: simple wound care, wider than changing dressings. */
export const simpleWoundCare: CatalogueTask = {
  ...task(
    'enkelt-saarstell',
    text('Enkelt sårstell', 'Enkelt sårstell', 'Simple wound care'),
    medicalDecision,
    recordIt,
  ),
  source: says(occupationHelsesekretaer, 'enkelt sårstell'),
};

import { type Text, text } from '../law/legal-bases.js';
import type { CatalogueTask, LegalNote } from './catalogue.types.js';
import { mayDelegate } from './entitlements.js';
import {
  internalControl,
  medicalDecision,
  ordinaryTask,
  recordIt,
  routines,
  secrecy,
} from './legal-notes.js';
import { delta, says } from './sources.js';

/** The bokmål name is the document's own line, word for word. */
const task = (code: string, name: Text, ...legalNotes: readonly LegalNote[]): CatalogueTask => ({
  code: `laboratorium-${code}`,
  area: 'laboratorium',
  name,
  source: says(delta, name.nb),
  entitlements: mayDelegate('HE', 'BI', 'LE', 'SP'),
  reservedTo: null,
  contested: null,
  legalNotes: [ordinaryTask, ...legalNotes],
});

export const laboratoryTasks: readonly CatalogueTask[] = [
  task(
    'blodproevetaking',
    text('Blodprøvetaking', 'Blodprøvetaking', 'Taking blood samples'),
    medicalDecision,
    recordIt,
  ),
  task(
    'sentrifugere-og-avpipettere',
    text(
      'Sentrifugere og avpipettere blodprøver',
      'Sentrifugere og avpipettere blodprøver',
      'Centrifuging and pipetting blood samples',
    ),
    routines,
  ),
  task(
    'analysere-lokale-proever',
    text('Analysere lokale prøver', 'Analysere lokale prøver', 'Analysing samples on site'),
    medicalDecision,
  ),
  task(
    'analysere-urin-og-faeces',
    text('Analysere urin og fæces', 'Analysere urin og fæces', 'Analysing urine and faeces'),
    medicalDecision,
  ),
  task(
    'vedlikehold-av-medisinsk-utstyr',
    text(
      'Ansvar for vedlikehold av medisinsk utstyr (kalibrering, kontroller og lignende)',
      'Ansvar for vedlikehald av medisinsk utstyr (kalibrering, kontrollar og liknande)',
      'Responsibility for the upkeep of medical equipment (calibration, checks and the like)',
    ),
    internalControl,
  ),
  task(
    'forsendelse-av-proever',
    text('Forsendelse av prøver', 'Sending av prøver', 'Dispatching samples'),
    secrecy,
  ),
  task(
    'renhold-og-dekontaminering',
    text('Renhold og dekontaminering', 'Reinhald og dekontaminering', 'Cleaning and decontamination'),
    routines,
  ),
  task(
    'kvalitetssikring-noklus',
    text('Kvalitetssikring/Noklus', 'Kvalitetssikring/Noklus', 'Quality assurance/Noklus'),
    internalControl,
  ),
  task(
    'bestille-forbruksmateriell',
    text('Bestille forbruksmateriell', 'Bestille forbruksmateriell', 'Ordering consumables'),
    routines,
  ),
];

import { type Text, text } from '../law/legal-bases.js';
import type { CatalogueTask, LegalNote } from './catalogue.types.js';
import { mayNotDelegate } from './entitlements.js';
import { internalControl, routines } from './legal-notes.js';
import { says, tekna } from './sources.js';

const notHealthPersonnel: LegalNote = {
  basis: 'hpl-3',
  note: text(
    'Ikke helsehjelp: oppgaven gjør ikke den som utfører den, til helsepersonell, og gir ingen rett til å gi helsehjelp.',
    'Ikkje helsehjelp: oppgåva gjer ikkje den som utfører henne, til helsepersonell, og gir ingen rett til å gi helsehjelp.',
    'Not health care: the task does not make whoever does it health personnel, and gives no right to give health care.',
  ),
};

/** The names are read out of running text; the quote is what they were read from. */
const task = (
  code: string,
  name: Text,
  quote: string,
  ...legalNotes: readonly LegalNote[]
): CatalogueTask => ({
  code: `teknologi-${code}`,
  area: 'teknologi',
  name,
  source: says(tekna, quote),
  entitlements: mayNotDelegate('X-TEK'),
  reservedTo: null,
  contested: null,
  legalNotes: [notHealthPersonnel, ...legalNotes],
});

const systems =
  'Helsetjenesten trenger ansatte med kompetanse til å drifte, vedlikeholde, teste og utvikle slike systemer.';

export const technologyTasks: readonly CatalogueTask[] = [
  task('drifte-systemer', text('Drifte systemer', 'Drifte system', 'Operating systems'), systems, routines),
  task(
    'vedlikeholde-systemer',
    text('Vedlikeholde systemer', 'Halde ved like system', 'Maintaining systems'),
    systems,
    routines,
  ),
  task('teste-systemer', text('Teste systemer', 'Teste system', 'Testing systems'), systems, internalControl),
  task(
    'utvikle-systemer',
    text('Utvikle systemer', 'Utvikle system', 'Developing systems'),
    systems,
    internalControl,
  ),
  task(
    'oversikt-over-data',
    text(
      'Holde oversikt over hvordan data samles inn, lagres og brukes',
      'Halde oversikt over korleis data blir samla inn, lagra og brukte',
      'Keeping an overview of how data are collected, stored and used',
    ),
    'Behovet for å forstå hvordan data samles inn, lagres og brukes innen sektoren krever et betydelig kompetanseløft hos mange.',
    internalControl,
  ),
  task(
    'stoette-brukere',
    text(
      'Støtte helsepersonell i bruk av høyteknologisk utstyr og dataprogrammer',
      'Støtte helsepersonell i bruk av høgteknologisk utstyr og dataprogram',
      'Supporting health personnel in the use of high-tech equipment and software',
    ),
    'videreutdanning av helsepersonell innen anvendelse av høyteknologisk utstyr og dataprogrammer',
  ),
  task(
    'brukervennlige-loesninger',
    text(
      'Sørge for løsninger som er effektive og enkle å håndtere for pasienter og pårørende',
      'Sørgje for løysingar som er effektive og enkle å handtere for pasientar og pårørande',
      'Seeing to solutions that are efficient and easy to handle for patients and next of kin',
    ),
    'det må utvikles produkter og tjenester som helsepersonell er i stand til å bruke og som er effektive og enkle å håndtere av pasienter og pårørende',
  ),
  task(
    'utvikle-helsetilbudet',
    text(
      'Bidra med utvikling og effektivisering av helsetilbudet',
      'Bidra med utvikling og effektivisering av helsetilbodet',
      'Contributing to developing and streamlining the health services',
    ),
    'bidrar med utvikling og effektivisering av helsetilbudene',
  ),
];

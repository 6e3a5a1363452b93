import { type Text, text } from '../law/legal-bases.js';
import type { CatalogueEntitlement, CatalogueTask, LegalNote } from './catalogue.types.js';
import { mayDelegate, mayNotDelegate } from './entitlements.js';
import { ordinaryTask, prescribedMedicine, recordIt, routines, secrecy } from './legal-notes.js';
import { example, occupationTannhelsesekretaer, says } from './sources.js';

const clinical = mayDelegate('TH', 'TL', 'TP');
const administrative = mayDelegate('TH');

/** `quote` where the document's words are not the name itself with a small first letter. */
export const dentalTask = (
  code: string,
  name: Text,
  entitlements: readonly CatalogueEntitlement[],
  legalNotes: readonly LegalNote[],
  quote = name.nb.charAt(0).toLowerCase() + name.nb.slice(1),
): CatalogueTask => ({
  code: `tannhelse-${code}`,
  area: 'tannhelse',
  name,
  source: says(occupationTannhelsesekretaer, quote),
  entitlements,
  reservedTo: null,
  contested: null,
  legalNotes,
});

const xRay: LegalNote = {
  basis: 'hpl-4',
  note: text(
    'Krever opplæring i strålevern; den radiologiske diagnosen stiller tannlegen.',
    'Krev opplæring i strålevern; den radiologiske diagnosen stiller tannlegen.',
    'Takes training in radiation protection; the radiological diagnosis is the dentist’s.',
  ),
};

/** The common tasks of a tannhelsesekretær. */
export const dentalTasks: readonly CatalogueTask[] = [
  dentalTask('smittevern', text('Smittevern', 'Smittevern', 'Infection control'), clinical, [
    ordinaryTask,
    routines,
  ]),
  dentalTask(
    'desinfisering-og-sterilisering',
    text(
      'Desinfisering, sterilisering og vedlikehold av instrumenter og utstyr',
      'Desinfisering, sterilisering og vedlikehald av instrument og utstyr',
      'Disinfecting, sterilising and maintaining instruments and equipment',
    ),
    clinical,
    [ordinaryTask, routines],
  ),
  dentalTask(
    'materialer-og-legemidler',
    text(
      'Håndtere tannbehandlingsmaterialer og de vanligste legemidlene',
      'Handtere tannbehandlingsmateriale og dei vanlegaste legemidla',
      'Handling dental materials and the most common medicines',
    ),
    clinical,
    [ordinaryTask, prescribedMedicine],
  ),
  dentalTask(
    'forbruksmaterialer',
    text(
      'Bestille og oppbevare forbruksmaterialer',
      'Bestille og oppbevare forbruksmateriale',
      'Ordering and storing consumables',
    ),
    administrative,
    [routines],
  ),
  dentalTask('roentgenbilde', text('Ta røntgenbilde', 'Ta røntgenbilete', 'Taking X-rays'), clinical, [
    ordinaryTask,
    xRay,
  ]),
  dentalTask(
    'enklere-laboratoriearbeid',
    text('Enklere laboratoriearbeid', 'Enklare laboratoriearbeid', 'Simple laboratory work'),
    clinical,
    [ordinaryTask],
  ),
  dentalTask(
    'klargjoere-utstyr',
    text(
      'Klargjøre utstyr og instrumenter til pasientbehandling',
      'Klargjere utstyr og instrument til pasientbehandling',
      'Preparing equipment and instruments for treatment',
    ),
    clinical,
    [ordinaryTask, routines],
  ),
  dentalTask(
    'service',
    text(
      'Yte service til pasienter, pårørende og samarbeidspartnere',
      'Yte service til pasientar, pårørande og samarbeidspartnarar',
      'Serving patients, next of kin and partners',
    ),
    administrative,
    [secrecy],
  ),
  dentalTask(
    'administrativt-arbeid',
    text(
      'Administrativt arbeid som aktivitetsplanlegging, regnskap, rapportering, innkalling og journalføring',
      'Administrativt arbeid som aktivitetsplanlegging, rekneskap, rapportering, innkalling og journalføring',
      'Administrative work such as planning, accounts, reporting, calling in and keeping records',
    ),
    administrative,
    [recordIt, secrecy],
  ),
  dentalTask(
    'kommunikasjon',
    text(
      'Kommunisere med pasienter, pårørende, samarbeidspartnere i kommunehelsetjenesten, NAV og forretningsforbindelser',
      'Kommunisere med pasientar, pårørande, samarbeidspartnarar i kommunehelsetenesta, NAV og forretningssamband',
      'Communicating with patients, next of kin, partners in municipal health care, NAV and business contacts',
    ),
    administrative,
    [secrecy],
  ),
  dentalTask(
    'assistere-tannlegen',
    text(
      'Assistere tannlegen i alle typer behandling',
      'Assistere tannlegen i alle typar behandling',
      'Assisting the dentist in every kind of treatment',
    ),
    mayDelegate('TH', 'TL'),
    [ordinaryTask],
    'Tannhelsesekretæren assisterer tannlegen i alle typer behandling',
  ),
];

/** What only a tannlege decides. */
export const dentistTasks: readonly CatalogueTask[] = [
  {
    ...dentalTask(
      'undersoekelse-og-behandling',
      text(
        'Undersøke, stille diagnose og behandle sykdom og skade i tenner og munnhule',
        'Undersøkje, stille diagnose og behandle sjukdom og skade i tenner og munnhole',
        'Examining, diagnosing and treating disease and injury of the teeth and mouth',
      ),
      mayNotDelegate('TL'),
      [
        {
          basis: 'hpl-4',
          note: text(
            'Beslutninger i odontologiske spørsmål tar tannlegen; enkelte avgrensede oppgaver kan overlates hver for seg.',
            'Avgjerder i odontologiske spørsmål tek tannlegen; enkelte avgrensa oppgåver kan overlatast kvar for seg.',
            'Decisions in dental matters are the dentist’s; single, limited tasks may be left to others one by one.',
          ),
        },
        recordIt,
      ],
    ),
    source: example,
  },
];

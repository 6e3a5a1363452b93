import { type Text, text } from '../law/legal-bases.js';
import type { CatalogueEntitlement, CatalogueTask, LegalNote } from './catalogue.types.js';
import { mayDelegate, mayNotDelegate } from './entitlements.js';
import { recordIt, threeAssessments } from './legal-notes.js';
import { example, occupationLege, says } from './sources.js';

/** The document is in nynorsk: the nynorsk name is its line, the bokmål a translation. */
const task = (
  code: string,
  name: Text,
  quote: string,
  entitlements: readonly CatalogueEntitlement[],
  ...legalNotes: readonly LegalNote[]
): CatalogueTask => ({
  code: `lege-${code}`,
  area: 'lege',
  name,
  source: says(occupationLege, quote),
  entitlements,
  reservedTo: null,
  contested: null,
  legalNotes,
});

const doctorDecides: LegalNote = {
  basis: 'hpl-4',
  note: text(
    'Beslutninger i medisinske spørsmål om den enkelte pasienten tar legen; enkelte avgrensede oppgaver kan overlates hver for seg.',
    'Avgjerder i medisinske spørsmål om den enkelte pasienten tek legen; enkelte avgrensa oppgåver kan overlatast kvar for seg.',
    'Decisions in medical matters about the individual patient are the doctor’s; single, limited tasks may be left to others one by one.',
  ),
};

export const doctorTasks: readonly CatalogueTask[] = [
  task(
    'undersoekelse-og-diagnose',
    text(
      'Lytte til pasientene, kartlegge symptomer og gjøre undersøkelser for å stille diagnose',
      'Lytta til pasientane, kartlegga symptom og gjera undersøkingar for å stilla diagnose',
      'Listening to patients, mapping symptoms and examining in order to diagnose',
    ),
    'lytta til pasientane, kartlegga symptom og gjera undersøkingar for å stilla diagnose',
    mayNotDelegate('LE'),
    doctorDecides,
    recordIt,
  ),
  task(
    'behandling',
    text(
      'Planlegge og utføre behandling',
      'Planlegga og utføra behandling',
      'Planning and carrying out treatment',
    ),
    'planlegga og utføra behandling',
    mayNotDelegate('LE'),
    doctorDecides,
    recordIt,
  ),
  task(
    'veiledning-om-helse-og-livsstil',
    text(
      'Veilede pasienter om helse og livsstil',
      'Rettleie pasientar om helse og livsstil',
      'Guiding patients about health and lifestyle',
    ),
    'rettleie pasientar om helse og livsstil',
    mayDelegate('LE', 'SP'),
    threeAssessments,
    recordIt,
  ),
  task(
    'offentlig-forvaltning',
    text('Offentlig forvaltning', 'Offentleg forvaltning', 'Public administration'),
    'offentleg forvaltning',
    mayNotDelegate('LE'),
    {
      basis: 'hpl-4',
      note: text(
        'Medisinskfaglige vurderinger i forvaltningen er legens egne.',
        'Medisinskfaglege vurderingar i forvaltninga er legen sine eigne.',
        'Medical assessments in public administration are the doctor’s own.',
      ),
    },
  ),
  task(
    'informasjon-om-behandling',
    text(
      'Informere pasienter om behandlinger og opplyse om bruk og dosering av medisiner, bivirkninger, risiko og så videre',
      'Informere pasientar om behandlingar og opplyse om bruk av dosering av medisinar, bivirkningar, risiko også vidare',
      'Informing patients about treatments and about the use and dosage of medicines, side effects, risk and so on',
    ),
    'informere pasientar om behandlingar og opplyse om bruk av dosering av medisinar, bivirkningar, risiko også vidare.',
    mayDelegate('LE'),
    threeAssessments,
    recordIt,
  ),
];

/** Reserved by statute: no delegation, however sound, can move it. */
export const prescribing: CatalogueTask = {
  code: 'lege-forskrive-legemidler',
  area: 'lege',
  name: text('Forskrive legemidler', 'Skrive ut legemiddel', 'Prescribing medicines'),
  source: example,
  entitlements: mayNotDelegate('LE', 'TL'),
  reservedTo: ['LE', 'TL'],
  contested: null,
  legalNotes: [
    {
      basis: 'hpl-11',
      note: text(
        'Forbeholdt lege og tannlege; enkelte andre grupper har en begrenset rett etter forskrift. Kan ikke overlates til medhjelpere.',
        'Reservert for lege og tannlege; enkelte andre grupper har ein avgrensa rett etter forskrift. Kan ikkje overlatast til medhjelparar.',
        'Reserved to doctors and dentists; some other groups have a limited right by regulation. Cannot be left to helpers.',
      ),
    },
  ],
};

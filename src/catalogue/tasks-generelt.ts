import { text } from '../law/legal-bases.js';
import type { CatalogueTask } from './catalogue.types.js';
import { mayDelegate, mayNotDelegate } from './entitlements.js';
import { internalControl, recordIt, secrecy } from './legal-notes.js';
import { example, occupationHelsesekretaer, says } from './sources.js';

export const generalTasks: readonly CatalogueTask[] = [
  {
    code: 'generelt-skrive-pasientjournaler',
    area: 'generelt',
    name: text('Skriving av pasientjournaler', 'Skriving av pasientjournalar', 'Writing patient records'),
    source: says(occupationHelsesekretaer, 'skriving av pasientjournalar'),
    entitlements: [...mayDelegate('HE'), ...mayNotDelegate('X-MS')],
    reservedTo: null,
    contested: null,
    legalNotes: [recordIt, secrecy],
  },
  {
    code: 'generelt-rapportering-og-administrasjon',
    area: 'generelt',
    name: text(
      'Rapportering og administrasjon',
      'Rapportering og administrasjon',
      'Reporting and administration',
    ),
    source: says(occupationHelsesekretaer, 'rapportering og administrasjon'),
    entitlements: [...mayDelegate('HE'), ...mayNotDelegate('X-MS')],
    reservedTo: null,
    contested: null,
    legalNotes: [internalControl, secrecy],
  },
  // Not health care in the sense of helsepersonelloven § 3, but a duty laid on each of the four groups: nobody passes it on.
  {
    code: 'generelt-blodproeve-for-politiet',
    area: 'generelt',
    name: text(
      'Ta blodprøve etter anmodning fra politiet',
      'Ta blodprøve etter oppmoding frå politiet',
      'Taking a blood sample at the request of the police',
    ),
    source: example,
    entitlements: mayNotDelegate('HE', 'LE', 'SP', 'BI'),
    reservedTo: null,
    contested: null,
    legalNotes: [
      {
        basis: 'hpl-12',
        note: text(
          'Helsesekretærens egen lovpålagte plikt: den trenger ingen delegering. Den gjelder ikke nære slektninger eller pasienter en selv har til behandling.',
          'Helsesekretæren si eiga lovpålagde plikt: ho treng inga delegering. Ho gjeld ikkje nære slektningar eller pasientar ein sjølv har til behandling.',
          'The health secretary’s own statutory duty: it needs no delegation. It does not extend to close relatives or patients one is treating.',
        ),
      },
    ],
  },
  {
    code: 'generelt-delta-i-opplaering',
    area: 'generelt',
    name: text(
      'Delta i opplæring og veiledning på arbeidsplassen',
      'Delta i opplæring og rettleiing på arbeidsplassen',
      'Taking part in training and supervision at the workplace',
    ),
    source: example,
    entitlements: mayNotDelegate('X-HEL', 'X-MST'),
    reservedTo: null,
    contested: null,
    legalNotes: [
      {
        basis: 'hpl-5',
        note: text(
          'Elever og studenter får som regel bare oppgaver som ledd i opplæringen, under kontroll og tilsyn.',
          'Elevar og studentar får som regel berre oppgåver som ledd i opplæringa, under kontroll og tilsyn.',
          'Pupils and students are as a rule given tasks only as part of their training, under control and supervision.',
        ),
      },
      secrecy,
    ],
  },
];

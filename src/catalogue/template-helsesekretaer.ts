import { type LegalBasisId, text } from '../law/legal-bases.js';
import { area } from './areas.js';
import type { Obligation, RoleDescriptionTemplate } from './catalogue.types.js';
import { occupationHelsesekretaer, says } from './sources.js';

/** The document is in nynorsk: that text is its own sentence, word for word. */
const obligation = (
  nn: string,
  nb: string,
  en: string,
  ...legalBases: readonly LegalBasisId[]
): Obligation => ({
  text: text(nb, nn, en),
  legalBases,
  source: says(occupationHelsesekretaer, nn),
});

const readings = [
  {
    quote: 'betene resepsjon og svare på telefon',
    taskCodes: ['resepsjon-innkalling-og-mottak', 'resepsjon-telefonhenvendelser'],
  },
  { quote: 'innkalle pasientar til timeavtaler', taskCodes: ['resepsjon-innkalling-og-mottak'] },
  {
    quote: 'bestille pasienttransport og tolketenester',
    taskCodes: ['resepsjon-bestille-pasientreiser', 'resepsjon-bestille-tolketjeneste'],
  },
  {
    quote:
      'laboratoriearbeid og prøvetaking (for eksempel blodprøver, ekg og spirometri – pustetest for å måle lungefunksjon)',
    taskCodes: [
      'laboratorium-blodproevetaking',
      'laboratorium-analysere-lokale-proever',
      'skiftestue-ekg',
      'skiftestue-spirometri',
    ],
  },
  { quote: 'enkelt sårstell', taskCodes: ['skiftestue-enkelt-saarstell'] },
  { quote: 'skriving av pasientjournalar', taskCodes: ['generelt-skrive-pasientjournaler'] },
  { quote: 'rapportering og administrasjon', taskCodes: ['generelt-rapportering-og-administrasjon'] },
];

const read = (prefix: string): string[] => [
  ...new Set(readings.flatMap(({ taskCodes }) => taskCodes).filter((code) => code.startsWith(prefix))),
];

/** The occupation wherever it works: hospital, surgery, health centre. */
export const helsesekretaerTemplate: RoleDescriptionTemplate = {
  code: 'helsesekretaer',
  version: 1,
  occupation: 'HE',
  name: text('Helsesekretær', 'Helsesekretær', 'Health secretary'),
  source: says(occupationHelsesekretaer, 'Vanlege arbeidsoppgåver for helsesekretæren:'),
  areas: [
    area('resepsjon', read('resepsjon-')),
    area('laboratorium', read('laboratorium-')),
    area('skiftestue', read('skiftestue-')),
    area('generelt', read('generelt-')),
  ],
  afterDelegation: [],
  obligations: [
    obligation(
      'Helsesekretærar har autorisasjon som helsepersonell.',
      'Helsesekretærer har autorisasjon som helsepersonell.',
      'Health secretaries are authorised health personnel.',
      'hpl-48',
    ),
    obligation(
      'Personar utan autorisasjon, som for eksempel medisinske sekretærar, kan ikkje bruke tittelen helsesekretær.',
      'Personer uten autorisasjon, som for eksempel medisinske sekretærer, kan ikke bruke tittelen helsesekretær.',
      'People without authorisation, such as medical secretaries, cannot use the title of health secretary.',
      'hpl-74',
    ),
    obligation(
      'Etter fullført utdanning må ein søka autorisasjon hos Helsedirektoratet.',
      'Etter fullført utdanning må en søke autorisasjon hos Helsedirektoratet.',
      'After completed education one must apply to the Directorate of Health for authorisation.',
      'hpl-48',
    ),
  ],
  readings,
  specialities: [],
};

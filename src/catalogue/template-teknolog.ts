import { type LegalBasisId, text } from '../law/legal-bases.js';
import { area, codesOf } from './areas.js';
import type { Obligation, RoleDescriptionTemplate } from './catalogue.types.js';
import { says, tekna } from './sources.js';
import { technologyTasks } from './tasks-teknologi.js';

/** The submission speaks to the authorities; the text says what it asks of a clinic, the quote is its own words. */
const obligation = (
  quote: string,
  [nb, nn, en]: readonly [string, string, string],
  ...legalBases: readonly LegalBasisId[]
): Obligation => ({ text: text(nb, nn, en), legalBases, source: says(tekna, quote) });

export const teknologTemplate: RoleDescriptionTemplate = {
  code: 'teknolog',
  version: 1,
  occupation: 'X-TEK',
  name: text('Teknolog', 'Teknolog', 'Technologist'),
  source: says(tekna, null),
  areas: [area('teknologi', codesOf(technologyTasks))],
  afterDelegation: [],
  obligations: [
    obligation(
      'Vi vil presisere at Teknas medlemmer som jobber i helsesektoren sjelden defineres som helsepersonell per lovdefinisjon, men er likevel en stor og økende andel av nødvendige ansatte som jobber tett på pasientbehandling.',
      [
        'Teknologer er sjelden helsepersonell etter loven, men arbeider tett på pasientbehandlingen og skal ha en plass i oversikten over ansvar.',
        'Teknologar er sjeldan helsepersonell etter lova, men arbeider tett på pasientbehandlinga og skal ha ein plass i oversikta over ansvar.',
        'Technologists are seldom health personnel by law, but work close to treatment and are to have a place in the overview of responsibility.',
      ],
      'hpl-3',
      'competence-mapping',
      'ledelse-6-9',
    ),
    obligation(
      'Fysikere, kjemikere, molekylærbiologer og IT-utviklere må ved en kompetansekartlegging anerkjennes som viktige ressurser for spesialisthelsetjenesten som bidrar med utvikling og effektivisering av helsetilbudene.',
      [
        'Kompetansen til fysikere, kjemikere, molekylærbiologer og IT-utviklere kartlegges på linje med de andres.',
        'Kompetansen til fysikarar, kjemikarar, molekylærbiologar og IT-utviklarar blir kartlagd på linje med dei andre sin.',
        'The competence of physicists, chemists, molecular biologists and IT developers is mapped on a par with that of others.',
      ],
      'competence-mapping',
    ),
    obligation(
      'Derimot vil det være svært viktig at de som er i jobb har mulighet til å få et etter- og videreutdanningstilbud som er problembasert og tverrfaglig.',
      [
        'Den som er i jobb, får mulighet til problembasert og tverrfaglig etter- og videreutdanning, og den teller som kompetanse.',
        'Den som er i jobb, får høve til problembasert og tverrfagleg etter- og vidareutdanning, og ho tel som kompetanse.',
        'Those in work have the chance of problem-based, interdisciplinary further education, and it counts as competence.',
      ],
      'competence-mapping',
    ),
    obligation(
      'På den andre siden har realister og teknologer et behov for å forstå hva pasienter trenger og hvordan helsepersonell bruker tekniske og digitale verktøy.',
      [
        'Teknologen setter seg inn i hva pasientene trenger, og hvordan helsepersonell bruker tekniske og digitale verktøy.',
        'Teknologen set seg inn i kva pasientane treng, og korleis helsepersonell bruker tekniske og digitale verktøy.',
        'The technologist learns what patients need and how health personnel use technical and digital tools.',
      ],
      'competence-mapping',
    ),
  ],
  readings: [],
  specialities: [],
};

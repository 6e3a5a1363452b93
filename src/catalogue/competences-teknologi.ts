import { text } from '../law/legal-bases.js';
import { codeOfConduct } from './authorities.js';
import type { LegalNote } from './catalogue.types.js';
import type { CatalogueCompetence } from './competence.types.js';
import { course, furtherEducation, observedWork, whileInUse } from './competence-forms.js';
import { says, tekna } from './sources.js';

const counted: LegalNote = {
  basis: 'competence-mapping',
  note: text(
    'Tekna mener at også de som ikke er helsepersonell, skal med når kompetansen kartlegges.',
    'Tekna meiner at òg dei som ikkje er helsepersonell, skal vere med når kompetansen blir kartlagd.',
    'Tekna holds that those who are not health personnel are to be included when competence is mapped, too.',
  ),
};
const mapped = { legalNotes: [counted] };

const systems =
  'Helsetjenesten trenger ansatte med kompetanse til å drifte, vedlikeholde, teste og utvikle slike systemer.';

/** The submission asks for them; it names no courses, and the names here are read out of its sentences. */
export const technologyCompetences: readonly CatalogueCompetence[] = [
  observedWork(
    'drift-av-helsesystemer',
    text(
      'Drifte, vedlikeholde og teste systemer som brukes i helsetjenesten',
      'Drifte, halde ved like og teste system som blir brukte i helsetenesta',
      'Operating, maintaining and testing systems used in health care',
    ),
    says(tekna, systems),
    null,
    { ...mapped, renewal: whileInUse, authorities: [codeOfConduct] },
  ),
  observedWork(
    'utvikling-av-helsesystemer',
    text(
      'Utvikle systemer som brukes i helsetjenesten',
      'Utvikle system som blir brukte i helsetenesta',
      'Developing systems used in health care',
    ),
    says(tekna, systems),
    null,
    { ...mapped, renewal: whileInUse },
  ),
  course(
    'kunstig-intelligens',
    text(
      'Kunstig intelligens i programvare for helsetjenesten',
      'Kunstig intelligens i programvare for helsetenesta',
      'Artificial intelligence in health care software',
    ),
    says(
      tekna,
      'Kunstig intelligens, er mer og mer vanlig å finne som integrert teknologi i programvare tilknyttet alt fra eksempelvis bildediagnostikk til virksomhetsanalyse.',
    ),
    24,
    mapped,
  ),
  course(
    'helsedata',
    text(
      'Hvordan helsedata samles inn, lagres og brukes',
      'Korleis helsedata blir samla inn, lagra og brukte',
      'How health data are collected, stored and used',
    ),
    says(
      tekna,
      'Behovet for å forstå hvordan data samles inn, lagres og brukes innen sektoren krever et betydelig kompetanseløft hos mange.',
    ),
    24,
    { ...mapped, authorities: [codeOfConduct] },
  ),
  course(
    'innsyn-i-pasientforloep',
    text(
      'Hva pasienter trenger, og hvordan helsepersonell bruker digitale verktøy',
      'Kva pasientar treng, og korleis helsepersonell bruker digitale verktøy',
      'What patients need, and how health personnel use digital tools',
    ),
    says(
      tekna,
      'På den andre siden har realister og teknologer et behov for å forstå hva pasienter trenger og hvordan helsepersonell bruker tekniske og digitale verktøy.',
    ),
    null,
    { ...mapped, renewal: text('Fornyes ikke.', 'Blir ikkje fornya.', 'Not renewed.') },
  ),
  course(
    'nye-arbeidsverktoey',
    text(
      'Opplæring i nye digitale arbeidsverktøy',
      'Opplæring i nye digitale arbeidsverktøy',
      'Training in new digital tools',
    ),
    says(tekna, 'hos helse- og omsorgspersonell som skal ta i bruk nye arbeidsverktøy'),
    null,
    {
      ...mapped,
      renewal: text(
        'Fornyes når verktøyet byttes ut eller endres vesentlig.',
        'Blir fornya når verktøyet blir bytt ut eller vesentleg endra.',
        'Renewed when the tool is replaced or substantially changed.',
      ),
    },
  ),
  furtherEducation(
    'hoeyteknologisk-utstyr',
    text(
      'Videreutdanning i bruk av høyteknologisk utstyr og dataprogrammer',
      'Vidareutdanning i bruk av høgteknologisk utstyr og dataprogram',
      'Further education in the use of high-tech equipment and software',
    ),
    says(
      tekna,
      'videreutdanning av helsepersonell innen anvendelse av høyteknologisk utstyr og dataprogrammer',
    ),
    null,
    mapped,
  ),
  furtherEducation(
    'helseteknologi',
    text(
      'Tverrfaglig videreutdanning i helseteknologi',
      'Tverrfagleg vidareutdanning i helseteknologi',
      'Interdisciplinary further education in health technology',
    ),
    says(
      tekna,
      'Derimot vil det være svært viktig at de som er i jobb har mulighet til å få et etter- og videreutdanningstilbud som er problembasert og tverrfaglig.',
    ),
    null,
    mapped,
  ),
];

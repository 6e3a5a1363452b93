import { text } from '../law/legal-bases.js';
import { codeOfConduct } from './authorities.js';
import type { CatalogueCompetence } from './competence.types.js';
import {
  certificate,
  course,
  eLearning,
  furtherEducation,
  observedWork,
  whileInUse,
} from './competence-forms.js';
import { internalControl, recordIt, secrecy, seekHelp } from './legal-notes.js';
import { delta, example, occupationHelsesekretaer, occupationLege, says } from './sources.js';

/** What the clinic asks of all who see patients or their records. */
export const commonCompetences: readonly CatalogueCompetence[] = [
  eLearning(
    'taushetsplikt-og-personvern',
    text('Taushetsplikt og personvern', 'Teieplikt og personvern', 'Secrecy and data protection'),
    says(delta, 'Taushetsplikten er forankret direkte i lov og gjelder direkte for den som er autorisert.'),
    12,
    { legalNotes: [secrecy], authorities: [codeOfConduct] },
  ),
  eLearning(
    'informasjonssikkerhet',
    text('Informasjonssikkerhet', 'Informasjonstryggleik', 'Information security'),
    example,
    12,
    { authorities: [codeOfConduct] },
  ),
  course(
    'journalsystem',
    text(
      'Opplæring i klinikkens journalsystem',
      'Opplæring i journalsystemet på klinikken',
      'Training in the clinic’s health record system',
    ),
    says(delta, 'Dokumentasjon og registrering'),
    null,
    {
      renewal: text(
        'Fornyes når systemet byttes ut eller får en vesentlig ny utgave.',
        'Blir fornya når systemet blir bytt ut eller får ei vesentleg ny utgåve.',
        'Renewed when the system is replaced or substantially changed.',
      ),
      legalNotes: [recordIt, secrecy],
    },
  ),
  course(
    'hastegrad-paa-telefon',
    text(
      'Kurs i å ta imot henvendelser og kjenne igjen det som haster',
      'Kurs i å ta imot førespurnader og kjenne att det som hastar',
      'Course in receiving enquiries and recognising what is urgent',
    ),
    says(delta, 'Telefonhenvendelser'),
    24,
    { legalNotes: [seekHelp] },
  ),
  observedWork(
    'pasientregnskap',
    text('Pasientregnskap og oppgjør', 'Pasientrekneskap og oppgjer', 'Patient accounts and settlement'),
    says(delta, 'Pasientregnskap'),
    null,
    { renewal: whileInUse },
  ),
  course(
    'internkontroll',
    text(
      'Kurs i kvalitetssikring og internkontroll',
      'Kurs i kvalitetssikring og internkontroll',
      'Course in quality assurance and internal control',
    ),
    says(delta, 'Kvalitetssikring/Internkontroll.'),
    36,
    { legalNotes: [internalControl] },
  ),
  eLearning(
    'etikk',
    text('Etikk i yrkesutøvelsen', 'Etikk i yrkesutøvinga', 'Professional ethics'),
    says(delta, 'Etiske retningslinjer skal ligge til grunn ved utøvelse av yrket.'),
    36,
  ),
  course(
    'opplaering-av-elever',
    text(
      'Kurs i opplæring og veiledning av elever',
      'Kurs i opplæring og rettleiing av elevar',
      'Course in training and supervising pupils',
    ),
    says(delta, 'Helsesekretærer har ansvar for opplæring av helsesekretærelever.'),
    60,
  ),
];

/** Education and service that is completed once. */
export const completedCompetences: readonly CatalogueCompetence[] = [
  furtherEducation(
    'fordypning-helsesekretaer',
    text(
      'Videreutdanning for helsesekretærer, for eksempel i helsejus, IKT eller logistikk',
      'Vidareutdanning for helsesekretærar, til dømes i helsejuss, IKT eller logistikk',
      'Further education for health secretaries, for example in health law, IT or logistics',
    ),
    says(
      occupationHelsesekretaer,
      'Som helsesekretær kan du utdanne deg vidare innanfor faget for å auke kompetansen i til dømes helsejuss, IKT, logistikk eller andre område.',
    ),
    null,
  ),
  furtherEducation(
    'helseadministrasjon',
    text(
      'Helseadministrasjon (fagskole)',
      'Helseadministrasjon (fagskule)',
      'Health administration (vocational college)',
    ),
    says(
      occupationHelsesekretaer,
      'Det er også mogleg å ta vidareutdanning i helseadministrasjon på fagskole.',
    ),
    null,
  ),
  certificate(
    'lis1',
    text('Gjennomført LIS1-tjeneste', 'Gjennomført LIS1-teneste', 'Completed LIS1 service'),
    says(
      occupationLege,
      'Viss du skal jobba som fastlege eller i kommunal legevakt, må du ha gjennomført LIS- 1 tenesta.',
    ),
    null,
    {
      renewal: text(
        'Fornyes ikke: tjenesten gjennomføres én gang.',
        'Blir ikkje fornya: tenesta blir gjennomført éin gong.',
        'Not renewed: the service is completed once.',
      ),
    },
  ),
];

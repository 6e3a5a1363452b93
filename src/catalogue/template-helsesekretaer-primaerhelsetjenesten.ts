import { type LegalBasisId, type Text, text } from '../law/legal-bases.js';
import { area, codesOf } from './areas.js';
import type { Obligation, RoleDescriptionTemplate } from './catalogue.types.js';
import { delta, says } from './sources.js';
import { laboratoryTasks } from './tasks-laboratorium.js';
import { receptionTasks } from './tasks-resepsjon.js';
import { treatmentRoomTasks } from './tasks-skiftestue.js';

/** The bokmål text is the document's own sentence, word for word. */
const obligation = (sentence: Text, ...legalBases: readonly LegalBasisId[]): Obligation => ({
  text: sentence,
  legalBases,
  source: says(delta, sentence.nb),
});

const adaptation = obligation(
  text(
    'Beskrivelsen er veiledende og må tilpasses de lokale forhold',
    'Omtalen er rettleiande og må tilpassast dei lokale forholda',
    'The description is guidance and must be adapted to local conditions',
  ),
  'local-adaptation',
);

const general: readonly Obligation[] = [
  obligation(
    text(
      'Helsesekretærene plikter å delta på kurs, møter og intern undervisning som har relevans til arbeidsområdet.',
      'Helsesekretærane pliktar å delta på kurs, møte og intern undervisning som er relevant for arbeidsområdet.',
      'Health secretaries have a duty to take part in courses, meetings and internal teaching relevant to their field.',
    ),
    'hpl-4',
    'ledelse-6-9',
  ),
  obligation(
    text(
      'Kvalitetssikring/Internkontroll.',
      'Kvalitetssikring/internkontroll.',
      'Quality assurance and internal control.',
    ),
    'ledelse-6-9',
    'hpl-16',
  ),
  obligation(
    text(
      'Helsesekretærer har ansvar for opplæring av helsesekretærelever.',
      'Helsesekretærar har ansvar for opplæring av helsesekretærelevar.',
      'Health secretaries are responsible for training pupils in their field.',
    ),
    'hpl-5',
  ),
  obligation(
    text(
      'Helsesekretærene kan ved behov ta på seg oppgaver som ligger utenfor sitt eget kompetanseområde når disse oppgavene blir delegert av ansvarlig lege jfr. Helsepersonelloven § 5.',
      'Helsesekretærane kan ved behov ta på seg oppgåver som ligg utanfor sitt eige kompetanseområde når desse oppgåvene blir delegerte av ansvarleg lege, jf. helsepersonellova § 5.',
      'Health secretaries may when needed take on tasks outside their own field of competence when these are delegated by the responsible doctor, cf. Health Personnel Act § 5.',
    ),
    'hpl-5',
    'hpl-5-guide',
  ),
  obligation(
    text(
      'Vi understreker at en delegert oppgave ikke kan delegeres videre.',
      'Vi understrekar at ei delegert oppgåve ikkje kan delegerast vidare.',
      'We underline that a delegated task cannot be delegated further.',
    ),
    'delta-no-redelegation',
    'hpl-5',
  ),
  obligation(
    text(
      'Helsesekretæren har plikt til å følge helsepersonellovens bestemmelser.',
      'Helsesekretæren har plikt til å følgje reglane i helsepersonellova.',
      'The health secretary has a duty to follow the Health Personnel Act.',
    ),
    'hpl-3',
    'hpl-4',
  ),
];

const authorised: readonly Obligation[] = [
  obligation(
    text(
      'Autoriserte helsesekretærer må kjenne sine ansvars og kompetanseområder.',
      'Autoriserte helsesekretærar må kjenne ansvars- og kompetanseområda sine.',
      'Authorised health secretaries must know their fields of responsibility and competence.',
    ),
    'hpl-4',
    'hpl-48',
  ),
  obligation(
    text(
      'Som autorisert helsesekretær har man et selvstendig og personlig ansvar for å utføre sine arbeidsoppgaver forsvarlig, hvilket innebærer at det stilles krav om faglig og etisk høy standard hos den som er autorisert.',
      'Som autorisert helsesekretær har ein eit sjølvstendig og personleg ansvar for å utføre arbeidsoppgåvene sine forsvarleg, og det inneber at det blir stilt krav om fagleg og etisk høg standard hos den som er autorisert.',
      'An authorised health secretary has an independent and personal responsibility to do the work soundly, which calls for a high professional and ethical standard.',
    ),
    'hpl-4',
    'hpl-48',
  ),
  obligation(
    text(
      'Det inneholder blant annet et ansvar for å holde seg faglig oppdatert, og å avstå fra å gi helsehjelp på områder som en ikke behersker eller er kompetent til.',
      'Det inneheld mellom anna eit ansvar for å halde seg fagleg oppdatert, og å la vere å gi helsehjelp på område som ein ikkje meistrar eller er kompetent til.',
      'That includes a responsibility to keep professionally up to date, and to abstain from giving health care in fields one does not master or is not competent in.',
    ),
    'hpl-4',
  ),
  obligation(
    text(
      'Taushetsplikten er forankret direkte i lov og gjelder direkte for den som er autorisert.',
      'Teieplikta er forankra direkte i lov og gjeld direkte for den som er autorisert.',
      'The duty of secrecy is laid down in statute and applies directly to whoever is authorised.',
    ),
    'hpl-21',
  ),
  obligation(
    text(
      'Den som gir helsehjelp på selvstendig grunnlag, må dokumentere dette i pasientjournalen.',
      'Den som gir helsehjelp på sjølvstendig grunnlag, må dokumentere dette i pasientjournalen.',
      'Whoever gives health care independently must document it in the patient’s record.',
    ),
    'hpl-39',
  ),
  obligation(
    text(
      'Etiske retningslinjer skal ligge til grunn ved utøvelse av yrket.',
      'Etiske retningslinjer skal liggje til grunn når yrket blir utøvd.',
      'Ethical guidelines are to underlie the practice of the profession.',
    ),
    'hpl-4',
  ),
];

export const primaryCareTemplate: RoleDescriptionTemplate = {
  code: 'helsesekretaer-primaerhelsetjenesten',
  version: 1,
  occupation: 'HE',
  name: text(
    'Helsesekretær i primærhelsetjenesten',
    'Helsesekretær i primærhelsetenesta',
    'Health secretary in primary care',
  ),
  source: says(delta, null),
  areas: [
    area('resepsjon', codesOf(receptionTasks)),
    area('laboratorium', codesOf(laboratoryTasks)),
    area('skiftestue', codesOf(treatmentRoomTasks)),
  ],
  afterDelegation: [],
  obligations: [adaptation, ...general, ...authorised],
  readings: [],
  specialities: [],
};

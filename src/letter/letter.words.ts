import { type Text, text } from '../law/legal-bases.js';

/** The words of a letter, but for those about how it stands. */
export const words = {
  title: text('Delegasjonsfullmakt', 'Delegasjonsfullmakt', 'Letter of delegation'),
  organisationNumber: text('Organisasjonsnummer', 'Organisasjonsnummer', 'Organisation number'),
  statusAt: text('Status per', 'Status per', 'Status as of'),
  page: text('Side {page} av {pages}', 'Side {page} av {pages}', 'Page {page} of {pages}'),

  parties: text('Hvem', 'Kven', 'Who'),
  delegator: text('Delegert av', 'Delegert av', 'Delegated by'),
  profession: text(
    'På grunnlag av yrkesgruppe',
    'På grunnlag av yrkesgruppe',
    'By the right of the profession',
  ),
  delegatee: text('Delegert til', 'Delegert til', 'Delegated to'),
  titlesAt: text(
    'Titlene er de som kunne brukes {day} (helsepersonelloven § 74).',
    'Titlane er dei som kunne brukast {day} (helsepersonellova § 74).',
    'The titles are those that could be used on {day} (Health Personnel Act § 74).',
  ),
  task: text('Oppgave', 'Oppgåve', 'Task'),
  area: text('Funksjonsområde', 'Funksjonsområde', 'Area'),
  period: text('Tidsrom', 'Tidsrom', 'Period'),
  requested: text('Avtalt tidsrom', 'Avtalt tidsrom', 'Period agreed'),
  stands: text('Gjelder', 'Gjeld', 'In force'),
  stood: text('Gjaldt', 'Galdt', 'Was in force'),

  onward: text('Kan ikke delegeres videre', 'Kan ikkje delegerast vidare', 'Cannot be delegated on'),
  neverOnward: text(
    'En delegert oppgave kan aldri delegeres videre. Mottakeren kan ikke overlate oppgaven til noen andre.',
    'Ei delegert oppgåve kan aldri delegerast vidare. Mottakaren kan ikkje overlate oppgåva til nokon andre.',
    'A delegated task can never be delegated on. The recipient cannot leave the task to anybody else.',
  ),

  assessment: text('Vurderingen', 'Vurderinga', 'The assessment'),
  taskNature: text('Oppgavens art', 'Kva slags oppgåve det er', 'The nature of the task'),
  qualifications: text(
    'Mottakerens kvalifikasjoner',
    'Kvalifikasjonane til mottakaren',
    'The recipient’s qualifications',
  ),
  followUp: text('Oppfølgingen', 'Oppfølginga', 'The follow-up'),
  contested: text('Omstridt oppgave', 'Omstridd oppgåve', 'Contested task'),
  course: text('Kurs', 'Kurs', 'Course'),
  reasoning: text('Begrunnelse', 'Grunngiving', 'Reasons'),
  presence: text('Til stede', 'Til stades', 'Presence'),
  present: text(
    'Den som har delegert, er til stede når oppgaven utføres.',
    'Den som har delegert, er til stades når oppgåva blir utført.',
    'The delegator is present when the task is carried out.',
  ),
  absent: text(
    'Den som har delegert, er ikke til stede når oppgaven utføres.',
    'Den som har delegert, er ikkje til stades når oppgåva blir utført.',
    'The delegator is not present when the task is carried out.',
  ),
  conditions: text('Vilkår', 'Vilkår', 'Conditions'),
  noConditions: text('Ingen særlige vilkår.', 'Ingen særskilde vilkår.', 'No special conditions.'),
  supervision: text('Kontroll og tilsyn', 'Kontroll og tilsyn', 'Control and supervision'),
  reachable: text(
    'Slik nås den som har delegert',
    'Slik når du den som har delegert',
    'How to reach the delegator',
  ),
  reviewBy: text('Følges opp innen', 'Skal følgjast opp innan', 'To be reviewed by'),
  training: text('Opplæring', 'Opplæring', 'Training'),
  purpose: text('Formål', 'Formål', 'Purpose'),
  supervisor: text('Veileder', 'Rettleiar', 'Supervisor'),

  life: text('Hva som har skjedd', 'Kva som har hendt', 'What has happened'),
  by: text('av', 'av', 'by'),
  effective: text('Gjelder fra', 'Gjeld frå', 'Effective from'),
  reason: text('Begrunnelse', 'Grunngiving', 'Reason'),
  reviews: text('Oppfølging', 'Oppfølging', 'Reviews'),
  earlier: text(
    'Tidligere oppfølginger står i Fullmakt. Antall:',
    'Tidlegare oppfølgingar står i Fullmakt. Tal på dei:',
    'Earlier reviews are found in Fullmakt. Number of them:',
  ),

  bases: text('Rettslig grunnlag', 'Rettsleg grunnlag', 'Legal basis'),
  strength: text('Styrke', 'Styrke', 'Strength'),

  receipt: text('Kvittering i loggen', 'Kvittering i loggen', 'Receipt in the log'),
  log: text('Logg', 'Logg', 'Log'),
  entry: text('Oppføring nummer', 'Oppføring nummer', 'Entry number'),
  size: text('Oppføringer i sjekkpunktet', 'Oppføringar i sjekkpunktet', 'Entries in the checkpoint'),
  root: text('Rot', 'Rot', 'Root'),
  verify: text(
    'Brevet er en utskrift; det er loggen som beviser. Kvitteringen ligger ved i denne PDF-filen som kvittering.tlog-proof. Lagre den og prøv den med: npx fullmakt verify kvittering.tlog-proof --vkey NØKKEL. Nøkkelen får du fra virksomheten på en annen måte enn med brevet.',
    'Brevet er ei utskrift; det er loggen som er beviset. Kvitteringa ligg ved i denne PDF-fila som kvittering.tlog-proof. Lagre ho og prøv ho med: npx fullmakt verify kvittering.tlog-proof --vkey NØKKEL. Nøkkelen får du frå verksemda på ein annan måte enn med brevet.',
    'The letter is a printout; the log is the proof. The receipt is attached to this PDF file as kvittering.tlog-proof. Save it and check it with: npx fullmakt verify kvittering.tlog-proof --vkey KEY. Get the key from the clinic in another way than with the letter.',
  ),
  unreceipted: text(
    'Hendelsen er ført i loggen, men ikke signert ennå. Hent brevet på nytt om litt for å få kvitteringen.',
    'Hendinga er ført i loggen, men ikkje signert enno. Hent brevet på nytt om litt for å få kvitteringa.',
    'The event is in the log, but not signed yet. Fetch the letter again later to get the receipt.',
  ),
  today: text(
    'Om mottakeren kan utføre oppgaven en bestemt dag, avhenger også av det som kan endre seg etterpå, som kompetansen som kreves. Svaret for dagen står i Fullmakt.',
    'Om mottakaren kan utføre oppgåva ein bestemt dag, avheng òg av det som kan endre seg etterpå, som kompetansen som blir kravd. Svaret for dagen står i Fullmakt.',
    'Whether the recipient may carry out the task on a given day also depends on what may change afterwards, such as the competence required. The answer for the day is found in Fullmakt.',
  ),
} as const satisfies Record<string, Text>;

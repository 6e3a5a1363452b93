import type { Text } from './legal-bases.js';

/** Why nothing can be done with a course, a meeting or internal teaching, and how to mend it. Bokmål is the original. */
export const teachingRefusalTexts = {
  'teaching-cancelled': {
    title: {
      nb: 'Opplæringen er avlyst',
      nn: 'Opplæringa er avlyst',
      en: 'The teaching is cancelled',
    },
    detail: {
      nb: 'En avlyst opplæring blir stående som den var. Sett opp en ny hvis den skal holdes likevel.',
      nn: 'Ei avlyst opplæring blir ståande slik ho var. Set opp ei ny om ho skal haldast likevel.',
      en: 'A cancelled teaching event stays as it was. Plan a new one if it is to be held after all.',
    },
  },
  'teaching-begun': {
    title: {
      nb: 'Opplæringen har begynt',
      nn: 'Opplæringa har byrja',
      en: 'The teaching has begun',
    },
    detail: {
      nb: 'Invitasjon, påmelding og avmelding må skje før opplæringen begynner. Før oppmøte i stedet; det kan føres også for dem som ikke var påmeldt.',
      nn: 'Invitasjon, påmelding og avmelding må skje før opplæringa byrjar. Før oppmøte i staden; det kan førast òg for dei som ikkje var påmelde.',
      en: 'Invitations and signing up or off must happen before it begins. Record attendance instead; that can be done also for those who had not signed up.',
    },
  },
  'teaching-not-begun': {
    title: {
      nb: 'Opplæringen har ikke begynt',
      nn: 'Opplæringa har ikkje byrja',
      en: 'The teaching has not begun',
    },
    detail: {
      nb: 'Oppmøte kan ikke føres før opplæringen har begynt. Vent til da, eller rett tidspunktet hvis det er feil.',
      nn: 'Oppmøte kan ikkje førast før opplæringa har byrja. Vent til då, eller rett tidspunktet om det er feil.',
      en: 'Attendance cannot be recorded before the teaching has begun. Wait until then, or correct the time if it is wrong.',
    },
  },
  'teaching-not-over': {
    title: {
      nb: 'Opplæringen er ikke ferdig',
      nn: 'Opplæringa er ikkje ferdig',
      en: 'The teaching is not over',
    },
    detail: {
      nb: 'Kompetansebevis kan ikke gis før opplæringen er ferdig. Vent til da, eller rett tidspunktet hvis det er feil.',
      nn: 'Kompetansebevis kan ikkje givast før opplæringa er ferdig. Vent til då, eller rett tidspunktet om det er feil.',
      en: 'Records of competence cannot be given before the teaching is over. Wait until then, or correct the time if it is wrong.',
    },
  },
  'teaching-not-open': {
    title: {
      nb: 'Opplæringen er ikke åpen for påmelding',
      nn: 'Opplæringa er ikkje open for påmelding',
      en: 'The teaching is not open for signing up',
    },
    detail: {
      nb: 'Lederen avgjør hvem som skal delta her. Be lederen om å bli invitert eller strøket, eller om å åpne for påmelding.',
      nn: 'Leiaren avgjer kven som skal delta her. Be leiaren om å bli invitert eller stroken, eller om å opne for påmelding.',
      en: 'The manager decides who is to take part here. Ask the manager to invite you or take you off the list, or to open it for signing up.',
    },
  },
  'teaching-participation-unchanged': {
    title: {
      nb: 'Påmeldingen er alt slik',
      nn: 'Påmeldinga er alt slik',
      en: 'The participation is so already',
    },
    detail: {
      nb: 'Personen er påmeldt fra før, eller var ikke påmeldt. Last siden på nytt for å se hva som gjelder.',
      nn: 'Personen er påmeld frå før, eller var ikkje påmeld. Last sida på nytt for å sjå kva som gjeld.',
      en: 'The person takes part already, or did not take part. Reload the page to see what holds.',
    },
  },
  'teaching-attended': {
    title: {
      nb: 'Det er ført oppmøte',
      nn: 'Det er ført oppmøte',
      en: 'Attendance has been recorded',
    },
    detail: {
      nb: 'Tidspunktet kan ikke endres etter at oppmøte er ført. Avlys opplæringen og før den på nytt hvis tidspunktet var feil.',
      nn: 'Tidspunktet kan ikkje endrast etter at oppmøte er ført. Avlys opplæringa og før ho på nytt om tidspunktet var feil.',
      en: 'The time cannot be changed once attendance has been recorded. Cancel the teaching and register it anew if the time was wrong.',
    },
  },
  'teaching-not-attended': {
    title: {
      nb: 'Personen er ikke ført som til stede',
      nn: 'Personen er ikkje ført som til stades',
      en: 'The person is not recorded as present',
    },
    detail: {
      nb: 'Kompetansebevis gis bare til dem som var til stede hele tiden. Rett oppmøtet hvis det er feil, eller registrer beviset for personen for seg.',
      nn: 'Kompetansebevis blir berre gitt til dei som var til stades heile tida. Rett oppmøtet om det er feil, eller registrer beviset for personen for seg.',
      en: 'Records of competence are given only to those who were present all the time. Correct the attendance if it is wrong, or register the record for the person alone.',
    },
  },
  'teaching-gives-nothing': {
    title: {
      nb: 'Opplæringen gir ingen kompetanse',
      nn: 'Opplæringa gir ingen kompetanse',
      en: 'The teaching gives no competence',
    },
    detail: {
      nb: 'Det er ikke sagt hvilken kompetanse oppmøte gir. Endre opplæringen og velg kompetanse og nivå først.',
      nn: 'Det er ikkje sagt kva kompetanse oppmøte gir. Endre opplæringa og vel kompetanse og nivå først.',
      en: 'It is not said which competence attendance gives. Change the teaching and choose competence and level first.',
    },
  },
  'teaching-record-given': {
    title: {
      nb: 'Det er alt gitt kompetansebevis',
      nn: 'Det er alt gitt kompetansebevis',
      en: 'Records of competence have been given already',
    },
    detail: {
      nb: 'Kompetanse som det alt er gitt bevis på, kan ikke tas bort eller få et annet nivå. La den stå, og legg heller til en annen.',
      nn: 'Kompetanse som det alt er gitt bevis på, kan ikkje takast bort eller få eit anna nivå. La henne stå, og legg heller til ei anna.',
      en: 'Competence of which records have been given already cannot be taken out or moved to another level. Leave it as it is, and add another one instead.',
    },
  },
  'teaching-record-stands': {
    title: {
      nb: 'Et kompetansebevis bygger på oppmøtet',
      nn: 'Eit kompetansebevis byggjer på oppmøtet',
      en: 'A record of competence rests on the attendance',
    },
    detail: {
      nb: 'Oppmøtet har gitt et kompetansebevis som ikke er trukket tilbake. Trekk det tilbake først, og rett så oppmøtet eller avlys opplæringen.',
      nn: 'Oppmøtet har gitt eit kompetansebevis som ikkje er trekt tilbake. Trekk det tilbake først, og rett så oppmøtet eller avlys opplæringa.',
      en: 'The attendance has given a record of competence that has not been withdrawn. Withdraw it first, and then correct the attendance or cancel the teaching.',
    },
  },
} as const satisfies Record<string, { title: Text; detail: Text }>;

import type { Text } from './legal-bases.js';

/** Why a duty, or an entry about people and tasks, is refused, and how to mend it. Bokmål is the original. */
export const registerRefusalTexts = {
  'no-practice-right': {
    title: {
      nb: 'Ikke rett til å utøve yrket i hele perioden',
      nn: 'Ikkje rett til å utøve yrket i heile perioden',
      en: 'No right to practise for the whole period',
    },
    detail: {
      nb: 'Autorisasjonen eller lisensen for yrket mangler, er suspendert, er tapt eller går ut i perioden. Velg en periode den dekker, eller registrer en gyldig autorisasjon.',
      nn: 'Autorisasjonen eller lisensen for yrket manglar, er suspendert, er tapt eller går ut i perioden. Vel ein periode han dekkjer, eller registrer ein gyldig autorisasjon.',
      en: 'The authorisation or licence for the profession is missing, suspended, lost, or expires within the period. Choose a period that it covers, or register a valid authorisation.',
    },
  },
  'outside-role': {
    title: { nb: 'Utenfor stillingen', nn: 'Utanfor stillinga', en: 'Outside the role' },
    detail: {
      nb: 'Personens yrkesgruppe har ikke oppgaven i egen kompetanse, så den kan ikke tildeles som egen oppgave. Den krever delegering fra en som har den i egen kompetanse.',
      nn: 'Yrkesgruppa til personen har ikkje oppgåva i eigen kompetanse, så ho kan ikkje tildelast som eiga oppgåve. Ho krev delegering frå ein som har henne i eigen kompetanse.',
      en: 'The person’s occupation does not hold the task in its own right, so it cannot be assigned as a duty. It takes a delegation from somebody who holds it in their own right.',
    },
  },
  'not-engaged': {
    title: {
      nb: 'Ikke tilknyttet virksomheten',
      nn: 'Ikkje tilknytt verksemda',
      en: 'Not engaged at the clinic',
    },
    detail: {
      nb: 'Personen er ikke tilknyttet virksomheten i hele perioden. Velg en kortere periode, eller registrer eller forleng tilknytningen først.',
      nn: 'Personen er ikkje tilknytt verksemda i heile perioden. Vel ein kortare periode, eller registrer eller forleng tilknytinga først.',
      en: 'The person is not engaged at the clinic for the whole period. Choose a shorter period, or register or extend the engagement first.',
    },
  },
  banned: {
    title: {
      nb: 'Forbud mot å yte helsehjelp',
      nn: 'Forbod mot å yte helsehjelp',
      en: 'Banned from giving health care',
    },
    detail: {
      nb: 'Personen har forbud mot å yte helsehjelp og kan ikke ha oppgaver som er helsehjelp. La en annen ta oppgaven.',
      nn: 'Personen har forbod mot å yte helsehjelp og kan ikkje ha oppgåver som er helsehjelp. La ein annan ta oppgåva.',
      en: 'The person is banned from giving health care and cannot hold tasks that are health care. Let somebody else take the task.',
    },
  },
  'duty-exists': {
    title: {
      nb: 'Oppgaven er alt tildelt',
      nn: 'Oppgåva er alt tildelt',
      en: 'The task is already assigned',
    },
    detail: {
      nb: 'Personen har alt denne oppgaven som egen oppgave i en del av perioden. Avslutt den som finnes, eller velg en periode som ikke overlapper.',
      nn: 'Personen har alt denne oppgåva som eiga oppgåve i ein del av perioden. Avslutt den som finst, eller vel ein periode som ikkje overlappar.',
      en: 'The person already has this task as a duty in a part of the period. End the one that exists, or choose a period that does not overlap.',
    },
  },
  'duty-not-in-force': {
    title: {
      nb: 'Oppgaven er alt avsluttet',
      nn: 'Oppgåva er alt avslutta',
      en: 'The duty has already ended',
    },
    detail: {
      nb: 'Tildelingen slutter før eller på det oppgitte tidspunktet, så det er ingenting å avslutte. Oppgi et tidligere tidspunkt hvis den skal slutte før.',
      nn: 'Tildelinga sluttar før eller på det oppgitte tidspunktet, så det er ingenting å avslutte. Oppgi eit tidlegare tidspunkt dersom ho skal slutte før.',
      en: 'The duty ends before or at the given time, so there is nothing to end. Give an earlier time if it is to end sooner.',
    },
  },
  'person-exists': {
    title: {
      nb: 'Personen er registrert fra før',
      nn: 'Personen er registrert frå før',
      en: 'The person is already registered',
    },
    detail: {
      nb: 'En annen i virksomheten er registrert med dette HPR-nummeret, og ett HPR-nummer er én person. Bruk den som er registrert, eller rett nummeret.',
      nn: 'Ein annan i verksemda er registrert med dette HPR-nummeret, og eitt HPR-nummer er éin person. Bruk den som er registrert, eller rett nummeret.',
      en: 'Somebody else at the clinic is registered with this HPR number, and one HPR number is one person. Use the one that is registered, or correct the number.',
    },
  },
  'engagement-exists': {
    title: {
      nb: 'Tilknytningen finnes allerede',
      nn: 'Tilknytinga finst allereie',
      en: 'The engagement exists already',
    },
    detail: {
      nb: 'Personen er alt tilknyttet i samme yrkesgruppe i en del av perioden. Avslutt den tilknytningen først, eller velg en periode som ikke overlapper.',
      nn: 'Personen er alt tilknytt i same yrkesgruppe i ein del av perioden. Avslutt den tilknytinga først, eller vel ein periode som ikkje overlappar.',
      en: 'The person is already engaged in the same occupation in a part of the period. End that engagement first, or choose a period that does not overlap.',
    },
  },
  'engagement-ended': {
    title: {
      nb: 'Tilknytningen er alt avsluttet',
      nn: 'Tilknytinga er alt avslutta',
      en: 'The engagement has already ended',
    },
    detail: {
      nb: 'Tilknytningen slutter før eller på det oppgitte tidspunktet, så det er ingenting å avslutte. Oppgi et tidligere tidspunkt hvis den skal slutte før.',
      nn: 'Tilknytinga sluttar før eller på det oppgitte tidspunktet, så det er ingenting å avslutte. Oppgi eit tidlegare tidspunkt dersom ho skal slutte før.',
      en: 'The engagement ends before or at the given time, so there is nothing to end. Give an earlier time if it is to end sooner.',
    },
  },
  'authorisation-exists': {
    title: {
      nb: 'Godkjenningen finnes allerede',
      nn: 'Godkjenninga finst allereie',
      en: 'The authorisation exists already',
    },
    detail: {
      nb: 'Personen har alt en autorisasjon eller lisens av samme slag for samme yrke i en del av perioden. Bruk den som finnes, eller velg en periode som ikke overlapper.',
      nn: 'Personen har alt ein autorisasjon eller lisens av same slag for same yrke i ein del av perioden. Bruk den som finst, eller vel ein periode som ikkje overlappar.',
      en: 'The person already has an authorisation or licence of the same kind for the same profession in a part of the period. Use the one that exists, or choose a period that does not overlap.',
    },
  },
  'task-exists': {
    title: { nb: 'Oppgaven finnes allerede', nn: 'Oppgåva finst allereie', en: 'The task exists already' },
    detail: {
      nb: 'Virksomheten har alt denne oppgaven fra den nasjonale katalogen. Bruk den som finnes, eller lag en kopi med eget navn.',
      nn: 'Verksemda har alt denne oppgåva frå den nasjonale katalogen. Bruk den som finst, eller lag ein kopi med eige namn.',
      en: 'The clinic already has this task from the national catalogue. Use the one that exists, or make a copy with a name of its own.',
    },
  },
  'entitlement-exists': {
    title: {
      nb: 'Yrkesgruppen har alt oppgaven',
      nn: 'Yrkesgruppa har alt oppgåva',
      en: 'The occupation already holds the task',
    },
    detail: {
      nb: 'Yrkesgruppen er alt ført opp med denne oppgaven i en del av perioden. Endre det som finnes, eller velg en periode som ikke overlapper.',
      nn: 'Yrkesgruppa er alt ført opp med denne oppgåva i ein del av perioden. Endre det som finst, eller vel ein periode som ikkje overlappar.',
      en: 'The occupation is already listed with this task in a part of the period. Change what exists, or choose a period that does not overlap.',
    },
  },
  'lineage-fixed': {
    title: {
      nb: 'Oppgavens opphav kan ikke endres',
      nn: 'Opphavet til oppgåva kan ikkje endrast',
      en: 'The lineage of the task cannot be changed',
    },
    detail: {
      nb: 'Hva en oppgave er kopi eller del av, skrives når oppgaven lages; ellers kunne en delegert oppgave delegeres videre under et annet navn. Lag en ny oppgave med riktig opphav.',
      nn: 'Kva ei oppgåve er kopi eller del av, blir skrive når oppgåva blir laga; elles kunne ei delegert oppgåve delegerast vidare under eit anna namn. Lag ei ny oppgåve med rett opphav.',
      en: 'What a task is a copy or a part of is written when the task is made; otherwise a delegated task could be delegated further under another name. Make a new task with the right lineage.',
    },
  },
} as const satisfies Record<string, { title: Text; detail: Text }>;

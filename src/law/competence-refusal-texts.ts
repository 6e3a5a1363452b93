import type { Text } from './legal-bases.js';

/** Why competence stands in the way, what is missing, and where it can be had. Bokmål is the original. */
export const competenceRefusalTexts = {
  'competence-missing': {
    title: {
      nb: 'Kompetansen som kreves, mangler',
      nn: 'Kompetansen som blir kravd, er ikkje på plass',
      en: 'Required competence is missing',
    },
    detail: {
      nb: 'Oppgaven krever kompetanse som personen ikke har et bekreftet bevis på. Gjennomfør kurset eller opplæringen, registrer beviset, og be lederen eller en som mestrer det, om å bekrefte.',
      nn: 'Oppgåva krev kompetanse som personen ikkje har eit stadfesta bevis på. Gjennomfør kurset eller opplæringa, registrer beviset, og be leiaren eller nokon som meistrar det, om å stadfeste.',
      en: 'The task requires competence of which the person has no confirmed record. Take the course or training, register the record, and ask the manager or somebody who masters it to confirm.',
    },
  },
  'competence-expired': {
    title: {
      nb: 'Kompetansen som kreves, er utløpt',
      nn: 'Kompetansen som blir kravd, har gått ut',
      en: 'Required competence has expired',
    },
    detail: {
      nb: 'Beviset på kompetansen er utløpt, eller det har vært et opphold siden delegeringen startet. Forny kompetansen og få den bekreftet; etter et opphold må også delegeringen gis på nytt.',
      nn: 'Beviset på kompetansen har gått ut, eller det har vore eit opphald sidan delegeringa starta. Forny kompetansen og få han stadfesta; etter eit opphald må òg delegeringa givast på nytt.',
      en: 'The record of the competence has expired, or there has been a gap since the delegation began. Renew the competence and have it confirmed; after a gap the delegation must be given anew, too.',
    },
  },
  'competence-level': {
    title: {
      nb: 'Kompetansen er på for lavt nivå',
      nn: 'Kompetansen er på for lågt nivå',
      en: 'The competence is at too low a level',
    },
    detail: {
      nb: 'Oppgaven krever et høyere nivå enn det som er bekreftet. Gjennomfør videre opplæring, og be lederen eller en som mestrer det, om å bekrefte det nye nivået.',
      nn: 'Oppgåva krev eit høgare nivå enn det som er stadfesta. Gjennomfør vidare opplæring, og be leiaren eller nokon som meistrar det, om å stadfeste det nye nivået.',
      en: 'The task requires a higher level than the one confirmed. Take further training, and ask the manager or somebody who masters it to confirm the new level.',
    },
  },
  abstained: {
    title: {
      nb: 'Personen avstår fra oppgaven',
      nn: 'Personen avstår frå oppgåva',
      en: 'The person abstains from the task',
    },
    detail: {
      nb: 'Personen har meldt fra om ikke å mestre oppgaven, og skal da ikke utføre den. Gi opplæring, og la lederen eller en som mestrer oppgaven, bekrefte kompetansen på nytt.',
      nn: 'Personen har meldt frå om å ikkje meistre oppgåva, og skal då ikkje utføre henne. Gi opplæring, og la leiaren eller nokon som meistrar oppgåva, stadfeste kompetansen på nytt.',
      en: 'The person has said that they do not master the task, and must then not do it. Give training, and let the manager or somebody who masters the task confirm the competence anew.',
    },
  },
  'abstention-exists': {
    title: {
      nb: 'Personen avstår alt fra oppgaven',
      nn: 'Personen avstår alt frå oppgåva',
      en: 'The person abstains from the task already',
    },
    detail: {
      nb: 'Det er alt meldt fra om at oppgaven ikke mestres. Meldingen står til lederen eller en som mestrer oppgaven, avslutter den.',
      nn: 'Det er alt meldt frå om at oppgåva ikkje blir meistra. Meldinga står til leiaren eller nokon som meistrar oppgåva, avsluttar henne.',
      en: 'It has already been said that the task is not mastered. That stands until the manager or somebody who masters the task ends it.',
    },
  },
  'abstention-ended': {
    title: {
      nb: 'Meldingen er alt avsluttet',
      nn: 'Meldinga er alt avslutta',
      en: 'The abstention has already ended',
    },
    detail: {
      nb: 'Personen avstår ikke lenger fra oppgaven, så det er ingenting å avslutte. Meld fra på nytt hvis oppgaven ikke mestres.',
      nn: 'Personen avstår ikkje lenger frå oppgåva, så det er ingenting å avslutte. Meld frå på nytt dersom oppgåva ikkje blir meistra.',
      en: 'The person no longer abstains from the task, so there is nothing to end. Abstain anew if the task is not mastered.',
    },
  },
  'confirmation-missing': {
    title: {
      nb: 'Ny bekreftelse mangler',
      nn: 'Ny stadfesting er ikkje på plass',
      en: 'A new confirmation is missing',
    },
    detail: {
      nb: 'Den som har avstått, får oppgaven tilbake først når kompetansen er bekreftet på nytt. Bekreft et nytt bevis på kompetansen som oppgaven krever, og avslutt deretter.',
      nn: 'Den som har avstått, får oppgåva tilbake først når kompetansen er stadfesta på nytt. Stadfest eit nytt bevis på kompetansen som oppgåva krev, og avslutt deretter.',
      en: 'Whoever has abstained gets the task back only when the competence has been confirmed anew. Confirm a new record of the competence that the task requires, and then end the abstention.',
    },
  },
  'assessed-by-oneself': {
    title: {
      nb: 'Ingen bekrefter sin egen kompetanse',
      nn: 'Ingen stadfestar sin eigen kompetanse',
      en: 'Nobody confirms their own competence',
    },
    detail: {
      nb: 'Kompetanse skal ses og bekreftes av en annen enn den det gjelder. Be lederen eller en annen som mestrer det, om å vurdere.',
      nn: 'Kompetanse skal sjåast og stadfestast av nokon annan enn den det gjeld. Be leiaren eller nokon annan som meistrar det, om å vurdere.',
      en: 'Competence is seen and confirmed by somebody other than the person concerned. Ask the manager or somebody else who masters it to assess it.',
    },
  },
  'assessor-not-engaged': {
    title: {
      nb: 'Vurderes av en som er her',
      nn: 'Blir vurdert av ein som er her',
      en: 'Assessed by somebody who is here',
    },
    detail: {
      nb: 'Den som vurderer kompetanse, signerer opplæring eller fører oppmøte, må være tilknyttet virksomheten når det skjer. Be en som er her, eller få tilknytningen registrert først.',
      nn: 'Den som vurderer kompetanse, signerer opplæring eller fører oppmøte, må vere knytt til verksemda når det skjer. Be ein som er her, eller få tilknytinga registrert først.',
      en: 'Whoever assesses competence, signs training or records attendance must be engaged at the clinic when it happens. Ask somebody who is here, or have the engagement registered first.',
    },
  },
  'not-an-assessor': {
    title: {
      nb: 'Bare den som mestrer kompetansen, kan vurdere den',
      nn: 'Berre den som meistrar kompetansen, kan vurdere han',
      en: 'Only somebody who masters the competence can assess it',
    },
    detail: {
      nb: 'Den som vurderer, må ha et bekreftet bevis på samme kompetanse som gjelder nå, eller være leder. Be en av dem om å vurdere.',
      nn: 'Den som vurderer, må ha eit stadfesta bevis på same kompetanse som gjeld no, eller vere leiar. Be ein av dei om å vurdere.',
      en: 'Whoever assesses must hold a confirmed record of the same competence in force now, or be a manager. Ask one of them to assess it.',
    },
  },
  'competence-exists': {
    title: {
      nb: 'Kompetansen finnes allerede',
      nn: 'Kompetansen finst allereie',
      en: 'The competence exists already',
    },
    detail: {
      nb: 'Virksomheten har alt denne kompetansen fra den nasjonale katalogen. Bruk den som finnes, eller lag din egen.',
      nn: 'Verksemda har alt denne kompetansen frå den nasjonale katalogen. Bruk den som finst, eller lag din eigen.',
      en: 'The clinic already has this competence from the national catalogue. Use the one that exists, or make one of your own.',
    },
  },
  'competence-record-exists': {
    title: {
      nb: 'Kompetansen er alt bekreftet i perioden',
      nn: 'Kompetansen er alt stadfesta i perioden',
      en: 'The competence is already confirmed in the period',
    },
    detail: {
      nb: 'Et annet bevis på samme kompetanse gjelder i en del av perioden. Et nytt bevis tar over når det starter senere, varer minst like lenge og ikke har lavere nivå; trekk ellers tilbake det gamle først.',
      nn: 'Eit anna bevis på same kompetanse gjeld i ein del av perioden. Eit nytt bevis tek over når det startar seinare, varer minst like lenge og ikkje har lågare nivå; trekk elles tilbake det gamle først.',
      en: 'Another record of the same competence stands in a part of the period. A new record takes over where it starts later, lasts at least as long and is at no lower level; otherwise withdraw the old one first.',
    },
  },
  'competence-record-not-claimed': {
    title: {
      nb: 'Beviset venter ikke på vurdering',
      nn: 'Beviset ventar ikkje på vurdering',
      en: 'The record does not await assessment',
    },
    detail: {
      nb: 'Beviset er alt bekreftet, avvist eller trukket tilbake. Registrer et nytt bevis hvis kompetansen skal vurderes igjen.',
      nn: 'Beviset er alt stadfesta, avvist eller trekt tilbake. Registrer eit nytt bevis dersom kompetansen skal vurderast igjen.',
      en: 'The record has already been confirmed, rejected or withdrawn. Register a new record if the competence is to be assessed again.',
    },
  },
  'competence-record-not-in-force': {
    title: {
      nb: 'Beviset gjelder ikke',
      nn: 'Beviset gjeld ikkje',
      en: 'The record is not in force',
    },
    detail: {
      nb: 'Et bevis gjelder fra det er bekreftet, til det utløper eller trekkes tilbake. Registrer et nytt bevis hvis kompetansen er vist på nytt.',
      nn: 'Eit bevis gjeld frå det er stadfesta, til det går ut eller blir trekt tilbake. Registrer eit nytt bevis dersom kompetansen er vist på nytt.',
      en: 'A record is in force from its confirmation until it expires or is withdrawn. Register a new record if the competence has been shown anew.',
    },
  },
} as const satisfies Record<string, { title: Text; detail: Text }>;

import type { Text } from './legal-bases.js';

/** Why a delegation, or a step of one, is refused, and how to mend it. Bokmål is the original. */
export const delegationRefusalTexts = {
  'delegated-task-not-delegable': {
    title: {
      nb: 'En delegert oppgave kan ikke delegeres videre',
      nn: 'Ei delegert oppgåve kan ikkje delegerast vidare',
      en: 'A delegated task cannot be delegated further',
    },
    detail: {
      nb: 'Den som bare har oppgaven etter delegering, kan ikke delegere den videre, heller ikke som kopi, del eller samling av oppgaver. Be en som har oppgaven i egen kompetanse, om å delegere direkte til den som trenger den.',
      nn: 'Den som berre har oppgåva etter delegering, kan ikkje delegere henne vidare, heller ikkje som kopi, del eller samling av oppgåver. Be ein som har oppgåva i eigen kompetanse, om å delegere direkte til den som treng henne.',
      en: 'Somebody who holds the task only by delegation cannot delegate it further, nor a copy, a part or a bundle of it. Ask somebody who holds the task in their own right to delegate directly to the person who needs it.',
    },
  },
  'outside-own-right': {
    title: { nb: 'Utenfor egen kompetanse', nn: 'Utanfor eigen kompetanse', en: 'Outside own right' },
    detail: {
      nb: 'Yrkesgruppen det delegeres som, har ikke oppgaven i egen kompetanse i hele perioden, og ingen kan delegere mer enn de selv har rett til. La en fra en yrkesgruppe som har oppgaven, delegere den.',
      nn: 'Yrkesgruppa det blir delegert som, har ikkje oppgåva i eigen kompetanse i heile perioden, og ingen kan delegere meir enn dei sjølve har rett til. La ein frå ei yrkesgruppe som har oppgåva, delegere henne.',
      en: 'The profession delegated as does not hold the task in its own right for the whole period, and nobody can delegate more than they hold themselves. Let somebody from a profession that holds the task delegate it.',
    },
  },
  'task-reserved': {
    title: {
      nb: 'Oppgaven kan ikke overlates til andre',
      nn: 'Oppgåva kan ikkje overlatast til andre',
      en: 'The task cannot be left to others',
    },
    detail: {
      nb: 'Oppgaven er forbeholdt ved lov, eller yrkesgruppen har den uten rett til å overlate den til andre. En som selv har retten, må utføre den.',
      nn: 'Oppgåva er reservert ved lov, eller yrkesgruppa har henne utan rett til å overlate henne til andre. Ein som sjølv har retten, må utføre henne.',
      en: 'The task is reserved by law, or the profession holds it without the right to leave it to others. Somebody who holds the right must do it themselves.',
    },
  },
  'right-limited': {
    title: {
      nb: 'Retten til å utøve yrket er begrenset',
      nn: 'Retten til å utøve yrket er avgrensa',
      en: 'The right to practise is limited',
    },
    detail: {
      nb: 'En begrensning rammer oppgaven, eller et vilkår for autorisasjonen er ikke ivaretatt. La en annen ta oppgaven, eller skriv i delegeringens vilkår hvordan vilkåret ivaretas.',
      nn: 'Ei avgrensing råkar oppgåva, eller eit vilkår for autorisasjonen er ikkje teke vare på. La ein annan ta oppgåva, eller skriv i vilkåra for delegeringa korleis vilkåret blir teke vare på.',
      en: 'A limitation strikes the task, or a condition of the authorisation is not addressed. Let somebody else take the task, or write in the conditions of the delegation how the condition is met.',
    },
  },
  'delegator-not-engaged': {
    title: {
      nb: 'Den som delegerer, er ikke tilknyttet i hele perioden',
      nn: 'Den som delegerer, er ikkje tilknytt i heile perioden',
      en: 'The delegator is not engaged for the whole period',
    },
    detail: {
      nb: 'Den som delegerer, må være tilknyttet virksomheten fra start til slutt. Velg en kortere periode, eller forleng tilknytningen først.',
      nn: 'Den som delegerer, må vere tilknytt verksemda frå start til slutt. Vel ein kortare periode, eller forleng tilknytinga først.',
      en: 'The delegator must be engaged at the clinic from start to end. Choose a shorter period, or extend the engagement first.',
    },
  },
  'delegatee-not-engaged': {
    title: {
      nb: 'Mottakeren er ikke tilknyttet i hele perioden',
      nn: 'Mottakaren er ikkje tilknytt i heile perioden',
      en: 'The delegatee is not engaged for the whole period',
    },
    detail: {
      nb: 'Den som får oppgaven, må være tilknyttet virksomheten fra start til slutt. Velg en kortere periode, eller forleng tilknytningen først.',
      nn: 'Den som får oppgåva, må vere tilknytt verksemda frå start til slutt. Vel ein kortare periode, eller forleng tilknytinga først.',
      en: 'Whoever is given the task must be engaged at the clinic from start to end. Choose a shorter period, or extend the engagement first.',
    },
  },
  'delegation-to-self': {
    title: { nb: 'Delegering til seg selv', nn: 'Delegering til seg sjølv', en: 'Delegation to oneself' },
    detail: {
      nb: 'Å delegere er å overlate en oppgave til en annen. Velg en annen mottaker.',
      nn: 'Å delegere er å overlate ei oppgåve til ein annan. Vel ein annan mottakar.',
      en: 'To delegate is to leave a task to somebody else. Choose another delegatee.',
    },
  },
  'delegation-exists': {
    title: {
      nb: 'Den samme delegeringen finnes allerede',
      nn: 'Den same delegeringa finst allereie',
      en: 'The same delegation exists already',
    },
    detail: {
      nb: 'Oppgaven er alt delegert fra samme person til samme mottaker i en del av perioden. Bruk den som finnes, avslutt den først, eller velg en periode som ikke overlapper.',
      nn: 'Oppgåva er alt delegert frå same person til same mottakar i ein del av perioden. Bruk den som finst, avslutt henne først, eller vel ein periode som ikkje overlappar.',
      en: 'The task is already delegated from the same person to the same delegatee in a part of the period. Use the one that exists, end it first, or choose a period that does not overlap.',
    },
  },
  'delegation-needless': {
    title: {
      nb: 'Oppgaven trenger ingen delegering',
      nn: 'Oppgåva treng inga delegering',
      en: 'The task needs no delegation',
    },
    detail: {
      nb: 'Mottakeren har oppgaven i egen kompetanse, og delegering ville gjøre det uklart hvem som har ansvaret. La lederen tildele den som egen oppgave.',
      nn: 'Mottakaren har oppgåva i eigen kompetanse, og delegering ville gjere det uklart kven som har ansvaret. La leiaren tildele henne som eiga oppgåve.',
      en: 'The delegatee holds the task in their own right, and a delegation would blur whose responsibility it is. Let the manager assign it as a duty.',
    },
  },
  'delegatee-banned': {
    title: {
      nb: 'Mottakeren har forbud mot å yte helsehjelp',
      nn: 'Mottakaren har forbod mot å yte helsehjelp',
      en: 'The delegatee is banned from giving health care',
    },
    detail: {
      nb: 'Den som har forbud mot å yte helsehjelp, kan ikke få oppgaver som er helsehjelp, heller ikke enkle. Velg en annen mottaker.',
      nn: 'Den som har forbod mot å yte helsehjelp, kan ikkje få oppgåver som er helsehjelp, heller ikkje enkle. Vel ein annan mottakar.',
      en: 'Whoever is banned from giving health care cannot be given tasks that are health care, not even simple ones. Choose another delegatee.',
    },
  },
  'training-purpose-missing': {
    title: {
      nb: 'Opplæringsformål mangler',
      nn: 'Opplæringsformål manglar',
      en: 'The training purpose is missing',
    },
    detail: {
      nb: 'Elever og studenter får som hovedregel bare oppgaver som ledd i opplæringen. Oppgi formålet, hvem som veileder, og en sluttdato.',
      nn: 'Elevar og studentar får som hovudregel berre oppgåver som ledd i opplæringa. Oppgi formålet, kven som rettleier, og ein sluttdato.',
      en: 'Pupils and students are as a rule only given tasks as part of their training. State the purpose, who supervises, and an end date.',
    },
  },
  'assessment-missing': {
    title: {
      nb: 'Vurderingen er ikke fullstendig',
      nn: 'Vurderinga er ikkje fullstendig',
      en: 'The assessment is not complete',
    },
    detail: {
      nb: 'Helsepersonelloven § 5 krever en vurdering av oppgavens art, mottakerens kvalifikasjoner og oppfølgingen som gis. Skriv noe konkret om hver av de tre.',
      nn: 'Helsepersonellova § 5 krev ei vurdering av kva slags oppgåve det er, kvalifikasjonane til mottakaren og oppfølginga som blir gitt. Skriv noko konkret om kvar av dei tre.',
      en: 'Section 5 of the Health Personnel Act asks for an assessment of the nature of the task, the qualifications of the delegatee and the follow-up given. Write something concrete about each of the three.',
    },
  },
  backdated: {
    title: { nb: 'Starter i fortiden', nn: 'Startar i fortida', en: 'Starts in the past' },
    detail: {
      nb: 'En delegering kan ikke gjelde fra før i dag. Velg en start i dag eller senere.',
      nn: 'Ei delegering kan ikkje gjelde frå før i dag. Vel ein start i dag eller seinare.',
      en: 'A delegation cannot take effect before today. Choose a start today or later.',
    },
  },
  'contested-task': {
    title: {
      nb: 'Oppgaven er omstridt og krever mer',
      nn: 'Oppgåva er omstridd og krev meir',
      en: 'The task is contested and requires more',
    },
    detail: {
      nb: 'Fagmiljøene er uenige om denne oppgaven bør delegeres. Oppgi hvilket kurs mottakeren har, en begrunnet vurdering, og at den som delegerer, er til stede.',
      nn: 'Fagmiljøa er usamde om denne oppgåva bør delegerast. Oppgi kva kurs mottakaren har, ei grunngitt vurdering, og at den som delegerer, er til stades.',
      en: 'The professions disagree on whether this task should be delegated. Name the course the delegatee has taken, give a reasoned assessment, and state that the delegator is present.',
    },
  },
  'not-the-delegatee': {
    title: {
      nb: 'Bare mottakeren kan gjøre dette',
      nn: 'Berre mottakaren kan gjere dette',
      en: 'Only the delegatee can do this',
    },
    detail: {
      nb: 'Bare den oppgaven delegeres til, kan godta, avslå eller si fra seg delegeringen, for hver vurderer sin egen kompetanse. Be mottakeren gjøre det selv.',
      nn: 'Berre den oppgåva blir delegert til, kan godta, avslå eller seie frå seg delegeringa, for kvar og ein vurderer sin eigen kompetanse. Be mottakaren gjere det sjølv.',
      en: 'Only the person the task is delegated to can accept, decline or relinquish the delegation, for each judges their own competence. Ask the delegatee to do it.',
    },
  },
  'not-the-delegator': {
    title: {
      nb: 'Bare den som har delegert, kan gjøre dette',
      nn: 'Berre den som har delegert, kan gjere dette',
      en: 'Only the delegator can do this',
    },
    detail: {
      nb: 'Bare den som har delegert, kan trekke tilbake, følge opp eller tilbakekalle delegeringen; lederen kan også tilbakekalle den av hensyn til sikkerheten. Be den som har delegert, gjøre det.',
      nn: 'Berre den som har delegert, kan trekkje tilbake, følgje opp eller kalle tilbake delegeringa; leiaren kan òg kalle henne tilbake av omsyn til tryggleiken. Be den som har delegert, gjere det.',
      en: 'Only the person who delegated can withdraw, follow up or revoke the delegation; the manager may also revoke it for safety. Ask the delegator to do it.',
    },
  },
  'delegation-not-pending': {
    title: {
      nb: 'Delegeringen venter ikke på svar',
      nn: 'Delegeringa ventar ikkje på svar',
      en: 'The delegation does not await an answer',
    },
    detail: {
      nb: 'Delegeringen er alt besvart, trukket tilbake, bortfalt eller utløpt. Be om en ny hvis den fortsatt trengs.',
      nn: 'Delegeringa er alt svart på, trekt tilbake, fallen bort eller gått ut. Be om ei ny dersom ho framleis trengst.',
      en: 'The delegation has already been answered or withdrawn, has lapsed or has expired. Ask for a new one if it is still needed.',
    },
  },
  'delegation-not-in-force': {
    title: {
      nb: 'Delegeringen gjelder ikke',
      nn: 'Delegeringa gjeld ikkje',
      en: 'The delegation is not in force',
    },
    detail: {
      nb: 'Delegeringen er ikke godtatt, eller den er avsluttet. Bare en delegering som gjelder, kan følges opp eller avsluttes; en som venter på svar, trekkes tilbake eller avslås.',
      nn: 'Delegeringa er ikkje godteken, eller ho er avslutta. Berre ei delegering som gjeld, kan følgjast opp eller avsluttast; ei som ventar på svar, blir trekt tilbake eller avslått.',
      en: 'The delegation has not been accepted, or it has ended. Only a delegation in force can be followed up or ended; one that awaits an answer is withdrawn or declined.',
    },
  },
} as const satisfies Record<string, { title: Text; detail: Text }>;

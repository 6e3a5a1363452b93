import type { Text } from './legal-bases.js';

/** Why something about a training plan is refused, and how to mend it. Bokmål is the original. */
export const trainingRefusalTexts = {
  'training-plan-exists': {
    title: {
      nb: 'Det finnes en opplæringsplan for dette',
      nn: 'Det finst ein opplæringsplan for dette',
      en: 'There is a training plan for this',
    },
    detail: {
      nb: 'Personen har en opplæringsplan med samme formål i perioden. Legg målene til i den, eller avslutt den først.',
      nn: 'Personen har ein opplæringsplan med same formål i perioden. Legg måla til i han, eller avslutt han først.',
      en: 'The person has a training plan with the same purpose in the period. Add the goals to it, or end it first.',
    },
  },
  'training-plan-not-in-force': {
    title: {
      nb: 'Opplæringsplanen gjelder ikke nå',
      nn: 'Opplæringsplanen gjeld ikkje no',
      en: 'The training plan is not in force now',
    },
    detail: {
      nb: 'Opplæringsplanen har ikke begynt, eller den er fullført, avbrutt, falt bort eller utløpt. Mål og steg kan bare signeres mens den gjelder; lag en ny plan hvis opplæringen skal fortsette.',
      nn: 'Opplæringsplanen har ikkje teke til, eller han er fullført, avbroten, fallen bort eller gått ut. Mål og steg kan berre signerast medan han gjeld; lag ein ny plan dersom opplæringa skal halde fram.',
      en: 'The training plan has not begun, or it is completed, cancelled, lapsed or expired. Goals and steps can only be signed while it is in force; make a new plan if the training is to go on.',
    },
  },
  'training-goal-not-in-force': {
    title: {
      nb: 'Målet er tatt ut av planen',
      nn: 'Målet er teke ut av planen',
      en: 'The goal has been taken out of the plan',
    },
    detail: {
      nb: 'Det som er signert, blir stående, men målet skal ikke lenger nås. Legg det til på nytt hvis det likevel skal læres.',
      nn: 'Det som er signert, blir ståande, men målet skal ikkje lenger nåast. Legg det til på nytt dersom det likevel skal lærast.',
      en: 'What has been signed stays, but the goal is no longer to be reached. Add it anew if it is to be learnt after all.',
    },
  },
  'training-goals-open': {
    title: {
      nb: 'Ikke alle målene er nådd',
      nn: 'Ikkje alle måla er nådde',
      en: 'Not all goals have been reached',
    },
    detail: {
      nb: 'En opplæringsplan er fullført når hvert mål i den er signert som mestret. Signer det som mangler, ta ut mål som ikke lenger skal nås, eller avbryt planen.',
      nn: 'Ein opplæringsplan er fullført når kvart mål i han er signert som meistra. Signer det som står att, ta ut mål som ikkje lenger skal nåast, eller avbryt planen.',
      en: 'A training plan is completed when every goal in it is signed as mastered. Sign what is missing, take out goals that are no longer to be reached, or cancel the plan.',
    },
  },
  'training-plan-completed': {
    title: {
      nb: 'Opplæringsplanen er fullført',
      nn: 'Opplæringsplanen er fullført',
      en: 'The training plan is completed',
    },
    detail: {
      nb: 'Det som er signert i en fullført opplæringsplan, blir stående. Er et kompetansebevis fra den feil, trekkes selve beviset tilbake, med begrunnelse.',
      nn: 'Det som er signert i ein fullført opplæringsplan, blir ståande. Er eit kompetansebevis frå han feil, blir sjølve beviset trekt tilbake, med grunngiving.',
      en: 'What has been signed in a completed training plan stays. If a competence record from it is wrong, the record itself is withdrawn, with the reason.',
    },
  },
  'training-step-withdrawn': {
    title: {
      nb: 'Signaturen er trukket tilbake',
      nn: 'Signaturen er trekt tilbake',
      en: 'The signature has been withdrawn',
    },
    detail: {
      nb: 'Steget er allerede trukket tilbake og teller ikke lenger. Signer et nytt steg når det er vist på nytt.',
      nn: 'Steget er allereie trekt tilbake og tel ikkje lenger. Signer eit nytt steg når det er vist på nytt.',
      en: 'The step has been withdrawn already and no longer counts. Sign a new step when it has been shown again.',
    },
  },
  'supervisor-of-oneself': {
    title: {
      nb: 'Ingen veileder seg selv',
      nn: 'Ingen rettleier seg sjølv',
      en: 'Nobody supervises themselves',
    },
    detail: {
      nb: 'Veilederen må være en annen enn den som er i opplæring. Velg en annen som er tilknyttet virksomheten.',
      nn: 'Rettleiaren må vere ein annan enn den som er i opplæring. Vel ein annan som er knytt til verksemda.',
      en: 'The supervisor must be somebody else than the person in training. Choose somebody else who is engaged here.',
    },
  },
  'supervisor-not-engaged': {
    title: {
      nb: 'Veilederen er ikke her hele perioden',
      nn: 'Rettleiaren er ikkje her heile perioden',
      en: 'The supervisor is not here for the whole period',
    },
    detail: {
      nb: 'Den som veileder, må være tilknyttet virksomheten så lenge opplæringen varer. Velg en annen veileder eller en kortere periode, eller forleng tilknytningen.',
      nn: 'Den som rettleier, må vere knytt til verksemda så lenge opplæringa varer. Vel ein annan rettleiar eller ein kortare periode, eller forleng tilknytinga.',
      en: 'Whoever supervises must be engaged here for as long as the training lasts. Choose another supervisor or a shorter period, or extend the engagement.',
    },
  },
  'not-the-supervisor': {
    title: {
      nb: 'Signeres av veilederen',
      nn: 'Blir signert av rettleiaren',
      en: 'Signed by the supervisor',
    },
    detail: {
      nb: 'Steg i en opplæringsplan signeres av den som veileder nå, eller av en annen med et bekreftet bevis på å mestre det målet gjelder. Be en av dem om å signere.',
      nn: 'Steg i ein opplæringsplan blir signerte av den som rettleier no, eller av ein annan med eit stadfesta bevis på å meistre det målet gjeld. Be ein av dei om å signere.',
      en: 'Steps in a training plan are signed by whoever supervises now, or by somebody else with a confirmed record of mastering what the goal is about. Ask one of them to sign.',
    },
  },
} as const satisfies Record<string, { title: Text; detail: Text }>;

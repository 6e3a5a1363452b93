import { approvalRefusalTexts } from './approval-refusal-texts.js';
import { competenceRefusalTexts } from './competence-refusal-texts.js';
import { delegationRefusalTexts } from './delegation-refusal-texts.js';
import { evidenceRefusalTexts } from './evidence-refusal-texts.js';
import type { Text } from './legal-bases.js';
import { logRefusalTexts } from './log-refusal-texts.js';
import type { RefusalCode, WarningCode } from './refusals.js';
import { registerRefusalTexts } from './register-refusal-texts.js';
import { teachingRefusalTexts } from './teaching-refusal-texts.js';
import { trainingRefusalTexts } from './training-refusal-texts.js';

/** What the user reads when refused: why not, and how to mend it. */
export const refusalTexts: Readonly<Record<RefusalCode, { readonly title: Text; readonly detail: Text }>> = {
  ...delegationRefusalTexts,
  ...registerRefusalTexts,
  ...logRefusalTexts,
  ...competenceRefusalTexts,
  ...approvalRefusalTexts,
  ...teachingRefusalTexts,
  ...trainingRefusalTexts,
  ...evidenceRefusalTexts,
};

/** What the user reads when it is allowed, but something should be known first. */
export const warningTexts: Readonly<Record<WarningCode, Text>> = {
  'engagement-ends': {
    nb: 'En av mottakerens tilknytninger slutter i perioden. Vurder om delegeringen fortsatt er forsvarlig etter det.',
    nn: 'Ei av tilknytingane til mottakaren sluttar i perioden. Vurder om delegeringa framleis er forsvarleg etter det.',
    en: 'One of the delegatee’s engagements ends within the period. Consider whether the delegation is still justifiable after that.',
  },
  'approval-with-conditions': {
    nb: 'Autorisasjonen til den som delegerer, er gitt med vilkår. Se til at delegeringen holder seg innenfor dem.',
    nn: 'Autorisasjonen til den som delegerer, er gitt med vilkår. Sjå til at delegeringa held seg innanfor dei.',
    en: 'The delegator’s authorisation was given on conditions. See to it that the delegation stays within them.',
  },
  'supervision-overdue': {
    nb: 'Oppfølgingen av tidligere delegeringer er over fristen. Følg dem opp før flere oppgaver overlates til andre.',
    nn: 'Oppfølginga av tidlegare delegeringar er over fristen. Følg dei opp før fleire oppgåver blir overlatne til andre.',
    en: 'The follow-up of earlier delegations is overdue. Follow them up before more tasks are left to others.',
  },
  'competence-lacking': {
    nb: 'Oppgaven krever kompetanse som personen ikke har et bekreftet bevis på ved starten. Oppgaven er tildelt, men kan ikke utføres før kompetansen er bekreftet.',
    nn: 'Oppgåva krev kompetanse som personen ikkje har eit stadfesta bevis på ved starten. Oppgåva er tildelt, men kan ikkje utførast før kompetansen er stadfesta.',
    en: 'The task requires competence of which the person has no confirmed record at the start. It is assigned, but may not be done before the competence is confirmed.',
  },
  'competence-ends': {
    nb: 'Kompetanse som oppgaven krever, utløper i perioden. Forny den i tide; fra den dagen den utløper, kan oppgaven ikke utføres.',
    nn: 'Kompetanse som oppgåva krev, går ut i perioden. Forny han i tide; frå den dagen han går ut, kan oppgåva ikkje utførast.',
    en: 'Competence that the task requires expires within the period. Renew it in time; from the day it expires the task may not be done.',
  },
  'no-training-plan': {
    nb: 'Mottakeren er i opplæring, men har ingen opplæringsplan med denne oppgaven som mål og en veileder i hele perioden. Lag en plan eller legg målet til, så det går fram hva som skal læres, og hvem som følger opp.',
    nn: 'Mottakaren er i opplæring, men har ingen opplæringsplan med denne oppgåva som mål og ein rettleiar i heile perioden. Lag ein plan eller legg målet til, så det går fram kva som skal lærast, og kven som følgjer opp.',
    en: 'The delegatee is in training, but has no training plan with this task among its goals and a supervisor for the whole period. Make a plan or add the goal, so that it is clear what is to be learnt and who follows up.',
  },
  'many-helpers': {
    nb: 'Den som delegerer, har alt mange å følge opp. Vurder om oppfølgingen fortsatt blir god nok.',
    nn: 'Den som delegerer, har alt mange å følgje opp. Vurder om oppfølginga framleis blir god nok.',
    en: 'The delegator already has many people to follow up. Consider whether the follow-up will still be good enough.',
  },
};

import type { Text } from './legal-bases.js';

/** Why medicine handling is not approved, and how to mend it. Bokmål is the original. */
export const approvalRefusalTexts = {
  'approved-task-not-delegable': {
    title: {
      nb: 'En godkjenning kan ikke overlates til andre',
      nn: 'Ei godkjenning kan ikkje overlatast til andre',
      en: 'An approval cannot be left to others',
    },
    detail: {
      nb: 'Oppgaven utføres etter lederens godkjenning for legemiddelhåndtering. Godkjenningen gjelder bare den personen den er gitt til, og gir ingen rett til å delegere. La den som har oppgaven i egen kompetanse, delegere den, eller be lederen godkjenne den andre personen.',
      nn: 'Oppgåva blir utført etter godkjenninga frå leiaren for legemiddelhandtering. Godkjenninga gjeld berre den personen ho er gitt til, og gir ingen rett til å delegere. La den som har oppgåva i eigen kompetanse, delegere henne, eller be leiaren godkjenne den andre personen.',
      en: 'The task is done by the manager’s approval of medicine handling. The approval is for the person it was given to and gives no right to delegate. Let somebody who holds the task in their own right delegate it, or ask the manager to approve the other person.',
    },
  },
  'not-medicine-handling': {
    title: {
      nb: 'Oppgaven er ikke legemiddelhåndtering',
      nn: 'Oppgåva er ikkje legemiddelhandtering',
      en: 'The task is not medicine handling',
    },
    detail: {
      nb: 'Bare oppgaver som er merket som legemiddelhåndtering, kan godkjennes, og en oppgave som noen er blitt godkjent for, kan ikke miste merket. Merk oppgaven, eller bruk tildeling eller delegering.',
      nn: 'Berre oppgåver som er merkte som legemiddelhandtering, kan godkjennast, og ei oppgåve som nokon er blitt godkjend for, kan ikkje miste merket. Merk oppgåva, eller bruk tildeling eller delegering.',
      en: 'Only tasks marked as medicine handling can be approved, and a task that somebody has been approved for cannot lose the mark. Mark the task, or use assignment or delegation.',
    },
  },
  'approval-to-self': {
    title: {
      nb: 'Ingen godkjenner seg selv',
      nn: 'Ingen godkjenner seg sjølv',
      en: 'Nobody approves themselves',
    },
    detail: {
      nb: 'Godkjenningen må gis av en annen leder enn den som skal godkjennes. Be en annen med lederrollen om å gjøre det.',
      nn: 'Godkjenninga må givast av ein annan leiar enn den som skal godkjennast. Be ein annan med leiarrolla om å gjere det.',
      en: 'The approval must be given by another manager than the person to be approved. Ask somebody else in the manager role.',
    },
  },
  'approval-exists': {
    title: {
      nb: 'Personen er allerede godkjent i perioden',
      nn: 'Personen er allereie godkjend i perioden',
      en: 'The person is approved already in the period',
    },
    detail: {
      nb: 'Det finnes en godkjenning for samme person og oppgave som overlapper. Velg en periode etter den, eller trekk den tilbake først.',
      nn: 'Det finst ei godkjenning for same person og oppgåve som overlappar. Vel ein periode etter henne, eller trekk henne tilbake først.',
      en: 'There is an approval of the same person for the same task that overlaps. Choose a period after it, or withdraw it first.',
    },
  },
  'approval-basis-missing': {
    title: {
      nb: 'Kurs, prøve og praktisk gjennomføring må komme først',
      nn: 'Kurs, prøve og praktisk gjennomføring må kome først',
      en: 'Course, test and practice must come first',
    },
    detail: {
      nb: 'Kurset, prøven og den praktiske gjennomføringen må ha en kilde og være fullført senest den dagen godkjenningen begynner. Rett datoene, eller la godkjenningen begynne senere.',
      nn: 'Kurset, prøva og den praktiske gjennomføringa må ha ei kjelde og vere fullførte seinast den dagen godkjenninga tek til. Rett datoane, eller la godkjenninga ta til seinare.',
      en: 'The course, the test and the practice must have a source and be completed by the day on which the approval begins. Correct the dates, or let the approval begin later.',
    },
  },
  'approval-too-long': {
    title: {
      nb: 'Godkjenningen varer for lenge',
      nn: 'Godkjenninga varer for lenge',
      en: 'The approval lasts too long',
    },
    detail: {
      nb: 'En godkjenning for legemiddelhåndtering kan vare i høyst 24 måneder. Velg en tidligere slutt; den kan gis på nytt etter en ny vurdering.',
      nn: 'Ei godkjenning for legemiddelhandtering kan vare i høgst 24 månader. Vel ein tidlegare slutt; ho kan givast på nytt etter ei ny vurdering.',
      en: 'An approval of medicine handling lasts at most 24 months. Choose an earlier end; it can be given anew after a new assessment.',
    },
  },
  'approval-not-in-force': {
    title: {
      nb: 'Godkjenningen gjelder ikke lenger',
      nn: 'Godkjenninga gjeld ikkje lenger',
      en: 'The approval is no longer in force',
    },
    detail: {
      nb: 'Godkjenningen er trukket tilbake, sagt fra seg, falt bort eller utløpt. Ingenting lever opp igjen av seg selv: det trengs en ny godkjenning.',
      nn: 'Godkjenninga er trekt tilbake, sagt frå seg, fallen bort eller gått ut. Ingenting lever opp att av seg sjølv: det trengst ei ny godkjenning.',
      en: 'The approval has been withdrawn, relinquished, has lapsed or expired. Nothing revives by itself: it takes a new approval.',
    },
  },
} as const satisfies Record<string, { title: Text; detail: Text }>;

import type { ProblemKind } from './problem-kind.js';

/** What can go wrong with a file on its way in or out. */
export const fileProblems = {
  'content-erased': {
    status: 410,
    title: { nb: 'Innholdet er slettet', nn: 'Innhaldet er sletta', en: 'The content has been erased' },
    detail: {
      nb: 'Innholdet i filen er slettet og kommer ikke tilbake. Hva filen het, og hvem som slettet innholdet og hvorfor, kan fortsatt leses.',
      nn: 'Innhaldet i fila er sletta og kjem ikkje tilbake. Kva fila heitte, og kven som sletta innhaldet og kvifor, kan framleis lesast.',
      en: 'The content of the file has been erased and does not come back. What the file was called, and who erased the content and why, can still be read.',
    },
  },
  'unsupported-file': {
    status: 415,
    title: {
      nb: 'Filtypen kan ikke brukes',
      nn: 'Filtypen kan ikkje brukast',
      en: 'The kind of file cannot be used',
    },
    detail: {
      nb: 'Filen er verken PDF, JPG eller PNG, uansett hva den heter. Skriv dokumentet ut som PDF, eller ta et bilde av det, og last opp det. Opplysninger om pasienter skal aldri være med.',
      nn: 'Fila er verken PDF, JPG eller PNG, same kva ho heiter. Skriv dokumentet ut som PDF, eller ta eit bilete av det, og last opp det. Opplysningar om pasientar skal aldri vere med.',
      en: 'The file is neither PDF, JPG nor PNG, whatever it is called. Print the document as a PDF, or take a picture of it, and upload that. It must never hold anything about patients.',
    },
  },
  'broken-file': {
    status: 415,
    title: { nb: 'Filen er ikke hel', nn: 'Fila er ikkje heil', en: 'The file is not whole' },
    detail: {
      nb: 'Filen begynner som PDF, JPG eller PNG, men er avkortet, skadet eller holder noe mer. Åpne den, lagre den på nytt, og last opp den nye. Opplysninger om pasienter skal aldri være med.',
      nn: 'Fila byrjar som PDF, JPG eller PNG, men er avkorta, skadd eller held noko meir. Opne henne, lagre henne på nytt, og last opp den nye. Opplysningar om pasientar skal aldri vere med.',
      en: 'The file begins as PDF, JPG or PNG, but is cut short, damaged or holds something more. Open it, save it anew, and upload the new one. It must never hold anything about patients.',
    },
  },
  'active-file': {
    status: 415,
    title: {
      nb: 'PDF-en gjør mer enn å vise sider',
      nn: 'Fila gjer meir enn å vise sider',
      en: 'The PDF does more than show pages',
    },
    detail: {
      nb: 'PDF-en er låst med passord, eller holder skript, vedlegg eller noe annet som kan kjøres. Åpne den, skriv den ut som en ny PDF uten passord, og last opp den. Opplysninger om pasienter skal aldri være med.',
      nn: 'Fila er låst med passord, eller held skript, vedlegg eller noko anna som kan køyrast. Opne henne, skriv henne ut som ein ny PDF utan passord, og last opp den nye. Opplysningar om pasientar skal aldri vere med.',
      en: 'The PDF is locked by a password, or holds scripts, attachments or something else that can run. Open it, print it as a new PDF without a password, and upload that. It must never hold anything about patients.',
    },
  },
  'form-expected': {
    status: 415,
    title: { nb: 'Her skal det være en fil', nn: 'Her skal det vere ei fil', en: 'A file belongs here' },
    detail: {
      nb: 'Innholdet må være et ukomprimert skjema med en fil, sendt som «multipart/form-data», med filen i feltet «file».',
      nn: 'Innhaldet må vere eit ukomprimert skjema med ei fil, sendt som «multipart/form-data», med fila i feltet «file».',
      en: 'The content must be an uncompressed form with a file, sent as “multipart/form-data”, with the file in the field “file”.',
    },
  },
} as const satisfies Record<string, ProblemKind>;

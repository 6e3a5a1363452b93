import type { Text } from './legal-bases.js';

/** Why a file is not added to a competence record, or not erased. Bokmål is the original. */
export const evidenceRefusalTexts = {
  'evidence-exists': {
    title: {
      nb: 'Filen er alt lagt ved',
      nn: 'Fila er alt lagd ved',
      en: 'The file has been added already',
    },
    detail: {
      nb: 'Kompetansebeviset har alt en fil med nøyaktig dette innholdet, eller har hatt den før den ble slettet. Velg en annen fil.',
      nn: 'Kompetansebeviset har alt ei fil med nøyaktig dette innhaldet, eller har hatt henne før ho vart sletta. Vel ei anna fil.',
      en: 'The competence record already has a file with exactly this content, or had it until it was erased. Choose another file.',
    },
  },
  'evidence-full': {
    title: {
      nb: 'Beviset har så mange filer det kan ha',
      nn: 'Beviset har så mange filer det kan ha',
      en: 'The record has as many files as it can',
    },
    detail: {
      nb: 'Et kompetansebevis kan ha høyst ti filer, og de som er slettet, regnes med. Samle flere sider i én PDF, eller registrer et nytt bevis.',
      nn: 'Eit kompetansebevis kan ha høgst ti filer, og dei som er sletta, blir rekna med. Samle fleire sider i éin PDF, eller registrer eit nytt bevis.',
      en: 'A competence record can have at most ten files, and those erased count, too. Put several pages into one PDF, or register a new record.',
    },
  },
  'evidence-erased': {
    title: {
      nb: 'Innholdet er alt slettet',
      nn: 'Innhaldet er alt sletta',
      en: 'The content has already been erased',
    },
    detail: {
      nb: 'Innholdet i filen er slettet og kommer ikke tilbake. Hvem som slettet det, når og hvorfor, står ved filen; det er ingenting igjen å slette.',
      nn: 'Innhaldet i fila er sletta og kjem ikkje tilbake. Kven som sletta det, når og kvifor, står ved fila; det er ingenting att å slette.',
      en: 'The content of the file has been erased and does not come back. Who erased it, when and why stands with the file; nothing is left to erase.',
    },
  },
} as const satisfies Record<string, { title: Text; detail: Text }>;

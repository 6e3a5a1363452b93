import type { Text } from './legal-bases.js';

/** Why something must stay in the log, and what can be done instead. Bokmål is the original. */
export const logRefusalTexts = {
  'kept-by-law': {
    title: { nb: 'Må beholdes etter loven', nn: 'Må haldast ved lag etter lova', en: 'Must be kept by law' },
    detail: {
      nb: 'Det virksomheten har bestemt om ansvar og oppgaver, og sporene etter tilsyn, skal kunne vises i ettertid og kan ikke slettes. Er noe feil, rett det med en ny handling; den gamle oppføringen blir stående ved siden av.',
      nn: 'Det verksemda har bestemt om ansvar og oppgåver, og spora etter tilsyn, skal kunne visast i ettertid og kan ikkje slettast. Er noko feil, rett det med ei ny handling; den gamle oppføringa blir ståande ved sida av.',
      en: 'What the clinic has decided about responsibility and tasks, and the traces of inspections, must be there to be shown afterwards and cannot be erased. If something is wrong, correct it with a new act; the old entry stays beside it.',
    },
  },
} as const satisfies Record<string, { title: Text; detail: Text }>;

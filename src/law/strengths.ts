import type { Strength, Text } from './legal-bases.js';

/** How a reader is told how binding a basis is. */
export const strengthNames: Readonly<Record<Strength, Text>> = {
  LAW: { nb: 'lov eller forskrift', nn: 'lov eller forskrift', en: 'statute or regulation' },
  GUIDE: {
    nb: 'veiledning fra myndighetene',
    nn: 'rettleiing frå styresmaktene',
    en: 'guidance from the authorities',
  },
  PROF: {
    nb: 'faglig standard fra en profesjonsorganisasjon',
    nn: 'fagleg standard frå ein profesjonsorganisasjon',
    en: 'standard of a professional body',
  },
  POLICY: { nb: 'eget, strengere valg', nn: 'eige, strengare val', en: 'own, stricter choice' },
};

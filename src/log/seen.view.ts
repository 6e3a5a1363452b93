import { type Language, type Text } from '../law/legal-bases.js';
import type { LastSeenView } from './log.dto.js';
import type { Judged } from './seen.js';

const inconsistent: Text = {
  nb: 'Loggen stemmer ikke med det sjekkpunktet: noe som stod i den da, er endret eller fjernet. Ta vare på sjekkpunktet, hent loggen som den nå er, og spør den som driver tjenesten.',
  nn: 'Loggen stemmer ikkje med det sjekkpunktet: noko som stod i han då, er endra eller fjerna. Ta vare på sjekkpunktet, hent loggen slik han er no, og spør den som driv tenesta.',
  en: 'The log does not agree with that checkpoint: something that stood in it then has been changed or removed. Keep the checkpoint, fetch the log as it now is, and ask whoever runs the service.',
};

export const lastSeenView = (held: Judged, language: Language): LastSeenView => ({
  size: held.size,
  root: inBase64(held.root),
  seenAt: held.seenAt,
  consistent: held.consistent,
  proof: held.proof.map(inBase64),
  detail: held.consistent ? null : inconsistent[language],
});

const inBase64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');

import { idnr } from '@navikt/fnrvalidator';

/** Eleven digits, alone or set apart by at most three spaces, dots, dashes or slashes, with no digit on either side. */
const candidates = /(?<!\d)(?=(\d(?:[ .\-‐-―/]{0,3}\d){10})(?!\d))/g;

/**
 * Does the text hold a Norwegian national identity number: fødselsnummer, D-number, or a synthetic one (month + 40, + 80)?
 * They must not be stored in free text. Phone, HPR and organisation numbers are shorter and pass.
 * Seen through other spellings of the digits, and through characters that do not show.
 */
export function holdsIdentityNumber(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s/g, ' ');
  for (const [, candidate = ''] of plain.matchAll(candidates)) {
    if (idnr(candidate.replace(/\D/g, '')).status === 'valid') return true;
  }
  return false;
}

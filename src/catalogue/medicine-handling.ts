/**
 * Tasks of the catalogue in which medicines are handled, so that a manager may approve somebody for them.
 * An example of the product's own: each clinic marks its tasks as it sees fit.
 */
const codes: ReadonlySet<string> = new Set([
  'skiftestue-sette-injeksjoner',
  'tannhelse-materialer-og-legemidler',
  'lege-intravenoes-infusjon',
  'lege-vaksinasjon-etter-ordinasjon',
  'lege-injeksjon-av-depotlegemiddel',
]);

export const isMedicineHandling = (code: string): boolean => codes.has(code);

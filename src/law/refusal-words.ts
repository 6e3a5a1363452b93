import { type Language, type LegalBasisId, legalBases } from './legal-bases.js';
import { refusalTexts, warningTexts } from './refusal-texts.js';
import { type Refusal, refusalBases, type Warning, warningBases } from './refusals.js';

const basesView = (ids: readonly LegalBasisId[], language: Language) =>
  ids.map((id) => ({ id, strength: legalBases[id].strength, citation: legalBases[id].citation[language] }));

/** A refusal as the contract tells it: its code, a sentence, and its legal bases with their strength. */
export const refusalView = ({ code, about }: Refusal, language: Language) => ({
  code,
  detail: refusalTexts[code].detail[language],
  legalBases: basesView(refusalBases[code], language),
  ...(about && { about }),
});

export const warningView = ({ code, about }: Warning, language: Language) => ({
  code,
  detail: warningTexts[code][language],
  legalBases: basesView(warningBases[code], language),
  ...(about && { about }),
});

import { ApiPropertyOptional } from '@nestjs/swagger';
import { type Language, type LegalBasisId, legalBases } from '../law/legal-bases.js';
import { refusalTexts, warningTexts } from '../law/refusal-texts.js';
import { type Refusal, refusalBases, type Warning, warningBases } from '../law/refusals.js';
import { Line, ListOf, OneOf } from './fields.js';

export const strengths = ['LAW', 'GUIDE', 'PROF', 'POLICY'] as const;

export class LegalBasisView {
  @Line() id: string;
  @OneOf(strengths) strength: (typeof strengths)[number];
  @Line() citation: string;
}

/** Why not: a stable code, a sentence, the legal bases with their strength, and what it concerns. */
export class RefusalView {
  @Line() code: string;
  @Line({ max: 4000 }) detail: string;
  @ListOf(() => LegalBasisView) legalBases: LegalBasisView[];
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: ['string', 'number', 'null'] } })
  about?: Readonly<Record<string, string | number | null>>;
}

export class WarningView extends RefusalView {}

const basesView = (ids: readonly LegalBasisId[], language: Language): LegalBasisView[] =>
  ids.map((id) => ({ id, strength: legalBases[id].strength, citation: legalBases[id].citation[language] }));

export const refusalView = ({ code, about }: Refusal, language: Language): RefusalView => ({
  code,
  detail: refusalTexts[code].detail[language],
  legalBases: basesView(refusalBases[code], language),
  ...(about && { about }),
});

export const warningView = ({ code, about }: Warning, language: Language): WarningView => ({
  code,
  detail: warningTexts[code][language],
  legalBases: basesView(warningBases[code], language),
  ...(about && { about }),
});

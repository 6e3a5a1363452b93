import { ApiPropertyOptional } from '@nestjs/swagger';
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

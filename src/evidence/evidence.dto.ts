import { ApiProperty } from '@nestjs/swagger';
import { Id, Instant, Line, Nested, OneOf, Prose, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { FileField, type Upload } from '../http/upload.js';
import { NamedView } from '../session/session.dto.js';
import { largestFile, type MediaType, mediaTypes } from './content.rules.js';

export class AddEvidence {
  /** A pdf, jpg or png of 10 MB at most, without anything about patients. */
  @FileField() file: Upload;
}

export class EraseEvidence {
  @Prose({ min: 1 }) reason: string;
}

export class EvidenceQuery extends PageQuery {}

export class EvidenceErasureView {
  @Instant() at: string;
  /** Null for a token. */
  @Nested(() => NamedView, { optional: 'null' }) by: NamedView | null;
  @Prose() reason: string;
}

export class EvidenceView {
  @Id() id: string;
  @Id() recordId: string;
  @Line({ max: 255 }) name: string;
  /** What the bytes are, whatever the file is called. */
  @OneOf(mediaTypes) mediaType: MediaType;
  @Whole({ min: 1, max: largestFile }) size: number;
  /** Of the bytes, in hexadecimal: the log holds it, too. */
  @ApiProperty({ type: String, pattern: '^[0-9a-f]{64}$' }) sha256: string;
  @Instant() addedAt: string;
  /** Null for a token. */
  @Nested(() => NamedView, { optional: 'null' }) addedBy: NamedView | null;
  /** Who had the bytes erased, and why; what stands here stays. */
  @Nested(() => EvidenceErasureView, { optional: 'null' }) erased: EvidenceErasureView | null;
}

import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Id, Ids, Instant, Line, Nested, OneOf, Prose, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export const orders = ['asc', 'desc'] as const;

/** All filters that are given must hold. */
export class LogQuery extends PageQuery {
  /** noun.verb, as `delegation.proposed`. */
  @Line({ optional: 'absent', max: 100 }) type?: string;
  @Id({ optional: 'absent' }) personId?: string;
  @Id({ optional: 'absent' }) taskId?: string;
  @Instant({ optional: 'absent' }) from?: string;
  /** Exclusive. */
  @Instant({ optional: 'absent' }) to?: string;
  /** By number; the oldest first unless said otherwise. */
  @OneOf(orders, { optional: 'absent' }) order?: (typeof orders)[number];
}

export class LogActorView {
  @Id() id: string;
  /** Null when whoever it was no longer has a name here. */
  @Line({ optional: 'null' }) name: string | null;
}

export class ErasePayload {
  /** Why what was written must go. It is itself in the log for good. */
  @Prose({ min: 1 }) reason: string;
}

/** That what an entry said was erased, by whom and why. */
export class LogErasureView {
  /** The number of the entry that records it. */
  @Whole({ max: Number.MAX_SAFE_INTEGER }) seq: number;
  @Instant() at: string;
  @Nested(() => LogActorView) by: LogActorView;
  @Prose() reason: string;
}

/** Something that happened, or that was refused. */
export class LogEntryView {
  @Whole({ max: Number.MAX_SAFE_INTEGER }) seq: number;
  @Instant() at: string;
  @Line() type: string;
  @Nested(() => LogActorView) actor: LogActorView;
  /** Ids of what it is about. */
  @Ids() subjects: string[];
  /** Null when it has been erased. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  payload: Readonly<Record<string, unknown>> | null;
  @Nested(() => LogErasureView, { optional: 'null' }) erased: LogErasureView | null;
}

/** With what it takes to check it: SHA-256(salt ‖ payload by RFC 8785) is `payloadHash`, and `bytes` hold that hash. */
export class LogEntryWithBytesView extends LogEntryView {
  /** Hexadecimal. */
  @ApiProperty({ type: String, pattern: '^[0-9a-f]{64}$' }) payloadHash: string;
  /** The exact bytes of the entry, base64. */
  @ApiProperty({ type: String, format: 'byte' }) bytes: string;
  /** Base64; null when it has been erased with its payload. */
  @ApiProperty({ type: String, format: 'byte', nullable: true }) salt: string | null;
}

/** A number of entries; numbers come as text in a query. */
const Size = (optional?: 'absent'): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) =>
      typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value,
    ),
    Whole({ max: Number.MAX_SAFE_INTEGER, optional }),
  );

export class ConsistencyQuery {
  @Size() from: number;
  /** Left out: all that has been signed. */
  @Size('absent') to?: number;
}

const Hash = (): PropertyDecorator => ApiProperty({ type: String, format: 'byte', maxLength: 44 });

/** The log at one size, signed: whoever keeps it can show any later change of what came before it. */
export class CheckpointView {
  /** Which log: it never changes. */
  @Line({ max: 1000 }) origin: string;
  /** Number of entries. */
  @Whole({ max: Number.MAX_SAFE_INTEGER }) size: number;
  /** RFC 6962, base64. */
  @Hash() root: string;
  /** The signed note (C2SP tlog-checkpoint), to be kept as it is. */
  @Prose() note: string;
  /** The keys that sign it or have signed before (C2SP signed-note), the newest first. */
  @ApiProperty({ type: [String] }) vkeys: string[];
}

/** RFC 6962 § 2.1.2; no hashes where `from` is 0 or equals `to`. */
export class ConsistencyView {
  @Whole({ max: Number.MAX_SAFE_INTEGER }) from: number;
  @Whole({ max: Number.MAX_SAFE_INTEGER }) to: number;
  /** Base64. */
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'byte', maxLength: 44 }, maxItems: 64 })
  hashes: string[];
}

import { ApiProperty } from '@nestjs/swagger';
import { Id, Ids, Instant, Line, Nested, OneOf, Whole } from '../http/fields.js';
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

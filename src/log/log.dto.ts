import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Flag, field, Id, Ids, Instant, Line, ListOf, Nested, OneOf, Prose, Whole } from '../http/fields.js';
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

export const namedKinds = ['person', 'task', 'role-description', 'competence'] as const;

/** Something an entry is about that has a name here today. */
export class LogSubjectView {
  @OneOf(namedKinds) kind: (typeof namedKinds)[number];
  @Id() id: string;
  @Line() name: string;
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
  /** Those of them that have a name, as they are called today, in the order of kinds. */
  @ListOf(() => LogSubjectView) named: LogSubjectView[];
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
const Size = ({ optional, min }: { optional?: 'absent'; min?: number } = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) =>
      typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value,
    ),
    Whole({ min, max: Number.MAX_SAFE_INTEGER, optional }),
  );

export class ConsistencyQuery {
  @Size() from: number;
  /** Left out: all that has been signed. */
  @Size({ optional: 'absent' }) to?: number;
}

const Hash = (): PropertyDecorator => ApiProperty({ type: String, format: 'byte', maxLength: 44 });

/** A hash that the caller brings: 32 bytes in base64, whose plus signs a query has made spaces. */
const Root = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? value.replaceAll(' ', '+') : value)),
    field(
      (value) =>
        typeof value === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(value) ? null : { code: 'not-a-root' },
      { type: String, pattern: '^[A-Za-z0-9+/]{43}=$' },
      { optional: 'absent' },
    ),
  );

/** The checkpoint that the caller holds, to be judged in place of the one that was given last; both or neither. */
export class CheckpointQuery {
  @Size({ optional: 'absent', min: 1 }) seenSize?: number;
  @Root() seenRoot?: string;
}

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

/** A checkpoint from before, and whether the log of today begins with all that stood in it. */
export class LastSeenView {
  @Whole({ max: Number.MAX_SAFE_INTEGER }) size: number;
  @Hash() root: string;
  /** When it was given to this login; null where the caller says what it is. */
  @Instant({ optional: 'null' }) seenAt: string | null;
  @Flag() consistent: boolean;
  /** RFC 6962 § 2.1.2, base64: from that size to this one. */
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'byte', maxLength: 44 }, maxItems: 64 })
  proof: string[];
  /** What it means that they do not agree. */
  @Prose({ optional: 'null' }) detail: string | null;
}

export class CheckpointWithLastSeenView extends CheckpointView {
  /** What an auditor was given last time, to be compared with the auditor’s own copy; or what the caller holds. */
  @Nested(() => LastSeenView, { optional: 'null' }) lastSeen: LastSeenView | null;
}

/** A page of the log; the first one tells what was signed when it was read. */
export class LogEntryPage {
  @ListOf(() => LogEntryView, { max: 200 }) items: LogEntryView[];
  @Line({ optional: 'null', max: 2000 }) nextCursor: string | null;
  /** Null on later pages. */
  @Nested(() => CheckpointView, { optional: 'null' }) checkpoint: CheckpointView | null;
  /** What an auditor was given last time; null for others, and on later pages. */
  @Nested(() => LastSeenView, { optional: 'null' }) lastSeen: LastSeenView | null;
}

/** RFC 6962 § 2.1.2; no hashes where `from` is 0 or equals `to`. */
export class ConsistencyView {
  @Whole({ max: Number.MAX_SAFE_INTEGER }) from: number;
  @Whole({ max: Number.MAX_SAFE_INTEGER }) to: number;
  /** Base64. */
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'byte', maxLength: 44 }, maxItems: 64 })
  hashes: string[];
}

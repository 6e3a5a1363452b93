import { Flag, Id, Instant, Nested, OneOf, Prose } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { NamedView } from '../session/session.dto.js';

/** "I do not master this" (hpl-4). */
export class Abstain {
  @Id() taskId: string;
  @Prose({ min: 1 }) reason: string;
}

export class EndAbstention {
  @Prose({ min: 1 }) reason: string;
}

export class AbstentionsQuery extends PageQuery {
  @Id({ optional: 'absent' }) personId?: string;
  @Id({ optional: 'absent' }) taskId?: string;
  /** `true`: those that stand; `false`: those that have ended. */
  @OneOf(['true', 'false'], { optional: 'absent' }) open?: 'true' | 'false';
}

/** What the reader may do with it now. */
class AbstentionCanView {
  /** Somebody else has to say so, and a task that requires competence wants a record confirmed since. */
  @Flag() end: boolean;
}

export class AbstentionView {
  @Id() id: string;
  @Nested(() => NamedView) person: NamedView;
  @Nested(() => NamedView) task: NamedView;
  @Prose() reason: string;
  @Instant() validFrom: string;
  @Instant({ optional: 'null' }) validTo: string | null;
  @Prose({ optional: 'null' }) endReason: string | null;
  @Nested(() => AbstentionCanView) can: AbstentionCanView;
}

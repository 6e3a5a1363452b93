import type { Tx } from '../../database/tx.js';
import { payloadIn } from '../canonical.js';
import { logSize } from '../log.view.js';
import { apply, FoldError, typesOfState } from './fold.js';
import { cutToGround } from './ground.js';
import { emptyState, type LoggedEntry, type State } from './state.js';

/** What the clinic knew at a moment. */
export interface Known {
  readonly state: State;
  /** The moment that was asked for, epoch milliseconds. */
  readonly at: number;
  /** By which periods have begun and ended: never later than now, for nobody knows what comes. */
  readonly clock: number;
}

/** Small enough that nobody else waits long while a batch is read, great enough that the log is not asked a thousand times. */
const batchSize = 1000;

/**
 * The state as it was known at a moment: every entry from before, and reactions recorded later that were known by then,
 * with what lapsed because of them. What such an entry says of something that was not known yet counts for nothing then.
 * All of the log is read that bears on the state: O(entries), in batches between which others get their turn.
 */
export async function stateKnownAt(tx: Tx, knownAt: number): Promise<Known> {
  const known = { state: emptyState(), at: knownAt, clock: Math.min(knownAt, tx.now) };
  const isPast = knownAt < tx.now;
  const struck = new Set<string>();
  const size = await logSize(tx);
  for (let from = 0; from < size; from += batchSize) {
    const until = isPast ? new Date(knownAt) : null;
    const rows = await tx.rows<Row>(entriesSql, [from, from + batchSize, until, typesOfState, mayBeLate]);
    for (const row of rows) {
      const entry = entryOf(row);
      if (!isPast) apply(known.state, entry);
      else if (entry.at <= knownAt) applyIfItFits(known.state, entry);
      else if (knownFrom(entry) <= knownAt) applyLate(known.state, entry, struck);
    }
  }
  for (const personId of struck) cutToGround(known.state, personId);
  return known;
}

/** When the clinic came to know of what an entry says, epoch milliseconds. */
export function knownFrom({ at, payload }: Pick<LoggedEntry, 'at' | 'payload'>): number {
  const told = payload?.knownFrom;
  return typeof told === 'string' ? Date.parse(told) : at;
}

/** Where entries were left out, another may speak of what is not there: a clock may have been set back. */
function applyIfItFits(state: State, entry: LoggedEntry): boolean {
  try {
    apply(state, entry);
    return true;
  } catch (error) {
    if (error instanceof FoldError) return false;
    throw error;
  }
}

/** Recorded later than it was known: it strikes of the tasks it names those that were there. */
function applyLate(state: State, entry: LoggedEntry, struck: Set<string>): void {
  const { taskIds, personId } = entry.payload ?? {};
  const there = Array.isArray(taskIds) && { taskIds: taskIds.filter((id) => state.tasks.has(id)) };
  const fits = applyIfItFits(state, { ...entry, payload: { ...entry.payload, ...there } });
  if (fits && entry.type === 'reaction.recorded' && typeof personId === 'string') struck.add(personId);
}

interface Row {
  readonly seq: string;
  readonly at: number;
  readonly type: string;
  readonly actor: string;
  readonly payload: string | null;
}

const entryOf = ({ seq, payload, ...row }: Row): LoggedEntry => ({
  ...row,
  seq: Number(seq),
  payload: payload === null ? null : payloadIn(payload),
});

/** A reaction may have been known before it was recorded, and so may whatever lapsed because of it. */
const mayBeLate = typesOfState.filter((type) => type === 'reaction.recorded' || type.endsWith('.lapsed'));

/**
 * What may be late is read, too: the entry itself says from when it was known.
 * By ranges of numbers and not by a limit: what a batch costs does not grow with the log.
 */
const entriesSql = `
  select e.seq, ms(e.at) at, e.type, e.actor_id actor, p.payload
  from log_entry e left join log_payload p on p.clinic_id = e.clinic_id and p.seq = e.seq and p.seq >= $1 and p.seq < $2
  where e.seq >= $1 and e.seq < $2 and e.type = any($4)
    and ($3::timestamptz is null or e.at <= $3 or e.type = any($5))
  order by e.seq`;

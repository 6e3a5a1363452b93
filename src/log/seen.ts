import type { Tx } from '../database/tx.js';
import type { HandedOut } from '../session/by.js';
import { whyNotConsistent } from './proof.js';
import { consistencyProof, lastCheckpoint, type StoredCheckpoint } from './proofs.js';
import type { Hash } from './tree.js';

/** A checkpoint that somebody was given once, or says to have been given. */
export interface Held extends HandedOut {
  /** When we gave it; null where it is the holder who says so. */
  readonly seenAt: string | null;
}

export interface Judged extends Held {
  /** Does what stands now begin with all that stood then? */
  readonly consistent: boolean;
  /** RFC 6962 § 2.1.2, from that size to this; none where there is nothing to show. */
  readonly proof: readonly Hash[];
}

/** The last checkpoint that we gave to this login, if it is an auditor's; an auditor's own copy is to be the same. */
export async function lastSeen(tx: Tx): Promise<Held | null> {
  if (!tx.by.lookUp) return null;
  const row = await tx.one<{ size: string; root: Buffer; seenAt: string }>(
    `select size, root, iso(seen_at) "seenAt" from auditor_seen where clinic_id = $1 and login_id = $2`,
    [tx.clinicId, tx.by.loginId],
  );
  return row ? { ...row, size: Number(row.size) } : null;
}

/** Judged by the proof that the holder gets, too: nobody has to take our word for it. */
export async function judged(tx: Tx, held: Held, now: StoredCheckpoint): Promise<Judged> {
  const not = { ...held, consistent: false, proof: [] };
  if (held.size > now.size) return not;
  try {
    const proof = await consistencyProof(tx, held.size, now.size);
    const old = { size: BigInt(held.size), root: held.root };
    const why = whyNotConsistent(old, { size: BigInt(now.size), root: now.root }, proof);
    return { ...held, consistent: why === null, proof };
  } catch (error) {
    // A node is missing: nothing can be shown of a tree that has been tampered with.
    if (error instanceof RangeError) return not;
    throw error;
  }
}

/**
 * With a look-up: what this login was given last. What it was given before stays if the log no longer agrees with it,
 * so that each later look-up says so, until somebody has looked into it.
 */
export async function rememberSeen(tx: Tx, given: HandedOut): Promise<void> {
  const [before, now] = [await lastSeen(tx), await lastCheckpoint(tx)];
  if (before && now) {
    const judgement = await judged(tx, before, now);
    if (!judgement.consistent) return tellInconsistent(tx, judgement, now);
    if (before.size >= given.size) return;
  }
  await tx.rows(
    `insert into auditor_seen (clinic_id, login_id, size, root, seen_at) values ($1, $2, $3, $4, $5)
     on conflict (clinic_id, login_id) do update
       set size = excluded.size, root = excluded.root, seen_at = excluded.seen_at`,
    [tx.clinicId, tx.by.loginId, given.size, given.root, new Date(tx.now)],
  );
}

/** Once for each checkpoint that we gave and the log does not agree with, however often it is found. */
async function tellInconsistent(tx: Tx, held: Held, now: StoredCheckpoint): Promise<void> {
  const root = Buffer.from(held.root).toString('base64');
  const known = await tx.one(
    `select from log_entry e join log_payload p on p.clinic_id = e.clinic_id and p.seq = e.seq
     where e.clinic_id = $1 and e.type = 'log.inconsistent' and p.payload::jsonb @> $2`,
    [tx.clinicId, { size: held.size, root }],
  );
  if (known) return;
  tx.log('log.inconsistent', [tx.by.loginId], {
    size: held.size,
    root,
    seenAt: held.seenAt,
    now: { size: now.size, root: Buffer.from(now.root).toString('base64') },
  });
}

import { Problem } from '../http/problem.js';
import { type Answer, actorOf, type Repeat } from '../session/by.js';
import type { Tx } from './tx.js';

/** Not an error: the answer that was given before, to be sent again exactly. */
export class Replay extends Error {
  constructor(readonly answer: Answer) {
    super('answered before');
  }
}

const remembered = '24 hours';

/** Throws the kept answer if this request was answered before; 422 if the key was used for something else. */
export async function replayOf(tx: Tx, repeat: Repeat): Promise<void> {
  const kept = await tx.one<{ fingerprint: string; status: number; body: string }>(
    `select fingerprint, status, body from idempotency_key
     where clinic_id = $1 and actor_id = $2 and key = $3 and created_at > $4::timestamptz - interval '${remembered}'`,
    [tx.clinicId, actorOf(tx.by), repeat.key, new Date(tx.now)],
  );
  if (!kept) return;
  if (kept.fingerprint !== repeat.fingerprint) throw new Problem('idempotency-key-reused');
  throw new Replay(kept);
}

/** Kept in the same transaction as the effect; what is older than a day is cleared on the way. */
export async function rememberAnswer(tx: Tx, repeat: Repeat, answer: Answer): Promise<void> {
  await tx.rows(
    `delete from idempotency_key where clinic_id = $1 and created_at <= $2::timestamptz - interval '${remembered}'`,
    [tx.clinicId, new Date(tx.now)],
  );
  await tx.rows(
    `insert into idempotency_key (clinic_id, actor_id, key, fingerprint, status, body, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      tx.clinicId,
      actorOf(tx.by),
      repeat.key,
      repeat.fingerprint,
      answer.status,
      answer.body,
      new Date(tx.now),
    ],
  );
}

/**
 * What was kept of an act whose words have been erased, known by who did it and when, gives way to `answer`:
 * the words are gone here, too, and a repeat is still not done again.
 */
export async function redactAnswer(
  tx: Tx,
  act: { readonly actorId: string; readonly at: string },
  { status, body }: Answer,
): Promise<void> {
  await tx.rows(
    `with kept as (
       delete from idempotency_key where clinic_id = $1 and actor_id = $2 and created_at = $3 returning *
     )
     insert into idempotency_key (clinic_id, actor_id, key, fingerprint, status, body, created_at)
     select clinic_id, actor_id, key, fingerprint, $4, $5, created_at from kept`,
    [tx.clinicId, act.actorId, new Date(act.at), status, body],
  );
}

import type { Tx } from '../database/tx.js';
import { payloadIn } from '../log/canonical.js';
import { factsOf } from '../log/state/facts.js';
import { knownFrom, stateKnownAt } from '../log/state/known.js';
import { verdict } from './decision.rules.js';

/** A question that is answered with no. Moments in epoch milliseconds. */
export interface RefusedQuestion {
  readonly personId: string;
  readonly taskId: string;
  /** When it is to be, or was, done. */
  readonly at: number;
  /** As known at this moment. */
  readonly clock: number;
}

/**
 * The moment after `at` at which the answer turned from yes to no, because the clinic came to know what refuses it (case 6).
 * Null where it was a no as known at the time, so that nobody acted in good faith on what was learnt too late.
 * The log is folded once more for each moment at which something that reaches back to `at` was learnt; as a rule there is none.
 */
export async function learntLate(
  tx: Tx,
  { personId, taskId, at, clock }: RefusedQuestion,
): Promise<number | null> {
  if (at >= clock) return null;
  for (const learnt of await momentsOfLearning(tx, { personId, taskId, at, clock })) {
    const { state } = await stateKnownAt(tx, learnt - 1);
    const { people, tasks } = factsOf(state, [personId], [taskId]);
    const [person, task] = [people.get(personId), tasks.get(taskId)];
    if (person && task && verdict(person, task, at).allowed) return learnt;
  }
  return null;
}

/** When anything was learnt of the person or the task that ends something from before it was learnt; the latest first. */
async function momentsOfLearning(
  tx: Tx,
  { personId, taskId, at, clock }: RefusedQuestion,
): Promise<number[]> {
  const rows = await tx.rows<{ at: number; type: string; payload: string }>(retroactiveSql, [
    [personId, taskId],
    new Date(at),
    personId,
  ]);
  const learnt = rows.flatMap((row) => {
    const payload = payloadIn(row.payload);
    if (row.type === 'person.changed' && payload?.birthDate === undefined) return [];
    const from = payload?.at ?? payload?.validFrom ?? payload?.from;
    return typeof from === 'string' && Date.parse(from) > at ? [] : [knownFrom({ at: row.at, payload })];
  });
  return [...new Set(learnt)].filter((moment) => moment > at && moment <= clock).sort((a, b) => b - a);
}

/** The acts that may say of yesterday what nobody knew yesterday; a birth date may take the right from the 80th birthday on. */
const retroactiveSql = `
  select ms(e.at) at, e.type, p.payload
  from log_subject s join log_entry e on e.clinic_id = s.clinic_id and e.seq = s.seq
  join log_payload p on p.clinic_id = e.clinic_id and p.seq = e.seq
  where s.subject_id = any($1) and e.at > $2 and (e.type = 'requirement.changed' or s.subject_id = $3 and e.type in
    ('reaction.recorded', 'delegation.lapsed', 'approval.lapsed', 'duty.lapsed', 'duty.ended', 'engagement.ended', 'person.changed'))`;

import type { PersonFacts } from '../decision/decision.facts.js';
import { isTrainee } from '../law/occupations.js';
import { covers, overlaps, type Period } from '../law/period.js';
import type { Warning } from '../law/refusals.js';

/** Whether somebody is a pupil or a student at some time in the period: they are given tasks as a rule only for training (hpl-5). */
export const isLearning = ({ engagements }: PersonFacts, period: Period): boolean =>
  engagements.some(
    ({ kind, occupation, valid }) =>
      overlaps(valid, period) && (kind === 'elev' || kind === 'student' || isTrainee(occupation)),
  );

interface Taught {
  readonly now: number;
  readonly task: { readonly id: string };
  readonly delegatee: PersonFacts;
  /** When a training plan of the delegatee that has the task or its kin among its goals is supervised. */
  readonly taught: readonly Period[];
}

/** Whoever is in training should have a plan in which the task is a goal, with somebody who supervises all the while. */
export function planWarnings({ now, task, delegatee, taught }: Taught, asked: Period): Warning[] {
  const period = { from: Math.max(asked.from, now), to: asked.to };
  if (period.to <= period.from || !isLearning(delegatee, period) || covers(taught, period)) return [];
  return [{ code: 'no-training-plan', about: { personId: delegatee.id, taskId: task.id } }];
}

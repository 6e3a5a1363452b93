import { aboutLack, firstLapseIn, lacksAt } from '../competence/requirement.rules.js';
import type { PersonFacts, TaskFacts } from '../decision/decision.facts.js';
import { overlaps, type Period } from '../law/period.js';
import type { Refusal, Warning } from '../law/refusals.js';

interface Given {
  readonly task: TaskFacts;
  readonly delegatee: PersonFacts;
}

/** What is required must be met at the start, and nobody is given what they have said that they do not master (hpl-4). */
export function unmastered({ delegatee, task }: Given, period: Period): Refusal[] {
  const abstains = (delegatee.abstentions.get(task.id) ?? []).some((valid) => overlaps(valid, period));
  const lacks = lacksAt(task.requirements, delegatee.records, period.from);
  return [
    ...(abstains ? [{ code: 'abstained' as const, about: { personId: delegatee.id } }] : []),
    ...lacks.map((lack): Refusal => ({ code: lack.code, about: aboutLack(lack) })),
  ];
}

/** From the day it lapses the delegation counts no more, and does not revive when it is renewed late. */
export function competenceWarnings({ delegatee, task }: Given, period: Period): Warning[] {
  const lapse = firstLapseIn(task.requirements, delegatee.records, period);
  return lapse ? [{ code: 'competence-ends', about: aboutLack({ ...lapse, expiredAt: lapse.at }) }] : [];
}

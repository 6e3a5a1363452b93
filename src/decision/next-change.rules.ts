import type { Period } from '../law/period.js';
import type { Held, Standing, TaskFacts } from './decision.facts.js';

const none: readonly never[] = [];

/** The first moment after `at` at which anything the answer is made from begins or ends. */
export function nextChange(person: Standing, task: TaskFacts, held: Held, at: number): number {
  let next = nextEdge(person.engagements, at, Number.POSITIVE_INFINITY);
  next = nextEdge(person.rights, at, next);
  next = nextEdge(task.entitlements, at, next);
  next = nextEdge(held.limits, at, next);
  next = nextEdge(held.duties, at, next);
  next = nextEdge(held.delegations, at, next);
  next = nextEdge(held.approvals, at, next);
  for (const ban of person.bans) next = earlier(ban, at, next);
  for (const abstention of held.abstentions) next = earlier(abstention, at, next);
  return nextOfRequirements(person, task, at, next);
}

function nextOfRequirements(person: Standing, task: TaskFacts, at: number, soonest: number): number {
  let next = soonest;
  for (const requirements of [task.requirements, person.roleRequirements]) {
    next = nextEdge(requirements, at, next);
    for (const { anyOf } of requirements) {
      for (const { competenceId } of anyOf)
        next = nextEdge(person.records.get(competenceId) ?? none, at, next);
    }
  }
  return next;
}

function nextEdge(things: readonly { readonly valid: Period }[], at: number, next: number): number {
  for (const thing of things) next = earlier(thing.valid, at, next);
  return next;
}

const earlier = ({ from, to }: Period, at: number, next: number): number => {
  if (from > at && from < next) return from;
  return to > at && to < next ? to : next;
};

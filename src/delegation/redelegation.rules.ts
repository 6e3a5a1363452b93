import type { PersonFacts } from '../decision/decision.facts.js';
import { covers, intersection, type Period } from '../law/period.js';
import type { Refusal } from '../law/refusals.js';
import type { DelegationFacts, Standing } from './delegation.rules.js';

/**
 * A delegated task can never be delegated on: not by whoever holds it only so, and not to somebody who has left it to others.
 * To name a profession that holds the task is not enough; one must be allowed to practise it.
 */
export function passedOn(facts: DelegationFacts, profession: string, period: Period): Refusal[] {
  const rights = rightsTo(facts.delegator, profession);
  const held = facts.heldByDelegator.find(
    (standing) =>
      restsOn(standing, entitledTo(standing.ownRights, profession), period) ||
      restsOn(standing, rights, period),
  );
  const given = facts.givenByDelegatee.find((standing) =>
    restsOn(standing, entitledTo(facts.task.entitlements, standing.profession), period),
  );
  const chained = held ?? given;
  if (!chained) return [];
  const about = { delegationId: chained.id, taskId: chained.taskId };
  return [{ code: 'delegated-task-not-delegable', about }];
}

/** What somebody does by the manager's approval only, they leave to nobody. */
export function approvalPassedOn(facts: DelegationFacts, profession: string, period: Period): Refusal[] {
  const rights = rightsTo(facts.delegator, profession);
  const held = facts.approvedToDelegator.find(
    (standing) =>
      restsOn(standing, entitledTo(standing.ownRights, profession), period) ||
      restsOn(standing, rights, period),
  );
  const about = held && { approvalId: held.id, taskId: held.taskId };
  return held ? [{ code: 'approved-task-not-delegable', about }] : [];
}

/** Whether one would have only the other to stand on, at some moment at which both do. */
function restsOn({ valid }: Standing, own: readonly Period[], period: Period): boolean {
  const both = intersection(valid, period);
  return both !== null && !covers(own, both);
}

export const entitledTo = (
  own: readonly { readonly occupation: string; readonly valid: Period }[],
  profession: string,
): Period[] => own.filter(({ occupation }) => occupation === profession).map(({ valid }) => valid);

export const rightsTo = ({ rights }: PersonFacts, profession: string): Period[] =>
  rights.filter((right) => right.profession === profession).map(({ valid }) => valid);

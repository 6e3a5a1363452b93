import { coveredUntil, without } from '../../law/period.js';
import { factsOf } from './facts.js';
import type { State } from './state.js';

/**
 * Ends what a person has given where that person's own right ends, as `lapse` does in the tables.
 * Only for a reaction that was known before it was recorded: what was cut for it was judged by all that was known in the end,
 * and what another act had cut meanwhile was left alone, although it still stood as then known.
 */
export function cutToGround(state: State, delegatorId: string): void {
  const delegator = factsOf(state, [delegatorId], null).people.get(delegatorId);
  if (!delegator) return;
  for (const given of state.delegations.values()) {
    if (given.delegatorId !== delegatorId || !given.valid) continue;
    const isOf = ({ profession }: { profession: string }) => profession === given.delegatorProfession;
    const rights = delegator.rights.filter(isOf).map(({ valid }) => valid);
    const limits = (delegator.limits.get(given.taskId) ?? []).filter(isOf).map(({ valid }) => valid);
    const { from, to } = given.valid;
    const until = coveredUntil(without(rights, limits), from);
    given.valid = until === null ? null : { from, to: Math.min(to, until) };
  }
}

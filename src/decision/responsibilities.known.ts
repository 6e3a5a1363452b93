import { contains } from '../law/period.js';
import type { Known } from '../log/state/known.js';
import type { ApprovalState } from '../log/state/state.approvals.js';
import type { DelegationState, DutyState, RoleDescriptionState, State } from '../log/state/state.js';
import type { ApprovedView, ReceivedView } from './decision.dto.js';
import type { Detail } from './responsibilities.view.js';

/** As `detailsOf`, from what the clinic knew. */
export function knownDetails({ state }: Known, personId: string, at: number): Detail {
  const received = [...state.delegations.values()].filter(
    ({ delegateeId, valid }) => delegateeId === personId && valid !== null && contains(valid, at),
  );
  return {
    name: state.people.get(personId)?.name ?? '',
    authorisations: [...state.authorisations.values()].filter((held) => held.personId === personId),
    reactions: [...state.reactions.values()].filter(
      (reaction) => reaction.personId === personId && reaction.authorisationId !== null,
    ),
    received: new Map(received.map((delegation) => [delegation.id, receivedView(state, delegation)])),
    approved: new Map(
      [...state.approvals.values()]
        .filter((held) => held.personId === personId && held.valid !== null && contains(held.valid, at))
        .map((approval) => [approval.id, approvedView(state, approval)]),
    ),
    flagged: flaggedDuties(state, personId, at),
    pending: [...state.delegations.values()].some(
      ({ delegateeId, pending }) => delegateeId === personId && pending,
    ),
  };
}

const receivedView = (state: State, delegation: DelegationState): ReceivedView => ({
  id: delegation.id,
  delegator: {
    id: delegation.delegatorId,
    name: state.people.get(delegation.delegatorId)?.name ?? '',
  },
  profession: delegation.delegatorProfession,
  conditions: delegation.conditions,
  reviewBy: new Date(delegation.reviewBy).toISOString(),
  reachableHow: delegation.reachableHow,
  standsTo:
    delegation.valid && Number.isFinite(delegation.valid.to)
      ? new Date(delegation.valid.to).toISOString()
      : null,
});

const approvedView = (
  { people }: State,
  { id, approverId, conditions, valid, requested }: ApprovalState,
): ApprovedView => ({
  id,
  approver: { id: approverId, name: people.get(approverId)?.name ?? '' },
  conditions,
  standsTo: new Date((valid ?? requested).to).toISOString(),
});

/** Case 15: the task has left the role description that the person followed then. */
function flaggedDuties(state: State, personId: string, at: number): Set<string> {
  const followed = [...state.engagements.values()].flatMap((tie) => {
    const role = state.roleDescriptions.get(tie.roleDescriptionId ?? '');
    const follows = tie.personId === personId && contains(tie.valid, at) && role !== undefined;
    return follows ? [{ occupation: tie.occupation, tasks: tasksInForce(role, at) }] : [];
  });
  const hasLeft = (duty: DutyState): boolean =>
    followed.some(({ occupation, tasks }) => occupation === duty.occupation && !tasks.has(duty.taskId));
  const duties = [...state.duties.values()].filter(
    (duty) => duty.personId === personId && duty.valid !== null && contains(duty.valid, at) && hasLeft(duty),
  );
  return new Set(duties.map(({ id }) => id));
}

/** Of the version that holds at the moment; none before the first. */
export function tasksInForce({ versions }: RoleDescriptionState, at: number): Set<string> {
  const [inForce] = versions
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .sort((a, b) => b.effectiveFrom - a.effectiveFrom || b.number - a.number);
  return new Set(inForce?.areas.flatMap(({ tasks }) => tasks));
}

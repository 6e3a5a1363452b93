import { Problem } from '../http/problem.js';
import { includesName } from '../http/search.js';
import type { OccupationCode } from '../law/occupations.js';
import { contains, type Period } from '../law/period.js';
import type { Known } from '../log/state/known.js';
import type { DelegationState, DelegationStepState, State } from '../log/state/state.js';
import type { By } from '../session/by.js';
import type { CanView, DelegationView, ReviewView, Status, StepView } from './delegation.dto.js';
import { type DelegationFilter, ownOnly } from './delegation.view.js';

/** As `delegationView`, from what the clinic knew. 404 for one that it did not know of. */
export function knownDelegation(known: Known, id: string): DelegationView {
  const found = known.state.delegations.get(id);
  if (!found) throw new Problem('not-found');
  return viewOf(found, known);
}

/** As `delegationsOf`, from what the clinic knew: one page by id, for a reader with today's roles. */
export function knownDelegationsOf(known: Known, by: By, wanted: DelegationFilter): DelegationView[] {
  const own = ownOnly(by);
  const isWanted = (found: DelegationState): boolean =>
    (wanted.status === null || statusOf(found, known.clock) === wanted.status) &&
    (wanted.taskId === null || found.taskId === wanted.taskId) &&
    (wanted.delegatorId === null || found.delegatorId === wanted.delegatorId) &&
    (wanted.delegateeId === null || found.delegateeId === wanted.delegateeId) &&
    (wanted.at === null || (found.valid !== null && contains(found.valid, wanted.at.getTime()))) &&
    (own === null || found.delegatorId === own || found.delegateeId === own) &&
    (wanted.named === null || isAbout(found, known.state, wanted.named)) &&
    (wanted.after === null || found.id > wanted.after);
  return [...known.state.delegations.values()]
    .filter(isWanted)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, wanted.limit)
    .map((found) => viewOf(found, known));
}

/** As in `delegationsOf`: the names of the task and of both parties. */
function isAbout({ taskId, delegatorId, delegateeId }: DelegationState, state: State, part: string): boolean {
  const people = [delegatorId, delegateeId].map((id) => named(state, id).name);
  return [state.tasks.get(taskId)?.name ?? '', ...people].some((name) => includesName(name, part));
}

/** As `statusSql`: from the steps and the clock. */
function statusOf({ requested, valid, steps }: DelegationState, clock: number): Status {
  const answer = steps.find(({ kind }) => phaseOf(kind) === 1)?.kind;
  if (answer === undefined) return requested.to <= clock ? 'expired' : 'proposed';
  if (answer !== 'accepted') return answer;
  const past = steps.filter(({ at }) => at <= clock);
  const ended = past.find(({ kind }) => phaseOf(kind) === 2)?.kind;
  if (ended !== undefined) return ended;
  if (valid !== null && valid.to > clock) return 'accepted';
  return past.some(({ kind }) => kind === 'lapsed') ? 'lapsed' : 'expired';
}

/** As in the table: proposed, answered, ended by somebody, lapsed with the ground. */
function phaseOf(kind: DelegationStepState['kind']): number {
  switch (kind) {
    case 'proposed':
      return 0;
    case 'accepted':
    case 'declined':
    case 'withdrawn':
      return 1;
    case 'revoked':
    case 'relinquished':
      return 2;
    case 'lapsed':
      return 3;
  }
}

function viewOf(found: DelegationState, { state, at, clock }: Known): DelegationView {
  const task = state.tasks.get(found.taskId);
  return {
    id: found.id,
    status: statusOf(found, clock),
    task: { id: found.taskId, name: task?.name ?? '', area: task?.area ?? '' },
    delegator: named(state, found.delegatorId),
    delegatee: named(state, found.delegateeId),
    profession: found.delegatorProfession as OccupationCode,
    validFrom: new Date(found.requested.from).toISOString(),
    validTo: edge(found.requested, 'to'),
    standsFrom: edge(found.valid, 'from'),
    standsTo: edge(found.valid, 'to'),
    assessment: { ...found.assessment },
    conditions: found.conditions,
    contested: found.contested && { ...found.contested },
    supervision: { reviewBy: new Date(found.reviewBy).toISOString(), reachableHow: found.reachableHow },
    training: found.training && { ...found.training },
    steps: stepsOf(state, found),
    reviews: reviewsOf(state, found),
    can: nothing,
    knownAt: new Date(at).toISOString(),
  };
}

/** What has been cannot be changed. */
const nothing: CanView = {
  acceptance: false,
  declination: false,
  withdrawal: false,
  revocation: false,
  relinquishment: false,
  reviews: false,
  delegation: false,
};

const named = (state: State, id: string) => ({ id, name: state.people.get(id)?.name ?? '' });

/** Null for an open end, and where there is no period. */
const edge = (period: Period | null, side: 'from' | 'to'): string | null =>
  period !== null && Number.isFinite(period[side]) ? new Date(period[side]).toISOString() : null;

const stepsOf = (state: State, { steps }: DelegationState): StepView[] =>
  [...steps]
    .sort((a, b) => a.recordedAt - b.recordedAt || phaseOf(a.kind) - phaseOf(b.kind))
    .map(({ kind, at, recordedAt, personId, reason }) => ({
      kind,
      at: new Date(at).toISOString(),
      recordedAt: new Date(recordedAt).toISOString(),
      by: personId === null ? null : named(state, personId),
      reason,
    }));

const reviewsOf = (state: State, { reviews }: DelegationState): ReviewView[] =>
  reviews.map(({ id, at, personId, outcome, note }) => ({
    id,
    at: new Date(at).toISOString(),
    by: personId === null ? null : named(state, personId),
    outcome,
    note,
  }));

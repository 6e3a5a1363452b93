import { isRegulated } from '../law/occupations.js';
import { anyContains, contains, type Period } from '../law/period.js';
import type { RefusalCode } from '../law/refusals.js';
import type { Entitled, PersonFacts, TaskFacts } from './decision.facts.js';

/** On what basis somebody may do a task: an assigned duty, the occupation's own right, or a delegation. */
export type Basis =
  | { readonly kind: 'own-duty'; readonly occupation: string; readonly dutyId: string }
  | { readonly kind: 'own-right'; readonly occupation: string }
  | { readonly kind: 'delegation'; readonly delegationId: string };

export interface Verdict {
  readonly allowed: boolean;
  readonly bases: readonly Basis[];
  readonly refusals: readonly RefusalCode[];
}

export interface Decision extends Verdict {
  /** When the answer would change next, epoch milliseconds; Infinity if nothing registered changes it. */
  readonly until: number;
}

/**
 * May this person do this task at this moment, and on what basis?
 * Pure and total: the same function serves the single question, the person's own page, the check before a write and the matrix.
 */
export function decide(person: PersonFacts, task: TaskFacts, at: number): Decision {
  const { allowed, bases, refusals } = verdict(person, task, at);
  let until = nextChange(person, task, at);
  while (until !== Number.POSITIVE_INFINITY) {
    const later = verdict(person, task, until);
    if (!same(bases, later.bases) || !same(refusals, later.refusals)) break;
    until = nextChange(person, task, until);
  }
  return { allowed, bases, refusals, until };
}

/** The answer at one moment. Nobody is allowed anything at a clinic where they are not engaged (hpl-16). */
export function verdict(person: PersonFacts, task: TaskFacts, at: number): Verdict {
  if (!isPresent(person, at)) return notEngaged;
  const bases: Basis[] = [];
  const refusals: RefusalCode[] = [];
  const banned = task.clinical && anyContains(person.bans, at);
  for (const entitled of task.entitlements) {
    if (!contains(entitled.valid, at)) continue;
    const refusal = refusalOfOwnRight(person, task, entitled, at);
    if (refusal === 'other-occupation') continue;
    if (banned) add(refusals, 'banned');
    else if (refusal) add(refusals, refusal);
    else bases.push(ownBasis(person, task, entitled.occupation, at));
  }
  for (const delegation of person.delegations.get(task.id) ?? none) {
    if (!contains(delegation.valid, at)) continue;
    if (anyContains(person.bans, at)) add(refusals, 'delegatee-banned');
    else bases.push({ kind: 'delegation', delegationId: delegation.id });
  }
  if (bases.length > 0) return { allowed: true, bases, refusals: none };
  if (refusals.length === 0) return outsideRole;
  return { allowed: false, bases: none, refusals };
}

const none: readonly never[] = [];
const notEngaged: Verdict = { allowed: false, bases: none, refusals: ['not-engaged'] };
const outsideRole: Verdict = { allowed: false, bases: none, refusals: ['outside-role'] };

/** Each profession is judged alone: losing one keeps the other (hpl-48). */
function refusalOfOwnRight(
  person: PersonFacts,
  task: TaskFacts,
  { occupation }: Entitled,
  at: number,
): 'other-occupation' | 'no-practice-right' | 'right-limited' | null {
  if (!isRegulated(occupation)) return worksAs(person, occupation, at) ? null : 'other-occupation';
  if (!hasRight(person, occupation, at))
    return worksAs(person, occupation, at) ? 'no-practice-right' : 'other-occupation';
  for (const limit of person.limits.get(task.id) ?? none) {
    if (limit.profession === occupation && contains(limit.valid, at)) return 'right-limited';
  }
  return null;
}

function ownBasis(person: PersonFacts, task: TaskFacts, occupation: string, at: number): Basis {
  for (const duty of person.duties.get(task.id) ?? none) {
    if (duty.occupation === occupation && contains(duty.valid, at))
      return { kind: 'own-duty', occupation, dutyId: duty.id };
  }
  return { kind: 'own-right', occupation };
}

export function isPresent(person: PersonFacts, at: number): boolean {
  for (const engagement of person.engagements) if (contains(engagement.valid, at)) return true;
  return false;
}

function worksAs(person: PersonFacts, occupation: string, at: number): boolean {
  for (const engagement of person.engagements) {
    if (engagement.occupation === occupation && contains(engagement.valid, at)) return true;
  }
  return false;
}

function hasRight(person: PersonFacts, profession: string, at: number): boolean {
  for (const right of person.rights)
    if (right.profession === profession && contains(right.valid, at)) return true;
  return false;
}

const add = (codes: RefusalCode[], code: RefusalCode): void => {
  if (!codes.includes(code)) codes.push(code);
};

/** The first moment after `at` at which anything the answer is made from begins or ends. */
function nextChange(person: PersonFacts, task: TaskFacts, at: number): number {
  let next = nextEdge(person.engagements, at, Number.POSITIVE_INFINITY);
  next = nextEdge(person.rights, at, next);
  next = nextEdge(task.entitlements, at, next);
  next = nextEdge(person.limits.get(task.id) ?? none, at, next);
  next = nextEdge(person.duties.get(task.id) ?? none, at, next);
  next = nextEdge(person.delegations.get(task.id) ?? none, at, next);
  for (const ban of person.bans) next = earlier(ban, at, next);
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

const idOf = (basis: Basis | RefusalCode): string => {
  if (typeof basis === 'string') return basis;
  switch (basis.kind) {
    case 'own-duty':
      return basis.dutyId;
    case 'own-right':
      return basis.occupation;
    case 'delegation':
      return basis.delegationId;
  }
};

function same(a: readonly (Basis | RefusalCode)[], b: readonly (Basis | RefusalCode)[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (idOf(a[i] as Basis) !== idOf(b[i] as Basis)) return false;
  return true;
}

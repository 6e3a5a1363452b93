import {
  aboutLack,
  askedOf,
  interruptedAt,
  isSameLack,
  type Lack,
  lacksAt,
  plus,
} from '../competence/requirement.rules.js';
import { needsNoAuthorisation } from '../law/occupations.js';
import { anyContains, contains } from '../law/period.js';
import type { Refusal, RefusalCode } from '../law/refusals.js';
import type { Held, PersonFacts, Standing, TaskFacts } from './decision.facts.js';
import { nextChange } from './next-change.rules.js';

/** On what basis somebody may do a task: an assigned duty, the occupation's own right, a delegation, or an approval. */
export type Basis =
  | { readonly kind: 'own-duty'; readonly occupation: string; readonly dutyId: string }
  | { readonly kind: 'own-right'; readonly occupation: string }
  | { readonly kind: 'delegation'; readonly delegationId: string }
  | { readonly kind: 'approval'; readonly approvalId: string };

export interface Verdict {
  readonly allowed: boolean;
  readonly bases: readonly Basis[];
  readonly refusals: readonly RefusalCode[];
  /** What competence is missing, behind those of the refusals that say so. */
  readonly lacks: readonly Lack[];
}

export interface Decision extends Verdict {
  /** When the answer would change next, epoch milliseconds; Infinity if nothing registered changes it. */
  readonly until: number;
}

/**
 * May this person do this task at this moment, and on what basis?
 * Pure and total: the same function serves the single question, the person's own page, the check before a write and the matrix.
 */
export const decide = (person: PersonFacts, task: TaskFacts, at: number): Decision =>
  decideHolding(person, task, heldOf(person, task), at);

/** For whoever knows already what the person holds of the task, alike of many. */
export function decideHolding(person: Standing, task: TaskFacts, held: Held, at: number): Decision {
  const { allowed, bases, refusals, lacks } = judge(person, task, held, at);
  let until = nextChange(person, task, held, at);
  while (until !== Number.POSITIVE_INFINITY) {
    const later = judge(person, task, held, until);
    if (!areSame(bases, later.bases, isSameBasis) || !areSame(refusals, later.refusals, isSameCode)) break;
    if (!areSame(lacks, later.lacks, isSameLack)) break;
    until = nextChange(person, task, held, until);
  }
  return { allowed, bases, refusals, lacks, until };
}

/** The answer at one moment. */
export const verdict = (person: PersonFacts, task: TaskFacts, at: number): Verdict =>
  judge(person, task, heldOf(person, task), at);

/** The first moment after `at` before which the answer cannot change: something it is made from begins or ends then. */
export const changesNext = (person: PersonFacts, task: TaskFacts, at: number): number =>
  nextChange(person, task, heldOf(person, task), at);

/** What the person holds of this one task. */
export function heldOf(person: PersonFacts, { id }: TaskFacts): Held {
  const limits = person.limits.get(id);
  const duties = person.duties.get(id);
  const delegations = person.delegations.get(id);
  const approvals = person.approvals.get(id);
  const abstentions = person.abstentions.get(id);
  if (!limits && !duties && !delegations && !approvals && !abstentions) return holdsNothing;
  return {
    limits: limits ?? none,
    duties: duties ?? none,
    delegations: delegations ?? none,
    approvals: approvals ?? none,
    abstentions: abstentions ?? none,
  };
}

/** As `verdict`. Nobody is allowed anything at a clinic where they are not engaged (hpl-16). */
export function judge(person: Standing, task: TaskFacts, held: Held, at: number): Verdict {
  if (!isPresent(person, at)) return notEngaged;
  const found: Found = { allowed: false, bases: none, refusals: none, lacks: none };
  const banned = anyContains(person.bans, at);
  if (anyContains(held.abstentions, at)) refuse(found, 'abstained');
  judgeOwn(person, task, held, at, banned, found);
  judgeGiven(person, task, held, at, banned, found);
  if (found.bases.length > 0 && found.refusals[0] !== 'abstained') {
    found.allowed = true;
    found.refusals = none;
    found.lacks = none;
  } else if (found.refusals.length === 0) return outsideRole;
  else found.bases = none;
  return found;
}

/** What others have given: it counts only while what the task requires has been met without interruption since (case 12). */
function judgeGiven(
  { records }: Standing,
  { requirements }: TaskFacts,
  held: Held,
  at: number,
  banned: boolean,
  found: Found,
): void {
  for (const { id, valid } of held.delegations) {
    if (!contains(valid, at)) continue;
    const lacks = banned ? none : interruptedAt(requirements, records, valid.from, at);
    if (banned) refuse(found, 'delegatee-banned');
    else rest({ kind: 'delegation', delegationId: id }, lacks, found);
  }
  for (const { id, valid } of held.approvals) {
    if (!contains(valid, at)) continue;
    const lacks = banned ? none : interruptedAt(requirements, records, valid.from, at);
    if (banned) refuse(found, 'banned');
    else rest({ kind: 'approval', approvalId: id }, lacks, found);
  }
}

/** Most often there is nothing, or one of each. */
interface Found {
  allowed: boolean;
  bases: readonly Basis[];
  refusals: readonly RefusalCode[];
  lacks: readonly Lack[];
}

function judgeOwn(
  person: Standing,
  task: TaskFacts,
  held: Held,
  at: number,
  banned: boolean,
  found: Found,
): void {
  for (const { occupation, valid } of task.entitlements) {
    if (!contains(valid, at)) continue;
    const refusal = refusalOfOwnRight(person, held, occupation, at);
    if (refusal === 'other-occupation') continue;
    if (banned && task.clinical) refuse(found, 'banned');
    else if (refusal) refuse(found, refusal);
    else rest(ownBasis(held, occupation, at), ownLacks(person, task, occupation, at), found);
  }
}

/** An own task counts whenever what it requires is met, also what the role description requires of that occupation; exempt occupations are not asked. */
export function ownLacks(
  { records, roleRequirements }: Standing,
  { requirements }: TaskFacts,
  occupation: string,
  at: number,
): readonly Lack[] {
  const ofTask = requirements.length === 0 ? none : lacksAt(askedOf(requirements, occupation), records, at);
  if (roleRequirements.length === 0) return ofTask;
  const ofRole = roleRequirements.filter((required) => required.occupation === occupation);
  return [...ofTask, ...lacksAt(askedOf(ofRole, occupation), records, at)];
}

function rest(basis: Basis, lacks: readonly Lack[], found: Found): void {
  if (lacks.length === 0) found.bases = plus(found.bases, basis);
  for (const lack of lacks) {
    refuse(found, lack.code);
    if (!found.lacks.some((known) => isSameLack(known, lack))) found.lacks = plus(found.lacks, lack);
  }
}

function refuse(found: Found, code: RefusalCode): void {
  if (!found.refusals.includes(code)) found.refusals = plus(found.refusals, code);
}

/** Each refusal with what it is about: one for each requirement that is not met. */
export const refusalsOf = ({ refusals, lacks }: Verdict): Refusal[] =>
  refusals.flatMap((code): Refusal[] => {
    const about = lacks.filter((lack) => lack.code === code).map(aboutLack);
    return about.length === 0 ? [{ code }] : about.map((what) => ({ code, about: what }));
  });

const none: readonly never[] = [];
/** The one for all who hold nothing of a task. */
export const holdsNothing: Held = {
  limits: none,
  duties: none,
  delegations: none,
  approvals: none,
  abstentions: none,
};
const notEngaged: Verdict = { allowed: false, bases: none, refusals: ['not-engaged'], lacks: none };
const outsideRole: Verdict = { allowed: false, bases: none, refusals: ['outside-role'], lacks: none };

/** Each profession is judged alone: losing one keeps the other (hpl-48). */
function refusalOfOwnRight(
  person: Standing,
  held: Held,
  occupation: string,
  at: number,
): 'other-occupation' | 'no-practice-right' | 'right-limited' | null {
  const works = worksAs(person, occupation, at);
  const practises = hasRight(person, occupation, at);
  if (!works && !practises) return 'other-occupation';
  if (needsNoAuthorisation(occupation)) return works ? null : 'other-occupation';
  if (!practises) return 'no-practice-right';
  for (const limit of held.limits) {
    if (limit.profession === occupation && contains(limit.valid, at)) return 'right-limited';
  }
  return null;
}

function ownBasis(held: Held, occupation: string, at: number): Basis {
  for (const duty of held.duties) {
    if (duty.occupation === occupation && contains(duty.valid, at)) {
      return { kind: 'own-duty', occupation, dutyId: duty.id };
    }
  }
  return { kind: 'own-right', occupation };
}

export function isPresent(person: Standing, at: number): boolean {
  for (const engagement of person.engagements) if (contains(engagement.valid, at)) return true;
  return false;
}

function worksAs(person: Standing, occupation: string, at: number): boolean {
  for (const engagement of person.engagements) {
    if (engagement.occupation === occupation && contains(engagement.valid, at)) return true;
  }
  return false;
}

function hasRight(person: Standing, profession: string, at: number): boolean {
  for (const right of person.rights)
    if (right.profession === profession && contains(right.valid, at)) return true;
  return false;
}

/** As sets: the order in which facts are listed is no part of the answer. Most have one member at most. */
function areSame<Thing>(
  a: readonly Thing[],
  b: readonly Thing[],
  isSame: (one: Thing, other: Thing) => boolean,
): boolean {
  if (a.length > 1 || b.length > 1) return isWithin(a, b, isSame) && isWithin(b, a, isSame);
  const [one] = a;
  const [other] = b;
  return one === undefined || other === undefined ? one === other : isSame(one, other);
}

const isWithin = <Thing>(
  a: readonly Thing[],
  b: readonly Thing[],
  isSame: (one: Thing, other: Thing) => boolean,
): boolean => a.every((one) => b.some((other) => isSame(one, other)));

const isSameCode = (one: RefusalCode, other: RefusalCode): boolean => one === other;

const isSameBasis = (a: Basis, b: Basis): boolean => a.kind === b.kind && idOf(a) === idOf(b);

function idOf(basis: Basis): string {
  switch (basis.kind) {
    case 'own-duty':
      return basis.dutyId;
    case 'own-right':
      return basis.occupation;
    case 'delegation':
      return basis.delegationId;
    case 'approval':
      return basis.approvalId;
  }
}

import type { Engaged, Entitled, PersonFacts, TaskFacts } from '../../src/decision/decision.facts.js';
import {
  type DelegationFacts,
  refusalsToAccept,
  refusalsToDelegate,
  type Standing,
} from '../../src/delegation/delegation.rules.js';
import { contains, intersection, overlaps, type Period, without } from '../../src/law/period.js';
import {
  type AuthorisationFacts,
  practiceRights,
  type ReactionFacts,
} from '../../src/people/practice-right.rules.js';
import { kinOf, type Lineage } from '../../src/task/task.rules.js';
import { asking, open } from './facts.js';

export interface Given {
  readonly id: string;
  readonly taskId: string;
  readonly delegatorId: string;
  readonly profession: string;
  readonly delegateeId: string;
  readonly requested: Period;
  readonly createdAt: number;
  pending: boolean;
  /** When it really stands; null until accepted, and where nothing of it was left. */
  valid: Period | null;
}

interface Member {
  engagements: Engaged[];
  authorisations: AuthorisationFacts[];
  reactions: ReactionFacts[];
  limits: { profession: string; taskId: string; valid: Period }[];
}

export interface Start {
  /** For each person, the professions they are authorised in. */
  readonly people: readonly (readonly string[])[];
  /** For each task, who holds it in own right. */
  readonly tasks: readonly (readonly { occupation: string; mayDelegate: boolean }[])[];
  readonly lineage: readonly Lineage[];
}

const fromZero: Period = { from: 0, to: open };
const approval = (profession: string, at: number): AuthorisationFacts => ({
  id: `${profession} from ${at}`,
  profession,
  approvalType: '1',
  valid: { from: at, to: open },
});
const from = (at: number): Period => ({ from: at, to: open });

/**
 * A clinic in memory with a clock of small numbers. What is delegated goes through the rules alone;
 * what takes a ground away is simply done, and cuts what rested on it.
 */
export class SmallClinic {
  now = 0;
  readonly delegations: Given[] = [];
  readonly refused: string[] = [];
  readonly lineage: readonly Lineage[];
  private readonly kin = new Map<string, ReadonlySet<string>>();
  private readonly people: readonly Member[];
  private readonly tasks: readonly Entitled[][];

  /** `seen` is what the rules get to see of the facts: everything, unless a test blinds them. */
  constructor(
    { people, tasks, lineage }: Start,
    private readonly seen: (facts: DelegationFacts) => DelegationFacts = (facts) => facts,
  ) {
    this.lineage = lineage;
    this.people = people.map((professions) => ({
      engagements: [{ occupation: 'X-LED', kind: 'ansatt', valid: fromZero }],
      authorisations: professions.map((profession) => approval(profession, 0)),
      reactions: [],
      limits: [],
    }));
    this.tasks = tasks.map((entitlements) => entitlements.map((own) => ({ ...own, valid: fromZero })));
  }

  get standing(): readonly (Given & { readonly valid: Period })[] {
    return this.delegations.filter((given): given is Given & { valid: Period } => given.valid !== null);
  }

  /** Whoever could leave a task to others just now, but for what they hold by delegation. */
  holders(): { person: number; profession: string; task: number }[] {
    return this.people.flatMap((_member, person) =>
      this.personOf(personId(person))
        .rights.filter(({ valid }) => contains(valid, this.now))
        .flatMap(({ profession }) =>
          this.tasks.flatMap((entitlements, task) => {
            const own = entitlements.some(
              ({ occupation, valid }) => occupation === profession && contains(valid, this.now),
            );
            return own ? [{ person, profession, task }] : [];
          }),
        ),
    );
  }

  propose(delegator: number, profession: string, task: number, delegatee: number, requested: Period): void {
    const given: Given = {
      id: `d${this.delegations.length}`,
      taskId: taskId(task),
      delegatorId: personId(delegator),
      profession,
      delegateeId: personId(delegatee),
      requested,
      createdAt: this.now,
      pending: true,
      valid: null,
    };
    const refusals = refusalsToDelegate(this.facts(given), asking({ profession, period: requested }));
    if (refusals.length === 0) this.delegations.push(given);
    this.refused.push(...refusals.map(({ code }) => code));
  }

  accept(index: number): void {
    const given = this.delegations[index % Math.max(1, this.delegations.length)];
    if (!given) return;
    const { pending, profession, requested } = given;
    const answer = { byDelegatee: true, pending, profession, requested, conditions: null };
    const refusals = refusalsToAccept(this.facts(given), answer);
    this.refused.push(...refusals.map(({ code }) => code));
    if (refusals.length > 0) return;
    given.pending = false;
    given.valid = intersection(requested, from(this.now));
  }

  /** Declined or withdrawn while pending; revoked or relinquished while it stands. */
  end(index: number): void {
    const given = this.delegations[index % Math.max(1, this.delegations.length)];
    if (!given) return;
    given.pending = false;
    given.valid = given.valid && intersection(given.valid, { from: -open, to: this.now });
  }

  suspend(person: number, profession: string, when: Period): void {
    const { authorisations, reactions } = this.member(person);
    const struck = authorisations.findLast((held) => held.profession === profession);
    if (struck) reactions.push({ authorisationId: struck.id, kind: 'full-suspension', valid: when });
    this.lapse();
  }

  authorise(person: number, profession: string): void {
    this.member(person).authorisations.push(approval(profession, this.now));
  }

  limit(person: number, profession: string, task: number, valid: Period): void {
    const kin = this.kinOf(taskId(task));
    this.member(person).limits.push(...[...kin].map((id) => ({ profession, taskId: id, valid })));
    this.lapse();
  }

  ban(person: number, when: Period): void {
    this.member(person).reactions.push({ authorisationId: null, kind: 'ban', valid: when });
    this.lapse();
  }

  leave(person: number, at: number): void {
    const member = this.member(person);
    member.engagements = member.engagements.flatMap((tie) =>
      without([tie.valid], [from(at)]).map((valid) => ({ ...tie, valid })),
    );
    this.lapse();
  }

  engage(person: number): void {
    this.member(person).engagements.push({ occupation: 'X-LED', kind: 'vikar', valid: from(this.now) });
  }

  /** Takes the task out of the occupation's own field, puts it in, or changes whether it may be left to others. */
  entitle(task: number, occupation: string, mayDelegate: boolean | null): void {
    const entitlements = this.entitlementsOf(taskId(task));
    const held = entitlements.findIndex((own) => own.occupation === occupation && own.valid.to === open);
    const at = Math.max(this.now, (entitlements[held]?.valid.from ?? -1) + 1);
    const [closed] = held < 0 ? [] : entitlements.splice(held, 1);
    if (closed) entitlements.push({ ...closed, valid: { from: closed.valid.from, to: at } });
    if (mayDelegate !== null) entitlements.push({ occupation, mayDelegate, valid: from(at) });
    this.lapse();
  }

  entitlementsOf(id: string): Entitled[] {
    return this.tasks[Number(id.slice(1))] as Entitled[];
  }

  personOf(id: string): PersonFacts {
    const { engagements, authorisations, reactions, limits } = this.member(Number(id.slice(1)));
    const held = this.standing.filter(({ delegateeId }) => delegateeId === id);
    return {
      id,
      engagements,
      rights: practiceRights(authorisations, reactions, open),
      bans: reactions.filter(({ kind }) => kind === 'ban').map(({ valid }) => valid),
      limits: Map.groupBy(limits, (limit) => limit.taskId),
      duties: new Map(),
      approvals: new Map(),
      abstentions: new Map(),
      records: new Map(),
      roleRequirements: [],
      delegations: Map.groupBy(held, (given) => given.taskId),
    };
  }

  taskOf(id: string): TaskFacts {
    return { id, clinical: true, entitlements: this.entitlementsOf(id), requirements: [] };
  }

  private kinOf(id: string): ReadonlySet<string> {
    const known = this.kin.get(id) ?? kinOf(this.lineage, id);
    this.kin.set(id, known);
    return known;
  }

  private member(person: number): Member {
    return this.people[person % this.people.length] as Member;
  }

  private facts(about: Given): DelegationFacts {
    const kin = this.kinOf(about.taskId);
    const others = this.delegations.filter(({ id, taskId: of }) => id !== about.id && kin.has(of));
    const seenAs = (given: Given, valid: Period | null): Standing[] =>
      valid ? [{ ...given, valid, ownRights: this.entitlementsOf(given.taskId) }] : [];
    return this.seen({
      now: this.now,
      startOfToday: Math.floor(this.now / 4) * 4,
      task: { ...this.taskOf(about.taskId), reserved: false, contested: false },
      delegator: this.personOf(about.delegatorId),
      delegatee: this.personOf(about.delegateeId),
      conditions: [],
      approvedToDelegator: [],
      heldByDelegator: others
        .filter(({ delegateeId }) => delegateeId === about.delegatorId)
        .flatMap((given) => seenAs(given, given.valid)),
      givenByDelegatee: others
        .filter(({ delegatorId }) => delegatorId === about.delegateeId)
        .flatMap((given) => seenAs(given, spanOf(given))),
      twins: others.flatMap((given) => {
        const span = isTwin(given, about) ? spanOf(given) : null;
        return span ? [{ id: given.id, span }] : [];
      }),
      taught: [],
      supervision: { overdue: 0, helpers: 0 },
    });
  }

  /** Every standing delegation is cut at the first moment at which something it rests on is missing. */
  private lapse(): void {
    const before = this.standing.map((given) => ({ ...given }));
    for (const given of before) {
      const gaps = [...this.gapsOf(given), ...before.flatMap((held) => this.passedOn(held, given))];
      const left = without([given.valid], gaps).find((part) => contains(part, given.valid.from));
      const lapsing = this.delegations.find(({ id }) => id === given.id);
      if (lapsing) lapsing.valid = left ?? null;
    }
  }

  private gapsOf(given: Given & { valid: Period }): Period[] {
    const [delegator, delegatee] = [this.personOf(given.delegatorId), this.personOf(given.delegateeId)];
    const missing = (ground: readonly { readonly valid: Period }[]) =>
      without(
        [given.valid],
        ground.map(({ valid }) => valid),
      );
    return [
      ...missing(delegator.rights.filter((right) => right.profession === given.profession)),
      ...missing(
        this.entitlementsOf(given.taskId).filter(
          (own) => own.occupation === given.profession && own.mayDelegate,
        ),
      ),
      ...missing(delegator.engagements),
      ...missing(delegatee.engagements),
      ...(delegator.limits.get(given.taskId) ?? [])
        .filter((limit) => limit.profession === given.profession)
        .map(({ valid }) => valid),
      ...delegatee.bans,
    ];
  }

  /** The time in which `given` would pass on what its delegator holds only by `held`. */
  passedOn(held: Given & { valid: Period }, given: Given & { valid: Period }): Period[] {
    if (held.delegateeId !== given.delegatorId || !overlaps(held.valid, given.valid)) return [];
    if (!this.kinOf(held.taskId).has(given.taskId)) return [];
    const both = intersection(held.valid, given.valid) as Period;
    const own = this.entitlementsOf(held.taskId).filter(({ occupation }) => occupation === given.profession);
    return without(
      [both],
      own.map(({ valid }) => valid),
    );
  }
}

export const personId = (person: number): string => `p${person}`;
export const taskId = (task: number): string => `t${task}`;

/** When it stands, or at most could. */
export const spanOf = (given: Given): Period | null =>
  given.pending ? intersection(given.requested, from(given.createdAt)) : given.valid;

export const isTwin = (a: Given, b: Given): boolean =>
  a.delegatorId === b.delegatorId && a.delegateeId === b.delegateeId && a.taskId === b.taskId;

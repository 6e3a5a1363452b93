import type { Engaged, Entitled, LoadedTask, PersonFacts, Requirement } from '../decision/decision.facts.js';
import { type OptionRow, periodOf, wantedOf } from '../decision/facts.loader.js';
import { intersection } from '../law/period.js';
import type { ReactionKind } from '../people/practice-right.rules.js';
import { isClinical } from '../task/task.rules.js';
import type { Member, Subject } from './matrix.loader.js';

type Edges = readonly [from: number | null, to: number | null];
type Tasks = readonly number[];
type Column<Value> = readonly Value[] | null;

/** As the statement gives it: tasks by their places in the list; null for an empty list. */
export interface Packed {
  readonly people: readonly (readonly [id: string, name: string])[] | null;
  readonly tasks:
    | readonly [id: string, name: string, area: string, reserved: boolean, contested: boolean][]
    | null;
  readonly competences: readonly string[] | null;
  /** By column: task, occupation, whether they may delegate, from, to. */
  readonly entitlements: readonly [
    Column<number>,
    Column<string>,
    Column<boolean>,
    ...(readonly Column<Edges[0]>[]),
  ];
  readonly requirements:
    | readonly [task: number | null, role: string | null, OptionRow[], string[], ...Edges][]
    | null;
}

/** What belongs to some of the people, who are told by their places among these. */
export interface PackedPeople {
  readonly engagements:
    | readonly [person: number, string, Engaged['kind'], role: string | null, ...Edges][]
    | null;
  readonly authorisations: readonly [person: number, string, string, string, ...Edges][] | null;
  readonly reactions: readonly [person: number, string, ReactionKind, ...Edges][] | null;
  readonly rights: readonly [person: number, string, ...Edges][] | null;
  readonly bans: readonly [person: number, ...Edges][] | null;
  readonly limits: readonly [person: number, task: number, string, ...Edges][] | null;
  readonly duties: readonly [person: number, string, ...Edges, Tasks][] | null;
  readonly delegations: readonly [person: number, ...Edges, Tasks][] | null;
  readonly approvals: readonly [person: number, ...Edges, Tasks][] | null;
  readonly abstentions: readonly [person: number, ...Edges, Tasks][] | null;
  /** By column: person, competence, level, from, to. */
  readonly records: readonly [
    Column<number>,
    Column<number>,
    Column<number>,
    ...(readonly Column<Edges[0]>[]),
  ];
}

/** The tasks' facts, in their order. */
export function tasksIn({ tasks, entitlements, requirements }: Packed): LoadedTask[] {
  const entitled = new Map<number, Entitled[]>();
  const [places, occupations, mayDelegate, starts, ends] = entitlements;
  for (const [i, task] of (places ?? []).entries())
    put(entitled, task, {
      occupation: occupations?.[i] ?? '',
      mayDelegate: mayDelegate?.[i] ?? false,
      valid: periodOf(starts?.[i] ?? null, ends?.[i] ?? null),
    });
  const required = new Map<number, Requirement[]>();
  for (const [task, , ...requirement] of requirements ?? []) {
    if (task !== null) put(required, task, requirementOf(requirement));
  }
  return (tasks ?? []).map(([id, name, area, reserved, contested], n) => ({
    ...{ id, name, area, reserved, contested },
    clinical: isClinical(area),
    entitlements: entitled.get(n) ?? [],
    requirements: required.get(n) ?? [],
  }));
}

const requirementOf = ([options, except, from, to]: [OptionRow[], string[], ...Edges]): Requirement => ({
  anyOf: options.map(wantedOf),
  except,
  valid: periodOf(from, to),
});

/** The facts of each person, as `loadFacts` gives them but for ids that no answer of a matrix holds. */
export class Unpacking {
  readonly people: readonly (readonly [id: string, name: string])[];
  readonly taskIds: readonly string[];
  readonly competenceIds: readonly string[];
  /** What each role description requires. */
  private readonly required = new Map<string, readonly Requirement[]>();

  constructor({ people, competences, requirements }: Packed, tasks: readonly LoadedTask[]) {
    this.people = people ?? [];
    this.taskIds = tasks.map(({ id }) => id);
    this.competenceIds = competences ?? [];
    for (const [, role, ...requirement] of requirements ?? []) {
      if (role !== null) put(this.required, role, requirementOf(requirement));
    }
  }

  /** So many people from this place on. */
  peopleIn(packed: PackedPeople, from: number, most: number): Subject[] {
    const found = this.people.slice(from, from + most).map(([id, name]) => stranger(id, name));
    this.gatherTies(found, packed);
    gatherRights(found, packed);
    this.gatherHeld(found, packed);
    this.gatherRecords(found, packed);
    return found;
  }

  /** In the order in which they are given: titles are told in it. */
  private gatherTies(people: readonly Gathered[], { engagements }: PackedPeople): void {
    for (const [n, occupation, kind, role, from, to] of engagements ?? []) {
      const { engagements: ties, roleRequirements } = personAt(people, n);
      const valid = periodOf(from, to);
      ties.push({ occupation, kind, valid });
      for (const requirement of this.required.get(role ?? '') ?? []) {
        const both = intersection(valid, requirement.valid);
        if (both) roleRequirements.push({ ...requirement, occupation, valid: both });
      }
    }
  }

  /** What is alike for many tasks is one list that all of them have. The place in the answer is an id that no other has. */
  private gatherHeld(people: readonly Gathered[], packed: PackedPeople): void {
    for (const [n, task, profession, from, to] of packed.limits ?? [])
      put(personAt(people, n).limits, this.taskIds[task] ?? '', { profession, valid: periodOf(from, to) });
    for (const [place, [n, occupation, from, to, tasks]] of (packed.duties ?? []).entries())
      this.share(personAt(people, n).duties, tasks, {
        id: `${place}`,
        occupation,
        valid: periodOf(from, to),
      });
    for (const [place, [n, from, to, tasks]] of (packed.delegations ?? []).entries())
      this.share(personAt(people, n).delegations, tasks, { id: `${place}`, valid: periodOf(from, to) });
    for (const [place, [n, from, to, tasks]] of (packed.approvals ?? []).entries())
      this.share(personAt(people, n).approvals, tasks, { id: `${place}`, valid: periodOf(from, to) });
    for (const [n, from, to, tasks] of packed.abstentions ?? [])
      this.share(personAt(people, n).abstentions, tasks, periodOf(from, to));
  }

  private share<Held>(held: Map<string, readonly Held[]>, tasks: Tasks, what: Held): void {
    const alone = [what];
    for (const task of tasks) {
      const id = this.taskIds[task] ?? '';
      const known = held.get(id);
      if (!known) held.set(id, alone);
      // Two delegations of the same task for the same time are alike here.
      else if (known.at(-1) !== what) held.set(id, [...known, what]);
    }
  }

  private gatherRecords(people: readonly Gathered[], { records }: PackedPeople): void {
    const [who, competences, levels, from, to] = records;
    for (const [i, n] of (who ?? []).entries()) {
      const competence = this.competenceIds[competences?.[i] ?? -1] ?? '';
      const valid = periodOf(from?.[i] ?? null, to?.[i] ?? null);
      put(personAt(people, n).records, competence, { level: levels?.[i] ?? 0, valid });
    }
  }
}

type Writable<Facts> = {
  -readonly [Name in keyof Facts]: Facts[Name] extends ReadonlyMap<infer Key, infer Value>
    ? Map<Key, Value>
    : Facts[Name] extends readonly (infer Item)[]
      ? Item[]
      : Facts[Name];
};

interface Gathered {
  readonly member: Writable<Member>;
  readonly person: Writable<PersonFacts>;
}

const stranger = (id: string, name: string): Gathered => {
  const ties = { engagements: [], rights: [] };
  return {
    member: { id, name, ...ties, authorisations: [], reactions: [] },
    person: {
      id,
      ...ties,
      bans: [],
      limits: new Map(),
      duties: new Map(),
      delegations: new Map(),
      approvals: new Map(),
      abstentions: new Map(),
      records: new Map(),
      roleRequirements: [],
    },
  };
};

function at(people: readonly Gathered[], place: number): Gathered {
  const found = people[place];
  if (!found) throw new Error(`nobody was asked about at place ${place}`);
  return found;
}

const personAt = (people: readonly Gathered[], place: number) => at(people, place).person;

function gatherRights(people: readonly Gathered[], packed: PackedPeople): void {
  for (const [n, id, profession, approvalType, from, to] of packed.authorisations ?? [])
    at(people, n).member.authorisations.push({ id, profession, approvalType, valid: periodOf(from, to) });
  for (const [n, authorisationId, kind, from, to] of packed.reactions ?? [])
    at(people, n).member.reactions.push({ authorisationId, kind, valid: periodOf(from, to) });
  for (const [n, profession, from, to] of packed.rights ?? [])
    personAt(people, n).rights.push({ profession, valid: periodOf(from, to) });
  for (const [n, from, to] of packed.bans ?? []) personAt(people, n).bans.push(periodOf(from, to));
}

function put<Key, Fact>(facts: Map<Key, readonly Fact[]>, key: Key, fact: Fact): void {
  const known = facts.get(key);
  facts.set(key, known ? [...known, fact] : [fact]);
}

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
  /** These by the ids of tasks, also of others than those that are asked about: they are few. */
  readonly limits: readonly [person: number, task: string, string, ...Edges][] | null;
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

  /** So many people from this place on, each made when asked for: what is made of one is forgotten before the next. */
  *peopleIn(packed: PackedPeople, from: number, most: number): Generator<Subject> {
    const of = byPerson(packed);
    for (const [n, [id, name]] of this.people.slice(from, from + most).entries()) {
      const found = stranger(id, name);
      this.gatherTies(found.person, of.engagements(n));
      gatherRights(found, of, n);
      this.gatherHeld(found.person, of, n);
      this.gatherRecords(found.person, packed.records, of.records(n));
      yield found;
    }
  }

  /** In the order in which they are given: titles are told in it. */
  private gatherTies(
    { engagements, roleRequirements }: Writable<PersonFacts>,
    ties: Rows<'engagements'>,
  ): void {
    for (const [, occupation, kind, role, from, to] of ties) {
      const valid = periodOf(from, to);
      engagements.push({ occupation, kind, valid });
      for (const requirement of this.required.get(role ?? '') ?? []) {
        const both = intersection(valid, requirement.valid);
        if (both) roleRequirements.push({ ...requirement, occupation, valid: both });
      }
    }
  }

  /** What is alike for many tasks is one list that all of them have. The place among the person's own is an id that no other has. */
  private gatherHeld(person: Writable<PersonFacts>, of: ByPerson, n: number): void {
    for (const [, task, profession, from, to] of of.limits(n))
      put(person.limits, task, { profession, valid: periodOf(from, to) });
    for (const [i, [, occupation, from, to, tasks]] of of.duties(n).entries())
      this.share(person.duties, tasks, { id: `${i}`, occupation, valid: periodOf(from, to) });
    for (const [i, [, from, to, tasks]] of of.delegations(n).entries())
      this.share(person.delegations, tasks, { id: `${i}`, valid: periodOf(from, to) });
    for (const [i, [, from, to, tasks]] of of.approvals(n).entries())
      this.share(person.approvals, tasks, { id: `${i}`, valid: periodOf(from, to) });
    for (const [, from, to, tasks] of of.abstentions(n))
      this.share(person.abstentions, tasks, periodOf(from, to));
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

  private gatherRecords(
    person: Writable<PersonFacts>,
    [, competences, levels, from, to]: PackedPeople['records'],
    places: readonly number[],
  ): void {
    for (const i of places) {
      const competence = this.competenceIds[competences?.[i] ?? -1] ?? '';
      const valid = periodOf(from?.[i] ?? null, to?.[i] ?? null);
      put(person.records, competence, { level: levels?.[i] ?? 0, valid });
    }
  }
}

type Listed = Exclude<keyof PackedPeople, 'records'>;
type Rows<Name extends Listed> = NonNullable<PackedPeople[Name]>;

/** The rows of one person, told by the place among those asked about; of records their places in the columns. */
type ByPerson = { readonly [Name in Listed]: (n: number) => Rows<Name> } & {
  readonly records: (n: number) => readonly number[];
};

function byPerson({ records: [who], ...lists }: PackedPeople): ByPerson {
  const places = new Map<number, number[]>();
  for (const [i, n] of (who ?? []).entries()) listed(places, n, i);
  return {
    engagements: rowsOf(lists.engagements),
    authorisations: rowsOf(lists.authorisations),
    reactions: rowsOf(lists.reactions),
    rights: rowsOf(lists.rights),
    bans: rowsOf(lists.bans),
    limits: rowsOf(lists.limits),
    duties: rowsOf(lists.duties),
    delegations: rowsOf(lists.delegations),
    approvals: rowsOf(lists.approvals),
    abstentions: rowsOf(lists.abstentions),
    records: (n) => places.get(n) ?? [],
  };
}

function rowsOf<Row extends readonly [person: number, ...rest: unknown[]]>(
  rows: readonly Row[] | null,
): (n: number) => readonly Row[] {
  const found = new Map<number, Row[]>();
  for (const row of rows ?? []) listed(found, row[0], row);
  return (n) => found.get(n) ?? [];
}

function listed<Thing>(lists: Map<number, Thing[]>, n: number, thing: Thing): void {
  const known = lists.get(n);
  if (known) known.push(thing);
  else lists.set(n, [thing]);
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

function gatherRights({ member, person }: Gathered, of: ByPerson, n: number): void {
  for (const [, id, profession, approvalType, from, to] of of.authorisations(n))
    member.authorisations.push({ id, profession, approvalType, valid: periodOf(from, to) });
  for (const [, authorisationId, kind, from, to] of of.reactions(n))
    member.reactions.push({ authorisationId, kind, valid: periodOf(from, to) });
  for (const [, profession, from, to] of of.rights(n))
    person.rights.push({ profession, valid: periodOf(from, to) });
  for (const [, from, to] of of.bans(n)) person.bans.push(periodOf(from, to));
}

function put<Key, Fact>(facts: Map<Key, readonly Fact[]>, key: Key, fact: Fact): void {
  const known = facts.get(key);
  facts.set(key, known ? [...known, fact] : [fact]);
}

import type { Engaged, Entitled, LoadedTask, PersonFacts, Requirement } from '../decision/decision.facts.js';
import { type OptionRow, periodOf, wantedOf } from '../decision/facts.loader.js';
import { intersection } from '../law/period.js';
import type { ReactionKind } from '../people/practice-right.rules.js';
import { isClinical } from '../task/task.rules.js';
import type { Member, Subjects } from './matrix.loader.js';

type Edges = readonly [from: number | null, to: number | null];
type Tasks = readonly number[];

/** As the statement gives it: people and tasks by their places in the two lists; null for an empty list. */
export interface Packed {
  readonly people: readonly [id: string, name: string][] | null;
  readonly tasks:
    | readonly [id: string, name: string, area: string, reserved: boolean, contested: boolean][]
    | null;
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
  readonly competences: readonly string[] | null;
  readonly records: readonly [person: number, competence: number, number, ...Edges][] | null;
  readonly entitlements: readonly [task: number, string, boolean, ...Edges][] | null;
  readonly requirements:
    | readonly [task: number | null, role: string | null, OptionRow[], string[], ...Edges][]
    | null;
}

/** The facts of each person and task, as `loadFacts` gives them but for ids that no answer of a matrix holds. */
export function unpacked(packed: Packed): Subjects {
  const taskIds = (packed.tasks ?? []).map(([id]) => id);
  const people = (packed.people ?? []).map(([id, name]) => stranger(id, name));
  const required = requirementsIn(packed);
  gatherTies(people, packed, required.byRole);
  gatherRights(people, packed, taskIds);
  gatherHeld(people, packed, taskIds);
  for (const [n, competence, level, from, to] of packed.records ?? [])
    put(people[n]?.records, packed.competences?.[competence], { level, valid: periodOf(from, to) });
  return {
    people,
    taskIds,
    facts: {
      people: new Map(people.map((person): [string, PersonFacts] => [person.id, person])),
      tasks: new Map(tasksIn(packed, required.byTask).map((task) => [task.id, task])),
    },
  };
}

type Writable<Facts> = {
  -readonly [Name in keyof Facts]: Facts[Name] extends ReadonlyMap<infer Key, infer Value>
    ? Map<Key, Value>
    : Facts[Name] extends readonly (infer Item)[]
      ? Item[]
      : Facts[Name];
};
type Gathered = Writable<PersonFacts & Member>;

const stranger = (id: string, name: string): Gathered => ({
  id,
  name,
  engagements: [],
  authorisations: [],
  reactions: [],
  rights: [],
  bans: [],
  limits: new Map(),
  duties: new Map(),
  delegations: new Map(),
  approvals: new Map(),
  abstentions: new Map(),
  records: new Map(),
  roleRequirements: [],
});

/** In the order in which they are given: titles are told in it. */
function gatherTies(people: readonly Gathered[], packed: Packed, byRole: Required<string>): void {
  for (const [n, occupation, kind, role, from, to] of packed.engagements ?? []) {
    const valid = periodOf(from, to);
    people[n]?.engagements.push({ occupation, kind, valid });
    for (const requirement of byRole.get(role ?? '') ?? []) {
      const both = intersection(valid, requirement.valid);
      if (both) people[n]?.roleRequirements.push({ ...requirement, occupation, valid: both });
    }
  }
}

function gatherRights(people: readonly Gathered[], packed: Packed, taskIds: readonly string[]): void {
  for (const [n, id, profession, approvalType, from, to] of packed.authorisations ?? [])
    people[n]?.authorisations.push({ id, profession, approvalType, valid: periodOf(from, to) });
  for (const [n, authorisationId, kind, from, to] of packed.reactions ?? [])
    people[n]?.reactions.push({ authorisationId, kind, valid: periodOf(from, to) });
  for (const [n, profession, from, to] of packed.rights ?? [])
    people[n]?.rights.push({ profession, valid: periodOf(from, to) });
  for (const [n, from, to] of packed.bans ?? []) people[n]?.bans.push(periodOf(from, to));
  for (const [n, task, profession, from, to] of packed.limits ?? [])
    put(people[n]?.limits, taskIds[task], { profession, valid: periodOf(from, to) });
}

/** What is alike for many tasks is one list that all of them have. The place in the answer is an id that no other has. */
function gatherHeld(people: readonly Gathered[], packed: Packed, taskIds: readonly string[]): void {
  for (const [place, [n, occupation, from, to, tasks]] of (packed.duties ?? []).entries())
    share(people[n]?.duties, taskIds, tasks, { id: `${place}`, occupation, valid: periodOf(from, to) });
  for (const [place, [n, from, to, tasks]] of (packed.delegations ?? []).entries())
    share(people[n]?.delegations, taskIds, tasks, { id: `${place}`, valid: periodOf(from, to) });
  for (const [place, [n, from, to, tasks]] of (packed.approvals ?? []).entries())
    share(people[n]?.approvals, taskIds, tasks, { id: `${place}`, valid: periodOf(from, to) });
  for (const [n, from, to, tasks] of packed.abstentions ?? [])
    share(people[n]?.abstentions, taskIds, tasks, periodOf(from, to));
}

function share<Held>(
  held: Map<string, readonly Held[]> | undefined,
  taskIds: readonly string[],
  tasks: Tasks,
  what: Held,
): void {
  const alone = [what];
  for (const task of tasks) {
    const id = taskIds[task] ?? '';
    const known = held?.get(id);
    if (!known) held?.set(id, alone);
    // Two delegations of the same task for the same time are alike here.
    else if (known.at(-1) !== what) held?.set(id, [...known, what]);
  }
}

type Required<Key> = ReadonlyMap<Key, readonly Requirement[]>;

function requirementsIn(packed: Packed): {
  readonly byTask: Required<number>;
  readonly byRole: Required<string>;
} {
  const [byTask, byRole] = [new Map<number, Requirement[]>(), new Map<string, Requirement[]>()];
  for (const [task, role, options, except, from, to] of packed.requirements ?? []) {
    const requirement = { anyOf: options.map(wantedOf), except, valid: periodOf(from, to) };
    if (task !== null) put(byTask, task, requirement);
    else if (role !== null) put(byRole, role, requirement);
  }
  return { byTask, byRole };
}

function tasksIn(packed: Packed, required: Required<number>): LoadedTask[] {
  const entitled = new Map<number, Entitled[]>();
  for (const [task, occupation, mayDelegate, from, to] of packed.entitlements ?? [])
    put(entitled, task, { occupation, mayDelegate, valid: periodOf(from, to) });
  return (packed.tasks ?? []).map(([id, name, area, reserved, contested], n) => ({
    ...{ id, name, area, reserved, contested },
    clinical: isClinical(area),
    entitlements: entitled.get(n) ?? [],
    requirements: required.get(n) ?? [],
  }));
}

function put<Key, Fact>(
  facts: Map<Key, readonly Fact[]> | undefined,
  key: Key | undefined,
  fact: Fact,
): void {
  if (key === undefined || !facts) return;
  facts.set(key, [...(facts.get(key) ?? []), fact]);
}

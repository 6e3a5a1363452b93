import type { Engaged, Held, LoadedTask, Mastered, Standing } from '../decision/decision.facts.js';
import { holdsNothing } from '../decision/decision.rules.js';
import { periodOf } from '../decision/facts.loader.js';
import { intersection } from '../law/period.js';
import type { ReactionKind } from '../people/practice-right.rules.js';
import type { Found, Member, Part, Subject, Subjects } from './matrix.loader.js';
import { type Column, type Edges, type Packed, type Required, requiredIn, tasksIn } from './matrix.tasks.js';

type Tasks = readonly number[];

/** What belongs to some of the people, who are told by their places among these; null for an empty list. */
interface PackedPeople {
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
  /** Of each person by column: competence, level, from, to. */
  readonly records:
    | readonly [
        person: number,
        Column<number>,
        Column<number>,
        ...(readonly [Column<Edges[0]>, Column<Edges[1]>]),
      ][]
    | null;
}

/** The facts of each person, as `loadFacts` gives them but for ids that no answer of a matrix holds. */
export function subjectsIn({ packed, competenceIds, parts }: Found): Subjects {
  const required = requiredIn(packed);
  const tasks = tasksIn(packed, required);
  const unpacking = new Unpacking(packed, tasks, required, competenceIds);
  const personIds = (packed.people ?? []).map(([id]) => id);
  return { tasks, personIds, people: peopleOf(unpacking, parts) };
}

/** Of the text of a part nothing is kept. */
async function* peopleOf(unpacking: Unpacking, parts: AsyncIterable<Part>): AsyncGenerator<Subject> {
  for await (const { from, most, facts } of parts)
    yield* unpacking.peopleIn(JSON.parse(facts) as PackedPeople, from, most);
}

class Unpacking {
  private readonly people: readonly (readonly [id: string, name: string])[];
  private readonly columns: ReadonlyMap<string, number>;
  private readonly nothing: readonly Held[];

  constructor(
    { people }: Packed,
    tasks: readonly LoadedTask[],
    private readonly required: Required,
    private readonly competenceIds: readonly string[],
  ) {
    this.people = people ?? [];
    this.nothing = tasks.map(() => holdsNothing);
    this.columns = new Map(tasks.map(({ id }, column) => [id, column]));
  }

  /** So many people from this place on, each made when asked for: what is made of one is forgotten before the next. */
  *peopleIn(packed: PackedPeople, from: number, most: number): Generator<Subject> {
    const of = byPerson(packed);
    for (const [n, [id, name]] of this.people.slice(from, from + most).entries()) {
      const found = stranger(id, name);
      this.gatherTies(found.person, of.engagements(n));
      gatherRights(found, of, n);
      this.gatherRecords(found.person, of.records(n));
      yield { ...found, held: this.heldBy(of, n) };
    }
  }

  /** In the order in which they are given: titles are told in it. */
  private gatherTies({ engagements, roleRequirements }: Writable<Standing>, ties: Rows<'engagements'>): void {
    for (const [, occupation, kind, role, from, to] of ties) {
      const valid = periodOf(from, to);
      engagements.push({ occupation, kind, valid });
      for (const requirement of this.required.ofRoles.get(role ?? '') ?? []) {
        const both = intersection(valid, requirement.valid);
        if (both) roleRequirements.push({ ...requirement, occupation, valid: both });
      }
    }
  }

  /** The place among the person's own is an id that no other has. */
  private heldBy(of: ByPerson, n: number): Held[] {
    const held = this.nothing.slice();
    for (const [, task, profession, from, to] of of.limits(n)) {
      const column = this.columns.get(task);
      if (column !== undefined)
        share(held, [column], { limits: [{ profession, valid: periodOf(from, to) }] });
    }
    for (const [i, [, occupation, from, to, tasks]] of of.duties(n).entries())
      share(held, tasks, { duties: [{ id: `${i}`, occupation, valid: periodOf(from, to) }] });
    for (const [i, [, from, to, tasks]] of of.delegations(n).entries())
      share(held, tasks, { delegations: [{ id: `${i}`, valid: periodOf(from, to) }] });
    for (const [i, [, from, to, tasks]] of of.approvals(n).entries())
      share(held, tasks, { approvals: [{ id: `${i}`, valid: periodOf(from, to) }] });
    for (const [, from, to, tasks] of of.abstentions(n))
      share(held, tasks, { abstentions: [periodOf(from, to)] });
    return held;
  }

  private gatherRecords({ records }: Writable<Standing>, packed: Rows<'records'>): void {
    for (const [, competences, levels, from, to] of packed) {
      for (const [i, competence] of (competences ?? []).entries()) {
        const id = this.competenceIds[competence] ?? '';
        const record = { level: levels?.[i] ?? 0, valid: periodOf(from?.[i] ?? null, to?.[i] ?? null) };
        const known = records.get(id);
        if (known) known.push(record);
        else records.set(id, [record]);
      }
    }
  }
}

/** What is alike for many tasks is one thing that all of them have, as long as they have nothing else. */
function share(held: Held[], tasks: Tasks, what: Partial<Held>): void {
  const alone = { ...holdsNothing, ...what };
  for (const task of tasks) {
    const known = held[task] ?? holdsNothing;
    // Two delegations of the same task for the same time are alike here.
    if (known !== alone) held[task] = known === holdsNothing ? alone : both(known, alone);
  }
}

const both = (one: Held, other: Held): Held => ({
  limits: [...one.limits, ...other.limits],
  duties: [...one.duties, ...other.duties],
  delegations: [...one.delegations, ...other.delegations],
  approvals: [...one.approvals, ...other.approvals],
  abstentions: [...one.abstentions, ...other.abstentions],
});

type Rows<Name extends keyof PackedPeople> = NonNullable<PackedPeople[Name]>;

/** The rows of one person, told by the place among those asked about. */
type ByPerson = { readonly [Name in keyof PackedPeople]: (n: number) => Rows<Name> };

const byPerson = (packed: PackedPeople): ByPerson => ({
  engagements: rowsOf(packed.engagements),
  authorisations: rowsOf(packed.authorisations),
  reactions: rowsOf(packed.reactions),
  rights: rowsOf(packed.rights),
  bans: rowsOf(packed.bans),
  limits: rowsOf(packed.limits),
  duties: rowsOf(packed.duties),
  delegations: rowsOf(packed.delegations),
  approvals: rowsOf(packed.approvals),
  abstentions: rowsOf(packed.abstentions),
  records: rowsOf(packed.records),
});

function rowsOf<Row extends readonly [person: number, ...rest: unknown[]]>(
  rows: readonly Row[] | null,
): (n: number) => readonly Row[] {
  const found = Map.groupBy(rows ?? [], ([n]) => n);
  return (n) => found.get(n) ?? [];
}

type Writable<Facts> = {
  -readonly [Name in keyof Facts]: Facts[Name] extends ReadonlyMap<infer Key, readonly (infer Item)[]>
    ? Map<Key, Item[]>
    : Facts[Name] extends readonly (infer Item)[]
      ? Item[]
      : Facts[Name];
};

interface Gathered {
  readonly member: Writable<Member>;
  readonly person: Writable<Standing>;
}

const stranger = (id: string, name: string): Gathered => {
  const ties = { engagements: [], rights: [] };
  return {
    member: { id, name, ...ties, authorisations: [], reactions: [] },
    person: { id, ...ties, bans: [], records: new Map<string, Mastered[]>(), roleRequirements: [] },
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

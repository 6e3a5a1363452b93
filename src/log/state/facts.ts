import type {
  Facts,
  HeldApproval,
  HeldDelegation,
  HeldDuty,
  Limit,
  LoadedTask,
  Mastered,
  PersonFacts,
  Requirement,
  RoleRequirement,
} from '../../decision/decision.facts.js';
import { intersection, type Period } from '../../law/period.js';
import { lapsesAt, practiceRights } from '../../people/practice-right.rules.js';
import { isClinical, kinOf, type Lineage } from '../../task/task.rules.js';
import type {
  AuthorisationState,
  EngagementState,
  PersonState,
  ReactionState,
  State,
  TaskState,
} from './state.js';

/**
 * Everything `decide` needs about these people and these tasks, from the log alone: the same as from the tables.
 * `taskIds` null means every task that one of them holds as a duty, by delegation or by approval. Whom the state does not know is left out.
 * One walk through the state however many are asked about: ask about all at once.
 */
export function factsOf(
  state: State,
  personIds: readonly string[],
  taskIds: readonly string[] | null,
): Facts {
  const people = new Map<string, Holder>();
  for (const id of personIds) {
    const person = state.people.get(id);
    if (person) people.set(id, holder(person));
  }
  const wanted = taskIds && new Set(taskIds);
  gatherPeople(state, people);
  const held = gatherHeld(state, people, wanted);
  const required = requirementsIn(state);
  const kin = new Map<string, ReadonlySet<string>>();
  return {
    people: new Map([...people].map(([id, found]) => [id, personFacts(state, found, wanted, kin, required)])),
    tasks: tasksOf(state, wanted ?? held, required),
  };
}

/** What the log knows of one person, gathered before it is judged. */
interface Holder {
  readonly person: PersonState;
  readonly engagements: EngagementState[];
  readonly authorisations: AuthorisationState[];
  readonly reactions: ReactionState[];
  readonly duties: Map<string, HeldDuty[]>;
  readonly delegations: Map<string, HeldDelegation[]>;
  readonly approvals: Map<string, HeldApproval[]>;
  readonly abstentions: Map<string, Period[]>;
  readonly records: Map<string, Mastered[]>;
}

const holder = (person: PersonState): Holder => ({
  person,
  engagements: [],
  authorisations: [],
  reactions: [],
  duties: new Map(),
  delegations: new Map(),
  approvals: new Map(),
  abstentions: new Map(),
  records: new Map(),
});

function gatherPeople(state: State, people: ReadonlyMap<string, Holder>): void {
  for (const tie of state.engagements.values()) people.get(tie.personId)?.engagements.push(tie);
  for (const held of state.authorisations.values()) people.get(held.personId)?.authorisations.push(held);
  for (const reaction of state.reactions.values()) people.get(reaction.personId)?.reactions.push(reaction);
  for (const { personId, competenceId, level, valid } of state.competenceRecords.values()) {
    const found = people.get(personId);
    if (found && valid) put(found.records, competenceId, { level, valid });
  }
  for (const { personId, taskId, valid } of state.abstentions.values()) {
    const found = people.get(personId);
    if (found) put(found.abstentions, taskId, valid);
  }
}

/** The tasks that any of them holds, or has held. */
function gatherHeld(
  state: State,
  people: ReadonlyMap<string, Holder>,
  wanted: ReadonlySet<string> | null,
): Set<string> {
  const held = new Set<string>();
  for (const { id, personId, taskId, occupation, valid } of state.duties.values()) {
    const found = people.get(personId);
    if (!found || !valid || (wanted && !wanted.has(taskId))) continue;
    held.add(taskId);
    put(found.duties, taskId, { id, occupation, valid });
  }
  for (const { id, delegateeId, taskId, valid } of state.delegations.values()) {
    const found = people.get(delegateeId);
    if (!found || !valid || (wanted && !wanted.has(taskId))) continue;
    held.add(taskId);
    put(found.delegations, taskId, { id, valid });
  }
  for (const { id, personId, taskId, valid } of state.approvals.values()) {
    const found = people.get(personId);
    if (!found || !valid || (wanted && !wanted.has(taskId))) continue;
    held.add(taskId);
    put(found.approvals, taskId, { id, valid });
  }
  return held;
}

function personFacts(
  state: State,
  { person, engagements, authorisations, reactions, ...held }: Holder,
  wanted: ReadonlySet<string> | null,
  kin: Map<string, ReadonlySet<string>>,
  required: Required,
): PersonFacts {
  return {
    id: person.id,
    engagements: engagements
      .sort(byStart)
      .map(({ occupation, kind, valid }) => ({ occupation, kind, valid })),
    rights: practiceRights(authorisations, reactions, lapsesAt(person.birthDate)),
    bans: reactions.filter(({ kind }) => kind === 'ban').map(({ valid }) => valid),
    limits: limitsOf(state, reactions, wanted, kin),
    ...held,
    roleRequirements: engagements.flatMap((tie) => roleRequirements(tie, required)),
  };
}

/** By the id of the task or the role description. */
type Required = ReadonlyMap<string, readonly Requirement[]>;

function requirementsIn({ requirements, competences }: State): Required {
  const required = new Map<string, Requirement[]>();
  for (const {
    taskId,
    roleDescriptionId,
    anyOf,
    exceptOccupations: except,
    valid,
  } of requirements.values()) {
    const options = anyOf
      .map((option) => ({ ...option, name: competences.get(option.competenceId)?.name ?? '' }))
      .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
    if (valid) put(required, taskId ?? roleDescriptionId ?? '', { anyOf: options, except, valid });
  }
  return required;
}

function roleRequirements(tie: EngagementState, required: Required): RoleRequirement[] {
  return (required.get(tie.roleDescriptionId ?? '') ?? []).flatMap(({ anyOf, except, valid }) => {
    const both = intersection(tie.valid, valid);
    return both ? [{ occupation: tie.occupation, anyOf, except, valid: both }] : [];
  });
}

const byStart = (a: EngagementState, b: EngagementState): number =>
  a.valid.from - b.valid.from || (a.id < b.id ? -1 : 1);

/** A reaction that names a task names its copies, parts and wholes, too. */
function limitsOf(
  state: State,
  reactions: readonly ReactionState[],
  wanted: ReadonlySet<string> | null,
  kin: Map<string, ReadonlySet<string>>,
): Map<string, Limit[]> {
  const limits = new Map<string, Limit[]>();
  for (const { authorisationId, taskIds, valid } of reactions) {
    const struck = authorisationId === null ? undefined : state.authorisations.get(authorisationId);
    if (!struck) continue;
    for (const named of taskIds) {
      for (const taskId of kinIn(state, named, kin)) {
        if (!wanted || wanted.has(taskId)) put(limits, taskId, { profession: struck.profession, valid });
      }
    }
  }
  return limits;
}

function kinIn(state: State, taskId: string, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = known.get(taskId) ?? kinOf(lineageOf(state), taskId);
  known.set(taskId, found);
  return found;
}

const lineageOf = (state: State): Lineage[] =>
  [...state.tasks.values()].flatMap(({ id, lineage }) =>
    lineage.map(({ taskId, relation }) => ({ taskId: id, ofTaskId: taskId, relation })),
  );

function tasksOf(state: State, ids: ReadonlySet<string>, required: Required): Map<string, LoadedTask> {
  const tasks = new Map<string, LoadedTask>();
  for (const id of ids) {
    const task = state.tasks.get(id);
    if (task) tasks.set(id, loaded(task, required.get(id) ?? []));
  }
  return tasks;
}

const loaded = (task: TaskState, requirements: readonly Requirement[]): LoadedTask => ({
  requirements,
  id: task.id,
  name: task.name,
  area: task.area,
  reserved: task.reservedTo !== null,
  contested: task.contested,
  clinical: isClinical(task.area),
  entitlements: task.entitlements.map(({ occupation, mayDelegate, valid }) => ({
    occupation,
    mayDelegate,
    valid,
  })),
});

function put<Fact>(facts: Map<string, Fact[]>, taskId: string, fact: Fact): void {
  const known = facts.get(taskId);
  if (known) known.push(fact);
  else facts.set(taskId, [fact]);
}

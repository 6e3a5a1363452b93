import { areasInOrder } from '../catalogue/areas.js';
import { heldOf } from '../decision/decision.rules.js';
import { tasksInForce } from '../decision/responsibilities.known.js';
import { contains } from '../law/period.js';
import { factsOf } from '../log/state/facts.js';
import type { State } from '../log/state/state.js';
import type { Member, Subject, Subjects, Wanted } from './matrix.loader.js';

/** As `subjectsAt`, from what the clinic knew. */
export function knownSubjects(state: State, wanted: Wanted): Subjects {
  const members = engagedIn(state, wanted);
  const taskIds = tasksIn(state, wanted);
  const personIds = members.map(({ id }) => id);
  const facts = factsOf(state, personIds, taskIds);
  const tasks = taskIds.flatMap((id) => facts.tasks.get(id) ?? []);
  const people = members.flatMap((member): Subject[] => {
    const person = facts.people.get(member.id);
    if (!person) return [];
    return [{ person, member: { ...person, ...member }, held: tasks.map((task) => heldOf(person, task)) }];
  });
  return { personIds, people, tasks };
}

/** The rest of what makes a title is among the facts. */
function engagedIn(state: State, { at, occupation }: Wanted): Omit<Member, 'engagements' | 'rights'>[] {
  const engaged = new Set<string>();
  for (const tie of state.engagements.values()) {
    if (contains(tie.valid, at) && (occupation === null || tie.occupation === occupation))
      engaged.add(tie.personId);
  }
  const authorisations = Map.groupBy(state.authorisations.values(), ({ personId }) => personId);
  const reactions = Map.groupBy(state.reactions.values(), ({ personId }) => personId);
  return [...state.people.values()]
    .filter(({ id }) => engaged.has(id))
    .map(({ id, name }) => ({
      id,
      name,
      authorisations: authorisations.get(id) ?? [],
      reactions: (reactions.get(id) ?? []).filter(({ authorisationId }) => authorisationId !== null),
    }))
    .sort(byName);
}

function tasksIn(state: State, { at, area, competenceId, all }: Wanted): string[] {
  const inUse = all ? null : tasksInUse(state, at);
  const requiring = competenceId === null ? null : tasksRequiring(state, competenceId, at);
  return [...state.tasks.values()]
    .filter(
      (task) =>
        (inUse?.has(task.id) ?? true) &&
        (requiring?.has(task.id) ?? true) &&
        (area === null || task.area === area),
    )
    .sort((a, b) => areasInOrder.indexOf(a.area) - areasInOrder.indexOf(b.area) || byName(a, b))
    .map(({ id }) => id);
}

function tasksInUse(state: State, at: number): Set<string> {
  const held = [state.duties, state.delegations, state.approvals].flatMap((acts) =>
    [...acts.values()].filter(({ valid }) => valid !== null && contains(valid, at)),
  );
  const described = [...state.roleDescriptions.values()].flatMap((role) => [...tasksInForce(role, at)]);
  return new Set([...held.map(({ taskId }) => taskId), ...described]);
}

const tasksRequiring = ({ requirements }: State, competenceId: string, at: number): Set<string | null> =>
  new Set(
    [...requirements.values()]
      .filter(({ valid, anyOf }) => {
        const inForce = valid !== null && contains(valid, at);
        return inForce && anyOf.some((option) => option.competenceId === competenceId);
      })
      .map(({ taskId }) => taskId),
  );

const collator = new Intl.Collator('nb');

interface Named {
  readonly id: string;
  readonly name: string;
}

export const byName = (a: Named, b: Named): number =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id));

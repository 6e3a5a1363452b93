import { merged } from '../../law/period.js';
import { lapsesAt, practiceRights } from '../../people/practice-right.rules.js';
import { kinOf, type Lineage } from '../../task/task.rules.js';
import { moment, ofMany, period, type Row, row } from './row.js';
import type { State, TaskState } from './state.js';

function byPerson<Held extends { readonly personId: string }>(all: Iterable<Held>): Map<string, Held[]> {
  const held = new Map<string, Held[]>();
  for (const each of all) {
    const known = held.get(each.personId);
    if (known) known.push(each);
    else held.set(each.personId, [each]);
  }
  return held;
}

/** What the tables derive by triggers, by the pure rules. */
export function presenceRows({ engagements }: State): Row[] {
  return ofMany(byPerson(engagements.values()), ([personId, ties]) =>
    merged(ties.map(({ valid }) => valid)).map((valid) =>
      row([personId, moment(valid.from)], { person_id: personId, valid: period(valid) }),
    ),
  );
}

export function practiceRightRows({ people, authorisations, reactions }: State): Row[] {
  const struck = byPerson(reactions.values());
  return ofMany(byPerson(authorisations.values()), ([personId, held]) => {
    const lapses = lapsesAt(people.get(personId)?.birthDate ?? null);
    return practiceRights(held, struck.get(personId) ?? [], lapses).map(({ profession, valid }) =>
      row([personId, profession, moment(valid.from)], {
        person_id: personId,
        profession,
        valid: period(valid),
      }),
    );
  });
}

/** Most tasks have no kin but themselves; only those in a lineage are walked from. */
export function kinRows({ tasks }: State): Row[] {
  const lineage = lineageOf(tasks.values());
  const related = new Set(lineage.flatMap(({ taskId, ofTaskId }) => [taskId, ofTaskId]));
  return ofMany(tasks.keys(), (id) => {
    const kin = related.has(id) ? [...kinOf(lineage, id)] : [id];
    return kin.map((kinId) => row([id, kinId], { task_id: id, kin_id: kinId }));
  });
}

const lineageOf = (tasks: Iterable<TaskState>): Lineage[] =>
  Array.from(tasks).flatMap(({ id, lineage }) =>
    lineage.map(({ taskId, relation }) => ({ taskId: id, ofTaskId: taskId, relation })),
  );

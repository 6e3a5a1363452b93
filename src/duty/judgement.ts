import { mustExist } from '../database/must-exist.js';
import type { Tx } from '../database/tx.js';
import { loadFacts } from '../decision/facts.loader.js';
import { periodIn } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import { policyView } from '../policy/policy.view.js';
import type { CheckDuties, Pair } from './duty.dto.js';
import type { Assignment, assign } from './duty.rules.js';

export type Allowed = Extract<Assignment, { readonly occupation: string }>;

/** Of one person and one task: may it be assigned? */
interface Judgement {
  readonly personId: string;
  readonly taskId: string;
  readonly outcome: Assignment;
}

/** Each person with each task but those left out, judged by facts that one statement gives. 404 for anybody and anything unknown. */
export async function judged(
  tx: Tx,
  rule: typeof assign,
  command: CheckDuties,
  except: readonly Pair[] = [],
): Promise<Judgement[]> {
  const { from, to } = periodIn(command);
  const wanted = { from: from.getTime(), to: to?.getTime() ?? Number.POSITIVE_INFINITY };
  await mustExist(tx, 'person', [...command.personIds, ...except.map(({ personId }) => personId)]);
  await mustExist(tx, 'task', [...command.taskIds, ...except.map(({ taskId }) => taskId)]);
  const { people, tasks } = await loadFacts(tx, command.personIds, command.taskIds);
  const { competenceOfDuties: withoutCompetence } = await policyView(tx);
  const left = new Set(except.map(({ personId, taskId }) => `${personId} ${taskId}`));
  const judgements = [...people.values()].flatMap((person) =>
    [...tasks.values()]
      .filter((task) => !left.has(`${person.id} ${task.id}`))
      .map((task): Judgement => {
        const existing = (person.duties.get(task.id) ?? []).map(({ valid }) => valid);
        const outcome = rule({ person, task, existing, withoutCompetence, now: tx.now }, wanted);
        return { personId: person.id, taskId: task.id, outcome };
      }),
  );
  if (judgements.length === 0) throw Problem.invalid('/except', 'too-many', people.size * tasks.size - 1);
  return judgements;
}

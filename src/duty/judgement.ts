import { setImmediate as othersTurn } from 'node:timers/promises';
import { mustExist } from '../database/must-exist.js';
import type { Tx } from '../database/tx.js';
import { loadFacts } from '../decision/facts.loader.js';
import { periodIn } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import { policyView } from '../policy/policy.view.js';
import { type CheckDuties, type LeftOut, mostPairs } from './duty.dto.js';
import type { Assignment, assign } from './duty.rules.js';

export type Allowed = Extract<Assignment, { readonly occupation: string }>;

/** Of one person and one task: may it be assigned? */
interface Judgement {
  readonly personId: string;
  readonly taskId: string;
  readonly outcome: Assignment;
}

/**
 * Each person with each task but those left out, judged by facts that one statement gives; others are served between one
 * person and the next. 404 for anybody and anything unknown, 400 for more than can be told at once.
 */
export async function judged(
  tx: Tx,
  rule: typeof assign,
  command: CheckDuties,
  except: readonly LeftOut[] = [],
): Promise<Judgement[]> {
  if (command.personIds.length * command.taskIds.length > mostPairs)
    throw Problem.invalid('/taskIds', 'too-many-pairs', mostPairs);
  const { from, to } = periodIn(command);
  const wanted = { from: from.getTime(), to: to?.getTime() ?? Number.POSITIVE_INFINITY };
  await mustExist(tx, 'person', [...command.personIds, ...except.map(({ personId }) => personId)]);
  await mustExist(tx, 'task', [...command.taskIds, ...except.flatMap(({ taskIds }) => taskIds)]);
  const { people, tasks } = await loadFacts(tx, command.personIds, command.taskIds);
  const { competenceOfDuties: withoutCompetence } = await policyView(tx);
  const left = new Set(
    except.flatMap(({ personId, taskIds }) => taskIds.map((taskId) => `${personId} ${taskId}`)),
  );
  const judgements: Judgement[] = [];
  for (const person of people.values()) {
    for (const task of tasks.values()) {
      if (left.has(`${person.id} ${task.id}`)) continue;
      const existing = (person.duties.get(task.id) ?? []).map(({ valid }) => valid);
      const outcome = rule({ person, task, existing, withoutCompetence, now: tx.now }, wanted);
      judgements.push({ personId: person.id, taskId: task.id, outcome });
    }
    await othersTurn();
  }
  if (judgements.length === 0) throw Problem.invalid('/except', 'too-many', people.size * tasks.size - 1);
  return judgements;
}

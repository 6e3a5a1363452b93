import type { Tx } from '../database/tx.js';
import { loadFacts, periodOf } from '../decision/facts.loader.js';
import { startOfDay } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import type { ApprovalFacts } from './approval.rules.js';

type Edge = number | null;

interface Around {
  readonly medicineHandling: boolean;
  readonly twins: [string, Edge, Edge][] | null;
  readonly given: [string, string, string, Edge, Edge][] | null;
}

/** Everything the rules ask about an approval, in two statements. 404 if a person or the task is unknown here. */
export async function approvalFacts(
  tx: Tx,
  { taskId, personId, approverId }: { taskId: string; personId: string; approverId: string },
): Promise<ApprovalFacts> {
  const { people, tasks } = await loadFacts(tx, [personId, approverId], [taskId]);
  const [person, approver, task] = [people.get(personId), people.get(approverId), tasks.get(taskId)];
  const around = await tx.one<Around>(aroundSql, [taskId, personId]);
  if (!person || !approver || !task || !around) throw new Problem('not-found');
  return {
    now: tx.now,
    startOfToday: startOfDay(tx.now),
    task: { ...task, medicineHandling: around.medicineHandling },
    person,
    approver,
    twins: (around.twins ?? []).map(([id, from, to]) => ({ id, valid: periodOf(from, to) })),
    given: (around.given ?? []).map(([id, kinId, profession, from, to]) => ({
      id,
      taskId: kinId,
      profession,
      valid: periodOf(from, to),
    })),
  };
}

const aroundSql = `select t.medicine_handling "medicineHandling",
  (select json_agg(json_build_array(a.id, ms(lower(a.valid)), ms(upper(a.valid)))) from approval a
    where a.person_id = $2 and a.task_id = t.id and a.valid is not null) twins,
  (select json_agg(json_build_array(d.id, d.task_id, d.delegator_profession, ms(lower(span(d))), ms(upper(span(d)))))
    from delegation d where d.delegator_id = $2 and span(d) is not null
      and d.task_id in (select kin_id from task_kin where task_id = t.id)) given
  from task t where t.id = $1`;

import { mustExist } from '../database/must-exist.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { actorOf } from '../session/by.js';
import type { NewTrainingGoal } from './training-plan.dto.js';

interface NewGoal {
  readonly id: string;
  readonly position: number;
  readonly text: string;
  readonly taskId: string | null;
  readonly competenceId: string | null;
  readonly level: number | null;
}

/** The schema has room for no more in one plan. */
const mostGoals = 200;

/** 404 for a task or competence that is unknown here, 400 for a level that the competence has not, or for too many of them. */
export async function goalsIn(
  tx: Tx,
  goals: readonly NewTrainingGoal[],
  already: number,
): Promise<NewGoal[]> {
  if (already + goals.length > mostGoals) throw Problem.invalid('/goals', 'too-many', mostGoals - already);
  await mustExist(
    tx,
    'task',
    goals.map(({ taskId }) => taskId),
  );
  const levels = await levelsOf(tx, goals);
  return goals.map(({ text, taskId = null, competenceId = null, level = null }, i) => {
    const most = competenceId === null ? null : (levels.get(competenceId) ?? 0);
    if (most === null && level !== null) throw Problem.invalid(`/goals/${i}/competenceId`, 'required');
    if (most !== null && (level ?? 1) > most) throw Problem.invalid(`/goals/${i}/level`, 'too-great', most);
    return {
      id: tx.newId(),
      position: already + i + 1,
      text,
      taskId,
      competenceId,
      level: most === null ? null : (level ?? 1),
    };
  });
}

/** How many levels each competence has. */
async function levelsOf(tx: Tx, goals: readonly NewTrainingGoal[]): Promise<Map<string, number>> {
  const ids = [...new Set(goals.flatMap(({ competenceId }) => competenceId ?? []))];
  if (ids.length === 0) return new Map();
  const known = await tx.rows<{ id: string; levels: number }>(
    'select id, cardinality(levels) levels from competence where id = any($1)',
    [ids],
  );
  if (known.length < ids.length) throw new Problem('not-found');
  return new Map(known.map(({ id, levels }) => [id, levels]));
}

export const insertGoals = (
  tx: Tx,
  { planId, personId }: { planId: string; personId: string },
  goals: readonly NewGoal[],
): Promise<unknown> =>
  tx.rows(insertSql, [
    tx.clinicId,
    planId,
    personId,
    actorOf(tx.by),
    tx.by.personId,
    new Date(tx.now),
    JSON.stringify(goals),
  ]);

const insertSql = `
  insert into training_goal (clinic_id, id, plan_id, trainee_id, position, text, task_id, competence_id, level, actor_id,
    person_id, created_at)
  select $1, g.id, $2, $3, g.position, g.text, g."taskId", g."competenceId", g.level, $4, $5, $6
  from jsonb_to_recordset($7::jsonb) g (id uuid, position integer, text text, "taskId" uuid, "competenceId" uuid, level integer)`;

/** As the entry in the log says them. */
export const goalsTold = (goals: readonly NewGoal[]) => goals.map((goal) => ({ ...goal }));

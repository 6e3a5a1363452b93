import { presentSql } from '../competence/record.view.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import type { By } from '../session/by.js';
import type { TrainingGoalView, TrainingStepView } from './training-plan.dto.js';
import { mayTakeBack, refusalsToTakeBack, type TakingBack } from './training-plan.rules.js';

export const named = (id: string): string =>
  `(select json_build_object('id', n.id, 'name', n.name) from person n where n.id = ${id})`;

/** Now; where the plan `p` is to begin or has ended, its first or last moment. $1 is now. */
export const standsAt = `least(greatest($1::timestamptz, lower(p.valid)), upper(p.valid) - interval '1 millisecond')`;

/** Who supervises the plan `p` then; $2 is the reader. */
const supervisesSql = `exists (select from training_supervision v where v.plan_id = p.id and v.supervisor_id = $2
  and v.valid @> ${standsAt})`;

const withdrawnSql = (
  what: string,
) => `(select json_build_object('at', iso(w.at), 'by', ${named('w.person_id')},
  'reason', w.reason) from training_withdrawal w where ${what})`;

const stepSql = `json_build_object('id', s.id, 'kind', s.kind, 'signedOn', to_char(s.signed_on, 'YYYY-MM-DD'),
  'signedBy', ${named('s.person_id')}, 'at', iso(s.at), 'note', s.note, 'competenceRecordId', s.record_id,
  'withdrawn', ${withdrawnSql('w.step_id = s.id')})`;

/** Of the steps that count, the furthest. */
const statusSql = `case when exists (select from training_withdrawal w where w.goal_id = g.id) then 'withdrawn'
  else coalesce((select s.kind from training_step s where s.goal_id = g.id
    and not exists (select from training_withdrawal w where w.step_id = s.id)
    order by array_position('{mastered,practised,seen}', s.kind) limit 1), 'open') end`;

/** One goal `g` of a plan `p`, and what its reader has to do with it. */
export const goalSql = `json_build_object(
  'goal', json_build_object('id', g.id, 'planId', g.plan_id, 'position', g.position, 'text', g.text,
    'task', (select json_build_object('id', t.id, 'name', t.name) from task t where t.id = g.task_id),
    'competence', (select json_build_object('id', c.id, 'name', c.name, 'level', g.level, 'levelName', c.levels[g.level])
      from competence c where c.id = g.competence_id),
    'status', ${statusSql}, 'withdrawn', ${withdrawnSql('w.goal_id = g.id')},
    'steps', coalesce((select json_agg(${stepSql} order by s.at, s.id) from training_step s where s.goal_id = g.id), '[]')),
  'personId', p.person_id, 'beginsOn', to_char(lower(p.requested) at time zone 'Europe/Oslo', 'YYYY-MM-DD'),
  'inForce', coalesce(p.valid @> $1::timestamptz, false), 'open', coalesce(upper(p.valid) > $1::timestamptz, false),
  'completed', exists (select from training_plan_step e where e.plan_id = p.id and e.kind = 'completed'),
  'supervises', ${supervisesSql}, 'isPresent', ${presentSql},
  'masters', exists (select from competence_record m where m.person_id = $2 and m.competence_id = g.competence_id
    and m.level >= g.level and m.valid @> $1::timestamptz))`;

export interface GoalFound {
  readonly goal: Omit<TrainingGoalView, 'can' | 'steps'> & {
    readonly steps: readonly Omit<TrainingStepView, 'can'>[];
  };
  /** Who is in training. */
  readonly personId: string;
  /** The day on which the plan begins, YYYY-MM-DD. */
  readonly beginsOn: string;
  readonly inForce: boolean;
  /** In force, or to come. */
  readonly open: boolean;
  readonly completed: boolean;
  readonly supervises: boolean;
  /** Whether the reader is engaged at the clinic. */
  readonly isPresent: boolean;
  readonly masters: boolean;
}

/** 404 for an unknown id or another clinic's. */
export async function goalFound(tx: Tx, id: string): Promise<GoalFound> {
  const row = await tx.one<{ goal: GoalFound }>(
    `select ${goalSql} goal from training_goal g join training_plan p on p.id = g.plan_id where g.id = $3`,
    [new Date(tx.now), tx.by.personId, id],
  );
  if (!row) throw new Problem('not-found');
  return row.goal;
}

export async function goalOfStep(tx: Tx, stepId: string): Promise<GoalFound> {
  const step = await tx.one<{ goalId: string }>('select goal_id "goalId" from training_step where id = $1', [
    stepId,
  ]);
  if (!step) throw new Problem('not-found');
  return goalFound(tx, step.goalId);
}

/** What the rules ask of whoever would take a step back. */
export const takingBack = (
  by: By,
  { completed, isPresent }: GoalFound,
  step: Omit<TrainingStepView, 'can'>,
): TakingBack => ({
  isSigner: by.personId === step.signedBy.id,
  isManager: by.roles.includes('manager'),
  isPresent,
  completed,
  withdrawn: step.withdrawn !== null,
});

function canTakeBack(asked: TakingBack): boolean {
  return mayTakeBack(asked) && refusalsToTakeBack(asked).length === 0;
}

export function shownGoal(by: By, found: GoalFound): TrainingGoalView {
  const { goal, inForce, open, supervises, masters, isPresent, personId } = found;
  const isManager = by.roles.includes('manager');
  const stands = goal.status !== 'withdrawn';
  const isOther = by.personId !== null && by.personId !== personId;
  const signs = inForce && stands && isOther && isPresent && (supervises || masters);
  return {
    ...goal,
    steps: goal.steps.map((step) => ({
      ...step,
      can: { withdrawal: canTakeBack(takingBack(by, found, step)) },
    })),
    can: {
      steps: signs,
      record: signs && goal.competence !== null && (masters || isManager),
      withdrawal: open && stands && (supervises || isManager),
    },
  };
}

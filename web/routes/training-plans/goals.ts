import type { NewTrainingGoal } from '../../api/schema.ts';

/** What is typed of a goal; the level as a number in text. */
export interface GoalTyped {
  text: string;
  taskId: string;
  competenceId: string;
  level: string;
}

export const noGoal = (taskId = ''): GoalTyped => ({ text: '', taskId, competenceId: '', level: '1' });

export const goalsTyped = (goals: readonly GoalTyped[]): NewTrainingGoal[] =>
  goals.map(({ text, taskId, competenceId, level }) => ({
    text: text.trim(),
    taskId: taskId || null,
    competenceId: competenceId || null,
    level: competenceId ? Number(level) : null,
  }));

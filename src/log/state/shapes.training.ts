import { plain } from './shape.js';

/** Training plans, what they hold and who has signed it. */
export const trainingShapes = {
  training_plan: {
    key: ['id'],
    columns: {
      ...plain('id', 'person_id', 'purpose'),
      requested: 'period',
      valid: 'period',
      created_at: 'moment',
    },
  },
  training_plan_step: {
    key: ['id'],
    columns: {
      ...plain('id', 'plan_id', 'kind', 'phase', 'actor_id', 'person_id', 'reason'),
      at: 'moment',
      recorded_at: 'moment',
    },
  },
  training_supervision: {
    key: ['id'],
    columns: {
      ...plain(
        'id',
        'plan_id',
        'trainee_id',
        'supervisor_id',
        'number',
        'reason',
        'end_reason',
        'actor_id',
        'person_id',
      ),
      valid: 'period',
      created_at: 'moment',
    },
  },
  training_goal: {
    key: ['id'],
    columns: {
      ...plain('id', 'plan_id', 'trainee_id', 'position', 'text', 'task_id', 'competence_id', 'level'),
      ...plain('actor_id', 'person_id'),
      created_at: 'moment',
    },
  },
  training_step: {
    key: ['id'],
    columns: {
      ...plain('id', 'goal_id', 'trainee_id', 'kind', 'note', 'record_id', 'person_id'),
      signed_on: 'day',
      at: 'moment',
    },
  },
  training_withdrawal: {
    key: ['id'],
    columns: { ...plain('id', 'goal_id', 'step_id', 'actor_id', 'person_id', 'reason'), at: 'moment' },
  },
} as const;

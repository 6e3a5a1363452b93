import type { Tx } from '../../database/tx.js';
import type { Json } from '../canonical.js';
import { type Difference, firstDifference } from './difference.js';
import { inOrder, json, type Row, row, type StateTable, stateTables } from './row.js';
import { rowsOf } from './rows.js';
import { type Kind, plain, type Shape } from './shape.js';
import { evidenceShapes } from './shapes.evidence.js';
import { trainingShapes } from './shapes.training.js';
import type { State } from './state.js';

/** The first thing that the clinic's tables say otherwise than the log, or null; everything is read. */
export async function tablesDiffer(tx: Tx, state: State): Promise<Difference | null> {
  for (const table of stateTables) {
    const difference = firstDifference(table, rowsOf(state, table), await tableRows(tx, table));
    if (difference) return difference;
  }
  return null;
}

/** The rows that a table holds, in the form and order of `rowsOf`. */
async function tableRows(tx: Tx, table: StateTable): Promise<Row[]> {
  const { columns } = shapes[table];
  const names = Object.keys(columns);
  const rows = await tx.rows<{ key: string[]; columns: (string | null)[] }>(sqlOf(table));
  return inOrder(
    rows.map((found) => {
      const read = names.map((name, i): [string, string | null] => {
        const text = found.columns[i] ?? null;
        return [name, columns[name] === 'json' && text !== null ? json(JSON.parse(text) as Json) : text];
      });
      return row(found.key, Object.fromEntries(read));
    }),
  );
}

const sqlOf = (table: StateTable): string => {
  const { key, columns } = shapes[table];
  const written = Object.entries(columns).map(([name, kind]) => textOf(name, kind));
  const keyed = key.map((name) =>
    columns[name] === 'period' ? textOf(name, 'from') : textOf(name, 'plain'),
  );
  return `select array[${keyed.join(', ')}] key, array[${written.join(', ')}] columns from ${table} where clinic_id = this_clinic()`;
};

function textOf(name: string, kind: Kind): string {
  switch (kind) {
    case 'plain':
      return `${name}::text`;
    case 'moment':
      return exact(name);
    case 'from':
      return `coalesce(${exact(`lower(${name})`)}, '')`;
    case 'day':
      return `to_char(${name}, 'YYYY-MM-DD')`;
    case 'period':
      return `case when ${name} is null then null when isempty(${name}) then 'empty' else
        case when lower_inc(${name}) then '[' else '(' end || coalesce(${exact(`lower(${name})`)}, '') || ','
        || coalesce(${exact(`upper(${name})`)}, '') || case when upper_inc(${name}) then ']' else ')' end end`;
    case 'json':
      return `to_json(${name})::text`;
    case 'digest':
      return `sha256(${name})::text`;
  }
}

const exact = (moment: string): string =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Every column but clinic_id: a test holds the list to the database's own. */
const shapes: Readonly<Record<StateTable, Shape>> = {
  person: {
    key: ['id'],
    columns: {
      ...plain('id', 'name', 'email', 'hpr_number', 'version'),
      birth_date: 'day',
      created_at: 'moment',
    },
  },
  engagement: {
    key: ['id'],
    columns: {
      ...plain('id', 'person_id', 'occupation', 'kind', 'role_description_id', 'supervisor_id', 'end_reason'),
      valid: 'period',
      created_at: 'moment',
    },
  },
  authorisation: {
    key: ['id'],
    columns: {
      ...plain('id', 'person_id', 'profession', 'approval_type', 'conditions'),
      valid: 'period',
      evidence: 'json',
      created_at: 'moment',
    },
  },
  reaction: {
    key: ['id'],
    columns: {
      ...plain('id', 'person_id', 'authorisation_id', 'kind', 'note'),
      valid: 'period',
      known_from: 'moment',
      created_at: 'moment',
    },
  },
  reaction_task: { key: ['reaction_id', 'task_id'], columns: plain('reaction_id', 'task_id') },
  task: {
    key: ['id'],
    columns: {
      ...plain('id', 'name', 'area', 'catalogue_code', 'contested', 'medicine_handling', 'version'),
      reserved_to: 'json',
      created_at: 'moment',
    },
  },
  task_lineage: { key: ['task_id', 'of_task_id'], columns: plain('task_id', 'of_task_id', 'relation') },
  entitlement: {
    key: ['task_id', 'occupation', 'valid'],
    columns: { ...plain('task_id', 'occupation', 'may_delegate'), valid: 'period' },
  },
  role_description: {
    key: ['id'],
    columns: {
      ...plain('id', 'name', 'occupation', 'template_code', 'template_version', 'requirements_version'),
      created_at: 'moment',
    },
  },
  role_description_version: {
    key: ['role_description_id', 'number'],
    columns: {
      ...plain('role_description_id', 'number'),
      effective_from: 'moment',
      areas: 'json',
      obligations: 'json',
      published_at: 'moment',
    },
  },
  role_description_task: {
    key: ['role_description_id', 'number', 'position'],
    columns: plain('role_description_id', 'number', 'position', 'area', 'task_id'),
  },
  duty: {
    key: ['id'],
    columns: {
      ...plain('id', 'person_id', 'task_id', 'occupation', 'profession', 'end_reason'),
      valid: 'period',
      created_at: 'moment',
    },
  },
  delegation: {
    key: ['id'],
    columns: {
      ...plain('id', 'task_id', 'delegator_id', 'delegator_profession', 'delegatee_id', 'pending'),
      ...plain('delegable', 'task_nature', 'qualifications', 'follow_up', 'conditions', 'reachable_how'),
      ...plain('training_purpose', 'training_supervisor_id'),
      requested: 'period',
      valid: 'period',
      review_by: 'moment',
      contested: 'json',
      created_at: 'moment',
    },
  },
  delegation_step: {
    key: ['id'],
    columns: {
      ...plain('id', 'delegation_id', 'kind', 'phase', 'actor_id', 'person_id', 'reason'),
      at: 'moment',
      recorded_at: 'moment',
    },
  },
  delegation_review: {
    key: ['id'],
    columns: { ...plain('id', 'delegation_id', 'actor_id', 'person_id', 'outcome', 'note'), at: 'moment' },
  },
  approval: {
    key: ['id'],
    columns: {
      ...plain('id', 'task_id', 'medicine_handling', 'person_id', 'approver_id', 'course_source'),
      ...plain('course_record_id', 'test_source', 'signed_by', 'sign_off_note', 'conditions'),
      course_completed_on: 'day',
      test_passed_on: 'day',
      signed_on: 'day',
      requested: 'period',
      valid: 'period',
      created_at: 'moment',
    },
  },
  approval_step: {
    key: ['id'],
    columns: {
      ...plain('id', 'approval_id', 'kind', 'phase', 'actor_id', 'person_id', 'reason'),
      at: 'moment',
      recorded_at: 'moment',
    },
  },
  competence: {
    key: ['id'],
    columns: {
      ...plain('id', 'name', 'kind', 'validity_months', 'renewal', 'catalogue_code', 'version'),
      levels: 'json',
      created_at: 'moment',
    },
  },
  requirement: {
    key: ['id'],
    columns: {
      ...plain('id', 'task_id', 'role_description_id'),
      except_occupations: 'json',
      valid: 'period',
      created_at: 'moment',
    },
  },
  requirement_option: {
    key: ['requirement_id', 'competence_id'],
    columns: plain('requirement_id', 'competence_id', 'min_level'),
  },
  competence_record: {
    key: ['id'],
    columns: {
      ...plain('id', 'person_id', 'competence_id', 'level', 'assessor_id'),
      achieved_on: 'day',
      requested: 'period',
      valid: 'period',
      evidence: 'json',
      created_at: 'moment',
    },
  },
  competence_record_step: {
    key: ['id'],
    columns: {
      ...plain('id', 'record_id', 'subject_id', 'kind', 'phase', 'actor_id', 'person_id', 'reason'),
      at: 'moment',
    },
  },
  teaching: {
    key: ['id'],
    columns: {
      ...plain('id', 'kind', 'title', 'place', 'holder_id', 'holder_name', 'open', 'version'),
      held: 'period',
      topics: 'json',
      created_at: 'moment',
    },
  },
  teaching_competence: {
    key: ['teaching_id', 'competence_id'],
    columns: plain('teaching_id', 'competence_id', 'level'),
  },
  teaching_cancellation: {
    key: ['teaching_id'],
    columns: { ...plain('teaching_id', 'actor_id', 'by_id', 'reason'), at: 'moment' },
  },
  teaching_participation: {
    key: ['id'],
    columns: {
      ...plain('id', 'teaching_id', 'person_id', 'number', 'kind', 'actor_id', 'by_id'),
      at: 'moment',
    },
  },
  teaching_attendance: {
    key: ['id'],
    columns: {
      ...plain('id', 'teaching_id', 'person_id', 'number', 'status', 'actor_id', 'by_id'),
      held: 'period',
      at: 'moment',
    },
  },
  teaching_record: {
    key: ['teaching_id', 'person_id', 'competence_id'],
    columns: {
      ...plain('teaching_id', 'person_id', 'competence_id', 'level', 'record_id'),
      held: 'period',
      at: 'moment',
    },
  },
  abstention: {
    key: ['id'],
    columns: {
      ...plain('id', 'person_id', 'task_id', 'reason', 'end_reason', 'ended_by'),
      valid: 'period',
      created_at: 'moment',
    },
  },
  clinic_policy: { key: ['name'], columns: plain('name', 'value', 'version') },
  ...evidenceShapes,
  ...trainingShapes,
  working_days: {
    key: ['id'],
    columns: { ...plain('id', 'person_id'), weekdays: 'json', valid: 'period', created_at: 'moment' },
  },
  presence: { key: ['person_id', 'valid'], columns: { ...plain('person_id'), valid: 'period' } },
  practice_right: {
    key: ['person_id', 'profession', 'valid'],
    columns: { ...plain('person_id', 'profession'), valid: 'period' },
  },
  task_kin: { key: ['task_id', 'kin_id'], columns: plain('task_id', 'kin_id') },
};

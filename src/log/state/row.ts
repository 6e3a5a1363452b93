import type { Period } from '../../law/period.js';
import { canonical, type Json } from '../canonical.js';

/** Everything the log adds up to, and the tables that hold the same: what is derived comes after what it is derived from. */
export const stateTables = [
  'person',
  'engagement',
  'authorisation',
  'reaction',
  'reaction_task',
  'task',
  'task_lineage',
  'entitlement',
  'role_description',
  'role_description_version',
  'role_description_task',
  'duty',
  'delegation',
  'delegation_step',
  'delegation_review',
  'approval',
  'approval_step',
  'competence',
  'requirement',
  'requirement_option',
  'competence_record',
  'competence_record_step',
  'teaching',
  'teaching_competence',
  'teaching_cancellation',
  'teaching_participation',
  'teaching_attendance',
  'teaching_record',
  'evidence',
  'evidence_content',
  'evidence_erasure',
  'abstention',
  'clinic_policy',
  'training_plan',
  'training_plan_step',
  'training_supervision',
  'training_goal',
  'training_step',
  'training_withdrawal',
  'working_days',
  'presence',
  'practice_right',
  'task_kin',
] as const;
export type StateTable = (typeof stateTables)[number];

/** A row as text, so that two are the same if and only if they read the same. */
export interface Row {
  readonly key: string;
  readonly columns: { readonly [column: string]: string | null };
}

/** UTC with microseconds, as PostgreSQL counts; null for an open end. */
export const moment = (at: number): string | null =>
  Number.isFinite(at) ? `${new Date(at).toISOString().slice(0, -1)}000Z` : null;

/** [from,to), with nothing in place of an open end. */
export const period = (valid: Period | null): string | null => {
  if (!valid) return null;
  const from = moment(valid.from);
  return `${from === null ? '(' : `[${from}`},${moment(valid.to) ?? ''})`;
};

export const json = (value: Json): string => canonical(value);

/** By key, and in the order of code units: the same on every machine. */
export const inOrder = (rows: Row[]): Row[] =>
  rows.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));

export const row = (key: readonly (string | number | null)[], columns: Row['columns']): Row => ({
  key: key.join(' '),
  columns,
});

export const of = <From>(from: Iterable<From>, make: (each: From) => Row): Row[] => Array.from(from, make);

export const ofMany = <From>(from: Iterable<From>, make: (each: From) => Row[]): Row[] =>
  Array.from(from).flatMap(make);

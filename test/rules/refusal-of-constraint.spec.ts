import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import {
  problemOfConstraint,
  refusalOfConstraint,
  refusalsOfConstraints,
} from '../../src/database/refusal-of-constraint.js';
import { refusalTexts } from '../../src/law/refusal-texts.js';

const folder = new URL('../../migrations/', import.meta.url);
const migrations = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** Every name a violation can bear: named constraints, unique indexes, and what triggers raise under a name of their own. */
const named = new Set(
  migrations.flatMap((sql) => [
    ...[...sql.matchAll(/\bconstraint ([a-z_]+) (?:unique|check|exclude|primary|foreign)/g)].map(
      (found) => found[1],
    ),
    ...[...sql.matchAll(/create unique index ([a-z_]+)/g)].map((found) => found[1]),
    ...[...sql.matchAll(/constraint = ([^,;]+)/g)].flatMap(
      (found) => found[1]?.match(/(?<=')[a-z_]+(?=')/g) ?? [],
    ),
  ]),
);

/** No caller can reach these through the rules or around them: a violation is our own mistake. */
const ourOwn = [
  'act_without_entry',
  'auditor_until_of_auditor',
  'checkpoint_extends',
  'clinic_left',
  'delegation_within_request',
  'duty_needs_profession',
  'evidence_as_told',
  'evidence_immutable',
  'evidence_of_nobody',
  'evidence_too_large',
  'evidence_without_content',
  'log_append_only',
  'log_gapless',
  'log_peaks',
  'log_signed',
  'record_of_another_goal',
  'step_of_another_signer',
  'supervision_end_untold',
  'supervision_revived',
  'training_plan_revived',
];

const violation = (constraint: string) =>
  new QueryFailedError('insert', [], Object.assign(new Error('violated'), { code: '23000', constraint }));

test('every named constraint of the schema stands for a refusal or a problem, and no other does', () => {
  const problems = [...named].filter((name) => name && problemOfConstraint(violation(name)) !== null);
  expect(problems.sort()).toEqual(['account_exists', 'member_exists']);
  expect([...Object.keys(refusalsOfConstraints), ...problems, ...ourOwn].sort()).toEqual([...named].sort());
});

describe.each(Object.entries(refusalsOfConstraints))('%s', (constraint, code) => {
  test(`is refused as ${code}`, () => {
    expect(refusalTexts[code].title.nb).not.toBe('');
    expect(refusalOfConstraint(violation(constraint))?.refusals).toEqual([{ code }]);
  });
});

test.each(['constructor', 'toString', '__proto__', 'person_pkey', ''])('%j is no refusal', (constraint) => {
  expect(refusalOfConstraint(violation(constraint))).toBeNull();
  expect(problemOfConstraint(violation(constraint))).toBeNull();
});

test.each([
  [null],
  [undefined],
  ['duty_exists'],
  [{ constraint: 'duty_exists' }],
  [new Error('duty_exists')],
])('what no database said is no refusal', (error) => {
  expect(refusalOfConstraint(error)).toBeNull();
});

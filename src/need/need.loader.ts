import type { Tx } from '../database/tx.js';
import { periodOf } from '../decision/facts.loader.js';
import type { Competence, Subject } from './need.rules.js';

type Row = Omit<Subject, 'competence' | 'claimed'> & {
  readonly competence: Competence | null;
  readonly claimed: readonly [from: number | null, to: number | null] | null;
};

/** What waits at a moment, and what ends between it and the horizon, by person; `personId` null means everybody's. */
export async function subjectsOf(
  tx: Tx,
  at: number,
  horizon: number,
  personId: string | null,
): Promise<Map<string, Subject[]>> {
  const rows = await tx.rows<{ subject: Row }>(subjectsSql, [new Date(at), new Date(horizon), personId]);
  return Map.groupBy(
    rows.map(({ subject }): Subject => {
      const { claimed } = subject;
      return { ...subject, claimed: claimed && periodOf(claimed[0], claimed[1]) };
    }),
    (subject) => subject.personId,
  );
}

const subject = (kind: string, from: string, more: Readonly<Record<string, string>>): string => {
  const told = {
    at: 'null',
    taskId: 'null',
    competence: 'null',
    occupation: 'null',
    delegatorId: 'null',
    ...more,
  };
  const fields = Object.entries({ claimed: 'null', ...told }).map(([name, sql]) => `'${name}', ${sql}`);
  return `select json_build_object('kind', '${kind}', ${fields.join(', ')}) subject from ${from}`;
};

const competence = `json_build_object('id', c.id, 'name', c.name, 'level', r.level)`;
const records = 'competence_record r join competence c on c.id = r.competence_id';
const whose = (person: string) => `($3::uuid is null or ${person} = $3)`;
/** Ends after the moment, and at the horizon at the latest. */
const ends = (valid: string) => `${valid} @> $1::timestamptz and upper(${valid}) <= $2::timestamptz`;
const step = (kinds: string) =>
  `select s.at from competence_record_step s where s.record_id = r.id and s.kind in (${kinds}) and s.at <= $1::timestamptz`;

const subjectsSql = [
  subject('record-expires', `${records} where ${ends('r.valid')} and ${whose('r.person_id')}`, {
    id: 'r.id',
    personId: 'r.person_id',
    at: 'ms(upper(r.valid))',
    competence,
  }),
  subject('engagement-expires', `engagement e where ${ends('e.valid')} and ${whose('e.person_id')}`, {
    id: 'e.id',
    personId: 'e.person_id',
    at: 'ms(upper(e.valid))',
    occupation: 'e.occupation',
  }),
  subject('delegation-expires', `delegation d where ${ends('d.valid')} and ${whose('d.delegatee_id')}`, {
    id: 'd.id',
    personId: 'd.delegatee_id',
    at: 'ms(upper(d.valid))',
    taskId: 'd.task_id',
    delegatorId: 'd.delegator_id',
  }),
  subject(
    'review-overdue',
    `delegation d where d.valid @> $1::timestamptz and d.review_by < $1::timestamptz and ${whose('d.delegatee_id')}`,
    {
      id: 'd.id',
      personId: 'd.delegatee_id',
      at: 'ms(d.review_by)',
      taskId: 'd.task_id',
      delegatorId: 'd.delegator_id',
    },
  ),
  subject('abstention-open', `abstention a where a.valid @> $1::timestamptz and ${whose('a.person_id')}`, {
    id: 'a.id',
    personId: 'a.person_id',
    at: 'ms(lower(a.valid))',
    taskId: 'a.task_id',
  }),
  subject(
    'claim-waiting',
    `${records} cross join lateral (${step(`'claimed'`)}) w where r.valid is null and ${whose('r.person_id')}
      and not exists (${step(`'confirmed', 'rejected', 'withdrawn'`)})`,
    {
      id: 'r.id',
      personId: 'r.person_id',
      at: 'ms(w.at)',
      competence,
      claimed: `json_build_array(ms(lower(r.requested)), ms(upper(r.requested)))`,
    },
  ),
  subject(
    'supervisor-missing',
    `training_plan p where p.valid @> $1::timestamptz and ${whose('p.person_id')} and not exists (select from training_supervision v
      where v.plan_id = p.id and v.valid @> $1::timestamptz)`,
    {
      id: 'p.id',
      personId: 'p.person_id',
      at: `ms(coalesce((select max(upper(v.valid)) from training_supervision v where v.plan_id = p.id
        and upper(v.valid) <= $1::timestamptz), lower(p.valid)))`,
    },
  ),
  subject(
    'supervision-ends',
    `training_supervision v join training_plan p on p.id = v.plan_id where ${ends('v.valid')} and upper(v.valid) < upper(p.valid)
      and ${whose('p.person_id')}`,
    { id: 'p.id', personId: 'p.person_id', at: 'ms(upper(v.valid))' },
  ),
].join('\n  union all ');

import { areaOrder, isInUse } from '../coverage/workforce.loader.js';
import type { Tx } from '../database/tx.js';
import type { Facts } from '../decision/decision.facts.js';
import { options } from '../decision/facts.loader.js';
import type { AuthorisationFacts, ReactionFacts } from '../people/practice-right.rules.js';
import { type Packed, unpacked } from './matrix.unpack.js';

/** Whom and what a matrix is about. Null: whoever and whatever there is. */
export interface Wanted {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly area: string | null;
  readonly occupation: string | null;
  readonly competenceId: string | null;
  /** Also tasks that are not in use. */
  readonly all: boolean;
}

/** Somebody, with what it takes to know the title they may carry. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly authorisations: readonly AuthorisationFacts[];
  /** Of authorisations, in force at the moment. */
  readonly reactions: readonly ReactionFacts[];
}

export interface Subjects {
  /** Engaged at the moment, by name. */
  readonly people: readonly Member[];
  /** In the order of areas and names. */
  readonly taskIds: readonly string[];
  /** Without the ids of duties, delegations and approvals: what is alike for many tasks is one and the same here. */
  readonly facts: Facts;
}

/** In one statement however many they are; places in the two lists stand for whom and what it is about. */
export async function subjectsAt(tx: Tx, wanted: Wanted): Promise<Subjects> {
  const { at, area, occupation, competenceId, all } = wanted;
  const row = await tx.one<Packed>(subjectsSql, [new Date(at), area, occupation, competenceId, all]);
  if (!row) throw new Error('a select without from gives one row');
  return unpacked(row);
}

const edges = (valid: string) => `ms(lower(${valid})), ms(upper(${valid}))`;

/** One list for each kind of fact; null where there is none. */
const list = (name: string, columns: string, from: string) =>
  `(select json_agg(json_build_array(${columns})) from ${from}) ${name}`;

/** What one person holds alike of many tasks is told once, with the places of the tasks. */
const grouped = (name: string, table: string, person: string, alike: readonly string[]) => {
  const columns = ['p.n', ...alike.map((column) => `h.${column}`), 'h.valid'];
  const held = `select ${columns.join(', ')}, array_agg(t.n) tasks from ${table} h join p on p.id = h.${person} join t on t.id = h.task_id
    where h.valid is not null group by ${columns.join(', ')}`;
  return list(
    name,
    [...['n', ...alike].map((column) => `g.${column}`), edges('g.valid'), 'g.tasks'].join(', '),
    `(${held}) g`,
  );
};

const peopleSql = `select q.id, q.name, (row_number() over (order by q.name collate "nb-x-icu", q.id))::int - 1 n
  from person q where q.id in (select e.person_id from engagement e
    where e.valid @> $1::timestamptz and ($3::text is null or e.occupation = $3))`;

const tasksSql = `select t.id, t.name, t.area, t.reserved_to is not null reserved, t.contested,
    (row_number() over (order by ${areaOrder}, t.name collate "nb-x-icu", t.id))::int - 1 n
  from task t where ($5::boolean or ${isInUse('t.id')}) and ($2::text is null or t.area = $2)
    and ($4::uuid is null or t.id in (select q.task_id from requirement q join requirement_option o on o.requirement_id = q.id
      where o.competence_id = $4 and q.valid @> $1::timestamptz))`;

const competencesSql = `select c.id, row_number() over (order by c.id)::int - 1 n from competence c`;

const subjectsSql = `with p as materialized (${peopleSql}), t as materialized (${tasksSql}), c as materialized (${competencesSql}) select
  (select json_agg(id order by n) from c) competences,
  (select json_agg(json_build_array(id, name) order by n) from p) people,
  (select json_agg(json_build_array(id, name, area, reserved, contested) order by n) from t) tasks,
  (select json_agg(json_build_array(p.n, e.occupation, e.kind, e.role_description_id, ${edges('e.valid')}) order by lower(e.valid), e.id)
    from engagement e join p on p.id = e.person_id) engagements,
  ${list('authorisations', `p.n, a.id, a.profession, a.approval_type, ${edges('a.valid')}`, 'authorisation a join p on p.id = a.person_id')},
  ${list(
    'reactions',
    `p.n, r.authorisation_id, r.kind, ${edges('r.valid')}`,
    'reaction r join p on p.id = r.person_id where r.authorisation_id is not null and r.valid @> $1::timestamptz',
  )},
  ${list('rights', `p.n, r.profession, ${edges('r.valid')}`, 'practice_right r join p on p.id = r.person_id')},
  ${list('bans', `p.n, ${edges('b.valid')}`, `reaction b join p on p.id = b.person_id where b.kind = 'ban'`)},
  ${list(
    'limits',
    `p.n, t.n, a.profession, ${edges('l.valid')}`,
    `reaction l join p on p.id = l.person_id join authorisation a on a.id = l.authorisation_id
      join reaction_task lt on lt.reaction_id = l.id join task_kin k on k.task_id = lt.task_id join t on t.id = k.kin_id`,
  )},
  ${grouped('duties', 'duty', 'person_id', ['occupation'])},
  ${grouped('delegations', 'delegation', 'delegatee_id', [])},
  ${grouped('approvals', 'approval', 'person_id', [])},
  ${grouped('abstentions', 'abstention', 'person_id', [])},
  ${list(
    'records',
    `p.n, c.n, m.level, ${edges('m.valid')}`,
    'competence_record m join p on p.id = m.person_id join c on c.id = m.competence_id where m.valid is not null',
  )},
  ${list('entitlements', `t.n, o.occupation, o.may_delegate, ${edges('o.valid')}`, 'entitlement o join t on t.id = o.task_id')},
  ${list(
    'requirements',
    `t.n, q.role_description_id, ${options}, q.except_occupations, ${edges('q.valid')}`,
    `requirement q left join t on t.id = q.task_id
      where q.valid is not null and (t.id is not null or q.role_description_id is not null)`,
  )}`;

import { areaOrder, isInUse } from '../coverage/workforce.loader.js';
import type { Wanted } from './matrix.loader.js';

const edges = (valid: string) => `ms(lower(${valid})), ms(upper(${valid}))`;

/**
 * Not null, since no period is empty. Asked for in those words, a plan that is kept takes the index that guards against
 * overlaps, which answers `is not null` itself and takes twice as long.
 */
const isHeld = (valid: string) => `not isempty(${valid})`;

/** One list for each kind of fact; null where there is none. */
const list = (columns: string, from: string) =>
  `(select json_agg(json_build_array(${columns})) from ${from})`;

/** For facts in great number: one list for each column costs the database a third of one for each row. */
const lists = (columns: readonly string[]) => columns.map((column) => `array_agg(${column})`).join(', ');

/** What one person holds alike of many tasks is told once, with the places of the tasks: put together as text, as which they are told. */
const grouped = (table: string, person: string, alike: readonly string[]) => {
  const key = [`h.${person}`, ...alike.map((column) => `h.${column}`), 'lower(h.valid)', 'upper(h.valid)'];
  const held = `select ${key.map((column, i) => `${column} k${i}`).join(', ')}, ('[' || string_agg(t.n, ',') || ']')::json tasks
    from ${table} h join t on t.id = h.task_id where h.${person} = any($2::uuid[]) and ${isHeld('h.valid')} group by ${key.join(', ')}`;
  const told = key.slice(1).map((_, i) => (i < alike.length ? `g.k${i + 1}` : `ms(g.k${i + 1})`));
  return list(['p.n', ...told, 'g.tasks'].join(', '), `(${held}) g join p on p.id = g.k0`);
};

/**
 * A text of its own for each choice of what is left out, of which there are sixteen: what depends on nothing but whether
 * a value is there would be planned anew each time.
 */
export function subjectsQuery({ at, area, occupation, competenceId, all }: Wanted) {
  const values: unknown[] = [new Date(at)];
  const only = (value: string | null, condition: (parameter: string) => string): string[] =>
    value === null ? [] : [condition(`$${values.push(value)}`)];
  const engaged = ['e.valid @> $1::timestamptz', ...only(occupation, (of) => `e.occupation = ${of}`)];
  const wanted = [
    ...(all ? [] : [isInUse('t.id')]),
    ...only(area, (of) => `t.area = ${of}`),
    ...only(competenceId, requiresSql),
  ];
  return { sql: subjectsSql(engaged.join(' and '), wanted.join(' and ') || 'true'), values };
}

const requiresSql = (competence: string) =>
  `t.id in (select q.task_id from requirement q join requirement_option o on o.requirement_id = q.id
    where o.competence_id = ${competence} and q.valid @> $1::timestamptz)`;

const subjectsSql = (engaged: string, wanted: string) => `
  with t as materialized (
    select t.id, t.name, t.area, t.reserved_to is not null reserved, t.contested,
      (row_number() over (order by ${areaOrder}, t.name collate "nb-x-icu", t.id))::int - 1 n
    from task t where ${wanted}
  ), q as materialized (
    select q.id, t.n, q.role_description_id, q.except_occupations, q.valid from requirement q left join t on t.id = q.task_id
    where q.valid is not null and (t.id is not null or q.role_description_id is not null)
  ) select
  (select json_agg(c.id) from competence c) competences,
  (select json_agg(json_build_array(p.id, p.name) order by p.name collate "nb-x-icu", p.id) from person p
    where p.id in (select e.person_id from engagement e where ${engaged})) people,
  (select json_agg(json_build_array(id, name, area, reserved, contested) order by n) from t) tasks,
  (select json_build_array(${lists(['t.n', 'o.occupation', 'o.may_delegate', 'ms(lower(o.valid))', 'ms(upper(o.valid))'])})
    from entitlement o join t on t.id = o.task_id) entitlements,
  ${list(`q.id, q.n, q.role_description_id, q.except_occupations, ${edges('q.valid')}`, 'q')} requirements,
  (select json_agg(json_build_array(o.requirement_id, c.id, c.name, o.min_level) order by c.name, c.id)
    from requirement_option o join q on q.id = o.requirement_id join competence c on c.id = o.competence_id) options`;

/** Ids in a list, with their places from 0. */
const placed = 'select id, n::int - 1 n from unnest($2::uuid[]) with ordinality of (id, n)';

/**
 * The same of many. Of a list that it does not know yet the planner thinks that it holds ten, of what is split from a text that
 * it holds a thousand: then it groups by hash, which takes a quarter less of the time than by sorting.
 */
const placedMany = (parameter: string, type: 'int' | 'text') =>
  `select id::uuid id, (n - 1)::${type} n from string_to_table(${parameter}, ',') with ordinality of (id, n)`;

const facts = {
  engagements: `(select json_agg(json_build_array(p.n, e.occupation, e.kind, e.role_description_id, ${edges('e.valid')}) order by lower(e.valid), e.id)
    from engagement e join p on p.id = e.person_id)`,
  authorisations: list(
    `p.n, a.id, a.profession, a.approval_type, ${edges('a.valid')}`,
    'authorisation a join p on p.id = a.person_id',
  ),
  reactions: list(
    `p.n, r.authorisation_id, r.kind, ${edges('r.valid')}`,
    'reaction r join p on p.id = r.person_id where r.authorisation_id is not null and r.valid @> $1::timestamptz',
  ),
  rights: list(`p.n, r.profession, ${edges('r.valid')}`, 'practice_right r join p on p.id = r.person_id'),
  bans: list(`p.n, ${edges('b.valid')}`, `reaction b join p on p.id = b.person_id where b.kind = 'ban'`),
  // What is over limits nothing again, and to find its tasks takes more than to find it.
  limits: list(
    `p.n, k.kin_id, a.profession, ${edges('l.valid')}`,
    `(select * from reaction l where upper_inf(l.valid) or upper(l.valid) > $1::timestamptz) l join p on p.id = l.person_id join authorisation a on a.id = l.authorisation_id
      join reaction_task lt on lt.reaction_id = l.id join task_kin k on k.task_id = lt.task_id`,
  ),
  duties: grouped('duty', 'person_id', ['occupation']),
  delegations: grouped('delegation', 'delegatee_id', []),
  approvals: grouped('approval', 'person_id', []),
  abstentions: grouped('abstention', 'person_id', []),
  records: list(
    'p.n, m.competences, m.levels, m.starts, m.ends',
    `(select m.person_id, array_agg(c.n) competences, array_agg(m.level) levels,
        array_agg(ms(lower(m.valid))) starts, array_agg(ms(upper(m.valid))) ends
      from competence_record m join c on c.id = m.competence_id
      where m.person_id = any($2::uuid[]) and ${isHeld('m.valid')} group by m.person_id) m join p on p.id = m.person_id`,
  ),
};

/** As a text, which is read when it is their turn: the facts of those who come later need not be kept. */
export const peopleSql = `with p as materialized (${placed}), t as materialized (${placedMany('$3', 'text')}), c as materialized (${placedMany('$4', 'int')})
  select json_build_object(${Object.entries(facts)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(',\n  ')})::text facts`;

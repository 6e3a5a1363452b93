import { areaOrder, isInUse } from '../coverage/workforce.loader.js';
import type { Tx } from '../database/tx.js';
import type { LoadedTask, PersonFacts } from '../decision/decision.facts.js';
import { options } from '../decision/facts.loader.js';
import type { TitleFacts } from '../people/practice-right.rules.js';
import { type Packed, type PackedPeople, tasksIn, Unpacking } from './matrix.unpack.js';

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
export interface Member extends TitleFacts {
  readonly id: string;
  readonly name: string;
}

/** Somebody, and what the decisions about them are made from, without the ids of duties, delegations and approvals. */
export interface Subject {
  readonly member: Member;
  /** What is alike for many tasks is one and the same list. */
  readonly person: PersonFacts;
}

export interface Subjects {
  /** In the order of areas and names. */
  readonly tasks: readonly LoadedTask[];
  /** Engaged at the moment, by name. */
  readonly personIds: readonly string[];
  /** In the same order; to be walked once, before the transaction ends. */
  readonly people: Iterable<Subject> | AsyncIterable<Subject>;
}

/** So few at a time that what is found of them is soon forgotten, so many that few statements are enough. */
const part = 100;
/** The first ones sooner, so that nobody waits for the others before anything is decided. */
const firstPart = 20;

/** In one statement, one for the first few people and one for each hundred after them. */
export async function subjectsAt(tx: Tx, wanted: Wanted): Promise<Subjects> {
  const { at, area, occupation, competenceId, all } = wanted;
  const row = await tx.one<Packed>(subjectsSql, [new Date(at), area, occupation, competenceId, all]);
  if (!row) throw new Error('a select without from gives one row');
  const tasks = tasksIn(row);
  return {
    tasks,
    personIds: (row.people ?? []).map(([id]) => id),
    people: inParts(tx, at, new Unpacking(row, tasks)),
  };
}

/** The database finds the next ones while decisions are made about those before them, and waits for nobody in between. */
async function* inParts(tx: Tx, at: number, unpacking: Unpacking): AsyncGenerator<Subject> {
  const { people, taskIds, competenceIds } = unpacking;
  const asked: Part[] = [];
  const ask = (from: number) => {
    const most = from === 0 ? firstPart : part;
    const ids = people.slice(from, from + most).map(([id]) => id);
    if (ids.length === 0) return;
    const found = tx.one<PackedPeople>(peopleSql, [new Date(at), ids, taskIds, competenceIds]);
    // It may fail while others are served: that is told where it is awaited, and must not end the process before.
    found.catch(() => undefined);
    asked.push({ from, most, found });
  };
  ask(0);
  ask(firstPart);
  try {
    for (let next = firstPart + part; asked[0]; next += part) {
      const { from, most, found } = asked[0];
      const packed = await found;
      asked.shift();
      ask(next);
      if (packed) yield* unpacking.peopleIn(packed, from, most);
    }
  } finally {
    // Whoever stops early must not end the transaction under a statement.
    await Promise.allSettled(asked.map(({ found }) => found));
  }
}

interface Part {
  readonly from: number;
  readonly most: number;
  readonly found: Promise<PackedPeople | undefined>;
}

const edges = (valid: string) => `ms(lower(${valid})), ms(upper(${valid}))`;

/**
 * Not null, since no period is empty. Asked for in those words, a plan that is kept takes the index that guards against
 * overlaps, which answers `is not null` itself and takes twice as long.
 */
const isHeld = (valid: string) => `not isempty(${valid})`;

/** One list for each kind of fact; null where there is none. */
const list = (name: string, columns: string, from: string) =>
  `(select json_agg(json_build_array(${columns})) from ${from}) ${name}`;

/** For facts in great number: one list for each column costs the database a third of one for each row. */
const columns = (name: string, each: readonly string[], from: string) =>
  `(select json_build_array(${each.map((column) => `array_agg(${column})`).join(', ')}) from ${from}) ${name}`;

/** What one person holds alike of many tasks is told once, with the places of the tasks. */
const grouped = (name: string, table: string, person: string, alike: readonly string[]) => {
  const key = ['p.n', ...alike.map((column) => `h.${column}`), 'lower(h.valid)', 'upper(h.valid)'];
  const held = `select ${key.map((column, i) => `${column} k${i}`).join(', ')}, array_agg(t.n) tasks
    from ${table} h join p on p.id = h.${person} join t on t.id = h.task_id
    where ${isHeld('h.valid')} group by ${key.join(', ')}`;
  const told = key.map((_, i) => (i < key.length - 2 ? `g.k${i}` : `ms(g.k${i})`));
  return list(name, [...told, 'g.tasks'].join(', '), `(${held}) g`);
};

const engagedSql = `select q.id, q.name from person q where q.id in (select e.person_id from engagement e
    where e.valid @> $1::timestamptz and ($3::text is null or e.occupation = $3))`;

const tasksSql = `select t.id, t.name, t.area, t.reserved_to is not null reserved, t.contested,
    (row_number() over (order by ${areaOrder}, t.name collate "nb-x-icu", t.id))::int - 1 n
  from task t where ($5::boolean or ${isInUse('t.id')}) and ($2::text is null or t.area = $2)
    and ($4::uuid is null or t.id in (select q.task_id from requirement q join requirement_option o on o.requirement_id = q.id
      where o.competence_id = $4 and q.valid @> $1::timestamptz))`;

const subjectsSql = `with t as materialized (${tasksSql}) select
  (select json_agg(c.id) from competence c) competences,
  (select json_agg(json_build_array(p.id, p.name) order by p.name collate "nb-x-icu", p.id) from (${engagedSql}) p) people,
  (select json_agg(json_build_array(id, name, area, reserved, contested) order by n) from t) tasks,
  ${columns(
    'entitlements',
    ['t.n', 'o.occupation', 'o.may_delegate', 'ms(lower(o.valid))', 'ms(upper(o.valid))'],
    'entitlement o join t on t.id = o.task_id',
  )},
  ${list(
    'requirements',
    `t.n, q.role_description_id, ${options}, q.except_occupations, ${edges('q.valid')}`,
    `requirement q left join t on t.id = q.task_id
      where q.valid is not null and (t.id is not null or q.role_description_id is not null)`,
  )}`;

/** Ids in a list, with their places from 0. */
const placed = (parameter: string) =>
  `(select id, n::int - 1 n from unnest(${parameter}::uuid[]) with ordinality of (id, n))`;

const peopleSql = `with p as materialized ${placed('$2')}, t as materialized ${placed('$3')}, c as materialized ${placed('$4')} select
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
    `p.n, k.kin_id, a.profession, ${edges('l.valid')}`,
    `reaction l join p on p.id = l.person_id join authorisation a on a.id = l.authorisation_id
      join reaction_task lt on lt.reaction_id = l.id join task_kin k on k.task_id = lt.task_id`,
  )},
  ${grouped('duties', 'duty', 'person_id', ['occupation'])},
  ${grouped('delegations', 'delegation', 'delegatee_id', [])},
  ${grouped('approvals', 'approval', 'person_id', [])},
  ${grouped('abstentions', 'abstention', 'person_id', [])},
  ${columns(
    'records',
    ['p.n', 'c.n', 'm.level', 'ms(lower(m.valid))', 'ms(upper(m.valid))'],
    `competence_record m join p on p.id = m.person_id join c on c.id = m.competence_id where ${isHeld('m.valid')}`,
  )}`;

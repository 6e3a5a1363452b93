import type { Tx } from '../database/tx.js';
import type { Period } from '../law/period.js';
import { isClinical } from '../task/task.rules.js';
import type { Engaged, Entitled, Facts, LoadedTask, PersonFacts, Wanted } from './decision.facts.js';

/**
 * Everything `decide` needs about these people and these tasks, in one statement however many they are.
 * `taskIds` null means every task that one of them holds as a duty, by delegation or by approval.
 */
export async function loadFacts(
  tx: Tx,
  personIds: readonly string[],
  taskIds: readonly string[] | null,
): Promise<Facts> {
  const row = await (taskIds === null
    ? tx.one<Row>(factsOnHeldTasksSql, [personIds])
    : tx.one<Row>(factsOnTasksSql, [personIds, taskIds]));
  return {
    people: new Map((row?.people ?? []).map((person) => [person.id, personFacts(person)])),
    tasks: new Map((row?.tasks ?? []).map((task) => [task.id, taskFacts(task)])),
  };
}

interface Row {
  readonly people: PersonRow[] | null;
  readonly tasks: TaskRow[] | null;
}

type Edges = readonly [from: number | null, to: number | null];

interface PersonRow {
  readonly id: string;
  readonly engagements: [string, Engaged['kind'], ...Edges][] | null;
  readonly rights: [string, ...Edges][] | null;
  readonly bans: [...Edges][] | null;
  readonly limits: [taskId: string, profession: string, ...Edges][] | null;
  readonly duties: [taskId: string, id: string, occupation: string, ...Edges][] | null;
  readonly delegations: [taskId: string, id: string, ...Edges][] | null;
  readonly approvals: [taskId: string, id: string, ...Edges][] | null;
  readonly abstentions: [taskId: string, ...Edges][] | null;
  readonly records: [competenceId: string, level: number, ...Edges][] | null;
  readonly roleRequirements: [occupation: string, OptionRow[], string[], ...Edges][] | null;
}

export type OptionRow = readonly [competenceId: string, name: string, minLevel: number];

interface TaskRow {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  readonly reserved: boolean;
  readonly contested: boolean;
  readonly entitlements: [string, boolean, ...Edges][] | null;
  readonly requirements: [OptionRow[], string[], ...Edges][] | null;
}

export const periodOf = (from: number | null, to: number | null): Period => ({
  from: from ?? Number.NEGATIVE_INFINITY,
  to: to ?? Number.POSITIVE_INFINITY,
});

function personFacts(row: PersonRow): PersonFacts {
  return {
    id: row.id,
    engagements: (row.engagements ?? []).map(([occupation, kind, from, to]) => ({
      occupation,
      kind,
      valid: periodOf(from, to),
    })),
    rights: (row.rights ?? []).map(([profession, from, to]) => ({ profession, valid: periodOf(from, to) })),
    bans: (row.bans ?? []).map(([from, to]) => periodOf(from, to)),
    limits: byTask(row.limits, ([taskId, profession, from, to]) => [
      taskId,
      { profession, valid: periodOf(from, to) },
    ]),
    duties: byTask(row.duties, ([taskId, id, occupation, from, to]) => [
      taskId,
      { id, occupation, valid: periodOf(from, to) },
    ]),
    delegations: byTask(row.delegations, ([taskId, id, from, to]) => [
      taskId,
      { id, valid: periodOf(from, to) },
    ]),
    approvals: byTask(row.approvals, ([taskId, id, from, to]) => [taskId, { id, valid: periodOf(from, to) }]),
    abstentions: byTask(row.abstentions, ([taskId, from, to]) => [taskId, periodOf(from, to)]),
    records: byTask(row.records, ([competenceId, level, from, to]) => [
      competenceId,
      { level, valid: periodOf(from, to) },
    ]),
    roleRequirements: (row.roleRequirements ?? []).map(([occupation, options, except, from, to]) => ({
      occupation,
      anyOf: options.map(wantedOf),
      except,
      valid: periodOf(from, to),
    })),
  };
}

export const wantedOf = ([competenceId, name, minLevel]: OptionRow): Wanted => ({
  competenceId,
  name,
  minLevel,
});

function taskFacts({ entitlements, requirements, ...task }: TaskRow): LoadedTask {
  const entitled: Entitled[] = (entitlements ?? []).map(([occupation, mayDelegate, from, to]) => ({
    occupation,
    mayDelegate,
    valid: periodOf(from, to),
  }));
  const required = (requirements ?? []).map(([options, except, from, to]) => ({
    anyOf: options.map(wantedOf),
    except,
    valid: periodOf(from, to),
  }));
  return { ...task, clinical: isClinical(task.area), entitlements: entitled, requirements: required };
}

function byTask<Row, Fact>(
  rows: readonly Row[] | null,
  of: (row: Row) => [string, Fact],
): Map<string, Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const row of rows ?? []) {
    const [taskId, fact] = of(row);
    const facts = found.get(taskId);
    if (facts) facts.push(fact);
    else found.set(taskId, [fact]);
  }
  return found;
}

const edges = (valid: string) => `ms(lower(${valid})), ms(upper(${valid}))`;

/** `array(select …)` hides from the planner how many there are, so that it finds its kept plan as good as a new one. */
const among = (parameter: string) => `= any(array(select unnest(${parameter}::uuid[])))`;

/** Of the requirement `q`. */
const options = `(select json_agg(json_build_array(o.competence_id, c.name, o.min_level) order by c.name, c.id)
  from requirement_option o join competence c on c.id = o.competence_id where o.requirement_id = q.id)`;

/** Two statements and not one with a condition: each plan fits its question. */
const factsSql = (tasks: { wanted: string; narrowed: (column: string) => string }) => `
  select
    (select json_agg(json_build_object(
      'id', p.id,
      'engagements', (select json_agg(json_build_array(e.occupation, e.kind, ${edges('e.valid')}) order by lower(e.valid), e.id)
        from engagement e where e.person_id = p.id),
      'rights', (select json_agg(json_build_array(r.profession, ${edges('r.valid')}))
        from practice_right r where r.person_id = p.id),
      'bans', (select json_agg(json_build_array(${edges('b.valid')}))
        from reaction b where b.person_id = p.id and b.kind = 'ban'),
      'limits', (select json_agg(json_build_array(k.kin_id, a.profession, ${edges('l.valid')}))
        from reaction l join authorisation a on a.id = l.authorisation_id
        join reaction_task lt on lt.reaction_id = l.id join task_kin k on k.task_id = lt.task_id
        where l.person_id = p.id ${tasks.narrowed('k.kin_id')}),
      'duties', (select json_agg(json_build_array(d.task_id, d.id, d.occupation, ${edges('d.valid')}))
        from duty d where d.person_id = p.id and d.valid is not null ${tasks.narrowed('d.task_id')}),
      'delegations', (select json_agg(json_build_array(g.task_id, g.id, ${edges('g.valid')}))
        from delegation g where g.delegatee_id = p.id and g.valid is not null ${tasks.narrowed('g.task_id')}),
      'approvals', (select json_agg(json_build_array(a.task_id, a.id, ${edges('a.valid')}))
        from approval a where a.person_id = p.id and a.valid is not null ${tasks.narrowed('a.task_id')}),
      'abstentions', (select json_agg(json_build_array(s.task_id, ${edges('s.valid')}))
        from abstention s where s.person_id = p.id ${tasks.narrowed('s.task_id')}),
      'records', (select json_agg(json_build_array(m.competence_id, m.level, ${edges('m.valid')}))
        from competence_record m where m.person_id = p.id and m.valid is not null),
      'roleRequirements', (select json_agg(json_build_array(e.occupation, ${options}, q.except_occupations, ${edges('e.valid * q.valid')}))
        from engagement e join requirement q on q.role_description_id = e.role_description_id
        where e.person_id = p.id and e.valid && q.valid)
    )) from person p where p.id ${among('$1')}) people,
    (select json_agg(json_build_object(
      'id', t.id, 'name', t.name, 'area', t.area,
      'reserved', t.reserved_to is not null, 'contested', t.contested,
      'entitlements', (select json_agg(json_build_array(n.occupation, n.may_delegate, ${edges('n.valid')}))
        from entitlement n where n.task_id = t.id),
      'requirements', (select json_agg(json_build_array(${options}, q.except_occupations, ${edges('q.valid')}))
        from requirement q where q.task_id = t.id and q.valid is not null)
    )) from task t where t.id ${tasks.wanted}) tasks`;

const factsOnTasksSql = factsSql({
  wanted: among('$2'),
  narrowed: (column) => `and ${column} ${among('$2')}`,
});

const factsOnHeldTasksSql = factsSql({
  wanted: `in (select task_id from duty where person_id ${among('$1')} and valid is not null
    union select task_id from delegation where delegatee_id ${among('$1')} and valid is not null
    union select task_id from approval where person_id ${among('$1')} and valid is not null)`,
  narrowed: () => '',
});

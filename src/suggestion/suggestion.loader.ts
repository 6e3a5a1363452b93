import type { Tx } from '../database/tx.js';
import type { PersonFacts } from '../decision/decision.facts.js';
import { loadFacts, periodOf } from '../decision/facts.loader.js';
import {
  type ConditionRow,
  conditionOf,
  conditionsSql,
  kin,
  type StandingRow,
  spanned,
  standing,
  standingOf,
} from '../delegation/delegation.facts.js';
import { startOfDay } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import type { GapFacts, Given, NearRecord } from './suggestion.facts.js';

export interface Gap {
  readonly facts: GapFacts;
  /** Whom it is about, engaged or not; null where it is about anybody. */
  readonly person: PersonFacts | null;
  readonly names: ReadonlyMap<string, string>;
}

/** Everybody who is engaged now, seen from one task; in three statements. 404 for an unknown person or task, or another clinic's. */
export async function gapIn(tx: Tx, taskId: string, personId: string | null): Promise<Gap> {
  const present = await tx.rows<{ id: string; name: string }>(presentSql, [new Date(tx.now), personId]);
  const ids = present.map(({ id }) => id);
  const { people, tasks } = await loadFacts(tx, ids, [taskId]);
  const task = tasks.get(taskId);
  const person = personId === null ? null : people.get(personId);
  if (!task || person === undefined) throw new Problem('not-found');
  const found = ids.flatMap((id) => people.get(id) ?? []);
  const wanted = [...task.requirements, ...found.flatMap(({ roleRequirements }) => roleRequirements)];
  const competenceIds = new Set(wanted.flatMap(({ anyOf }) => anyOf.map(({ competenceId }) => competenceId)));
  const row = await tx.one<Around>(aroundSql, [taskId, [...competenceIds], ids]);
  const given = (row?.given ?? []).map(givenOf);
  return {
    person,
    names: new Map(present.map(({ id, name }) => [id, name])),
    facts: {
      now: tx.now,
      startOfToday: startOfDay(tx.now),
      task,
      people: found,
      givenTo: Map.groupBy(given, ({ delegateeId }) => delegateeId),
      givenBy: Map.groupBy(given, ({ delegatorId }) => delegatorId),
      conditions: new Map(
        (row?.conditions ?? []).map(([who, conditions]) => [who, conditions.map(conditionOf)]),
      ),
      records: (row?.records ?? []).map(recordOf),
    },
  };
}

type Edges = readonly [from: number | null, to: number | null];

interface Around {
  readonly given:
    | [delegatorId: string, delegateeId: string, stands: StandingRow, spans: StandingRow][]
    | null;
  readonly conditions: [personId: string, ConditionRow[]][] | null;
  readonly records: RecordRow[] | null;
}

type RecordRow = Omit<NearRecord, 'requested' | 'valid'> & {
  readonly requested: Edges;
  readonly valid: Edges | null;
};

type GivenRow = NonNullable<Around['given']>[number];

/** An unbounded period and none look the same in a StandingRow: none of a delegation's is without a beginning. */
function givenOf([delegatorId, delegateeId, stands, spans]: GivenRow): Given {
  const [valid, span] = [stands, spans].map((row) => (row[3] === null ? null : standing(row).valid));
  return { ...standing(spans), delegatorId, delegateeId, valid: valid ?? null, span: span ?? null };
}

const recordOf = ({ requested, valid, ...record }: RecordRow): NearRecord => ({
  ...record,
  requested: periodOf(...requested),
  valid: valid && periodOf(...valid),
});

const presentSql = `select p.id, p.name from person p
  where p.id = $2 or p.id in (select s.person_id from presence s where s.valid @> $1::timestamptz)
  order by p.name collate "nb-x-icu", p.id`;

/** $1 the task, $2 the competences that are asked for, $3 the people. */
const aroundSql = `select
  (select json_agg(json_build_array(d.delegator_id, d.delegatee_id, ${standingOf('d.valid')}, ${standingOf(spanned)}))
    from delegation d where ${kin} and (d.valid is not null or ${spanned} is not null)) given,
  (select json_agg(json_build_array(y.person_id, y.all)) from (
    select x.person_id, json_agg(x.c) "all" from (${conditionsSql}) x where x.person_id = any($3) group by 1) y) conditions,
  (select json_agg(json_build_object('id', r.id, 'personId', r.person_id, 'competenceId', r.competence_id, 'level', r.level,
      'requested', json_build_array(ms(lower(r.requested)), ms(upper(r.requested))),
      'valid', case when r.valid is not null then json_build_array(ms(lower(r.valid)), ms(upper(r.valid))) end,
      'waits', not exists (select from competence_record_step s where s.record_id = r.id and s.kind <> 'claimed')) order by r.id)
    from competence_record r where r.competence_id = any($2) and r.person_id = any($3)) records`;

import { areaOrder, inUseSql } from '../coverage/workforce.loader.js';
import type { Tx } from '../database/tx.js';
import type { Facts } from '../decision/decision.facts.js';
import { loadFacts, periodOf } from '../decision/facts.loader.js';
import type { AuthorisationFacts, ReactionFacts, ReactionKind } from '../people/practice-right.rules.js';

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
  readonly facts: Facts;
}

/** In two statements however many they are. */
export async function subjectsAt(tx: Tx, wanted: Wanted): Promise<Subjects> {
  const { at, area, occupation, competenceId, all } = wanted;
  const row = await tx.one<Row>(subjectsSql, [new Date(at), area, occupation, competenceId, all]);
  const people = (row?.people ?? []).map(memberOf);
  const taskIds = row?.tasks ?? [];
  const ids = people.map(({ id }) => id);
  return { people, taskIds, facts: await loadFacts(tx, ids, taskIds) };
}

interface Row {
  readonly people: PersonRow[] | null;
  readonly tasks: string[] | null;
}

type Edges = readonly [from: number | null, to: number | null];
type PersonRow = readonly [
  id: string,
  name: string,
  authorisations: readonly [string, string, string, ...Edges][] | null,
  reactions: readonly [string, ReactionKind, ...Edges][] | null,
];

const memberOf = ([id, name, authorisations, reactions]: PersonRow): Member => ({
  id,
  name,
  authorisations: (authorisations ?? []).map(([held, profession, approvalType, from, to]) => ({
    id: held,
    profession,
    approvalType,
    valid: periodOf(from, to),
  })),
  reactions: (reactions ?? []).map(([authorisationId, kind, from, to]) => ({
    authorisationId,
    kind,
    valid: periodOf(from, to),
  })),
});

const subjectsSql = `select
  (select json_agg(json_build_array(p.id, p.name,
      (select json_agg(json_build_array(a.id, a.profession, a.approval_type, ms(lower(a.valid)), ms(upper(a.valid))))
        from authorisation a where a.person_id = p.id),
      (select json_agg(json_build_array(r.authorisation_id, r.kind, ms(lower(r.valid)), ms(upper(r.valid))))
        from reaction r where r.person_id = p.id and r.authorisation_id is not null and r.valid @> $1::timestamptz))
    order by p.name collate "nb-x-icu", p.id) from person p
    where p.id in (select e.person_id from engagement e
      where e.valid @> $1::timestamptz and ($3::text is null or e.occupation = $3))) people,
  (select json_agg(t.id order by ${areaOrder}, t.name collate "nb-x-icu", t.id) from task t
    where ($5::boolean or t.id in (${inUseSql})) and ($2::text is null or t.area = $2)
      and ($4::uuid is null or t.id in (select q.task_id from requirement q join requirement_option o on o.requirement_id = q.id
        where o.competence_id = $4 and q.valid @> $1::timestamptz))) tasks`;

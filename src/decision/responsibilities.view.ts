import type { Tx } from '../database/tx.js';
import { isOutside, versionInForce } from '../duty/duty.view.js';
import type { AuthorisationFacts, ReactionFacts, ReactionKind } from '../people/practice-right.rules.js';
import type { ApprovedView, ReceivedView } from './decision.dto.js';
import { periodOf } from './facts.loader.js';

/** What the page shows beside the facts: the name, the approvals and what struck them, the delegations' terms, duties that left the role. */
export interface Detail {
  readonly name: string;
  readonly authorisations: readonly AuthorisationFacts[];
  readonly reactions: readonly ReactionFacts[];
  readonly received: ReadonlyMap<string, ReceivedView>;
  readonly approved: ReadonlyMap<string, ApprovedView>;
  readonly flagged: ReadonlySet<string>;
  readonly pending: boolean;
}

export async function detailsOf(tx: Tx, personId: string, at: number): Promise<Detail> {
  const row = await tx.one<Row>(detailSql, [personId, new Date(at)]);
  if (!row) throw new Error('the person was there a moment ago, in the same snapshot');
  return {
    name: row.name,
    authorisations: (row.authorisations ?? []).map(([id, profession, approvalType, from, to]) => ({
      id,
      profession,
      approvalType,
      valid: periodOf(from, to),
    })),
    reactions: (row.reactions ?? []).map(([authorisationId, kind, from, to]) => ({
      authorisationId,
      kind,
      valid: periodOf(from, to),
    })),
    received: new Map((row.received ?? []).map((view) => [view.id, view])),
    approved: new Map((row.approved ?? []).map((view) => [view.id, view])),
    flagged: new Set(row.flagged ?? []),
    pending: row.pending,
  };
}

interface Row {
  readonly name: string;
  readonly authorisations: [string, string, string, number | null, number | null][] | null;
  readonly reactions: [string, ReactionKind, number | null, number | null][] | null;
  readonly received: ReceivedView[] | null;
  readonly approved: ApprovedView[] | null;
  readonly flagged: string[] | null;
  readonly pending: boolean;
}

/** Case 15 as in `leftRoleDescription`, but the role is found once for the person and not once for each duty. */
const detailSql = `
  with followed as materialized (
    select e.occupation, e.role_description_id, ${versionInForce('e.role_description_id', '$2::timestamptz')} number
    from engagement e where e.person_id = $1 and e.valid @> $2::timestamptz and e.role_description_id is not null
  )
  select p.name,
  (select json_agg(json_build_array(a.id, a.profession, a.approval_type, ms(lower(a.valid)), ms(upper(a.valid))))
    from authorisation a where a.person_id = p.id) authorisations,
  (select json_agg(json_build_array(r.authorisation_id, r.kind, ms(lower(r.valid)), ms(upper(r.valid))))
    from reaction r where r.person_id = p.id and r.authorisation_id is not null) reactions,
  (select json_agg(json_build_object('id', d.id, 'delegator', json_build_object('id', g.id, 'name', g.name),
      'profession', d.delegator_profession, 'conditions', d.conditions, 'reviewBy', iso(d.review_by),
      'reachableHow', d.reachable_how, 'standsTo', iso(upper(d.valid))))
    from delegation d join person g on g.id = d.delegator_id
    where d.delegatee_id = p.id and d.valid @> $2::timestamptz) received,
  (select json_agg(json_build_object('id', a.id, 'approver', json_build_object('id', g.id, 'name', g.name),
      'conditions', a.conditions, 'standsTo', iso(upper(a.valid))))
    from approval a join person g on g.id = a.approver_id
    where a.person_id = p.id and a.valid @> $2::timestamptz) approved,
  (select json_agg(d.id) from duty d join followed f on f.occupation = d.occupation
    where d.person_id = p.id and d.valid @> $2::timestamptz
      and ${isOutside('d.task_id', 'f.role_description_id', 'f.number')}) flagged,
  exists (select from delegation d where d.delegatee_id = p.id and d.pending) pending
  from person p where p.id = $1`;

import type { Tx } from '../database/tx.js';
import type { Lapsed } from '../delegation/lapse.js';
import { Problem } from '../http/problem.js';
import { isNamed } from '../http/search.js';
import type { Language } from '../law/legal-bases.js';
import { holdsOneOf } from '../session/by.js';
import type { PersonView, WhatLapsedView } from './people.dto.js';
import { titlesOn } from './practice-right.rules.js';

type Untitled = Omit<PersonView, 'titleOn'>;

/** 404 for a person of another clinic, as for one that does not exist. */
export async function personView(tx: Tx, id: string, at: number): Promise<PersonView> {
  const row = await tx.one<{ person: Untitled }>(`select ${personSql} person from person p where p.id = $1`, [
    id,
  ]);
  if (!row) throw new Problem('not-found');
  return titled(tx, row.person, at);
}

interface PeopleWanted {
  /** Part of the name, in any case; null for everybody. */
  readonly named: string | null;
  /** Engaged in it at the moment; null for any or none. */
  readonly occupation: string | null;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

export async function peopleAfter(
  tx: Tx,
  { named, occupation, after, limit }: PeopleWanted,
  at: number,
): Promise<PersonView[]> {
  const rows = await tx.rows<{ person: Untitled }>(
    `select ${personSql} person from person p
     where ($1::text is null or (p.name collate "nb-x-icu", p.id) > ($1 collate "nb-x-icu", $2::uuid))
       and ($4::text is null or ${isNamed('p.name', '$4')})
       and ($5::text is null or exists (select from engagement e
         where e.person_id = p.id and e.occupation = $5 and e.valid @> $6::timestamptz))
     order by p.name collate "nb-x-icu", p.id limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit, named, occupation, new Date(at)],
  );
  return rows.map(({ person }) => titled(tx, person, at));
}

/** Those of them that are there, by id, with the titles of a moment in the language of a letter. */
export async function peopleNamed(
  tx: Tx,
  ids: readonly string[],
  at: number,
  language: Language,
): Promise<Map<string, PersonView>> {
  const rows = await tx.rows<{ person: Untitled }>(
    `select ${personSql} person from person p where p.id = any($1)`,
    [ids],
  );
  return new Map(rows.map(({ person }) => [person.id, titled(tx, person, at, language)]));
}

function titled(tx: Tx, person: Untitled, at: number, language = tx.by.language): PersonView {
  const titles = titlesOn(
    {
      engagements: person.engagements.map((tie) => ({ occupation: tie.occupation, valid: span(tie) })),
      rights: person.practiceRights.map((right) => ({ profession: right.profession, valid: span(right) })),
      authorisations: person.authorisations.map((held) => ({ ...held, valid: span(held) })),
      reactions: person.authorisations.flatMap(({ reactions }) =>
        reactions.map((reaction) => ({ ...reaction, valid: span(reaction) })),
      ),
    },
    at,
    language,
  );
  const mayKnow = holdsOneOf(tx.by, ['manager', 'auditor']) || tx.by.personId === person.id;
  const shown = mayKnow ? person : asColleague(person);
  return { ...shown, titleOn: { at: new Date(at).toISOString(), title: titles.join(', ') } };
}

/** What colleagues need to know is who may do what and when; why not is between the person, the manager and the auditor (hpl-21). */
const asColleague = (person: Untitled): Untitled => ({
  ...person,
  email: null,
  birthDate: null,
  engagements: person.engagements.map((tie) => ({ ...tie, endReason: null })),
  authorisations: person.authorisations.map((held) => ({
    ...held,
    evidence: { ...held.evidence, note: null },
    reactions: [],
  })),
  bans: [],
});

const span = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }) => ({
  from: Date.parse(validFrom),
  to: validTo === null ? Number.POSITIVE_INFINITY : Date.parse(validTo),
});

export const lapsedView = (lapsed: Lapsed): WhatLapsedView => ({
  duties: lapsed.duties.map(viewOfLapsed),
  delegations: lapsed.delegations.map(viewOfLapsed),
  approvals: lapsed.approvals.map(viewOfLapsed),
  training: lapsed.training.map(viewOfLapsed),
});

const viewOfLapsed = <Row extends { readonly at: number }>({ at, ...row }: Row) => ({
  ...row,
  at: new Date(at).toISOString(),
});

const period = (valid: string) => `'validFrom', iso(lower(${valid})), 'validTo', iso(upper(${valid}))`;

export const engagementSql = `json_build_object('id', e.id, 'personId', e.person_id, 'occupation', e.occupation,
  'kind', e.kind, 'roleDescriptionId', e.role_description_id, 'supervisorId', e.supervisor_id,
  ${period('e.valid')}, 'endReason', e.end_reason)`;

export const reactionSql = `json_build_object('id', r.id, 'personId', r.person_id, 'authorisationId', r.authorisation_id,
  'kind', r.kind, ${period('r.valid')}, 'knownFrom', iso(r.known_from),
  'taskIds', coalesce((select json_agg(rt.task_id order by rt.task_id) from reaction_task rt where rt.reaction_id = r.id), '[]'),
  'note', r.note)`;

export const authorisationSql = `json_build_object('id', a.id, 'personId', a.person_id, 'profession', a.profession,
  'approvalType', a.approval_type, ${period('a.valid')}, 'conditions', a.conditions, 'evidence', a.evidence,
  'reactions', coalesce((select json_agg(${reactionSql} order by r.id) from reaction r where r.authorisation_id = a.id), '[]'))`;

const personSql = `json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'hprNumber', p.hpr_number,
  'birthDate', p.birth_date, 'version', p.version,
  'engagements', coalesce((select json_agg(${engagementSql} order by lower(e.valid), e.id)
    from engagement e where e.person_id = p.id), '[]'),
  'authorisations', coalesce((select json_agg(${authorisationSql} order by lower(a.valid), a.id)
    from authorisation a where a.person_id = p.id), '[]'),
  'practiceRights', coalesce((select json_agg(json_build_object('profession', pr.profession, ${period('pr.valid')})
    order by pr.profession, lower(pr.valid)) from practice_right pr where pr.person_id = p.id), '[]'),
  'bans', coalesce((select json_agg(${reactionSql} order by r.id)
    from reaction r where r.person_id = p.id and r.kind = 'ban'), '[]'))`;

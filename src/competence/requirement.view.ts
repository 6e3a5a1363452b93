import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import type { RequirementsView, RequirementView } from './requirement.dto.js';

export type RequiredOf = 'task' | 'role_description';

const optionsSql = `(select json_agg(json_build_object('competenceId', o.competence_id, 'name', c.name, 'minLevel', o.min_level)
    order by c.name, c.id) from requirement_option o join competence c on c.id = o.competence_id where o.requirement_id = q.id)`;

/** One requirement `q` as JSON. */
export const requirementSql = `json_build_object('id', q.id, 'validFrom', iso(lower(q.valid)), 'validTo', iso(upper(q.valid)),
  'anyOf', ${optionsSql}, 'exceptOccupations', q.except_occupations)`;

const versions: Readonly<Record<RequiredOf, string>> = {
  task: 'version',
  role_description: 'requirements_version',
};

/** Standing now or later. 404 for an unknown id or another clinic's. */
export async function requirementsView(tx: Tx, of: RequiredOf, id: string): Promise<RequirementsView> {
  const view = await tx.one<{ version: number; items: RequirementView[] | null }>(
    `select x.${versions[of]} "version", (select json_agg(${requirementSql} order by lower(q.valid) nulls first, q.id)
       from requirement q where q.${of}_id = x.id and q.valid && tstzrange($2, null)) items
     from ${of} x where x.id = $1`,
    [id, new Date(tx.now)],
  );
  if (!view) throw new Problem('not-found');
  return { version: view.version, items: view.items ?? [] };
}

/** Moves the version that If-Match guards. */
export const bumpVersion = (tx: Tx, of: RequiredOf, id: string): Promise<unknown> =>
  tx.rows(`update ${of} set ${versions[of]} = ${versions[of]} + 1 where id = $1`, [id]);

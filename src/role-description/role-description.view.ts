import { template } from '../catalogue/catalogue.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import type { RoleDescriptionView, VersionView } from './role-description.dto.js';

type Row = Omit<RoleDescriptionView, 'newerTemplate'>;

const viewSql = `json_build_object('id', r.id, 'name', r.name, 'occupation', r.occupation,
  'templateCode', r.template_code, 'templateVersion', r.template_version,
  'version', v.number, 'effectiveFrom', iso(v.effective_from), 'publishedAt', iso(v.published_at),
  'areas', coalesce((select json_agg(json_build_object('code', a.area ->> 'code', 'title', a.area ->> 'title',
      'tasks', coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name, 'area', t.area) order by rt.position)
        from role_description_task rt join task t on t.id = rt.task_id
        where rt.role_description_id = v.role_description_id and rt.number = v.number and rt.area = a.area ->> 'code'), '[]'))
      order by a.place)
    from jsonb_array_elements(v.areas) with ordinality a (area, place)), '[]'),
  'obligations', v.obligations) view`;

const numbered = (condition: string, order: string) => `lateral (
  select * from role_description_version v where v.role_description_id = r.id and ${condition} order by ${order} limit 1) v`;

/** Where two versions take effect at the same moment, the later number is in force. */
const inForce = 'v.effective_from desc, v.number desc';

export interface Wanted {
  readonly version: number | null;
  /** Epoch milliseconds; null: the version in force now, or the first to come while none is. */
  readonly at: number | null;
}

/** 404 for an unknown id or another clinic's, for an unknown version, and for a moment before the first. */
export async function roleDescriptionView(tx: Tx, id: string, wanted: Wanted): Promise<RoleDescriptionView> {
  const shown =
    wanted.at === null
      ? numbered(
          '($2::integer is null or v.number = $2)',
          `v.effective_from <= $3::timestamptz desc, ${nearest}`,
        )
      : numbered(
          '($2::integer is null or v.number = $2) and ($2 is not null or v.effective_from <= $3::timestamptz)',
          inForce,
        );
  const row = await tx.one<{ view: Row }>(
    `select ${viewSql} from role_description r cross join ${shown} where r.id = $1`,
    [id, wanted.version, new Date(wanted.at ?? tx.now)],
  );
  if (!row) throw new Problem('not-found');
  return withTemplate(row.view);
}

/** Of those in force the last; of those to come the first. */
const nearest = `case when v.effective_from <= $3 then v.effective_from end desc nulls last, v.effective_from, v.number desc`;

export async function roleDescriptionsAfter(
  tx: Tx,
  after: string | null,
  limit: number,
): Promise<RoleDescriptionView[]> {
  const rows = await tx.rows<{ view: Row }>(
    `select ${viewSql} from role_description r
     cross join ${numbered('true', `v.effective_from <= $3::timestamptz desc, ${nearest}`)}
     where $1::uuid is null or r.id > $1 order by r.id limit $2`,
    [after, limit, new Date(tx.now)],
  );
  return rows.map(({ view }) => withTemplate(view));
}

export const versionsAfter = (tx: Tx, id: string, after: number, limit: number): Promise<VersionView[]> =>
  tx.rows<VersionView>(
    `select v.number, iso(v.effective_from) "effectiveFrom", iso(v.published_at) "publishedAt"
     from role_description_version v where v.role_description_id = $1 and v.number > $2 order by v.number limit $3`,
    [id, after, limit],
  );

function withTemplate(row: Row): RoleDescriptionView {
  const newest = row.templateCode === null ? undefined : template(row.templateCode)?.version;
  const isNewer = newest !== undefined && newest > (row.templateVersion ?? 0);
  return { ...row, newerTemplate: isNewer ? newest : null };
}

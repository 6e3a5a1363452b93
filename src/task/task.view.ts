import { catalogueTask } from '../catalogue/catalogue.js';
import { requirementSql } from '../competence/requirement.view.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { isNamed } from '../http/search.js';
import { type Language, legalBases } from '../law/legal-bases.js';
import type { LegalNoteView, TaskKind, TaskView } from './task.dto.js';

type Row = Omit<TaskView, 'source' | 'legalNotes'>;

/** $1 is the moment: entitlements in force then. */
const viewSql = `json_build_object('id', t.id, 'name', t.name, 'area', t.area, 'catalogueCode', t.catalogue_code,
  'lineage', coalesce((select json_agg(json_build_object('taskId', l.of_task_id, 'relation', l.relation) order by l.of_task_id)
    from task_lineage l where l.task_id = t.id), '[]'),
  'entitlements', coalesce((select json_agg(json_build_object('occupation', e.occupation, 'mayDelegate', e.may_delegate,
      'validFrom', iso(lower(e.valid)), 'validTo', iso(upper(e.valid))) order by e.occupation)
    from entitlement e where e.task_id = t.id and e.valid @> $1::timestamptz), '[]'),
  'requiredCompetenceIds', coalesce((select json_agg(distinct o.competence_id) from requirement q
    join requirement_option o on o.requirement_id = q.id where q.task_id = t.id and q.valid @> $1::timestamptz), '[]'),
  'requirements', coalesce((select json_agg(${requirementSql} order by q.id)
    from requirement q where q.task_id = t.id and q.valid @> $1::timestamptz), '[]'), 'reservedTo', t.reserved_to, 'contested', t.contested,
  'medicineHandling', t.medicine_handling,
  'version', t.version) view`;

/** 404 for an unknown id or another clinic's. */
export async function taskView(tx: Tx, id: string, at: number): Promise<TaskView> {
  const row = await tx.one<{ view: Row }>(`select ${viewSql} from task t where t.id = $2`, [
    new Date(at),
    id,
  ]);
  if (!row) throw new Problem('not-found');
  return withSource(row.view, tx.by.language);
}

export interface TaskFilter {
  readonly area: string | null;
  readonly occupation: string | null;
  readonly kind: TaskKind | null;
  /** Part of the name. */
  readonly named: string | null;
  readonly after: string | null;
  readonly limit: number;
}

/** $1 is the moment. */
const isOfKind: Readonly<Record<TaskKind, string>> = {
  delegable:
    'exists (select from entitlement e where e.task_id = t.id and e.may_delegate and e.valid @> $1::timestamptz)',
  reserved: 't.reserved_to is not null',
  contested: 't.contested',
  'medicine-handling': 't.medicine_handling',
  requiring: 'exists (select from requirement q where q.task_id = t.id and q.valid @> $1::timestamptz)',
  national: 't.catalogue_code is not null',
  own: 't.catalogue_code is null',
};

export async function tasksOf(tx: Tx, wanted: TaskFilter): Promise<TaskView[]> {
  const rows = await tx.rows<{ view: Row }>(
    `select ${viewSql} from task t
     where ($2::text is null or t.area = $2)
       and ($3::text is null or exists (select from entitlement e
         where e.task_id = t.id and e.occupation = $3 and e.valid @> $1::timestamptz))
       and ($4::text is null or ${isNamed('t.name', '$4')})
       and ($5::uuid is null or t.id > $5)
       and ${wanted.kind === null ? 'true' : isOfKind[wanted.kind]}
     order by t.id limit $6`,
    [new Date(tx.now), wanted.area, wanted.occupation, wanted.named, wanted.after, wanted.limit],
  );
  return rows.map(({ view }) => withSource(view, tx.by.language));
}

/** Where the task comes from and what the law says about it stand in the catalogue, not in the clinic's tables. */
function withSource(row: Row, language: Language): TaskView {
  const national = row.catalogueCode === null ? undefined : catalogueTask(row.catalogueCode);
  const legalNotes = (national?.legalNotes ?? []).map(({ basis, note }): LegalNoteView => {
    const { strength, citation } = legalBases[basis];
    return { legalBasis: { id: basis, strength, citation: citation[language] }, note: note[language] };
  });
  return { ...row, source: national ? { ...national.source } : null, legalNotes };
}

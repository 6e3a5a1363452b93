import { mastersSql, presentSql, readerOf } from '../competence/record.view.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import type { EvidenceView } from './evidence.dto.js';

const named = (person: string) =>
  `(select json_build_object('id', n.id, 'name', n.name) from person n where n.id = ${person})`;

const viewSql = `json_build_object('id', e.id, 'recordId', e.record_id, 'name', e.name, 'mediaType', e.media_type,
  'size', e.size, 'sha256', encode(e.sha256, 'hex'), 'addedAt', iso(e.created_at), 'addedBy', ${named('e.uploaded_by')},
  'erased', (select json_build_object('at', iso(x.at), 'by', ${named('x.person_id')}, 'reason', x.reason)
    from evidence_erasure x where x.evidence_id = e.id)) view`;

/** One's own; what one is to assess, while one is here and until somebody has; and all for managers and auditors. */
const readableSql = `($3::boolean or r.person_id = $2 or ${presentSql} and ${mastersSql} and not exists
  (select from competence_record_step s where s.record_id = r.id and s.kind <> 'claimed'))`;

export interface EvidenceFound {
  readonly view: EvidenceView;
  readonly personId: string;
}

/** 404 for an unknown id or another clinic's, 403 for one that is not the caller's to read. */
export async function evidenceToRead(tx: Tx, id: string): Promise<EvidenceView> {
  const row = await tx.one<{ view: EvidenceView; readable: boolean }>(
    `select ${viewSql}, ${readableSql} readable from evidence e join competence_record r on r.id = e.record_id where e.id = $4`,
    [...readerOf(tx), id],
  );
  if (!row) throw new Problem('not-found');
  if (!row.readable) throw new Problem('forbidden');
  return row.view;
}

/** Whoever may read it: for what is done with it. */
export async function evidenceFound(tx: Tx, id: string): Promise<EvidenceFound> {
  const row = await tx.one<EvidenceFound>(
    `select ${viewSql}, r.person_id "personId" from evidence e join competence_record r on r.id = e.record_id where e.id = $1`,
    [id],
  );
  if (!row) throw new Problem('not-found');
  return row;
}

/** In the order in which they came. */
export async function evidenceOf(
  tx: Tx,
  recordId: string,
  after: number,
  limit: number,
): Promise<{ position: number; view: EvidenceView }[]> {
  const record = await tx.one<{ readable: boolean }>(
    `select ${readableSql} readable from competence_record r where r.id = $4`,
    [...readerOf(tx), recordId],
  );
  if (!record) throw new Problem('not-found');
  if (!record.readable) throw new Problem('forbidden');
  return tx.rows(
    `select e.position, ${viewSql} from evidence e where e.record_id = $1 and e.position > $2 order by e.position limit $3`,
    [recordId, after, limit],
  );
}

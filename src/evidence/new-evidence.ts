import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import type { Upload } from '../http/upload.js';
import { Refused } from '../law/refused.js';
import { actorOf, holdsOneOf } from '../session/by.js';
import { isActivePdf } from './active-pdf.js';
import { judgementOf, type MediaType } from './content.rules.js';
import { refusalsToAdd } from './evidence.rules.js';

/** 415, with what to do about it, for bytes that are not taken. */
export function mediaTypeOf({ bytes }: Upload): MediaType {
  const judgement = judgementOf(bytes);
  if (judgement === 'unsupported-file' || judgement === 'broken-file') throw new Problem(judgement);
  if (judgement === 'application/pdf' && isActivePdf(bytes)) throw new Problem('active-file');
  return judgement;
}

interface Record {
  readonly personId: string;
  readonly competenceId: string;
  readonly confirmed: boolean;
  readonly ended: boolean;
  readonly files: number;
  readonly known: boolean;
}

/** By the person whose record it is, or a manager; the next in its row, and the next entry of the log. Gives its id. */
export async function addEvidence(
  tx: Tx,
  recordId: string,
  file: Upload,
  mediaType: MediaType,
): Promise<string> {
  const record = await tx.one<Record>(recordSql, [recordId, file.sha256]);
  if (!record) throw new Problem('not-found');
  const isSelf = tx.by.personId === record.personId;
  if (!isSelf && !holdsOneOf(tx.by, ['manager'])) throw new Problem('forbidden');
  const refusals = refusalsToAdd({ ...record, isSelf });
  if (refusals.length > 0) throw new Refused(refusals);
  const id = tx.newId();
  const { name, size, sha256 } = file;
  await tx.rows(insertSql, [
    ...[tx.clinicId, id, recordId, record.files + 1, name, mediaType, size, sha256],
    ...[actorOf(tx.by), tx.by.personId, new Date(tx.now)],
  ]);
  await tx.rows('insert into evidence_content (clinic_id, evidence_id, content) values ($1, $2, $3)', [
    tx.clinicId,
    id,
    file.bytes,
  ]);
  const told = { id, recordId, position: record.files + 1, name, mediaType, size, sha256 };
  tx.log('evidence.added', [id, recordId, record.personId, record.competenceId], told);
  return id;
}

const recordSql = `
  select r.person_id "personId", r.competence_id "competenceId",
    exists (select from competence_record_step s where s.record_id = r.id and s.kind = 'confirmed') confirmed,
    exists (select from competence_record_step s where s.record_id = r.id and s.kind in ('rejected', 'withdrawn')) ended,
    (select count(*)::int from evidence e where e.record_id = r.id) files,
    exists (select from evidence e where e.record_id = r.id and e.sha256 = decode($2, 'hex')) known
  from competence_record r where r.id = $1`;

const insertSql = `
  insert into evidence (clinic_id, id, record_id, position, name, media_type, size, sha256, actor_id, uploaded_by, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), $9, $10, $11)`;

import type { Tx } from '../database/tx.js';
import { refusalsToAdd } from '../evidence/evidence.rules.js';
import { Problem } from '../http/problem.js';
import { type By, holdsOneOf } from '../session/by.js';
import { type Assessing, refusalsToAssess } from './competence.rules.js';
import type { CompetenceRecordView } from './record.dto.js';

type Row = Omit<CompetenceRecordView, 'can'>;
type Assessor = Pick<Assessing, 'masters' | 'isPresent'>;

const named = (person: string) =>
  `(select json_build_object('id', n.id, 'name', n.name) from person n where n.id = ${person})`;

const has = (kind: string) =>
  `exists (select from competence_record_step s where s.record_id = r.id and s.kind = '${kind}')`;

/** $1 is the moment. */
const statusSql = `case when ${has('withdrawn')} then 'withdrawn' when ${has('rejected')} then 'rejected'
  when not ${has('confirmed')} then 'claimed' when r.valid is null or upper(r.valid) <= $1::timestamptz then 'expired'
  else 'confirmed' end`;

const viewSql = `json_build_object('id', r.id, 'person', ${named('r.person_id')},
  'competence', json_build_object('id', c.id, 'name', c.name), 'level', r.level, 'levelName', c.levels[r.level],
  'achievedOn', to_char(r.achieved_on, 'YYYY-MM-DD'), 'validFrom', iso(lower(r.requested)), 'validTo', iso(upper(r.requested)),
  'standsFrom', iso(lower(r.valid)), 'standsTo', iso(upper(r.valid)), 'status', ${statusSql},
  'assessedBy', ${named('r.assessor_id')}, 'evidence', r.evidence,
  'evidenceFiles', (select count(*) from evidence e where e.record_id = r.id),
  'steps', (select json_agg(json_build_object('kind', s.kind, 'at', iso(s.at), 'by', ${named('s.person_id')}, 'reason', s.reason)
    order by s.phase) from competence_record_step s where s.record_id = r.id)) view`;

const from = 'from competence_record r join competence c on c.id = r.competence_id';

/** Holds a confirmed record in force of the record's competence, at that level or above; $1 the moment, $2 the person. */
export const mastersSql = `exists (select from competence_record m where m.person_id = $2 and m.competence_id = r.competence_id
  and m.level >= r.level and m.valid @> $1::timestamptz)`;

/** Engaged at the clinic; $1 the moment, $2 the person. */
export const presentSql = `exists (select from presence e where e.person_id = $2 and e.valid @> $1::timestamptz)`;

/** One's own, those one may assess while one is here, and all for managers and auditors. */
const readableSql = `($3::boolean or r.person_id = $2 or ${presentSql} and ${mastersSql})`;

export const readerOf = (tx: Tx) => [
  new Date(tx.now),
  tx.by.personId,
  holdsOneOf(tx.by, ['manager', 'auditor']),
];

export interface RecordFound extends Assessor {
  readonly view: CompetenceRecordView;
  readonly readable: boolean;
}

/** 404 for an unknown id or another clinic's. */
export async function recordFound(tx: Tx, id: string): Promise<RecordFound> {
  const row = await tx.one<RecordFound & { view: Row }>(
    `select ${viewSql}, ${mastersSql} masters, ${presentSql} "isPresent", ${readableSql} readable ${from} where r.id = $4`,
    [...readerOf(tx), id],
  );
  if (!row) throw new Problem('not-found');
  return { ...row, view: seenBy(tx.by, row.view, row) };
}

export interface RecordsWanted {
  readonly personId: string | null;
  readonly competenceId: string | null;
  readonly status: string | null;
  readonly after: string | null;
  readonly limit: number;
}

export async function recordsOf(tx: Tx, wanted: RecordsWanted): Promise<CompetenceRecordView[]> {
  const { personId, competenceId, status, after, limit } = wanted;
  const rows = await tx.rows<Assessor & { view: Row }>(
    `select ${viewSql}, ${mastersSql} masters, ${presentSql} "isPresent" ${from}
     where ${readableSql} and ($4::uuid is null or r.person_id = $4) and ($5::uuid is null or r.competence_id = $5)
       and ($6::text is null or ${statusSql} = $6) and ($7::uuid is null or r.id > $7)
     order by r.id limit $8`,
    [...readerOf(tx), personId, competenceId, status, after, limit],
  );
  return rows.map(({ view, ...assessor }) => seenBy(tx.by, view, assessor));
}

/** With what the reader may do with it now. */
function seenBy(by: By, view: Row, { masters, isPresent }: Assessor): CompetenceRecordView {
  const isSelf = by.personId === view.person.id;
  const isManager = holdsOneOf(by, ['manager']);
  const ended = view.status === 'rejected' || view.status === 'withdrawn';
  const confirmed = view.steps.some(({ kind }) => kind === 'confirmed');
  const adding = { isSelf, confirmed, ended, files: view.evidenceFiles, known: false };
  const assessing = { isSelf, isManager, masters, isPresent };
  const assesses = view.status === 'claimed' && refusalsToAssess(assessing).length === 0;
  return {
    ...view,
    can: {
      confirmation: assesses,
      rejection: assesses,
      withdrawal: !ended && (isSelf || isManager),
      evidence: (isSelf || isManager) && refusalsToAdd(adding).length === 0,
      erasure: view.evidenceFiles > 0 && holdsOneOf(by, ['administrator']),
    },
  };
}

import type { Tx } from '../database/tx.js';
import type { Claim } from './competence-matrix.rules.js';

export interface LoadedCompetence {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly levels: readonly string[];
}

export interface Competences {
  /** All of the clinic's, by name. */
  readonly list: readonly LoadedCompetence[];
  /** What waits to be confirmed at the moment, by person. */
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
}

/** In one statement however many they are. */
export async function competencesAt(tx: Tx, personIds: readonly string[], at: number): Promise<Competences> {
  const row = await tx.one<Row>(competencesSql, [new Date(at), personIds]);
  const claims = Map.groupBy(row?.claims ?? [], ({ personId }) => personId);
  return { list: row?.competences ?? [], claims };
}

interface Row {
  readonly competences: LoadedCompetence[] | null;
  readonly claims: (Claim & { readonly personId: string })[] | null;
}

const step = (kinds: string) =>
  `exists (select from competence_record_step s where s.record_id = r.id and s.kind in (${kinds}) and s.at <= $1::timestamptz)`;

const competencesSql = `select
  (select json_agg(json_build_object('id', c.id, 'name', c.name, 'kind', c.kind, 'levels', c.levels)
    order by c.name collate "nb-x-icu", c.id) from competence c) competences,
  (select json_agg(json_build_object('personId', r.person_id, 'competenceId', r.competence_id, 'level', r.level))
    from competence_record r where r.valid is null and r.person_id = any($2)
      and ${step(`'claimed'`)} and not ${step(`'confirmed', 'rejected', 'withdrawn'`)}) claims`;

import { catalogueCompetences } from '../catalogue/competences.js';
import { standingOf } from '../competence/record.rows.js';
import type { RecordOf } from '../competence/record.rules.js';
import type { Tx } from '../database/tx.js';
import { type Shelf, shelfOf } from './competence-name.rules.js';
import { type Directory, directoryOf, type Known } from './person.rules.js';

export interface HeldCompetence {
  readonly id: string;
  readonly name: string;
  readonly levels: readonly string[];
  readonly validityMonths: number | null;
  readonly catalogueCode: string | null;
}

/** Whom and what a file may speak of. */
export interface Named {
  readonly people: Directory;
  readonly competences: Shelf<HeldCompetence>;
}

const national = catalogueCompetences.map(({ code, name }) => ({ code, name: name.nb }));

export async function namedAt(tx: Tx): Promise<Named> {
  const people = await tx.rows<Known>(
    'select id, name, email, hpr_number "hprNumber" from person order by id',
  );
  const held = await tx.rows<HeldCompetence>(
    'select id, name, levels, validity_months "validityMonths", catalogue_code "catalogueCode" from competence order by id',
  );
  return { people: directoryOf(people), competences: shelfOf(held, national) };
}

/** A record that is there already: neither rejected nor withdrawn. */
export interface Twin {
  readonly id: string;
  readonly personId: string;
  readonly competenceId: string;
  readonly level: number;
  readonly achievedOn: string;
  /** A claim is there only for who would make the same claim. */
  readonly kind: 'claimed' | 'confirmed';
}

export interface Recorded {
  readonly standing: readonly RecordOf[];
  readonly twins: readonly Twin[];
}

export async function recordedOf(
  tx: Tx,
  personIds: readonly string[],
  competenceIds: readonly string[],
): Promise<Recorded> {
  const standing = await standingOf(tx, personIds, competenceIds);
  const twins = await tx.rows<Twin>(
    `select r.id, r.person_id "personId", r.competence_id "competenceId", r.level,
       to_char(r.achieved_on, 'YYYY-MM-DD') "achievedOn", max(s.kind) "kind"
     from competence_record r join competence_record_step s on s.record_id = r.id
     where r.person_id = any($1) and r.competence_id = any($2)
     group by r.id, r.person_id, r.competence_id, r.level, r.achieved_on
     having not bool_or(s.kind in ('rejected', 'withdrawn')) order by r.id`,
    [[...new Set(personIds)], [...new Set(competenceIds)]],
  );
  return { standing, twins };
}

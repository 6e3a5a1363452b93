import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';
import type { RequiredGroup } from './requirement.dto.js';
import type { RequiredOf } from './requirement.view.js';

export interface NewRequirement {
  readonly id: string;
  readonly anyOf: readonly { readonly competenceId: string; readonly minLevel: number }[];
  /** In the order of the list of occupations. */
  readonly exceptOccupations: readonly OccupationCode[];
}

/** 404 for an unknown competence, 400 for one that is named twice in a group or a level that it has not. */
export async function requirementsIn(
  tx: Tx,
  allOf: readonly RequiredGroup[],
  pointer: string,
): Promise<NewRequirement[]> {
  const ids = [...new Set(allOf.flatMap(({ anyOf }) => anyOf.map(({ competenceId }) => competenceId)))];
  const known = await tx.rows<{ id: string; levels: number }>(
    'select id, cardinality(levels) levels from competence where id = any($1)',
    [ids],
  );
  if (known.length < ids.length) throw new Problem('not-found');
  const levels = new Map(known.map((competence) => [competence.id, competence.levels]));
  return allOf.map(({ anyOf, exceptOccupations }, i) => {
    const seen = new Set<string>();
    const options = anyOf.map(({ competenceId, minLevel = 1 }, j) => {
      const place = `${pointer}/${i}/anyOf/${j}`;
      if (seen.has(competenceId)) throw Problem.invalid(`${place}/competenceId`, 'repeated');
      seen.add(competenceId);
      const most = levels.get(competenceId) ?? 1;
      if (minLevel > most) throw Problem.invalid(`${place}/minLevel`, 'too-great', most);
      return { competenceId, minLevel };
    });
    const exempt = occupationCodes.filter((code) => exceptOccupations?.includes(code));
    return { id: tx.newId(), anyOf: options, exceptOccupations: exempt };
  });
}

/** In force from a moment, or since ever. */
export async function insertRequirements(
  tx: Tx,
  requirements: readonly NewRequirement[],
  of: RequiredOf,
  id: string,
  from: Date | null,
): Promise<void> {
  if (requirements.length === 0) return;
  await tx.rows(
    `insert into requirement (clinic_id, id, ${of}_id, valid, except_occupations, created_at)
     select $1, r.id, $2, tstzrange($3, null), r."exceptOccupations", $4
     from jsonb_to_recordset($5::jsonb) r (id uuid, "exceptOccupations" text[])`,
    [tx.clinicId, id, from, new Date(tx.now), JSON.stringify(requirements)],
  );
  await tx.rows(
    `insert into requirement_option (clinic_id, requirement_id, competence_id, min_level)
     select $1, r.id, o."competenceId", o."minLevel"
     from jsonb_to_recordset($2::jsonb) r (id uuid, "anyOf" jsonb)
     cross join jsonb_to_recordset(r."anyOf") o ("competenceId" uuid, "minLevel" integer)`,
    [tx.clinicId, JSON.stringify(requirements)],
  );
}

import type { Tx } from '../database/tx.js';
import type { Refusal } from '../law/refusals.js';
import { readableSql, readerOf } from './teaching.view.js';

interface Coming {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly competenceId: string;
  readonly level: number;
}

const mostComing = 100;

/** Where what is missing can be had: each refusal about competence with the next teaching that gives enough of it and that the reader sees. */
export async function withTeaching(tx: Tx, refusals: readonly Refusal[]): Promise<Refusal[]> {
  const wanted = refusals.flatMap((refusal) => optionsOf(refusal).map(({ competenceId }) => competenceId));
  if (wanted.length === 0) return [...refusals];
  const coming = await tx.rows<Coming>(comingSql, [...readerOf(tx), [...new Set(wanted)], mostComing]);
  return refusals.map((refusal) => {
    const options = optionsOf(refusal);
    const next = coming.find(({ competenceId, level }) =>
      options.some((option) => option.competenceId === competenceId && option.minLevel <= level),
    );
    if (!next) return refusal;
    const { id: teachingId, title: teachingTitle, startsAt: teachingStartsAt } = next;
    return { ...refusal, about: { ...refusal.about, teachingId, teachingTitle, teachingStartsAt } };
  });
}

/** What would be enough, as `aboutLack` tells it. */
function optionsOf({ about }: Refusal): { readonly competenceId: string; readonly minLevel: number }[] {
  const { competenceIds, minLevels } = about ?? {};
  if (typeof competenceIds !== 'string') return [];
  const levels = String(minLevels).split(', ');
  return competenceIds
    .split(', ')
    .map((competenceId, i) => ({ competenceId, minLevel: Number(levels[i] ?? 1) }));
}

/** $1 is now, $2 the reader, $3 whether the reader sees all. */
const comingSql = `
  select t.id, t.title, iso(lower(t.held)) "startsAt", g.competence_id "competenceId", g.level
  from teaching_competence g join teaching t on t.id = g.teaching_id
  where g.competence_id = any($4) and g.level is not null and lower(t.held) > $1
    and not exists (select from teaching_cancellation c where c.teaching_id = t.id) and ${readableSql}
  order by lower(t.held), t.id limit $5`;

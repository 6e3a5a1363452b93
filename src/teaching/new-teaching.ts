import { mustExist } from '../database/must-exist.js';
import type { Tx } from '../database/tx.js';
import { instantOf } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import type { GivesCompetence, PlanTeaching, TeachingHolder } from './teaching.dto.js';
import type { Gives, TeachingKind } from './teaching.rules.js';

/** All that is told of it, as the entry in the log says it. */
interface Told {
  readonly kind: TeachingKind;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly topics: string[];
  readonly heldBy: { readonly personId: string | null; readonly name: string | null };
  readonly open: boolean;
  readonly gives: Gives[];
}

/** 400 where it ends before it begins, is held by nobody or by two, or gives a level that the competence has not. */
export async function toldOf(tx: Tx, command: PlanTeaching): Promise<Told> {
  const [startsAt, endsAt] = [instantOf(command.startsAt), instantOf(command.endsAt)];
  if (endsAt <= startsAt) throw Problem.invalid('/endsAt', 'ends-before-start');
  const heldBy = holderOf(command.heldBy);
  await mustExist(tx, 'person', [heldBy.personId]);
  return {
    kind: command.kind,
    title: command.title,
    place: command.place ?? null,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
    topics: command.topics ?? [],
    heldBy,
    open: command.open ?? false,
    gives: await givesOf(tx, command.gives ?? []),
  };
}

function holderOf({ personId = null, name = null }: TeachingHolder): Told['heldBy'] {
  if (personId === null && name === null) throw Problem.invalid('/heldBy/name', 'required');
  if (personId !== null && name !== null) throw Problem.invalid('/heldBy/name', 'repeated');
  return { personId, name };
}

async function givesOf(tx: Tx, wanted: readonly GivesCompetence[]): Promise<Gives[]> {
  const ids = wanted.map(({ competenceId }) => competenceId);
  if (new Set(ids).size < ids.length) throw Problem.invalid('/gives', 'repeated');
  const rows = await tx.rows<{ id: string; highest: number }>(
    'select id, cardinality(levels) highest from competence where id = any($1)',
    [ids],
  );
  const highest = new Map(rows.map((row) => [row.id, row.highest]));
  return wanted.map(({ competenceId, level }, i) => {
    const most = highest.get(competenceId);
    if (most === undefined) throw new Problem('not-found');
    if ((level ?? 1) > most) throw Problem.invalid(`/gives/${i}/level`, 'too-great', most);
    return { competenceId, level: level ?? 1 };
  });
}

const columnsOf = ({ heldBy, ...told }: Told): unknown[] => [
  told.kind,
  told.title,
  told.place,
  new Date(told.startsAt),
  new Date(told.endsAt),
  told.topics,
  heldBy.personId,
  heldBy.name,
  told.open,
];

export async function insertTeaching(tx: Tx, told: Told): Promise<string> {
  const id = tx.newId();
  await tx.rows(
    `insert into teaching (clinic_id, id, kind, title, place, held, topics, holder_id, holder_name, open, created_at)
     values ($1, $2, $3, $4, $5, tstzrange($6, $7), $8, $9, $10, $11, $12)`,
    [tx.clinicId, id, ...columnsOf(told), new Date(tx.now)],
  );
  await give(tx, id, told.gives);
  tx.log('teaching.planned', [id, told.heldBy.personId], { id, ...loggedOf(told) });
  return id;
}

export async function updateTeaching(tx: Tx, id: string, told: Told): Promise<void> {
  await tx.rows(
    `update teaching set kind = $2, title = $3, place = $4, held = tstzrange($5, $6), topics = $7, holder_id = $8, holder_name = $9,
       open = $10, version = version + 1 where id = $1`,
    [id, ...columnsOf(told)],
  );
  await tx.rows(
    `update teaching_competence set level = null where teaching_id = $1 and level is not null and competence_id <> all($2::uuid[])`,
    [id, told.gives.map(({ competenceId }) => competenceId)],
  );
  await give(tx, id, told.gives);
  tx.log('teaching.changed', [id, told.heldBy.personId], { id, ...loggedOf(told) });
}

const loggedOf = ({ heldBy, gives, ...told }: Told) => ({
  ...told,
  heldBy: { ...heldBy },
  gives: gives.map((each) => ({ ...each })),
});

async function give(tx: Tx, id: string, gives: readonly Gives[]): Promise<void> {
  if (gives.length === 0) return;
  await tx.rows(
    `insert into teaching_competence (clinic_id, teaching_id, competence_id, level)
     select $1, $2, g.competence_id, g.level from unnest($3::uuid[], $4::integer[]) g (competence_id, level)
     on conflict (clinic_id, teaching_id, competence_id) do update set level = excluded.level
       where teaching_competence.level is distinct from excluded.level`,
    [tx.clinicId, id, gives.map(({ competenceId }) => competenceId), gives.map(({ level }) => level)],
  );
}

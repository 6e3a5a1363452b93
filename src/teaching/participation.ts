import { mustExist } from '../database/must-exist.js';
import type { Tx } from '../database/tx.js';
import { actorOf } from '../session/by.js';
import type { Participation } from './teaching.rules.js';

/** Who is in or out from now on; those for whom it is so already are left as they are. */
export async function enter(
  tx: Tx,
  teachingId: string,
  personIds: readonly string[],
  kind: Participation,
): Promise<void> {
  await mustExist(tx, 'person', personIds);
  const rows = await tx.rows<{ id: string }>(otherwiseSql, [teachingId, personIds, kind]);
  if (rows.length === 0) return;
  const people = rows.map(({ id: personId }) => ({ id: tx.newId(), personId }));
  await tx.rows(
    `insert into teaching_participation (clinic_id, id, teaching_id, person_id, kind, at, actor_id, by_id)
     select $1, p.id, $2, p.person_id, $3, $4, $5, $6 from unnest($7::uuid[], $8::uuid[]) p (id, person_id)`,
    [
      tx.clinicId,
      teachingId,
      kind,
      new Date(tx.now),
      actorOf(tx.by),
      tx.by.personId,
      people.map(({ id }) => id),
      people.map(({ personId }) => personId),
    ],
  );
  tx.log(`teaching.${kind}`, [teachingId, ...people.map(({ personId }) => personId)], {
    id: teachingId,
    people,
  });
}

/** In the order in which they were named. */
const otherwiseSql = `select w.id from unnest($2::uuid[]) with ordinality w (id, place)
  where teaching_expects($3) <> teaching_expects((select p.kind from teaching_participation p
    where p.teaching_id = $1 and p.person_id = w.id order by p.number desc limit 1))
  order by w.place`;

import { mustExist } from '../database/must-exist.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import type { AreaOfRole, Obligation } from './role-description.dto.js';

/** What is published: written once, never changed. */
export interface Version {
  readonly roleDescriptionId: string;
  readonly number: number;
  readonly effectiveFrom: Date;
  readonly areas: readonly AreaOfRole[];
  readonly obligations: readonly Obligation[];
}

/** 400 for an area or a task that occurs twice, 404 for an unknown task. */
export async function checkAreas(tx: Tx, areas: readonly AreaOfRole[]): Promise<void> {
  const seen = new Set<string>();
  const once = (key: string, pointer: string) => {
    if (seen.has(key)) throw Problem.invalid(pointer, 'repeated');
    seen.add(key);
  };
  areas.forEach(({ code, tasks }, i) => {
    once(code, `/areas/${i}/code`);
    tasks.forEach((id, j) => {
      once(id, `/areas/${i}/tasks/${j}`);
    });
  });
  await mustExist(
    tx,
    'task',
    areas.flatMap(({ tasks }) => tasks),
  );
}

export async function insertVersion(tx: Tx, version: Version): Promise<void> {
  const { roleDescriptionId, number, effectiveFrom, areas, obligations } = version;
  await tx.rows(
    `insert into role_description_version
       (clinic_id, role_description_id, number, effective_from, areas, obligations, published_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tx.clinicId,
      roleDescriptionId,
      number,
      effectiveFrom,
      JSON.stringify(areas.map(({ code, title }) => ({ code, title }))),
      JSON.stringify(obligations.map(({ text, legalBases }) => ({ text, legalBases }))),
      new Date(tx.now),
    ],
  );
  const placed = areas.flatMap(({ code, tasks }) => tasks.map((id) => ({ area: code, id })));
  await tx.rows(
    `insert into role_description_task (clinic_id, role_description_id, number, position, area, task_id)
     select $1, $2, $3, p.position, p.area, p.task_id
     from unnest($4::text[], $5::uuid[]) with ordinality p (area, task_id, position)`,
    [tx.clinicId, roleDescriptionId, number, placed.map(({ area }) => area), placed.map(({ id }) => id)],
  );
}

/** For the log: enough to write the version again. */
export const payloadOf = ({ areas, obligations, effectiveFrom, ...version }: Version) => ({
  ...version,
  effectiveFrom: effectiveFrom.toISOString(),
  areas: areas.map(({ code, title, tasks }) => ({ code, title, tasks: [...tasks] })),
  obligations: obligations.map(({ text, legalBases }) => ({ text, legalBases: [...legalBases] })),
});

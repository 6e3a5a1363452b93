import type { AreaCode, CatalogueTask } from '../catalogue/catalogue.types.js';
import { isMedicineHandling } from '../catalogue/medicine-handling.js';
import { insertRequirements, type NewRequirement } from '../competence/new-requirement.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import type { OccupationCode } from '../law/occupations.js';
import type { Entitle, LineageLink } from './task.dto.js';

export interface NewTask {
  readonly id: string;
  readonly name: string;
  readonly area: AreaCode;
  readonly catalogueCode: string | null;
  readonly reservedTo: readonly OccupationCode[] | null;
  readonly contested: boolean;
  readonly medicineHandling: boolean;
  readonly lineage: readonly LineageLink[];
  readonly entitlements: readonly Entitle[];
  readonly requirements: readonly NewRequirement[];
}

/** A catalogue task as the clinic takes it into use, named in bokmål. */
export const ofCatalogue = (tx: Tx, task: CatalogueTask): NewTask => ({
  id: tx.newId(),
  name: task.name.nb,
  area: task.area,
  catalogueCode: task.code,
  reservedTo: task.reservedTo,
  contested: task.contested !== null,
  medicineHandling: isMedicineHandling(task.code),
  lineage: [],
  entitlements: entitlementsIn(task.entitlements, task.reservedTo),
  requirements: [],
});

/**
 * What the law reserves is held by those it names and never left to others (hpl-11).
 * 400 for an occupation outside them, or one that is named twice.
 */
export function entitlementsIn(
  asked: readonly Entitle[],
  reservedTo: readonly OccupationCode[] | null,
): Entitle[] {
  const seen = new Set<string>();
  return asked.map(({ occupation, mayDelegate }, i) => {
    const pointer = `/entitlements/${i}/occupation`;
    if (seen.has(occupation)) throw Problem.invalid(pointer, 'repeated');
    seen.add(occupation);
    if (reservedTo && !reservedTo.includes(occupation)) {
      throw Problem.invalid(pointer, 'not-one-of', reservedTo.join(', '));
    }
    return { occupation, mayDelegate: mayDelegate && reservedTo === null };
  });
}

/** Writes tasks with entitlements since ever, each with its entry in the log, in three statements however many. */
export async function insertTasks(tx: Tx, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return;
  const all = JSON.stringify(tasks);
  await tx.rows(
    `insert into task (clinic_id, id, name, area, catalogue_code, reserved_to, contested, medicine_handling, created_at)
     select $1, t.id, t.name, t.area, t."catalogueCode", t."reservedTo", t.contested, t."medicineHandling", $2
     from jsonb_to_recordset($3::jsonb) t
       (id uuid, name text, area text, "catalogueCode" text, "reservedTo" text[], contested boolean, "medicineHandling" boolean)`,
    [tx.clinicId, new Date(tx.now), all],
  );
  await tx.rows(
    `insert into entitlement (clinic_id, task_id, occupation, may_delegate, valid)
     select $1, t.id, e.occupation, e."mayDelegate", tstzrange(null, null)
     from jsonb_to_recordset($2::jsonb) t (id uuid, entitlements jsonb)
     cross join jsonb_to_recordset(t.entitlements) e (occupation text, "mayDelegate" boolean)`,
    [tx.clinicId, all],
  );
  if (tasks.some(({ lineage }) => lineage.length > 0)) await insertLineage(tx, all);
  for (const { id, requirements } of tasks) await insertRequirements(tx, requirements, 'task', id, null);
  for (const { id, lineage, requirements, ...task } of tasks) {
    const parents = lineage.map((link) => ({ ...link }));
    const entitlements = task.entitlements.map((held) => ({ ...held, validFrom: null }));
    tx.log('task.created', [id, ...parents.map(({ taskId }) => taskId)], {
      id,
      ...task,
      entitlements,
      lineage: parents,
      requirements: requirements.map(({ anyOf, exceptOccupations, ...required }) => ({
        ...required,
        exceptOccupations: [...exceptOccupations],
        anyOf: anyOf.map((option) => ({ ...option })),
      })),
    });
  }
}

const insertLineage = (tx: Tx, all: string) =>
  tx.rows(
    `insert into task_lineage (clinic_id, task_id, of_task_id, relation)
     select $1, t.id, l."taskId", l.relation
     from jsonb_to_recordset($2::jsonb) t (id uuid, lineage jsonb)
     cross join jsonb_to_recordset(t.lineage) l ("taskId" uuid, relation text)`,
    [tx.clinicId, all],
  );

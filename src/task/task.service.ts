import { Injectable } from '@nestjs/common';
import { catalogueTask } from '../catalogue/catalogue.js';
import { requirementsIn } from '../competence/new-requirement.js';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { lapse } from '../delegation/lapse.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { OccupationCode } from '../law/occupations.js';
import { Refused } from '../law/refused.js';
import { lapsedView } from '../people/people.view.js';
import type { By } from '../session/by.js';
import { adoptedTasks } from './catalogue-adoption.js';
import { changeEntitlements } from './entitlement-change.js';
import { entitlementsIn, insertTasks, type NewTask, ofCatalogue } from './new-task.js';
import {
  AdoptTask,
  type ChangeTask,
  type CreateTask,
  type TaskChangedView,
  type TaskQuery,
  type TaskView,
} from './task.dto.js';
import { tasksOf, taskView } from './task.view.js';

/** The clinic's tasks: adopted from the national catalogue, or its own. */
@Injectable()
export class TaskService {
  constructor(private readonly tenant: Tenant) {}

  list(query: TaskQuery, by: By): Promise<Page<TaskView>> {
    const { area = null, occupation = null, kind = null, q: named = null } = query;
    const [after] = query.after<[string]>(['uuid']) ?? [null];
    return this.tenant.read(by, async (tx) => {
      const tasks = await tasksOf(tx, { area, occupation, kind, named, after, limit: query.limit + 1 });
      return page(tasks, query.limit, ({ id }) => [id]);
    });
  }

  get(id: string, by: By): Promise<TaskView> {
    return this.tenant.read(by, (tx) => taskView(tx, id, tx.now));
  }

  create(command: CreateTask | AdoptTask, by: By): Promise<TaskView> {
    const attempt = { noun: 'task', act: 'create', subjects: [], command };
    return this.tenant.act(by, attempt, async (tx) => {
      const task = command instanceof AdoptTask ? await adopted(tx, command) : await own(tx, command);
      await insertTasks(tx, [task]);
      return taskView(tx, task.id, tx.now);
    });
  }

  /** An occupation that loses the task loses it from now, and what rested on it lapses in the same transaction. */
  change(id: string, command: ChangeTask, version: number | '*', by: By): Promise<TaskChangedView> {
    const attempt = { noun: 'task', act: 'change', subjects: [id], command: { id, ...command } };
    return this.tenant.act(by, attempt, async (tx) => {
      const before = await taskView(tx, id, tx.now);
      if (version !== '*' && version !== before.version) throw new Problem('stale');
      const wanted = command.entitlements && entitlementsIn(command.entitlements, before.reservedTo);
      const { name, area, medicineHandling } = { ...before, ...command };
      await tx.rows(
        'update task set name = $2, area = $3, medicine_handling = $4, version = version + 1 where id = $1',
        [id, name, area, medicineHandling],
      );
      const at = wanted ? await changeEntitlements(tx, id, wanted) : tx.now;
      const entitledFrom = wanted && new Date(at).toISOString();
      tx.log('task.changed', [id], {
        id,
        name,
        area,
        medicineHandling,
        entitlements: wanted?.map((held) => ({ ...held })),
        entitledFrom,
      });
      const lapsed = await lapse(tx, { taskId: id }, 'entitlement-changed');
      return { ...(await taskView(tx, id, at)), lapsed: lapsedView(lapsed) };
    });
  }
}

/** The catalogue's task, once in each clinic. */
async function adopted(tx: Tx, { catalogueCode }: AdoptTask): Promise<NewTask> {
  const task = catalogueTask(catalogueCode);
  if (!task) throw new Problem('not-found');
  const taskId = (await adoptedTasks(tx, [catalogueCode])).get(catalogueCode);
  if (taskId) throw new Refused([{ code: 'task-exists', about: { taskId } }]);
  return ofCatalogue(tx, task);
}

async function own(tx: Tx, command: CreateTask): Promise<NewTask> {
  const lineage = command.lineageOf ?? [];
  const parents = lineage.map(({ taskId }) => taskId);
  if (new Set(parents).size < parents.length) throw Problem.invalid('/lineageOf', 'repeated');
  await mustExist(tx, 'task', parents);
  const required = (command.requiredCompetenceIds ?? []).map((competenceId) => ({
    anyOf: [{ competenceId }],
  }));
  const requirements = await requirementsIn(tx, required, '/requiredCompetenceIds');
  const held = lineage.filter(({ relation }) => relation !== 'part').map(({ taskId }) => taskId);
  const inherited = await restrictionsOf(tx, held);
  const reservedTo = narrowed([command.reservedTo ?? null, ...inherited.map((parent) => parent.reservedTo)]);
  return {
    id: tx.newId(),
    name: command.name,
    area: command.area,
    catalogueCode: null,
    reservedTo,
    contested: command.contested === true || inherited.some(({ contested }) => contested),
    medicineHandling:
      command.medicineHandling === true || inherited.some((parent) => parent.medicineHandling),
    lineage,
    entitlements: entitlementsIn(command.entitlements, reservedTo),
    requirements,
  };
}

/** A copy is as restricted as what it was copied from, and a bundle as what it holds: a new name opens nothing. */
const restrictionsOf = (tx: Tx, taskIds: readonly string[]) =>
  tx.rows<{ reservedTo: OccupationCode[] | null; contested: boolean; medicineHandling: boolean }>(
    `select reserved_to "reservedTo", contested, medicine_handling "medicineHandling" from task
     where id = any($1) and (reserved_to is not null or contested or medicine_handling)`,
    [taskIds],
  );

/** Those that every restriction allows; null where there is none. */
function narrowed(restrictions: readonly (readonly OccupationCode[] | null)[]): OccupationCode[] | null {
  const [first, ...rest] = restrictions.filter((list) => list !== null);
  return first ? first.filter((occupation) => rest.every((list) => list.includes(occupation))) : null;
}

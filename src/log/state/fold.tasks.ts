import { relations } from '../../task/task.rules.js';
import { requirementsTold } from './fold.competences.js';
import type { Fold, Told } from './fold.told.js';
import type { EntitlementState, TaskState } from './state.js';

const always = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

export const taskCreated: Fold = (state, told) => {
  const id = told.fresh('id', state.tasks);
  const of = { taskId: id, roleDescriptionId: null, valid: always };
  const required = told.has('requirements') ? requirementsTold(state, told, 'requirements', of) : [];
  state.tasks.set(id, {
    id,
    name: told.text('name'),
    area: told.text('area'),
    catalogueCode: told.textOrNull('catalogueCode'),
    reservedTo: told.textsOrNull('reservedTo'),
    contested: told.flag('contested'),
    medicineHandling: told.has('medicineHandling') && told.flag('medicineHandling'),
    lineage: told.parts('lineage').map((link) => ({
      taskId: link.idOf('taskId', state.tasks),
      relation: link.oneOf('relation', relations),
    })),
    entitlements: told.parts('entitlements').map((held) => ({ ...entitled(held), valid: always })),
    version: 1,
    createdAt: told.at,
  });
  for (const each of required) state.requirements.set(each.id, each);
};

/** Entitlements are told as they are from then on: what is not among them ends, what is new begins. */
export const taskChanged: Fold = (state, told) => {
  const task = told.known('id', state.tasks);
  const [name, area] = [told.text('name'), told.text('area')];
  const wanted = told.has('entitlements') ? told.parts('entitlements').map(entitled) : null;
  const medicineHandling = told.has('medicineHandling')
    ? told.flag('medicineHandling')
    : task.medicineHandling;
  if (wanted) entitle(task, wanted, told);
  task.medicineHandling = medicineHandling;
  task.name = name;
  task.area = area;
  task.version++;
};

type Entitled = Pick<EntitlementState, 'occupation' | 'mayDelegate'>;

const entitled = (held: Told): Entitled => ({
  occupation: held.text('occupation'),
  mayDelegate: held.flag('mayDelegate'),
});

function entitle(task: TaskState, wanted: readonly Entitled[], told: Told): void {
  const at = told.moment('entitledFrom');
  const open = task.entitlements.filter(({ valid }) => valid.to === Number.POSITIVE_INFINITY);
  const closed = open.filter((held) => !wanted.some((other) => isSame(other, held)));
  const opened = wanted.filter((other) => !open.some((held) => isSame(other, held)));
  if (closed.some(({ valid }) => valid.from >= at)) told.fail('out-of-order', task.id);
  for (const held of closed) held.valid = { from: held.valid.from, to: at };
  const valid = { from: at, to: Number.POSITIVE_INFINITY };
  task.entitlements.push(...opened.map((held) => ({ ...held, valid })));
}

const isSame = (a: Entitled, b: Entitled): boolean =>
  a.occupation === b.occupation && a.mayDelegate === b.mayDelegate;

import type { Fold, Told } from './fold.told.js';
import type {
  CompetenceRecordState,
  CompetenceRecordStepState,
  RequirementState,
} from './state.competences.js';
import type { State } from './state.js';

export const competenceCreated: Fold = (state, told) => {
  const id = told.fresh('id', state.competences);
  state.competences.set(id, {
    id,
    name: told.text('name'),
    kind: told.text('kind'),
    levels: told.texts('levels'),
    validityMonths: told.wholeOrNull('validityMonths'),
    renewal: told.textOrNull('renewal'),
    catalogueCode: told.textOrNull('catalogueCode'),
    version: 1,
    createdAt: told.at,
  });
};

export const competenceChanged: Fold = (state, told) => {
  const competence = told.known('id', state.competences);
  const after = {
    name: told.text('name'),
    validityMonths: told.wholeOrNull('validityMonths'),
    renewal: told.textOrNull('renewal'),
  };
  Object.assign(competence, after);
  competence.version++;
};

/** What is newly required, read before anything is changed. */
export function requirementsTold(
  state: State,
  told: Told,
  key: string,
  of: Pick<RequirementState, 'taskId' | 'roleDescriptionId' | 'valid'>,
): RequirementState[] {
  return told.parts(key).map((required) => ({
    id: required.fresh('id', state.requirements),
    ...of,
    anyOf: required.parts('anyOf').map((option) => ({
      competenceId: option.idOf('competenceId', state.competences),
      minLevel: option.whole('minLevel'),
    })),
    exceptOccupations: required.textsOrNull('exceptOccupations') ?? [],
    createdAt: told.at,
  }));
}

/** From a date: what is not kept ends there, or never was where it had not begun. */
export const requirementChanged: Fold = (state, told) => {
  const taskId = told.idOrNullOf('taskId', state.tasks);
  const roleDescriptionId = told.idOrNullOf('roleDescriptionId', state.roleDescriptions);
  const from = told.moment('from');
  const kept = new Set(told.idsOf('kept', state.requirements));
  const valid = { from, to: Number.POSITIVE_INFINITY };
  const opened = requirementsTold(state, told, 'opened', { taskId, roleDescriptionId, valid });
  for (const standing of state.requirements.values()) {
    const isOf = standing.taskId === taskId && standing.roleDescriptionId === roleDescriptionId;
    if (!isOf || !standing.valid || standing.valid.to <= from || kept.has(standing.id)) continue;
    standing.valid = standing.valid.from < from ? { from: standing.valid.from, to: from } : null;
  }
  for (const required of opened) state.requirements.set(required.id, required);
  const task = taskId === null ? undefined : state.tasks.get(taskId);
  if (task) task.version++;
  const role = roleDescriptionId === null ? undefined : state.roleDescriptions.get(roleDescriptionId);
  if (role) role.requirementsVersion++;
};

const stepTold = (
  told: Told,
  kind: CompetenceRecordStepState['kind'],
  reason: string | null,
): CompetenceRecordStepState => ({
  id: told.text('stepId'),
  kind,
  at: told.at,
  actorId: told.actor,
  personId: told.person,
  reason,
});

function recordTold(state: State, told: Told, kind: 'claimed' | 'confirmed'): CompetenceRecordState {
  const evidence = told.part('evidence');
  const requested = told.period();
  return {
    id: told.fresh('id', state.competenceRecords),
    personId: told.idOf('personId', state.people),
    competenceId: told.idOf('competenceId', state.competences),
    level: told.whole('level'),
    achievedOn: told.text('achievedOn'),
    requested,
    valid: kind === 'confirmed' ? requested : null,
    assessorId: told.idOrNullOf('assessorId', state.people),
    evidence: { source: evidence.text('source'), note: evidence.textOrNull('note') },
    steps: [stepTold(told, kind, null)],
    createdAt: told.at,
  };
}

export const recordClaimed: Fold = (state, told) => {
  const record = recordTold(state, told, 'claimed');
  state.competenceRecords.set(record.id, record);
};

/** By a manager: confirmed from the start. */
export const recordRegistered: Fold = (state, told) => {
  const record = recordTold(state, told, 'confirmed');
  supersede(state, told, record.requested.from);
  state.competenceRecords.set(record.id, record);
};

export const recordConfirmed: Fold = (state, told) => {
  const record = claimed(state, told);
  const assessorId = told.idOrNullOf('assessorId', state.people);
  const step = stepTold(told, 'confirmed', null);
  supersede(state, told, record.requested.from);
  record.valid = record.requested;
  record.assessorId = assessorId;
  record.steps.push(step);
};

export const recordRejected: Fold = (state, told) => {
  const record = claimed(state, told);
  record.steps.push(stepTold(told, 'rejected', told.text('reason')));
};

export const recordWithdrawn: Fold = (state, told) => {
  const record = told.known('id', state.competenceRecords);
  if (record.steps.some(({ kind }) => kind === 'rejected' || kind === 'withdrawn'))
    told.fail('not-in-force', record.id);
  record.steps.push(stepTold(told, 'withdrawn', told.text('reason')));
  if (record.valid) record.valid = until(record.valid, told.at);
};

function claimed(state: State, told: Told): CompetenceRecordState {
  const record = told.known('id', state.competenceRecords);
  if (record.steps.some(({ kind }) => kind !== 'claimed')) told.fail('not-pending', record.id);
  return record;
}

/** What a new record takes over from ends where that begins. */
function supersede(state: State, told: Told, from: number): void {
  const ids = told.idsOf('superseded', state.competenceRecords);
  for (const id of ids) {
    const record = state.competenceRecords.get(id);
    if (record?.valid) record.valid = until(record.valid, from);
  }
}

const until = ({ from, to }: { from: number; to: number }, at: number) =>
  from < at ? { from, to: Math.min(to, at) } : null;

export const abstentionDeclared: Fold = (state, told) => {
  const id = told.fresh('id', state.abstentions);
  state.abstentions.set(id, {
    id,
    personId: told.idOf('personId', state.people),
    taskId: told.idOf('taskId', state.tasks),
    reason: told.text('reason'),
    valid: { from: told.at, to: Number.POSITIVE_INFINITY },
    endReason: null,
    endedBy: null,
    createdAt: told.at,
  });
};

export const abstentionEnded: Fold = (state, told) => {
  const abstention = told.known('id', state.abstentions);
  const at = told.moment('at');
  const reason = told.text('reason');
  if (abstention.endedBy !== null || at <= abstention.valid.from) told.fail('not-in-force', abstention.id);
  abstention.valid = { from: abstention.valid.from, to: at };
  abstention.endReason = reason;
  abstention.endedBy = told.actor;
};

export const policyChanged: Fold = (state, told) => {
  const name = told.text('name');
  const version = (state.policies.get(name)?.version ?? 1) + 1;
  state.policies.set(name, { name, value: told.text('value'), version });
};

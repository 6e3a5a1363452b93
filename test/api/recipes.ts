import type { Client, Json } from '../support/client.js';
import { day, unique } from '../support/world.js';
import {
  abstention,
  apiToken,
  approval,
  approvalTold,
  attended,
  authorised,
  claimed,
  comingTeaching,
  competence,
  competenceTold,
  delegation,
  dutyOf,
  erasable,
  evidence,
  evidenceFile,
  expecting,
  goalsTold,
  importedCsv,
  importedXlsx,
  invitation,
  newMember,
  openInvitation,
  pastTeaching,
  person,
  planTold,
  proposed,
  recordTold,
  role,
  standing,
  taskId,
  teachingTold,
  trainingGoal,
  trainingPlan,
  trainingStep,
} from './ingredients.js';
import { newLogin, roleDescription, type Stage } from './stage.js';

export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A valid call of an operation, with everything that it may hold. */
export interface Call {
  readonly by: Client;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The command; of a form, what stands beside the file. */
  readonly body?: Json;
  readonly file?: SentFile;
  /** Where a valid call is not answered with success, and why that is right. */
  readonly answered?: number;
}

/** Makes what the call needs, so that each call made by it can succeed. More than one where the body has several forms. */
export type Recipe = (stage: Stage) => Promise<Call[]> | Call[];

const note = 'Skrevet ned etterpå.';
const reason = { reason: 'Ikke lenger forsvarlig å fortsette slik.' };
const period = { validFrom: day(0), validTo: day(200) };
const whichever = { 'If-Match': '*' };

const ofId =
  (by: (stage: Stage) => Client, made: (stage: Stage) => Promise<{ id: string }>, body?: Json): Recipe =>
  async (stage) => [{ by: by(stage), path: { id: (await made(stage)).id }, ...(body && { body }) }];

const manager = ({ manager }: Stage): Client => manager;
const lege = (stage: Stage): Client => stage.lege.client;
const secretary = (stage: Stage): Client => stage.secretary.client;

const list =
  (query: (stage: Stage) => Record<string, string> = () => ({})): Recipe =>
  (stage) => [{ by: stage.manager, query: { limit: '5', ...query(stage) } }];

const changes =
  (made: (stage: Stage) => Promise<{ id: string }>, body?: () => Json): Recipe =>
  async (stage) => [
    {
      by: stage.manager,
      path: { id: (await made(stage)).id },
      headers: whichever,
      ...(body && { body: body() }),
    },
  ];

const signingIn: Readonly<Record<string, Recipe>> = {
  signUpClinic: ({ anyone }) => [
    {
      by: anyone,
      body: {
        name: 'Et nytt kontor',
        organisationNumber: '889640782',
        kind: 'legekontor',
        manager: { name: 'Nina Ny', email: `ny-${unique()}@example.no`, password: 'et-godt-passord' },
      },
    },
  ],
  signIn: async (stage) => [{ by: stage.anyone, body: await newLogin(stage) }],
  acceptInvitation: async (stage) => [
    {
      by: stage.anyone,
      body: { token: await invitation(stage), name: 'Mari Medlem', password: 'et-godt-passord' },
    },
  ],
  whoAmI: ({ manager }) => [{ by: manager }],
  signOut: async (stage) => {
    const { email, password } = await newLogin(stage);
    return [{ by: await stage.anyone.signIn(email, password) }];
  },
  chooseClinic: ({ manager, world }) => [{ by: manager, body: { clinicId: world.clinicId } }],
};

const administering: Readonly<Record<string, Recipe>> = {
  createApiToken: ({ manager }) => [
    { by: manager, body: { name: 'Vaktliste', roles: ['staff', 'auditor'], expiresAt: day(30) } },
  ],
  listApiTokens: list(),
  getApiToken: ofId(manager, apiToken),
  deleteApiToken: changes(apiToken),
  invite: async (stage) => [
    {
      by: stage.manager,
      body: {
        email: `ny-${unique()}@example.no`,
        personId: (await person(stage)).id,
        roles: ['staff', 'auditor'],
        auditorUntil: day(30),
      },
    },
  ],
  listInvitations: list(),
  withdrawInvitation: ofId(manager, openInvitation),
  listMembers: list(),
  getMember: ofId(manager, async ({ memberId }) => ({ id: memberId })),
  changeMember: changes(
    async ({ memberId }) => ({ id: memberId }),
    () => ({ roles: ['staff', 'auditor'], auditorUntil: day(30) }),
  ),
  removeMember: changes(newMember),
};

const describing: Readonly<Record<string, Recipe>> = {
  listCatalogueRoleDescriptions: list(() => ({ area: 'skiftestue', occupation: 'HE' })),
  listCatalogueTasks: list(() => ({ area: 'skiftestue', occupation: 'HE' })),
  listCatalogueCompetences: list(() => ({ kind: 'course', area: 'skiftestue', occupation: 'HE' })),
  listCatalogueOccupations: list(),
  listCatalogueLegalBases: list(),
  listTasks: list(() => ({ area: 'skiftestue', occupation: 'LE', kind: 'delegable', q: 'ekg' })),
  getTask: ofId(manager, async ({ taskIds }) => ({ id: taskIds[0] ?? '' })),
  createTask: createTasks,
  changeTask: changes(
    async (stage) => ({ id: await taskId(stage, { LE: true }) }),
    () => ({
      name: `Endret ${unique()}`,
      area: 'generelt',
      entitlements: [{ occupation: 'HE', mayDelegate: true }],
      medicineHandling: true,
    }),
  ),
  listRoleDescriptions: list(),
  getRoleDescription: ({ manager, roleDescriptionId }) => [
    { by: manager, path: { id: roleDescriptionId }, query: { at: day(2), version: '1' } },
  ],
  listRoleDescriptionVersions: ({ manager, roleDescriptionId }) => [
    { by: manager, path: { id: roleDescriptionId }, query: { limit: '5' } },
  ],
  diffRoleDescription: ({ manager, roleDescriptionId }) => [
    { by: manager, path: { id: roleDescriptionId }, query: { from: '1', to: '1' } },
  ],
  createRoleDescription: ({ manager, taskIds, nextTemplateCode }) => [
    { by: manager, body: roleDescription(taskIds) },
    { by: manager, body: { templateCode: nextTemplateCode() } },
  ],
  publishRoleDescription: ({ manager, roleDescriptionId, taskIds }) => {
    const { areas, obligations, effectiveFrom } = roleDescription(taskIds);
    return [{ by: manager, path: { id: roleDescriptionId }, body: { areas, obligations, effectiveFrom } }];
  },
};

/** A task comes from the catalogue or is the clinic's own; what it comes from is written in three ways. */
async function createTasks(stage: Stage): Promise<Call[]> {
  const { manager, taskIds, nextCatalogueCode } = stage;
  const { id: competenceId } = await competence(stage);
  const [first = '', second = ''] = taskIds;
  const part = { taskId: second, relation: 'part' };
  const own = () => ({
    name: `Egen oppgave ${unique()}`,
    area: 'skiftestue',
    entitlements: [{ occupation: 'HE', mayDelegate: false }],
    requiredCompetenceIds: [competenceId],
    reservedTo: ['HE', 'LE'],
    contested: true,
    medicineHandling: true,
  });
  return [
    { by: manager, body: { ...own(), lineageOf: [first, part] } },
    { by: manager, body: { ...own(), lineageOf: first } },
    { by: manager, body: { ...own(), lineageOf: part } },
    { by: manager, body: { catalogueCode: nextCatalogueCode() } },
  ];
}

const employing: Readonly<Record<string, Recipe>> = {
  listPeople: list(() => ({ at: day(0), q: 'en', occupation: 'HE' })),
  getPerson: ({ manager, secretary }) => [{ by: manager, path: { id: secretary.id }, query: { at: day(0) } }],
  createPerson: ({ manager }) => [{ by: manager, body: somebody() }],
  changePerson: changes(person, () => somebody()),
  startEngagement: async (stage) => [
    {
      by: stage.manager,
      path: { id: (await person(stage)).id },
      body: {
        occupation: 'HE',
        kind: 'vikar',
        roleDescriptionId: stage.roleDescriptionId,
        ...period,
        supervisorId: stage.lege.id,
      },
    },
  ],
  endEngagement: async (stage) => {
    const { id } = await stage.world.engage((await person(stage)).id, 'HE');
    return [{ by: stage.manager, path: { id }, body: { at: day(30), ...reason } }];
  },
  registerAuthorisation: ofId(manager, person, {
    profession: 'HE',
    approvalType: '17',
    ...period,
    conditions: 'Bare under tilsyn.',
    evidence: { source: 'HPR', checkedAt: '2026-01-01', note },
  }),
  recordReaction: async (stage) => [
    {
      by: stage.manager,
      path: { id: await authorised(stage) },
      body: { kind: 'suspension', ...period, taskIds: [...stage.taskIds], knownFrom: day(-1), note },
    },
  ],
  impactOfReaction: async (stage) => [
    {
      by: stage.manager,
      path: { id: await authorised(stage) },
      query: { kind: 'suspension', ...period, taskIds: stage.taskIds.join(',') },
    },
  ],
  impactOfBan: async (stage) => [
    { by: stage.manager, path: { id: (await person(stage)).id }, query: { ...period } },
  ],
  impactOfEnd: async (stage) => [
    {
      by: stage.manager,
      path: { id: (await stage.world.engage((await person(stage)).id, 'HE')).id },
      query: { at: day(30) },
    },
  ],
  banPerson: ofId(manager, person, { ...period, knownFrom: day(-1), note }),
};

let hprNumbers = 1_000_000;

const somebody = () => ({
  name: 'Per Person',
  email: `per-${unique()}@example.no`,
  hprNumber: ++hprNumbers,
  birthDate: '1980-02-29',
});

const assigning: Readonly<Record<string, Recipe>> = {
  listDuties: list(({ secretary, taskIds }) => ({
    personId: secretary.id,
    taskId: taskIds[0] ?? '',
    at: day(0),
  })),
  assignDuty: async (stage) => [{ by: stage.manager, body: { ...(await dutyOf(stage)), ...period } }],
  assignDuties: async (stage) => {
    const { personId, taskId } = await dutyOf(stage);
    const [both, except] = [[taskId, stage.taskIds[0]], [{ personId, taskIds: [stage.taskIds[0]] }]];
    return [{ by: stage.manager, body: { personIds: [personId], taskIds: both, except, ...period } }];
  },
  checkDuties: async (stage) => {
    const { personId, taskId } = await dutyOf(stage);
    return [{ by: stage.manager, body: { personIds: [personId], taskIds: [taskId], ...period } }];
  },
  endDuties: async (stage) => {
    const { id } = await stage.manager.make('duties', { ...(await dutyOf(stage)), ...period });
    return [{ by: stage.manager, body: { dutyIds: [id], at: day(30), ...reason } }];
  },
  endDuty: async (stage) => {
    const { id } = await stage.manager.make('duties', { ...(await dutyOf(stage)), ...period });
    return [{ by: stage.manager, path: { id }, body: { at: day(30), ...reason } }];
  },
};

const delegating: Readonly<Record<string, Recipe>> = {
  checkDelegation: async (stage) => [{ by: stage.lege.client, body: await delegation(stage) }],
  proposeDelegation: async (stage) => [{ by: stage.lege.client, body: await delegation(stage) }],
  listDelegations: list(({ lege, secretary, taskIds }) => ({
    status: 'accepted',
    taskId: taskIds[0] ?? '',
    delegatorId: lege.id,
    delegateeId: secretary.id,
    q: 'en',
    at: day(0),
    knownAt: day(1),
  })),
  getDelegation: async (stage) => [
    { by: stage.manager, path: { id: (await proposed(stage)).id }, query: { knownAt: day(1) } },
  ],
  getDelegationLetter: async (stage) => [
    { by: stage.manager, path: { id: (await standing(stage)).id }, query: { lang: 'nn' } },
  ],
  acceptDelegation: ofId(secretary, proposed),
  declineDelegation: ofId(secretary, proposed, reason),
  withdrawDelegation: ofId(lege, proposed, reason),
  revokeDelegation: ofId(manager, standing, reason),
  relinquishDelegation: ofId(secretary, standing, reason),
  reviewDelegation: ofId(lege, standing, { outcome: 'Fortsetter', note, nextReviewBy: day(60) }),
  // A delegated task can never be delegated on.
  redelegate: async (stage) => [
    { by: stage.secretary.client, path: { id: (await standing(stage)).id }, answered: 409 },
  ],
};

const training: Readonly<Record<string, Recipe>> = {
  listTrainingPlans: list(({ secretary, lege }) => ({
    personId: secretary.id,
    supervisorId: lege.id,
    status: 'in-force',
    at: day(1),
  })),
  makeTrainingPlan: async (stage) => [{ by: stage.manager, body: await planTold(stage) }],
  getTrainingPlan: ofId(manager, trainingPlan),
  addTrainingGoals: async (stage) => [
    {
      by: stage.manager,
      path: { id: (await trainingPlan(stage)).id },
      body: { goals: await goalsTold(stage) },
    },
  ],
  superviseTraining: async (stage) => [
    {
      by: stage.manager,
      path: { id: (await trainingPlan(stage)).id },
      body: { supervisorId: stage.world.managerId, ...reason },
    },
  ],
  endTrainingPlan: ofId(manager, trainingPlan, { outcome: 'cancelled', ...reason }),
  signTrainingStep: ofId(lege, trainingGoal, {
    kind: 'mastered',
    signedOn: day(0),
    note,
    record: { validTo: day(300), evidence: { source: 'Sett i praksis', note } },
  }),
  withdrawTrainingGoal: ofId(manager, trainingGoal, reason),
  withdrawTrainingStep: ofId(lege, trainingStep, reason),
};

const mastering: Readonly<Record<string, Recipe>> = {
  listCompetences: list(),
  createCompetence: ({ manager, nextCompetenceCode }) => [
    { by: manager, body: competenceTold() },
    { by: manager, body: { catalogueCode: nextCompetenceCode() } },
  ],
  getCompetence: ofId(manager, competence),
  changeCompetence: changes(competence, () => {
    const { name, validityMonths, renewal } = competenceTold();
    return { name, validityMonths, renewal };
  }),
  getTaskRequirements: ofId(manager, async ({ taskIds }) => ({ id: taskIds[0] ?? '' })),
  requireOfTask: async (stage) => requiring(stage, await taskId(stage, { LE: true })),
  getRoleRequirements: ofId(manager, async ({ roleDescriptionId }) => ({ id: roleDescriptionId })),
  requireOfRole: async (stage) => requiring(stage, await role(stage)),
  recordsOfPerson: async (stage) => {
    const { person, competence } = await claimed(stage);
    const query = { limit: '5', status: 'claimed', competenceId: competence.id };
    return [{ by: stage.manager, path: { id: person.id }, query }];
  },
  registerRecord: async (stage) => [
    { by: stage.manager, path: { id: stage.secretary.id }, body: await recordTold(stage) },
  ],
  listRecords: async (stage) => {
    const { competence, person } = await claimed(stage);
    const query = { limit: '5', status: 'claimed', competenceId: competence.id, personId: person.id };
    return [{ by: stage.manager, query }];
  },
  importRecords: async (stage) => [
    { by: stage.manager, ...(await importedCsv(stage)) },
    { by: stage.manager, ...(await importedXlsx(stage)) },
  ],
  getImportTemplate: ({ manager }) => [{ by: manager, query: { format: 'xlsx' } }],
  getRecord: ofId(manager, claimed),
  confirmRecord: ofId(manager, claimed),
  rejectRecord: ofId(manager, claimed, reason),
  withdrawRecord: ofId(manager, claimed, reason),
  addEvidence: async (stage) => [
    { by: stage.manager, path: { id: (await claimed(stage)).id }, file: evidenceFile() },
  ],
  listEvidence: async (stage) => {
    const { recordId } = await evidence(stage);
    return [{ by: stage.manager, path: { id: recordId }, query: { limit: '5' } }];
  },
  getEvidence: ofId(manager, evidence),
  getEvidenceContent: ofId(manager, evidence),
  eraseEvidence: ofId(manager, evidence, reason),
  listApprovals: list(({ secretary, taskIds: [taskId = ''] }) => ({
    personId: secretary.id,
    taskId,
    status: 'in-force',
    at: day(1),
  })),
  grantApproval: async (stage) => [{ by: stage.manager, body: await approvalTold(stage) }],
  getApproval: ofId(manager, approval),
  withdrawApproval: ofId(manager, approval, reason),
  relinquishApproval: ofId(secretary, approval, reason),
  ...training,
  listAbstentions: list(({ secretary, taskIds }) => ({
    personId: secretary.id,
    taskId: taskIds[0] ?? '',
    open: 'true',
  })),
  abstain: async (stage) => [
    {
      by: stage.secretary.client,
      path: { id: stage.secretary.id },
      body: { taskId: await taskId(stage, { HE: true }), ...reason },
    },
  ],
  endAbstention: ofId(manager, abstention, reason),
  getPolicy: ({ manager }) => [{ by: manager }],
  getWorkingDays: ofId(manager, person),
  setWorkingDays: changes(person, () => ({ from: day(1), weekdays: [1, 3, 5] })),
  listNeeds: list(({ secretary }) => ({ at: day(2), area: 'skiftestue', personId: secretary.id })),
  getMatrix: matrix(),
  getCompetenceMatrix: matrix(),
  exportMatrix: async (stage) => [
    ...(await matrix({ of: 'tasks', format: 'csv' })(stage)),
    ...(await matrix({ of: 'competences', format: 'xlsx' })(stage)),
  ],
  getSuggestions: ({ manager, secretary, taskIds }) => [
    { by: manager, query: { taskId: taskIds[0] ?? '', personId: secretary.id } },
  ],
  getCoverage: ({ manager }) => [{ by: manager, query: { at: day(2), area: 'skiftestue' } }],
  setPolicy: ({ manager }) => [{ by: manager, headers: whichever, body: { competenceOfDuties: 'warn' } }],
};

function matrix(more: Record<string, string> = {}): Recipe {
  return async (stage) => {
    const { id: competenceId } = await competence(stage);
    const moments = { at: day(2), knownAt: day(1) };
    const filters = { area: 'skiftestue', occupation: 'HE', competenceId, tasks: 'all' };
    return [{ by: stage.manager, query: { ...moments, ...filters, ...more } }];
  };
}

async function requiring(stage: Stage, id: string): Promise<Call[]> {
  const { id: competenceId } = await competence(stage);
  const body = {
    from: day(1),
    allOf: [{ anyOf: [{ competenceId, minLevel: 2 }], exceptOccupations: ['LE'] }],
  };
  return [{ by: stage.manager, path: { id }, headers: whichever, body }];
}

const teaching: Readonly<Record<string, Recipe>> = {
  listTeaching: async (stage) => {
    const { id: competenceId } = await competence(stage);
    const period = { from: day(0), to: day(30) };
    const of = { personId: stage.secretary.id, competenceId, status: 'planned', order: 'desc' };
    const query = { limit: '5', ...period, ...of };
    return [{ by: stage.manager, query }];
  },
  planTeaching: async (stage) => {
    const told = await teachingTold(stage, 10);
    const outside = { name: 'Luftambulansen' };
    return [
      { by: stage.manager, body: { ...told, invitedIds: [stage.secretary.id] } },
      { by: stage.manager, body: { ...told, heldBy: outside } },
    ];
  },
  getTeaching: ofId(manager, expecting),
  getTeachingCalendar: ofId(manager, expecting),
  changeTeaching: async (stage) => {
    const told = await teachingTold(stage, 12);
    const call = async (body: Json) => ({
      by: stage.manager,
      path: { id: (await comingTeaching(stage)).id },
      headers: whichever,
      body,
    });
    return [await call(told), await call({ ...told, heldBy: { name: 'Luftambulansen' } })];
  },
  cancelTeaching: ofId(manager, expecting, reason),
  inviteToTeaching: async (stage) => [
    {
      by: stage.manager,
      path: { id: (await comingTeaching(stage)).id },
      body: { personIds: [stage.secretary.id, stage.lege.id] },
    },
  ],
  withdrawFromTeaching: async (stage) => [
    {
      by: stage.manager,
      path: { id: (await expecting(stage)).id },
      body: { personIds: [stage.secretary.id] },
    },
  ],
  signUpForTeaching: ofId(secretary, comingTeaching),
  signOffFromTeaching: ofId(secretary, expecting),
  recordAttendance: async (stage) => [
    {
      by: stage.manager,
      path: { id: (await pastTeaching(stage)).id },
      body: {
        people: [
          { personId: stage.secretary.id, status: 'present' },
          { personId: stage.lege.id, status: 'partly' },
        ],
      },
    },
  ],
  giveRecords: async (stage) => [
    {
      by: stage.manager,
      path: { id: (await attended(stage)).id },
      body: { personIds: [stage.secretary.id] },
    },
  ],
};

const asking: Readonly<Record<string, Recipe>> = {
  myResponsibilities: ({ secretary }) => [{ by: secretary.client, query: { at: day(0), knownAt: day(1) } }],
  responsibilitiesOf: ({ manager, secretary }) => [
    { by: manager, path: { id: secretary.id }, query: { at: day(0), knownAt: day(1) } },
  ],
  decide: ({ manager, secretary, taskIds }) => [
    { by: manager, query: { personId: secretary.id, taskId: taskIds[0] ?? '', at: day(0), knownAt: day(1) } },
  ],
  recordEmergency: ({ manager, secretary, taskIds }) => [
    { by: manager, body: { taskId: taskIds[0], personId: secretary.id, at: day(-1), note } },
  ],
  listLog: list(({ secretary, taskIds }) => ({
    type: 'task.created',
    personId: secretary.id,
    taskId: taskIds[0] ?? '',
    from: day(-1),
    to: day(1),
    order: 'desc',
  })),
  getLogEntry: ({ manager }) => [{ by: manager, path: { seq: '0' } }],
  exportLog: ({ manager }) => [{ by: manager, query: { from: day(-1), to: day(1), at: day(0) } }],
  getLogProof: ({ manager }) => [{ by: manager, path: { seq: '0' } }],
  getLogCheckpoint: async ({ manager }) => {
    const { size, root } = await manager.read('log/checkpoint');
    return [{ by: manager, query: { seenSize: String(size), seenRoot: root } }];
  },
  getLogConsistency: ({ manager }) => [{ by: manager, query: { from: '1', to: '2' } }],
  erasePayload: async (stage) => [{ by: stage.manager, path: { seq: await erasable(stage) }, body: reason }],
};

/** By operation. One that is missing fails `recipes.spec.ts`, and is called by no other suite. */
export const recipes: Readonly<Record<string, Recipe>> = {
  ...signingIn,
  ...administering,
  ...describing,
  ...employing,
  ...assigning,
  ...delegating,
  ...mastering,
  ...teaching,
  ...asking,
};

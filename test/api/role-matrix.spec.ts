import { operations, type Role, roles } from '../../src/session/operations.js';
import { accessTable, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { day } from '../support/world.js';
import { Caller, outcomeOf, startUnlimited } from './caller.js';
import { allOperations, type Operation } from './contract.js';
import { Footprints } from './footprint.js';
import { type Call, recipes } from './recipes.js';
import { createStage, type Stage } from './stage.js';

type Kind = 'session' | 'token';

/**
 * Where a role opens the door and the service narrows it to one's own: what such a caller is told about somebody else's.
 * `token` stands for the API tokens of any role, which are no person.
 */
const narrowed: Readonly<Record<string, { why: string; code: string; to: readonly (Role | 'token')[] }>> = {
  chooseClinic: { why: 'a token belongs to one clinic for good', code: 'forbidden', to: ['token'] },
  checkDelegation: { why: 'the caller is the delegator, and so a person', code: 'no-person', to: ['token'] },
  proposeDelegation: {
    why: 'the caller is the delegator, and so a person',
    code: 'no-person',
    to: ['token'],
  },
  getDelegation: {
    why: 'own; managers and auditors see all',
    code: 'forbidden',
    to: ['staff', 'administrator'],
  },
  getDelegationLetter: {
    why: 'own; managers and auditors see all',
    code: 'forbidden',
    to: ['staff', 'administrator'],
  },
  myResponsibilities: { why: 'one’s own, and a token has none', code: 'no-person', to: ['token'] },
  responsibilitiesOf: {
    why: 'own; managers and auditors see all',
    code: 'forbidden',
    to: ['staff', 'administrator'],
  },
  decide: {
    why: 'own; managers and auditors ask about all',
    code: 'forbidden',
    to: ['staff', 'administrator'],
  },
  registerRecord: {
    why: 'own; a manager records for all',
    code: 'forbidden',
    to: ['staff', 'auditor', 'administrator'],
  },
  getRecord: {
    why: 'own, and what one may assess; managers and auditors see all',
    code: 'forbidden',
    to: ['staff', 'administrator'],
  },
  withdrawRecord: {
    why: 'own; a manager withdraws all',
    code: 'forbidden',
    to: ['staff', 'auditor', 'administrator'],
  },
  addEvidence: {
    why: 'own; a manager adds to all',
    code: 'forbidden',
    to: ['staff', 'auditor', 'administrator'],
  },
  listEvidence: {
    why: 'own, and what one is to assess; managers and auditors see all',
    code: 'forbidden',
    to: ['staff', 'administrator'],
  },
  getEvidence: {
    why: 'own, and what one is to assess; managers and auditors see all',
    code: 'forbidden',
    to: ['staff', 'administrator'],
  },
  getEvidenceContent: {
    why: 'own, and what one is to assess; managers and auditors see all',
    code: 'forbidden',
    to: ['staff', 'administrator'],
  },
  abstain: {
    why: 'one’s own, whoever one is, and a token is nobody',
    code: 'forbidden',
    to: ['manager', 'staff', 'auditor', 'administrator', 'token'],
  },
  grantApproval: {
    why: 'somebody answers for it by name, and a token has none',
    code: 'no-person',
    to: ['token'],
  },
  getApproval: {
    why: 'own; managers and auditors see all',
    code: 'forbidden',
    to: ['staff', 'administrator'],
  },
  relinquishApproval: {
    why: 'one’s own, whoever one is',
    code: 'forbidden',
    to: ['manager', 'staff', 'auditor', 'administrator', 'token'],
  },
  signUpForTeaching: { why: 'for oneself, and a token is nobody', code: 'no-person', to: ['token'] },
  signOffFromTeaching: { why: 'for oneself, and a token is nobody', code: 'no-person', to: ['token'] },
  recordAttendance: {
    why: 'by a manager, or by whoever holds it',
    code: 'forbidden',
    to: ['staff', 'auditor', 'administrator'],
  },
  makeTrainingPlan: {
    why: 'by whoever is named as supervisor, and by managers',
    code: 'forbidden',
    to: ['staff', 'auditor', 'administrator'],
  },
  getTrainingPlan: {
    why: 'own, and those one supervises; managers and auditors see all',
    code: 'forbidden',
    to: ['staff', 'administrator'],
  },
  addTrainingGoals: {
    why: 'by the supervisor and by managers',
    code: 'forbidden',
    to: ['staff', 'auditor', 'administrator'],
  },
  endTrainingPlan: {
    why: 'by the supervisor and by managers',
    code: 'forbidden',
    to: ['staff', 'auditor', 'administrator'],
  },
  signTrainingStep: { why: 'a token signs nothing', code: 'no-person', to: ['token'] },
  withdrawTrainingGoal: {
    why: 'by the supervisor and by managers',
    code: 'forbidden',
    to: ['staff', 'auditor', 'administrator'],
  },
  withdrawTrainingStep: {
    why: 'by who signed, by the supervisor and by managers',
    code: 'forbidden',
    to: ['staff', 'auditor', 'administrator'],
  },
  getWorkingDays: {
    why: 'own; managers and auditors see all',
    code: 'forbidden',
    to: ['staff', 'administrator'],
  },
  recordEmergency: {
    why: 'for oneself; a manager for anybody',
    code: 'forbidden',
    to: ['staff', 'auditor', 'administrator'],
  },
};

let testApp: TestApp;
let caller: Caller;
let footprints: Footprints;
let stage: Stage;
const callers = new Map<string, Client>();

beforeAll(async () => {
  testApp = await startUnlimited();
  caller = new Caller(testApp);
  footprints = await Footprints.open(testApp);
  stage = await createStage(testApp);
  const { world } = stage;
  for (const role of roles) {
    const { id } = await world.person(`Bare ${role}`);
    await world.engage(id, 'LE');
    callers.set(`session ${role}`, await world.login(`Bare ${role}`, id, [role]));
    const { token } = await world.manager.make('api-tokens', {
      name: role,
      roles: [role],
      expiresAt: day(30),
    });
    callers.set(`token ${role}`, new Client(testApp, { Authorization: `Bearer ${token}` }));
  }
});
afterAll(async () => {
  await footprints.close();
  await testApp.close();
});

const matrix = allOperations.map((operation) => [operation.operationId, operation] as const);
const closed = matrix.filter(([id]) => operations[id] !== 'anyone');

async function callOf(id: string): Promise<Call> {
  const [call] = (await recipes[id]?.(stage)) ?? [];
  if (!call) throw new Error(`no recipe for ${id}`);
  return call;
}

/** The caller is turned away with this, and nothing is written. */
async function expectRefused(operation: Operation, call: Call, outcome: string): Promise<void> {
  const before = await footprints.of(stage.world.clinicId);
  expect(outcomeOf(await caller.call(operation, call))).toBe(outcome);
  expect(await footprints.of(stage.world.clinicId)).toEqual(before);
}

/** The same, but for the entry that says what an auditor wanted to look at. */
async function expectRefusedLookUp(operation: Operation, call: Call, outcome: string): Promise<void> {
  const { clinicId, manager } = stage.world;
  const before = await footprints.of(clinicId);
  expect(outcomeOf(await caller.call(operation, call))).toBe(outcome);
  const after = await footprints.of(clinicId);
  const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  expect(changed.filter((table) => !table.startsWith('log_'))).toEqual([]);
  const { items } = await manager.read('log?order=desc&limit=1');
  const payload = { operation: operation.operationId, status: 403 };
  expect(items).toMatchObject([{ type: 'auditor.looked-up', payload }]);
}

describe('nobody', () => {
  const impostors: [string, Record<string, string>][] = [
    ['without sign-in', {}],
    [
      'with a made-up cookie',
      { Cookie: 'fullmakt=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', Origin: 'http://localhost:3000' },
    ],
    ['with a made-up token', { Authorization: 'Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }],
  ];

  it.each(closed)('calls %s', async (id, operation) => {
    const call = await callOf(id);
    for (const [, headers] of impostors) {
      await expectRefused(operation, { ...call, by: new Client(testApp, headers) }, '401 unauthenticated');
    }
  });
});

describe.each(roles)('a %s', (role) => {
  it.each(closed)('calls %s only if the table says so', async (id, operation) => {
    const call = await callOf(id);
    for (const kind of ['session', 'token'] as const) {
      const by = callers.get(`${kind} ${role}`) ?? stage.anyone;
      const allowed = operation['x-roles']?.includes(role) ?? true;
      const looks = role === 'auditor' && operation.method === 'GET';
      if (!allowed && looks) await expectRefusedLookUp(operation, { ...call, by }, '403 forbidden');
      else if (!allowed) await expectRefused(operation, { ...call, by }, '403 forbidden');
      // Signing out ends the session that the rest of the matrix needs.
      else if (kind === 'token' || id !== 'signOut')
        await expectAdmitted(operation, { ...call, by }, kind, role);
    }
  });
});

async function expectAdmitted(operation: Operation, call: Call, kind: Kind, role: Role): Promise<void> {
  const outcome = outcomeOf(await caller.call(operation, call));
  const exception = narrowed[operation.operationId];
  const narrow = exception?.to.some((narrow) => narrow === role || narrow === kind);
  if (exception && narrow) expect(outcome).toBe(`403 ${exception.code}`);
  else expect(outcome).not.toMatch(/^40[13] /);
}

describe('a request that carries a cookie by itself', () => {
  const changing = closed.filter(([, { method }]) => method !== 'GET');
  const foreign: Record<string, string>[] = [
    {},
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'http://localhost:3000.evil.example' },
  ];

  it.each(changing)('does not reach %s from a foreign page', async (id, operation) => {
    const call = await callOf(id);
    const { Cookie = '' } = call.by.headers;
    for (const origin of foreign) {
      const by = new Client(testApp, { Cookie, ...origin });
      await expectRefused(operation, { ...call, by }, '403 cross-origin');
    }
  });
});

describe('closed by default', () => {
  it.each(matrix)('%s is closed to all when it is not in the table', async (id, operation) => {
    const call = await callOf(id);
    const table = await accessTable();
    const access = table[id];
    expect(access).toEqual(operations[id]);
    Reflect.deleteProperty(table, id);
    try {
      await expectRefused(operation, call, '403 forbidden');
    } finally {
      Reflect.set(table, id, access);
    }
  });
});

it('has no exception that is not needed: whoever is narrowed is otherwise let in', () => {
  for (const [id, { to }] of Object.entries(narrowed)) {
    const access = operations[id];
    for (const role of to.filter((name) => name !== 'token')) {
      expect(access === 'signed-in' || (typeof access === 'object' && access.includes(role))).toBe(true);
    }
  }
});

describe('narrowed to one’s own, and not closed', () => {
  it('staff read, ask about and record their own', async () => {
    const { client, id } = stage.secretary;
    const [taskId] = stage.taskIds;
    const given = await callOf('getDelegation');
    const own = [
      await client.get(`delegations/${given.path?.id}`),
      await client.get(`people/${id}/responsibilities`),
      await client.get(`decisions?personId=${id}&taskId=${taskId}`),
      await client.post('emergencies', { taskId, at: day(-1), note: 'Gav adrenalin.' }),
    ];
    expect(own.map(({ status }) => status)).toEqual([200, 200, 200, 201]);
  });
});

import { v7 } from 'uuid';
import type { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { Caller, startUnlimited } from './caller.js';
import { allOperations, type Operation } from './contract.js';
import { Footprints } from './footprint.js';
import { isIdPosition, type Position, positionsIn, withValue } from './positions.js';
import { type Call, recipes } from './recipes.js';
import { createStage, type Stage } from './stage.js';
import type { Answer } from './wire.js';

/** A filter with an id that is not there finds nothing: an empty page, the same for an unknown id as for another clinic's. */
const filters = [
  'listDuties',
  'listDelegations',
  'listLog',
  'listRecords',
  'recordsOfPerson',
  'listTrainingPlans',
  'listAbstentions',
  'listApprovals',
  'listTeaching',
];
/** The member of both clinics may choose either. */
const ofTheUser = ['chooseClinic'];

let testApp: TestApp;
let caller: Caller;
let footprints: Footprints;
let here: Stage;
let there: Stage;
/** Manager and administrator in both clinics, and somebody who works at both, with this one active. */
let both: Client;

beforeAll(async () => {
  testApp = await startUnlimited();
  caller = new Caller(testApp);
  footprints = await Footprints.open(testApp);
  here = await createStage(testApp);
  there = await createStage(testApp);
  both = await memberOfBoth();
});
afterAll(async () => {
  await footprints.close();
  await testApp.close();
});

async function memberOfBoth(): Promise<Client> {
  const login = { email: 'begge@example.no', password: 'et-godt-passord' };
  const roles = ['manager', 'administrator', 'staff', 'auditor'];
  for (const { manager } of [here, there]) {
    const { id: personId } = await manager.make('people', { name: 'Bo Begge' });
    const { link } = await manager.make('invitations', { email: login.email, roles, personId });
    const token = String(link).split('#')[1];
    await here.anyone.make('invitations/accept', { token, name: 'Bo Begge', password: login.password });
  }
  const client = await here.anyone.signIn(login.email, login.password);
  await client.call('put', 'session/clinic').send({ clinicId: here.world.clinicId });
  return client;
}

const matrix = allOperations.map((operation) => [operation.operationId, operation] as const);

describe.each([
  ['somebody who belongs to one clinic', (call: Call) => call],
  [
    'a member of both, with one clinic active',
    (call: Call) => (call.by === here.manager ? { ...call, by: both } : call),
  ],
])('%s', (who, by) => {
  it.each(matrix)('%s gives away nothing about another clinic', async (id, operation) => {
    const calls = (await recipes[id]?.(here)) ?? [];
    const foreign = (await recipes[id]?.(there)) ?? [];
    for (const [i, call] of calls.entries()) {
      for (const position of idPositionsIn(operation, call)) {
        if (who.startsWith('a member of both') && ofTheUser.includes(id)) continue;
        const other = positionsIn(operation, foreign[i] ?? call).find((found) => isSame(found, position));
        await expectSilence(operation, by(call), position, String(other?.value));
      }
    }
  });
});

/** A position of several ids, separated by commas, is one position: all of them are exchanged at once. */
const idPositionsIn = (operation: Operation, call: Call): Position[] => {
  const found = positionsIn(operation, call).filter(isIdPosition);
  return found.filter((position, i) => found.findIndex((earlier) => isSame(earlier, position)) === i);
};

const isSame = (one: Position, other: Position): boolean =>
  one.place === other.place && one.pointer === other.pointer;

const anyId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** An id of the right kind from the other clinic is answered exactly as one that was never given out, and nothing is written. */
async function expectSilence(
  operation: Operation,
  call: Call,
  position: Position,
  foreign: string,
): Promise<void> {
  const clinics = [here.world.clinicId, there.world.clinicId];
  const before = await Promise.all(clinics.map((clinic) => footprints.of(clinic)));
  const theirs = await caller.call(operation, withValue(call, position, foreign));
  const unknown = await caller.call(
    operation,
    withValue(
      call,
      position,
      foreign.replace(anyId, () => v7()),
    ),
  );
  expect(foreign).toMatch(anyId);
  const where = `${operation.operationId} ${position.place} ${position.pointer}`;
  expect({ where, ...told(theirs) }).toEqual({ where, ...told(unknown) });
  expect({ where, status: theirs.status }).toEqual({
    where,
    status: isFilter(operation, position) ? 200 : 404,
  });
  if (theirs.status === 200) expect(theirs.body.items).toEqual([]);
  const after = await Promise.all(clinics.map((clinic) => footprints.of(clinic)));
  expect({ where, after }).toEqual({ where, after: before });
}

const isFilter = ({ operationId }: Operation, { place }: Position): boolean =>
  place === 'query' && filters.includes(operationId);

/** All that the caller is told, but for the address that was asked. */
const told = ({ status, headers, body }: Answer) => ({
  status,
  body: { ...body, instance: null },
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'date')),
});

describe('what is read in one clinic', () => {
  it.each(matrix.filter(([, { method }]) => method === 'GET'))(
    '%s holds nothing of the other',
    async (id, operation) => {
      const theirs = await footprints.idsOf(there.world.clinicId);
      expect(theirs.length).toBeGreaterThan(20);
      for (const call of (await recipes[id]?.(here)) ?? []) {
        const wide = {
          ...call,
          query: { ...onlyRequired(operation, call), ...(isPaged(operation) && { limit: '200' }) },
        };
        for (const asked of [call, wide]) {
          const { status, text } = await caller.call(operation, asked);
          expect(status).toBe(200);
          expect(theirs.filter((foreign) => text.includes(foreign))).toEqual([]);
        }
      }
    },
  );
});

const isPaged = ({ parameters }: Operation): boolean => parameters.some(({ name }) => name === 'cursor');

/** Without filters: everything the caller may see. */
const onlyRequired = ({ parameters }: Operation, { query = {} }: Call): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).filter(([name]) =>
      parameters.some((known) => known.name === name && known.required),
    ),
  );

it('the active clinic decides, and choosing the other turns everything round', async () => {
  const [task] = here.taskIds;
  const [foreign] = there.taskIds;
  const statuses = async () => [
    (await both.get(`tasks/${task}`)).status,
    (await both.get(`tasks/${foreign}`)).status,
  ];
  expect(await statuses()).toEqual([200, 404]);
  expect((await both.call('put', 'session/clinic').send({ clinicId: there.world.clinicId })).status).toBe(
    200,
  );
  expect(await statuses()).toEqual([404, 200]);
  expect((await both.get('session')).body).toMatchObject({ clinic: { id: there.world.clinicId } });
});

import type { TestApp } from '../support/app.js';
import { unique } from '../support/world.js';
import { Caller, startUnlimited } from './caller.js';
import { allOperations, type Operation } from './contract.js';
import { recipes } from './recipes.js';
import { createStage, type Stage } from './stage.js';

let testApp: TestApp;
let caller: Caller;
let stage: Stage;

beforeAll(async () => {
  testApp = await startUnlimited();
  caller = new Caller(testApp);
  stage = await createStage(testApp);
});
afterAll(() => testApp.close());

/** Those of the contract that take the header. */
const repeatable = allOperations.filter(({ parameters }) =>
  parameters.some(({ name }) => name === 'Idempotency-Key'),
);
const writesNothing = ['checkDelegation', 'checkDuties'];

const entries = async (): Promise<number> =>
  (await stage.manager.read('log?order=desc&limit=1')).items[0].seq as number;

describe('asked for again with the same key', () => {
  it.each(repeatable.map((operation): [string, Operation] => [operation.operationId, operation]))(
    '%s',
    async (name, operation) => {
      for (const call of (await recipes[name]?.(stage)) ?? []) {
        const keyed = { ...call, headers: { ...call.headers, 'Idempotency-Key': unique() } };
        const first = await caller.call(operation, keyed);
        const size = await entries();
        const again = await caller.call(operation, keyed);
        expect([again.status, again.text]).toEqual([first.status, first.text]);
        const kept = !writesNothing.includes(name) && first.status !== 404;
        expect(again.headers['idempotency-replayed']).toBe(kept ? 'true' : undefined);
        expect(await entries()).toBe(size);
      }
    },
  );
});

import { Fuzzing, withBody } from './fuzzing.js';
import * as hostile from './hostile.js';

let fuzzing: Fuzzing;

beforeAll(async () => {
  fuzzing = await Fuzzing.start();
});
afterAll(() => fuzzing.testApp.close());

describe('a body with one field wrong', () => {
  it.each(withBody)('%s', async (id, operation) => {
    for (const { call, position } of await fuzzing.bodyTargets(id, operation)) {
      for (const value of hostile.hostileValues(position.schema, position.value)) {
        await fuzzing.expectJudged(operation, call, position, value);
      }
      await fuzzing.expectJudged(operation, call, { ...position, pointer: `${position.pointer}x` }, 1);
    }
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { verified } from '../../src/cli/verify-state.js';
import { SigningKeys } from '../../src/log/signing-keys.js';
import { startApp, type TestApp } from '../support/app.js';
import { Dice } from './dice.js';
import { History } from './history.js';

let testApp: TestApp;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const randomActs = 60;

it(`folds into what the tables hold after each act, whatever happens (SEED=${seed})`, async () => {
  const dice = new Dice(seed);
  const history = await History.begin(testApp, dice);
  const keys = new SigningKeys(testApp.config);
  const told: string[] = [];
  const act = async (name: string): Promise<void> => {
    told.push(`${name}: ${(await history.act(name)) ? 'done' : 'refused'}`);
    const { holds, says } = await verified(testApp.urls.app, { id: history.world.clinicId }, keys);
    if (!holds) throw new Error(`SEED=${seed}\n${told.join('\n')}\n${says}`);
  };
  for (const name of history.acts) await act(name);
  const undone = history.acts.filter((name) => !history.done.has(name));
  expect(undone).toEqual(['a delegation is passed on']);
  history.calm = false;
  for (let i = 0; i < randomActs; i++) await act(dice.of(history.acts));
}, 120_000);

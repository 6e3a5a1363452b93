import { afterEach, describe, expect, it } from '@jest/globals';
import type { Found } from '../../src/matrix/matrix.loader.js';
import { matrixThread } from '../support/app.js';

/** One person, one task, and what is found of them. */
const found = (parts: Found['parts'], more: object = {}): Found => ({
  packed: {
    people: [['p', 'Kari Moen']],
    tasks: [['t', 'EKG', 'skiftestue', false, false]],
    competences: null,
    entitlements: [null, null, null, null, null],
    requirements: null,
    options: null,
    ...more,
  },
  competenceIds: [],
  parts,
});

async function* whole(): Found['parts'] {
  yield { from: 0, most: 1, facts: '{}' };
}

async function* broken(): Found['parts'] {
  yield { from: 0, most: 1, facts: '{}' };
  throw new Error('the statement was cancelled');
}

describe('the thread that judges matrices', () => {
  const thread = matrixThread();
  const written = async (asked: Found) => JSON.parse((await (await thread).write(asked, 0, 'nb')).toString());
  const serves = async () => {
    const matrix = await written(found(whole()));
    expect(matrix).toMatchObject({ people: [{ id: 'p' }], tasks: [{ id: 't' }], cells: [[0]] });
    expect(matrix.answers[0].allowed).toBe(false);
  };
  afterEach(async () => (await thread).onApplicationShutdown());

  it('writes what it is given, one or several at a time', async () => {
    await Promise.all([serves(), serves(), serves()]);
  });

  it('tells who asked when not all can be found, and serves the next', async () => {
    await expect(written(found(broken()))).rejects.toThrow('the statement was cancelled');
    await serves();
  });

  it('tells who asked when it fails itself, and serves the next', async () => {
    await expect(written(found(whole(), { people: 5 }))).rejects.toThrow('people');
    const unreadable = [{ from: 0, most: 1, facts: '{' }].values();
    await expect(written(found(unreadable as never))).rejects.toThrow('JSON');
    await serves();
  });

  it('tells who asked when it is ended midway, and begins anew', async () => {
    async function* ended(): Found['parts'] {
      yield { from: 0, most: 1, facts: '{}' };
      await (await thread).onApplicationShutdown();
    }
    await expect(written(found(ended()))).rejects.toThrow('ended before it answered');
    await serves();
  });
});

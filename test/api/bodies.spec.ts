import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Things } from '../support/things.js';

let things: Things;
beforeAll(async () => {
  things = await Things.start();
});
afterAll(() => things.app.close());

describe('a body', () => {
  const nested = (depth: number) => `${'{"part":'.repeat(depth)}{}${'}'.repeat(depth)}`;
  test.each([
    ['broken JSON', '{"line": ', 400, 'malformed'],
    ['a number', '5', 400, 'malformed'],
    ['a list', '[]', 400, 'invalid'],
    ['a list of commands', '[{"nullable":null}]', 400, 'invalid'],
    ['__proto__', '{"nullable":null,"__proto__":{"flag":true}}', 400, 'invalid'],
    ['constructor', '{"nullable":null,"part":{"constructor":{"prototype":{}}}}', 400, 'invalid'],
    ['NUL', '{"nullable":"a\\u0000b"}', 400, 'invalid'],
    ['NUL in a name', '{"nullable":null,"a\\u0000":1}', 400, 'invalid'],
    ['a lone surrogate', '{"nullable":"a\\ud800b"}', 400, 'invalid'],
    ['a lone surrogate in a name', '{"nullable":null,"a\\udc00":1}', 400, 'invalid'],
    ['10,000 levels', nested(10_000), 400, 'invalid'],
    ['10,000 lists', `{"ids":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'invalid'],
    ['too much', `{"prose":"${'a'.repeat(200_000)}"}`, 413, 'too-large'],
  ])('%s', async (_, body, status, code) => {
    const answer = await things.post(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('may be 20 levels deep and no deeper', async () => {
    expect(await things.wrongIn(nested(19))).not.toContainEqual(expect.stringContaining('too-deep'));
    expect(await things.wrongIn(nested(20))).toEqual([`${'/part'.repeat(20)} too-deep`]);
  });

  test.each([
    ['text/plain', 'line=1'],
    ['application/x-www-form-urlencoded', 'line=1'],
    ['application/xml', '<a/>'],
    ['application/json; charset=latin1', '{"nullable":null}'],
  ])('that is %s is not read', async (type, body) => {
    const answer = await things.http().post('/things').set('Content-Type', type).send(body);
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type']);
  });

  test('with an unknown encoding is not read', async () => {
    const answer = await things.post('{}').set('Content-Encoding', 'snail');
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type']);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type request from 'supertest';
import { PageQuery } from '../../src/http/page.js';
import { Problem } from '../../src/http/problem.js';
import { ids, Things, wrongFields } from '../support/things.js';

let things: Things;
beforeAll(async () => {
  things = await Things.start();
});
afterAll(() => things.app.close());

describe('a list', () => {
  test('is read page by page, by cursor or by link, each row once', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/things?limit=3&at=2026-11-22T08:00:00%2B01:00';
    for (let pages = 0; path; pages++) {
      expect(pages).toBeLessThan(5);
      const answer: request.Response = await things.http().get(path);
      expect(answer.body.at).toBe('2026-11-22T08:00:00+01:00');
      seen.push(...answer.body.items.map(({ id }: { id: string }) => id));
      path = /^<([^>]+)>; rel="next"$/.exec(answer.headers.link ?? '')?.[1];
      expect(path !== undefined).toBe(answer.body.nextCursor !== null);
    }
    expect(seen).toEqual(ids);
  });

  test('has no next page when the last one is just full', async () => {
    const answer = await things.http().get('/things?limit=7');
    expect(answer.body.items).toHaveLength(7);
    expect(answer.body.nextCursor).toBeNull();
    expect(answer.headers.link).toBeUndefined();
  });

  test('takes an offset whose plus sign became a space', async () => {
    const answer = await things.http().get('/things?at=2026-11-22T08:00:00+01:00');
    expect(answer.body.at).toBe('2026-11-22T08:00:00+01:00');
  });

  const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
  test.each([
    ['limit=0', '/limit too-small'],
    ['limit=201', '/limit too-great'],
    ['limit=ten', '/limit wrong-type'],
    ['limit=1e1', '/limit wrong-type'],
    ['limit=-1', '/limit wrong-type'],
    ['limit=', '/limit wrong-type'],
    ['limit=1&limit=2', '/limit wrong-type'],
    ['at=2026-11-22&at=2026-11-23', '/at wrong-type'],
    ['at=', '/at not-an-instant'],
    ['page=2', '/page unknown-field'],
    ['cursor=', '/cursor not-a-cursor'],
    ['cursor=abc', '/cursor not-a-cursor'],
    ['cursor=a&cursor=b', '/cursor not-a-cursor'],
    [`cursor=${cursor({})}`, '/cursor not-a-cursor'],
    [`cursor=${cursor([])}`, '/cursor not-a-cursor'],
    [`cursor=${cursor(['x'])}`, '/cursor not-a-cursor'],
    [`cursor=${cursor([5])}`, '/cursor not-a-cursor'],
    [`cursor=${cursor([ids[0], ids[1]])}`, '/cursor not-a-cursor'],
    [`cursor=${cursor(['a'.repeat(3000)])}`, '/cursor not-a-cursor'],
    ['at=2026%00', '/at control-character'],
    ['__proto__=1', ' forbidden-name'],
  ])('?%s is refused: %s', async (query, wrong) => {
    const answer = await things.http().get(`/things?${query}`);
    expect(wrongFields(answer)).toEqual([wrong]);
  });

  test('whose cursor holds text that no database can store is refused', () => {
    for (const hostile of ['a\0b', 'a\ud800b']) {
      const query = Object.assign(new PageQuery(), { cursor: cursor([hostile]) });
      expect(() => query.after(['string'])).toThrow(Problem);
    }
  });
});

describe('a version', () => {
  test('is given as ETag, and never answered with "not modified"', async () => {
    const answer = await things.http().get('/things/a').set('If-None-Match', '"3"');
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe('"3"');
  });

  test.each([
    [undefined, 428, 'precondition-required'],
    ['"2"', 412, 'stale'],
    ['"04"', 412, 'stale'],
    ['W/"3"', 412, 'stale'],
    ['3', 412, 'stale'],
    ['"3", "4"', 412, 'stale'],
    ['"99999999999999999999"', 412, 'stale'],
  ])('If-Match: %s gives %d', async (tag, status, code) => {
    const call = things.http().patch('/things/a');
    const answer = await (tag === undefined ? call : call.set('If-Match', tag));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test.each(['"3"', '*'])('If-Match: %s lets the change through and gives the new tag', async (tag) => {
    const answer = await things.http().patch('/things/a').set('If-Match', tag);
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe('"4"');
  });
});

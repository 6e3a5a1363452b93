import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { languageOf } from '../../src/http/problem.js';
import { problems } from '../../src/http/problems.js';
import { legalBases } from '../../src/law/legal-bases.js';
import { refusalTexts } from '../../src/law/refusal-texts.js';
import { refusalBases } from '../../src/law/refusals.js';
import { Things } from '../support/things.js';

let things: Things;
beforeAll(async () => {
  things = await Things.start();
});
afterAll(() => things.app.close());

describe('a problem', () => {
  test('looks as RFC 9457 and the contract say', async () => {
    const answer = await things.http().get('/nowhere?x=1|2').set('Accept-Language', 'en-GB, nb;q=0.5');
    expect(answer.status).toBe(404);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': 'en',
      vary: 'Accept-Language',
      'cache-control': 'no-store',
    });
    expect(answer.body).toEqual({
      type: '/problems/not-found',
      title: 'Not found',
      status: 404,
      detail: problems['not-found'].detail.en,
      instance: '/nowhere?x=1%7C2',
      code: 'not-found',
    });
  });

  test.each(Object.entries(problems))('%s', async (code, kind) => {
    const answer = await things.http().post(`/things/problems/${code}`);
    expect(answer.status).toBe(kind.status);
    expect(answer.body).toMatchObject({
      code,
      type: `/problems/${code}`,
      title: kind.title.nb,
      detail: kind.detail.nb,
    });
    const waits = 'retryAfter' in kind ? String(kind.retryAfter) : undefined;
    expect(answer.headers['retry-after']).toBe(waits);
    expect(answer.headers['www-authenticate']).toBe(
      kind.status === 401 ? 'Bearer realm="fullmakt"' : undefined,
    );
  });

  test('that is a refusal tells every reason, each with its legal bases', async () => {
    const answer = await things.http().post('/things/refused').set('Accept-Language', 'nn');
    expect(answer.status).toBe(409);
    const view = (code: 'task-reserved' | 'backdated') => ({
      code,
      detail: refusalTexts[code].detail.nn,
      legalBases: refusalBases[code].map((id) => ({
        id,
        strength: legalBases[id].strength,
        citation: legalBases[id].citation.nn,
      })),
    });
    expect(answer.body).toEqual({
      type: '/problems/task-reserved',
      title: refusalTexts['task-reserved'].title.nn,
      status: 409,
      detail: refusalTexts['task-reserved'].detail.nn,
      instance: '/things/refused',
      code: 'task-reserved',
      refusals: [{ ...view('task-reserved'), about: { profession: 'LE' } }, view('backdated')],
    });
  });

  test.each([
    ['constraint', 409, 'delegated-task-not-delegable'],
    ['account', 409, 'account-exists'],
    ['unnamed', 500, 'internal'],
    ['deadlock', 503, 'database-unavailable'],
    ['lock', 503, 'database-unavailable'],
    ['shutdown', 503, 'database-unavailable'],
    ['full', 503, 'database-unavailable'],
    ['refused', 503, 'database-unavailable'],
    ['terminated', 503, 'database-unavailable'],
    ['pool', 503, 'database-unavailable'],
    ['nul', 400, 'invalid'],
    ['encoding', 400, 'invalid'],
    ['bug', 500, 'internal'],
    ['string', 500, 'internal'],
  ])('behind %s is %d %s, and tells nothing of the house', async (what, status, code) => {
    const answer = await things.http().post(`/things/thrown/${what}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.text).not.toContain('secret');
    if (code === 'delegated-task-not-delegable') expect(answer.body.refusals).toHaveLength(1);
  });

  test.each([
    ['%00', 400, 'invalid'],
    ['%ff', 400, 'malformed'],
  ])('for the path /things/%s', async (id, status, code) => {
    const answer = await things.http().get(`/things/${id}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('the language', () => {
  test.each([
    [undefined, 'nb'],
    ['', 'nb'],
    ['nb', 'nb'],
    ['no', 'nb'],
    ['nn-NO, nb;q=0.9', 'nn'],
    ['en-US,en;q=0.9', 'en'],
    ['da, sv;q=0.9', 'nb'],
    ['da, en;q=0.5, nn;q=0.8', 'nn'],
    ['en;q=0, nn;q=0.1', 'nn'],
    ['*', 'nb'],
    ['en;q=x', 'nb'],
    ['en;q=2, nn;q=0.3', 'nn'],
    [';;;,,,=', 'nb'],
  ])('of %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('the page that explains a code', () => {
  test.each([...Object.keys(problems), ...Object.keys(refusalTexts)])(
    '%s, in each language, without any script',
    async (code) => {
      for (const language of ['nb', 'nn', 'en'] as const) {
        const answer = await things.http().get(`/problems/${code}`).set('Accept-Language', language);
        expect(answer.status).toBe(200);
        expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
        expect(answer.headers['content-language']).toBe(language);
        expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
        expect(answer.text).toContain(`<html lang="${language}">`);
        expect(answer.text).not.toMatch(/<script|undefined|\[object/);
      }
    },
  );

  test('names the legal bases with their strength', async () => {
    const answer = await things.http().get('/problems/delegated-task-not-delegable');
    expect(answer.text).toContain(legalBases['hpl-5'].citation.nb);
    expect(answer.text).toContain('lov eller forskrift');
    expect(answer.text).toContain(legalBases['delta-no-redelegation'].citation.nb);
  });

  test.each(['no-such-code', 'constructor', '__proto__', 'toString'])(
    'there is none for %s',
    async (code) => {
      const answer = await things.http().get(`/problems/${code}`);
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    },
  );
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  Body,
  Controller,
  Get,
  type MiddlewareConsumer,
  Module,
  type NestModule,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { QueryFailedError } from 'typeorm';
import { Answers, AnswersPage } from '../../src/http/answers.js';
import { EtagInterceptor, IfMatch } from '../../src/http/etag.js';
import {
  Day,
  Email,
  Flag,
  HprNumber,
  Id,
  Ids,
  Instant,
  Line,
  ListOf,
  ManyOf,
  Nested,
  OneOf,
  OrganisationNumber,
  Prose,
  Secret,
  Whole,
} from '../../src/http/fields.js';
import { refuseHostileInput } from '../../src/http/hostile-input.js';
import { requireJson } from '../../src/http/json-only.js';
import { LinkInterceptor, PageQuery, page } from '../../src/http/page.js';
import { ProblemFilter } from '../../src/http/problem.filter.js';
import { languageOf, Problem } from '../../src/http/problem.js';
import { type ProblemCode, problems } from '../../src/http/problems.js';
import { ProblemsModule } from '../../src/http/problems.module.js';
import { validationPipe } from '../../src/http/validation.pipe.js';
import { legalBases } from '../../src/law/legal-bases.js';
import { refusalTexts } from '../../src/law/refusal-texts.js';
import { refusalBases } from '../../src/law/refusals.js';
import { Refused } from '../../src/law/refused.js';

class Part {
  @Line() name: string;
  @Whole({ max: 9, optional: true }) weight?: number | null;
}

class Everything {
  @Line({ optional: true, max: 20 }) line?: string | null;
  @Line({ optional: 'absent' }) omittable?: string;
  @Line({ optional: 'null' }) nullable: string | null;
  @Prose({ optional: true, max: 50 }) prose?: string | null;
  @Prose({ optional: true, min: 1 }) reason?: string;
  @Secret({ optional: true, min: 12 }) secret?: string;
  @Id({ optional: true }) id?: string;
  @Ids({ optional: true, min: 1, max: 3 }) ids?: string[];
  @Instant({ optional: true }) instant?: string;
  @Day({ optional: true }) day?: string;
  @OneOf(['red', 'blue'], { optional: true }) colour?: string;
  @ManyOf(['red', 'blue'], { optional: true, min: 1 }) colours?: string[];
  @Flag({ optional: true }) flag?: boolean;
  @Whole({ optional: true, max: 10 }) whole?: number;
  @Email({ optional: true }) email?: string;
  @OrganisationNumber({ optional: true }) organisationNumber?: string;
  @HprNumber({ optional: true }) hprNumber?: number;
  @Nested(() => Part, { optional: true }) part?: Part | null;
  @ListOf(() => Part, { optional: true, max: 2 }) parts?: Part[];
}

class ThingView {
  @Id() id: string;
  @Whole({ min: 1 }) version: number;
}

class ThingQuery extends PageQuery {
  @Instant({ optional: 'absent' }) at?: string;
}

const ids = Array.from({ length: 7 }, (_, i) => `00000000-0000-7000-8000-00000000000${i}`);

const databaseError = (told: { code?: string; constraint?: string; message?: string }) =>
  new QueryFailedError(
    'insert …',
    ['secret parameter'],
    Object.assign(new Error(told.message ?? 'database'), told),
  );

const thrown: Record<string, () => unknown> = {
  constraint: () => databaseError({ code: '23000', constraint: 'delegated_task_not_delegable' }),
  account: () => databaseError({ code: '23505', constraint: 'account_exists' }),
  unnamed: () => databaseError({ code: '23505', constraint: 'something_pkey', message: 'secret detail' }),
  deadlock: () => databaseError({ code: '40P01' }),
  lock: () => databaseError({ code: '55P03' }),
  nul: () => databaseError({ code: '22P05' }),
  encoding: () => databaseError({ code: '22021' }),
  shutdown: () => databaseError({ code: '57P01' }),
  full: () => databaseError({ code: '53300' }),
  refused: () => Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' }),
  terminated: () => new Error('Connection terminated unexpectedly'),
  pool: () => new Error('timeout exceeded when trying to connect'),
  bug: () => new TypeError('secret of the house'),
  string: () => 'secret of the house',
};

@Controller('things')
class ThingController {
  @Post()
  make(@Body() command: Everything) {
    return command;
  }

  @Get()
  @AnswersPage(ThingView)
  list(@Query() query: ThingQuery) {
    const [after] = query.after<[string]>(['uuid']) ?? [''];
    const rows = ids.filter((id) => id > after).slice(0, query.limit + 1);
    return {
      ...page(
        rows.map((id) => ({ id, version: 1 })),
        query.limit,
        ({ id }) => [id],
      ),
      at: query.at,
    };
  }

  @Get(':id')
  @Answers(ThingView)
  read(@Param('id') id: string) {
    return { id, version: 3 };
  }

  @Patch(':id')
  change(@Param('id') id: string, @IfMatch() version: number | '*') {
    if (version !== '*' && version !== 3) throw new Problem('stale');
    return { id, version: 4 };
  }

  @Post('problems/:code')
  fail(@Param('code') code: ProblemCode) {
    throw new Problem(code);
  }

  @Post('refused')
  refuse() {
    throw new Refused([{ code: 'task-reserved', about: { profession: 'LE' } }, { code: 'backdated' }]);
  }

  @Post('thrown/:what')
  throw(@Param('what') what: string) {
    throw thrown[what]?.();
  }
}

@Module({
  imports: [ProblemsModule],
  controllers: [ThingController],
  providers: [
    { provide: APP_PIPE, useValue: validationPipe },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_INTERCEPTOR, useClass: LinkInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
class ThingModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(requireJson, refuseHostileInput).forRoutes('{*all}');
  }
}

let app: NestExpressApplication;
const http = () => request(app.getHttpServer());
const post = (body: object | string) =>
  http().post('/things').set('Content-Type', 'application/json').send(body);

beforeAll(async () => {
  const module = await Test.createTestingModule({ imports: [ThingModule] }).compile();
  app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  app.useBodyParser('json', { limit: '100kb', strict: true });
  app.set('query parser', 'simple');
  app.set('etag', false);
  await app.init();
});
afterAll(() => app.close());

/** `pointer code` of every field that is wrong. */
async function wrongIn(body: object | string): Promise<string[]> {
  const answer = await post(body);
  expect(answer.status).toBe(400);
  expect(answer.body.code).toBe('invalid');
  return answer.body.errors.map(
    ({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`,
  );
}

describe('a field', () => {
  /** A synthetic number (month + 80): nobody has one like it. */
  const identityNumber = '17857410009';
  test.each<[string, unknown, string]>([
    ['line', 5, 'wrong-type'],
    ['line', ['a'], 'wrong-type'],
    ['line', '', 'blank'],
    ['line', ' \u00a0\u200b', 'blank'],
    ['line', 'a'.repeat(21), 'too-long'],
    ['line', 'two\nlines', 'control-character'],
    ['line', 'two\u2028lines', 'control-character'],
    ['line', 'abc\u202edef', 'control-character'],
    ['line', 'bell\u0007', 'control-character'],
    ['line', `nr ${identityNumber}`, 'identity-number'],
    ['omittable', null, 'required'],
    ['prose', 'bell\u0007', 'control-character'],
    ['prose', `pasient ${identityNumber}`, 'identity-number'],
    ['prose', 'a'.repeat(51), 'too-long'],
    ['reason', '\n\t ', 'blank'],
    ['secret', 'short', 'too-short'],
    ['secret', 'a'.repeat(201), 'too-long'],
    ['id', 'abc', 'not-an-id'],
    ['id', `${ids[0]}x`, 'not-an-id'],
    ['ids', ids[0], 'wrong-type'],
    ['ids', [], 'too-few'],
    ['ids', ids, 'too-many'],
    ['ids', [ids[0], ids[0]], 'repeated'],
    ['ids', [ids[0], 'x'], 'not-an-id'],
    ['instant', '2026-02-29', 'not-an-instant'],
    ['instant', '2026-11-22T08:00:00', 'not-an-instant'],
    ['instant', 1_700_000_000_000, 'wrong-type'],
    ['day', '2026-11-22T08:00:00Z', 'not-a-day'],
    ['day', '2026-02-30', 'not-a-day'],
    ['colour', 'green', 'not-one-of'],
    ['colour', 'toString', 'not-one-of'],
    ['colours', ['red', 'green'], 'not-one-of'],
    ['colours', ['red', 'red'], 'repeated'],
    ['flag', 'true', 'wrong-type'],
    ['flag', 1, 'wrong-type'],
    ['whole', '5', 'wrong-type'],
    ['whole', 1.5, 'wrong-type'],
    ['whole', -1, 'too-small'],
    ['whole', 11, 'too-great'],
    ['email', 'a@b', 'not-an-email'],
    ['email', 'a b@example.no', 'not-an-email'],
    ['email', `${identityNumber}@example.no`, 'identity-number'],
    ['email', `a@${'b'.repeat(300)}.no`, 'too-long'],
    ['organisationNumber', '889640783', 'not-an-organisation-number'],
    ['organisationNumber', '88964078', 'not-an-organisation-number'],
    ['hprNumber', 0, 'too-small'],
    ['hprNumber', 1_000_000_000, 'too-great'],
    ['hprNumber', '7654321', 'wrong-type'],
    ['part', 'x', 'wrong-type'],
    ['part', [], 'wrong-type'],
    ['part', [{ name: 'a' }], 'wrong-type'],
    ['parts', {}, 'wrong-type'],
    ['parts', [[{ name: 'a' }]], 'wrong-type'],
    ['parts', [{ name: 'a' }, { name: 'b' }, { name: 'c' }], 'too-many'],
  ])('%s: %j is refused as %s', async (name, value, code) => {
    expect(await wrongIn({ nullable: null, [name]: value })).toContain(`/${name} ${code}`);
  });

  test('that must be there is missed when absent, and when null unless it may be', async () => {
    expect(await wrongIn({})).toEqual(['/nullable required']);
    expect(await wrongIn('')).toEqual(['/nullable required']);
    expect((await post({ nullable: null })).status).toBe(201);
  });

  test('that nobody knows is refused, also deep inside', async () => {
    expect(await wrongIn({ nullable: null, 'a/b~c': 1 })).toEqual(['/a~1b~0c unknown-field']);
    const deep = { nullable: null, part: { name: 'a', x: 1 }, parts: [{ name: 'b' }, { name: '', y: 1 }] };
    expect((await wrongIn(deep)).sort()).toEqual([
      '/part/x unknown-field',
      '/parts/1/name blank',
      '/parts/1/y unknown-field',
    ]);
  });

  test('every wrong field is told at once, in the language asked for, with the limit', async () => {
    const body = { nullable: null, line: 'a'.repeat(21), colour: 'green' };
    const answer = await post(body).set('Accept-Language', 'nn');
    expect(answer.body.errors).toEqual([
      { pointer: '/line', code: 'too-long', detail: 'Kan ha høgst 20 teikn.' },
      { pointer: '/colour', code: 'not-one-of', detail: 'Må vere ein av: red, blue.' },
    ]);
  });

  test('that is right arrives as it was sent, ids and e-mail addresses in lower case', async () => {
    const body = {
      line: 'Åse 👩🏽‍⚕️ Ødegård',
      nullable: 'x',
      prose: 'To\nlinjer\tog HPR 565512345, tlf. 22 33 44 55',
      secret: 'riktig hest batteri',
      id: 'ABCDEF00-0000-7000-8000-000000000000',
      ids: ['ABCDEF00-0000-7000-8000-000000000000'],
      instant: '2026-11-22T08:00:00+01:00',
      day: '2028-02-29',
      colour: 'red',
      colours: ['blue', 'red'],
      flag: false,
      whole: 0,
      email: 'Lise.Leder+x@Legekontoret.example.NO',
      organisationNumber: '889640782',
      hprNumber: 999_999_999,
      part: { name: 'a', weight: null },
      parts: [{ name: 'b', weight: 9 }],
    };
    const answer = await post(body);
    expect(answer.status).toBe(201);
    const id = body.id.toLowerCase();
    expect(answer.body).toEqual({ ...body, id, ids: [id], email: body.email.toLowerCase() });
  });

  test('null stays null, so that a change can clear it; absent stays absent', async () => {
    const answer = await post({ nullable: 'x', line: null, part: null });
    expect(answer.body).toEqual({ nullable: 'x', line: null, part: null });
  });

  test('an answer does not grow with the mistakes', async () => {
    const body = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`x${i}`, 1]));
    expect(await wrongIn(body)).toHaveLength(100);
  });
});

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
    const answer = await post(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('may be 20 levels deep and no deeper', async () => {
    expect(await wrongIn(nested(19))).not.toContainEqual(expect.stringContaining('too-deep'));
    expect(await wrongIn(nested(20))).toEqual([`${'/part'.repeat(20)} too-deep`]);
  });

  test.each([
    ['text/plain', 'line=1'],
    ['application/x-www-form-urlencoded', 'line=1'],
    ['application/xml', '<a/>'],
    ['application/json; charset=latin1', '{"nullable":null}'],
  ])('that is %s is not read', async (type, body) => {
    const answer = await http().post('/things').set('Content-Type', type).send(body);
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type']);
  });

  test('with an unknown encoding is not read', async () => {
    const answer = await post('{}').set('Content-Encoding', 'snail');
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type']);
  });
});

describe('a problem', () => {
  test('looks as RFC 9457 and the contract say', async () => {
    const answer = await http().get('/nowhere?x=1|2').set('Accept-Language', 'en-GB, nb;q=0.5');
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
    const answer = await http().post(`/things/problems/${code}`);
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
    const answer = await http().post('/things/refused').set('Accept-Language', 'nn');
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
    const answer = await http().post(`/things/thrown/${what}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.text).not.toContain('secret');
    if (code === 'delegated-task-not-delegable') expect(answer.body.refusals).toHaveLength(1);
  });

  test.each([
    ['%00', 400, 'invalid'],
    ['%ff', 400, 'malformed'],
  ])('for the path /things/%s', async (id, status, code) => {
    const answer = await http().get(`/things/${id}`);
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

describe('a list', () => {
  test('is read page by page, by cursor or by link, each row once', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/things?limit=3&at=2026-11-22T08:00:00%2B01:00';
    for (let pages = 0; path; pages++) {
      expect(pages).toBeLessThan(5);
      const answer: request.Response = await http().get(path);
      expect(answer.body.at).toBe('2026-11-22T08:00:00+01:00');
      seen.push(...answer.body.items.map(({ id }: { id: string }) => id));
      path = /^<([^>]+)>; rel="next"$/.exec(answer.headers.link ?? '')?.[1];
      expect(path !== undefined).toBe(answer.body.nextCursor !== null);
    }
    expect(seen).toEqual(ids);
  });

  test('has no next page when the last one is just full', async () => {
    const answer = await http().get('/things?limit=7');
    expect(answer.body.items).toHaveLength(7);
    expect(answer.body.nextCursor).toBeNull();
    expect(answer.headers.link).toBeUndefined();
  });

  test('takes an offset whose plus sign became a space', async () => {
    const answer = await http().get('/things?at=2026-11-22T08:00:00+01:00');
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
    const answer = await http().get(`/things?${query}`);
    expect(answer.status).toBe(400);
    expect(
      answer.body.errors.map((error: { pointer: string; code: string }) => `${error.pointer} ${error.code}`),
    ).toEqual([wrong]);
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
    const answer = await http().get('/things/a').set('If-None-Match', '"3"');
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
    const call = http().patch('/things/a');
    const answer = await (tag === undefined ? call : call.set('If-Match', tag));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test.each(['"3"', '*'])('If-Match: %s lets the change through and gives the new tag', async (tag) => {
    const answer = await http().patch('/things/a').set('If-Match', tag);
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe('"4"');
  });
});

describe('the page that explains a code', () => {
  test.each([...Object.keys(problems), ...Object.keys(refusalTexts)])(
    '%s, in each language, without any script',
    async (code) => {
      for (const language of ['nb', 'nn', 'en'] as const) {
        const answer = await http().get(`/problems/${code}`).set('Accept-Language', language);
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
    const answer = await http().get('/problems/delegated-task-not-delegable');
    expect(answer.text).toContain(legalBases['hpl-5'].citation.nb);
    expect(answer.text).toContain('lov eller forskrift');
    expect(answer.text).toContain(legalBases['delta-no-redelegation'].citation.nb);
  });

  test.each(['no-such-code', 'constructor', '__proto__', 'toString'])(
    'there is none for %s',
    async (code) => {
      const answer = await http().get(`/problems/${code}`);
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    },
  );
});

describe('the contract', () => {
  test('says about each field what the validator checks', () => {
    const settings = new DocumentBuilder().setOpenAPIVersion('3.1.0').build();
    const { components, paths } = SwaggerModule.createDocument(app, settings);
    expect(components?.schemas).toMatchObject({
      Everything: {
        required: ['nullable'],
        properties: {
          line: { type: ['string', 'null'], minLength: 1, maxLength: 20 },
          omittable: { type: 'string' },
          nullable: { type: ['string', 'null'] },
          id: { type: ['string', 'null'], format: 'uuid' },
          ids: {
            type: ['array', 'null'],
            items: { type: 'string', format: 'uuid' },
            minItems: 1,
            maxItems: 3,
            uniqueItems: true,
          },
          colour: { type: ['string', 'null'], enum: ['red', 'blue', null] },
          colours: { type: ['array', 'null'], items: { type: 'string', enum: ['red', 'blue'] } },
          flag: { type: ['boolean', 'null'] },
          whole: { type: ['integer', 'null'], minimum: 0, maximum: 10 },
          part: { anyOf: [{ $ref: '#/components/schemas/Part' }, { type: 'null' }] },
          parts: { type: ['array', 'null'], items: { $ref: '#/components/schemas/Part' }, maxItems: 2 },
        },
      },
      ThingPage: {
        required: ['items', 'nextCursor'],
        properties: {
          items: { type: 'array', items: { $ref: '#/components/schemas/ThingView' }, maxItems: 200 },
        },
      },
    });
    expect(paths['/things']?.get?.parameters).toMatchObject([
      {
        name: 'limit',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
      },
      { name: 'cursor', in: 'query', required: false, schema: { type: 'string' } },
      { name: 'at', in: 'query', required: false, schema: { type: 'string' } },
    ]);
  });
});

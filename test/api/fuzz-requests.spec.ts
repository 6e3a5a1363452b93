import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { outcomeOf } from './caller.js';
import {
  allOperations,
  bodyAllowed,
  bodySchemaOf,
  formSchemaOf,
  type Operation,
  parameterAllowed,
} from './contract.js';
import { formOf } from './forms.js';
import { expectNamed, Fuzzing, matrix, shown, withForm, withJson } from './fuzzing.js';
import * as hostile from './hostile.js';
import { withValue } from './positions.js';
import type { Call } from './recipes.js';
import { type Answer, send, sendBytes } from './wire.js';

const withQuery = matrix.filter(([, { parameters }]) => parameters.some((known) => known.in === 'query'));
const withPath = matrix.filter(([, { parameters }]) => parameters.some((known) => known.in === 'path'));

let fuzzing: Fuzzing;

beforeAll(async () => {
  fuzzing = await Fuzzing.start();
});
afterAll(() => fuzzing.testApp.close());

describe('bodies that are no command', () => {
  it.each(matrix)('%s', async (id, operation) => {
    const [call] = await fuzzing.callsOf(id);
    if (!call) throw new Error(`no recipe for ${id}`);
    const isForm = formSchemaOf(operation) !== undefined;
    const hasBody = bodySchemaOf(operation) !== undefined && !isForm;
    for (const [name, bytes] of hasBody ? hostile.brokenBodies : []) {
      // No body is an empty command, which a change of nothing may be.
      if (bytes === '' && bodyAllowed(operation, {})) continue;
      expect({ name, status: (await fuzzing.caller.raw(operation, call, bytes)).status }).toEqual({
        name,
        status: 400,
      });
    }
    expect((await fuzzing.caller.raw(operation, call, '{"a":')).status).toBe(400);
    expect((await fuzzing.caller.raw(operation, call, hostile.tenMegabytes)).status).toBe(413);
    for (const type of hostile.otherTypes) {
      expect({ type, status: (await fuzzing.caller.raw(operation, call, '{}', type)).status }).toEqual({
        type,
        status: isForm && type === hostile.brokenFormType ? 400 : 415,
      });
    }
  });

  it.each(withForm)('forms that are none: %s', async (id, operation) => {
    const [call] = await fuzzing.callsOf(id);
    if (!call) throw new Error(`no recipe for ${id}`);
    const raw = (bytes: string | Buffer, type: string, headers = {}) =>
      fuzzing.caller.raw(operation, { ...call, headers: { ...call.headers, ...headers } }, bytes, type);
    for (const [name, bytes] of hostile.brokenForms) {
      const answer = await raw(bytes, hostile.brokenFormType);
      expect({ name, status: answer.status }).toEqual({ name, status: 400 });
    }
    for (const [name, bytes] of hostile.brokenBodies) {
      const { status } = await raw(bytes, 'application/json');
      expect({ name, refused: status === 400 || status === 415 }).toEqual({ name, refused: true });
    }
    expect(outcomeOf(await raw('{}', 'application/json'))).toBe('415 form-expected');
    const { bytes, type } = formOf(call);
    for (const encoding of ['gzip', 'br', 'unknown']) {
      const encoded = await raw(encoding === 'gzip' ? gzipSync(bytes) : bytes, type, {
        'Content-Encoding': encoding,
      });
      expect(outcomeOf(encoded)).toBe('415 form-expected');
    }
    for (const wrong of ['', '; boundary=', '; boundary=x'].map((end) => `multipart/form-data${end}`))
      expect({ wrong, status: (await raw(bytes, wrong)).status }).toEqual({ wrong, status: 400 });
    const huge = { name: 'stor.pdf', bytes: Buffer.alloc(20_000_000) };
    expect(outcomeOf(await fuzzing.caller.call(operation, { ...call, file: huge }))).toBe('413 too-large');
  });

  it.each(withForm)('files that are none: %s', async (id, operation) => {
    const property = fc.asyncProperty(
      fc.uint8Array({ maxLength: 2_000 }),
      fc.string(),
      async (content, name) => {
        const [call] = await fuzzing.callsOf(id);
        if (!call) throw new Error(`no recipe for ${id}`);
        await fuzzing.caller.call(operation, { ...call, file: { name, bytes: Buffer.from(content) } });
      },
    );
    await fc.assert(property, { numRuns: 20, endOnFailure: true });
  });

  it.each(withJson)('compressed: %s', async (id, operation) => {
    const [call] = await fuzzing.callsOf(id);
    if (!call) throw new Error(`no recipe for ${id}`);
    const encoded = (encoding: string, bytes: string | Buffer) =>
      fuzzing.caller.raw(
        operation,
        { ...call, headers: { ...call.headers, 'Content-Encoding': encoding } },
        bytes,
      );
    expect((await encoded('gzip', hostile.bomb)).status).toBe(413);
    expect((await encoded('gzip', 'not gzip')).status).toBe(400);
    expect((await encoded('unknown', '{}')).status).toBe(415);
  });
});

describe('parameters', () => {
  it.each(withQuery)('of the query: %s', async (id, operation) => {
    const [call] = await fuzzing.callsOf(id);
    if (!call) throw new Error(`no recipe for ${id}`);
    for (const { name, schema, in: place } of operation.parameters) {
      if (place !== 'query') continue;
      for (const text of hostile.hostileParameters(name, schema)) {
        const answer = await fuzzing.caller.call(
          operation,
          withValue(call, { place, pointer: `/${name}` }, text),
        );
        const refused = [...(name === 'cursor' ? hostile.wrongCursors : []), ...hostile.identityNumbers];
        const wrong = !parameterAllowed(schema, text) || refused.includes(text);
        if (wrong) expectNamed(answer, `/${name}`, `${id} ?${shown(name, text)}`);
      }
    }
  });

  it.each(withQuery)('twice, as lists, or unknown: %s', async (id, operation) => {
    const [call] = await fuzzing.callsOf(id);
    for (const { name } of operation.parameters.filter((known) => known.in === 'query')) {
      const value = call?.query?.[name] ?? '1';
      const pair = `${name}=${encodeURIComponent(value)}`;
      expectNamed(await withTarget(operation, call, `${pair}&${pair}`), `/${name}`, `${id} twice ${name}`);
      expectNamed(await withTarget(operation, call, `${name}[]=1`), `/${name}[]`, `${id} ${name}[]`);
    }
    expectNamed(await withTarget(operation, call, 'ukjent=1'), '/ukjent', `${id} unknown`);
    expect(outcomeOf(await withTarget(operation, call, '__proto__=1'))).toBe('400 invalid');
  });

  it.each(withPath)('of the path: %s', async (id, operation) => {
    const [call] = await fuzzing.callsOf(id);
    if (!call) throw new Error(`no recipe for ${id}`);
    const name = Object.keys(call.path ?? {})[0] ?? '';
    for (const text of [
      ...hostile.wrongIds.filter((wrong) => wrong !== '' && wrong !== '0'),
      ...hostile.oddTexts,
      '\0',
      'a\0b',
    ]) {
      const { status } = await fuzzing.caller.call(operation, { ...call, path: { [name]: text } });
      expect({ text, refused: status === 404 || status === 400 }).toEqual({ text, refused: true });
    }
    expect(
      (await fuzzing.caller.call({ ...operation, path: operation.path.replace(/\{\w+\}/, '%ff') }, call))
        .status,
    ).toBe(400);
  });
});

async function withTarget(operation: Operation, call: Call | undefined, query: string): Promise<Answer> {
  if (!call) throw new Error(`no recipe for ${operation.operationId}`);
  const required = operation.parameters.filter((known) => known.in === 'query' && known.required);
  const kept = required
    .filter(({ name }) => !query.startsWith(name))
    .map(({ name }) => `${name}=${call.query?.[name]}`);
  return fuzzing.caller.call(
    { ...operation, path: `${operation.path}?${[query, ...kept].join('&')}` },
    { ...call, query: {} },
  );
}

describe('headers', () => {
  const keys = ['', ' ', 'a b', 'x'.repeat(256), 'x'.repeat(10_000), 'nøkkel', '\t'];
  const tags = ['abc', '"0"', '"x"', 'W/"1"', '"1", "2"', 'ø', '"99999999999"', '"'.repeat(5_000)];
  const languages = [
    '',
    'xx',
    '*;q=9',
    'nb;q=NaN',
    'x'.repeat(10_000),
    '\u0080\u00ff',
    ';;;,,,',
    'en;q=1e400',
  ];
  const strange = [
    '',
    '=',
    'fullmakt',
    'fullmakt=',
    'fullmakt=%00',
    `fullmakt=${'x'.repeat(6_000)}`,
    'fullmakt=\u00ff;fullmakt=',
  ];

  it.each(matrix)('%s', async (id, operation) => {
    const [call] = await fuzzing.callsOf(id);
    if (!call) throw new Error(`no recipe for ${id}`);
    const has = (name: string): boolean => operation.parameters.some((known) => known.name === name);
    const sending = (headers: Record<string, string>, by = call.by) =>
      fuzzing.caller.call(operation, { ...call, by, headers: { ...call.headers, ...headers } });
    for (const tag of has('If-Match') ? tags : []) {
      expect({ tag, outcome: outcomeOf(await sending({ 'If-Match': tag })) }).toEqual({
        tag,
        outcome: '412 stale',
      });
    }
    if (has('If-Match')) expect((await sending({ 'If-Match': '' })).status).toBe(428);
    for (const key of has('Idempotency-Key') ? keys : []) {
      expectNamed(await sending({ 'Idempotency-Key': key }), '/Idempotency-Key', `${id} ${key.slice(0, 40)}`);
    }
    for (const language of languages) await sending({ 'Accept-Language': language });
    const closed = operation['x-roles'] !== undefined;
    for (const cookie of closed ? strange : []) {
      const { status } = await sending(
        {},
        fuzzing.stage.anyone.with({ Cookie: cookie, Authorization: `Bearer ${cookie}` }),
      );
      expect(status).toBe(401);
    }
  });

  it('are never written by what is asked', async () => {
    const [operation] = allOperations.filter(({ operationId }) => operationId === 'listTasks');
    if (!operation) throw new Error('no listTasks');
    const injected = 'x\r\nSet-Cookie: fullmakt=stolen';
    const queries: Record<string, string>[] = [{ q: injected }, { cursor: injected }, {}];
    for (const query of queries) {
      const answer = await fuzzing.caller.call(operation, {
        by: fuzzing.stage.manager,
        query: { limit: '1', ...query },
      });
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers.link ?? '').not.toMatch(/[\r\n]/);
    }
  });
});

describe('what is not in the contract', () => {
  const paths = [
    '/',
    '/api',
    '/api/v1',
    '/api/v1/',
    '/api/v1/tasks/',
    '/api/v1/ukjent',
    '/api/v1/tasks/%2e%2e/people',
    '/problems/%00',
  ];
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];
  const dressed = (headers: Record<string, string>) => ({ ...fuzzing.stage.manager.headers, ...headers });

  it.each(methods)('%s is answered with a problem, and never with a fault of ours', async (method) => {
    for (const path of [
      ...paths,
      '//',
      '/api//v1',
      '/problems/constructor',
      '/problems/__proto__',
      `/${'x'.repeat(8_000)}`,
    ]) {
      const answer = await send(fuzzing.port, { method, path, headers: dressed({}) });
      const isFault =
        answer.status >= 500 || (answer.status >= 400 && answer.headers['content-type'] === undefined);
      expect({ path, isFault }).toEqual({ path, isFault: false });
    }
  });

  it('headers beyond all bounds, and what is no HTTP at all', async () => {
    const answer = await send(fuzzing.port, {
      method: 'GET',
      path: '/api/v1/tasks',
      headers: { 'X-Long': 'x'.repeat(40_000) },
    });
    expect({ status: answer.status, code: answer.body?.code }).toEqual({ status: 400, code: 'malformed' });
    expect(await sendBytes(fuzzing.port, 'FULLMAKT\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 .*"code":"malformed"/s,
    );
    const smuggled =
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(await sendBytes(fuzzing.port, smuggled)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

import fc from 'fast-check';
import type { TestApp } from '../support/app.js';
import { Caller, outcomeOf, startUnlimited } from './caller.js';
import { allOperations, bodyAllowed, bodySchemaOf, type Operation, parameterAllowed } from './contract.js';
import { Footprints } from './footprint.js';
import * as hostile from './hostile.js';
import { type Position, positionsIn, withValue } from './positions.js';
import { type Call, recipes } from './recipes.js';
import { createStage, type Stage } from './stage.js';
import { type Answer, portOf, send, sendBytes } from './wire.js';

const seed = Number(process.env.FUZZ_SEED ?? 20261122);

let testApp: TestApp;
let caller: Caller;
let stage: Stage;

beforeAll(async () => {
  testApp = await startUnlimited();
  caller = new Caller(testApp);
  stage = await createStage(testApp);
});
afterAll(() => testApp.close());

const callsOf = async (id: string): Promise<Call[]> => (await recipes[id]?.(stage)) ?? [];

const matrix = allOperations.map((operation) => [operation.operationId, operation] as const);
const withBody = matrix.filter(([, operation]) => bodySchemaOf(operation) !== undefined);
const withQuery = matrix.filter(([, { parameters }]) => parameters.some((known) => known.in === 'query'));
const withPath = matrix.filter(([, { parameters }]) => parameters.some((known) => known.in === 'path'));

/** 400, with an error that points at the field, at what holds it, or at what it holds. */
function expectNamed(answer: Answer, pointer: string, sent: string): void {
  const errors: { pointer: string }[] = answer.body?.errors ?? [];
  const named = errors.some((error) => related(inFull(error.pointer), inFull(pointer)));
  const told = answer.text.slice(0, 300);
  expect({ sent, outcome: outcomeOf(answer), named, told }).toEqual({
    sent,
    outcome: '400 invalid',
    named: true,
    told,
  });
}

/** One lineage link may be written without its list, and is told as the first of one. */
const inFull = (pointer: string): string => pointer.replace(/^\/lineageOf\/(?!\d)/, '/lineageOf/0/');

const related = (one: string, other: string): boolean =>
  one === other || (one !== '' && `${other}/`.startsWith(`${one}/`)) || `${one}/`.startsWith(`${other}/`);

const shown = (pointer: string, value: unknown): string =>
  `${pointer} = ${(JSON.stringify(value) ?? 'nothing').slice(0, 80)}`;

describe('a body with one field wrong', () => {
  it.each(withBody)('%s', async (id, operation) => {
    for (const { call, position } of await bodyTargets(id, operation)) {
      for (const value of hostile.hostileValues(position.schema, position.value)) {
        await expectJudged(operation, call, position, value);
      }
      await expectJudged(operation, call, { ...position, pointer: `${position.pointer}x` }, 1);
    }
  });
});

interface Target {
  readonly call: Call;
  readonly position: Position;
}

/** Every position of the body once, though several forms of the call may hold it. */
async function bodyTargets(id: string, operation: Operation): Promise<Target[]> {
  const all = (await callsOf(id)).flatMap((call) =>
    bodyPositions(operation, call).map((position) => ({ call, position })),
  );
  return all.filter(
    ({ position }, i) => all.findIndex((earlier) => isSame(earlier.position, position)) === i,
  );
}

const isSame = (one: Position, other: Position): boolean =>
  one.pointer === other.pointer && one.schema === other.schema && typeof one.value === typeof other.value;

/** A call made for this alone, so that nothing before it stands in the way. */
async function freshly(id: string, operation: Operation, position: Position, value: unknown): Promise<void> {
  const made = await callsOf(id);
  const call = made.find((call) => bodyPositions(operation, call).some((other) => isSame(other, position)));
  if (!call) throw new Error(`no call of ${id} holds ${position.pointer}`);
  await caller.call(operation, withValue(call, position, value));
}

const bodyPositions = (operation: Operation, call: Call): Position[] =>
  positionsIn(operation, call).filter(({ place }) => place === 'body');

/** What the contract does not allow is refused by name; what it allows is answered as it says. */
async function expectJudged(
  operation: Operation,
  call: Call,
  position: Position,
  value: unknown,
): Promise<void> {
  const changed = withValue(call, position, value);
  const sent = JSON.parse(JSON.stringify(changed.body));
  const answer = await caller.call(operation, changed);
  if (bodyAllowed(operation, sent)) return;
  const formLeft = value === undefined && bodySchemaOf(operation)?.oneOf !== undefined;
  expectNamed(
    answer,
    formLeft ? '' : position.pointer,
    `${operation.operationId} ${shown(position.pointer, value)}`,
  );
}

describe('text', () => {
  const textsOf = async (id: string, operation: Operation): Promise<Target[]> =>
    (await bodyTargets(id, operation)).filter(
      ({ position: { value, schema } }) => typeof value === 'string' && hostile.isFreeText(schema),
    );

  it.each(withBody)(
    'with an identity number is refused wherever people write, by %s',
    async (id, operation) => {
      for (const { call, position } of await textsOf(id, operation)) {
        for (const number of hostile.identityNumbers) {
          const answer = await caller.call(operation, withValue(call, position, number));
          expectNamed(answer, position.pointer, `${id} ${shown(position.pointer, number)}`);
        }
      }
    },
  );

  it.each(withBody)('that is odd and right is taken by %s', async (id, operation) => {
    for (const { position } of await textsOf(id, operation)) {
      for (const text of [...hostile.oddTexts, ...hostile.fullTexts(position.schema)]) {
        await freshly(id, operation, position, text);
      }
    }
  });
});

describe('dates at the edges of the calendar', () => {
  it.each(withBody)('%s', async (id, operation) => {
    const dates = (await bodyTargets(id, operation)).filter(({ position }) =>
      hostile.isDate(position.schema),
    );
    for (const { position } of dates) {
      for (const date of hostile.edgeDates) await freshly(id, operation, position, date);
    }
  });
});

describe('bodies that are no command', () => {
  it.each(matrix)('%s', async (id, operation) => {
    const [call] = await callsOf(id);
    if (!call) throw new Error(`no recipe for ${id}`);
    const hasBody = bodySchemaOf(operation) !== undefined;
    for (const [name, bytes] of hasBody ? hostile.brokenBodies : []) {
      // No body is an empty command, which a change of nothing may be.
      if (bytes === '' && bodyAllowed(operation, {})) continue;
      expect({ name, status: (await caller.raw(operation, call, bytes)).status }).toEqual({
        name,
        status: 400,
      });
    }
    expect((await caller.raw(operation, call, '{"a":')).status).toBe(400);
    expect((await caller.raw(operation, call, hostile.tenMegabytes)).status).toBe(413);
    for (const type of hostile.otherTypes) {
      expect({ type, status: (await caller.raw(operation, call, '{}', type)).status }).toEqual({
        type,
        status: 415,
      });
    }
  });

  it.each(withBody)('compressed: %s', async (id, operation) => {
    const [call] = await callsOf(id);
    if (!call) throw new Error(`no recipe for ${id}`);
    const encoded = (encoding: string, bytes: string | Buffer) =>
      caller.raw(operation, { ...call, headers: { ...call.headers, 'Content-Encoding': encoding } }, bytes);
    expect((await encoded('gzip', hostile.bomb)).status).toBe(413);
    expect((await encoded('gzip', 'not gzip')).status).toBe(400);
    expect((await encoded('unknown', '{}')).status).toBe(415);
  });
});

describe('parameters', () => {
  it.each(withQuery)('of the query: %s', async (id, operation) => {
    const [call] = await callsOf(id);
    if (!call) throw new Error(`no recipe for ${id}`);
    for (const { name, schema, in: place } of operation.parameters) {
      if (place !== 'query') continue;
      for (const text of hostile.hostileParameters(name, schema)) {
        const answer = await caller.call(operation, withValue(call, { place, pointer: `/${name}` }, text));
        const refused = [...(name === 'cursor' ? hostile.wrongCursors : []), ...hostile.identityNumbers];
        const wrong = !parameterAllowed(schema, text) || refused.includes(text);
        if (wrong) expectNamed(answer, `/${name}`, `${id} ?${shown(name, text)}`);
      }
    }
  });

  it.each(withQuery)('twice, as lists, or unknown: %s', async (id, operation) => {
    const [call] = await callsOf(id);
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
    const [call] = await callsOf(id);
    if (!call) throw new Error(`no recipe for ${id}`);
    const name = Object.keys(call.path ?? {})[0] ?? '';
    for (const text of [
      ...hostile.wrongIds.filter((wrong) => wrong !== '' && wrong !== '0'),
      ...hostile.oddTexts,
      '\0',
      'a\0b',
    ]) {
      const { status } = await caller.call(operation, { ...call, path: { [name]: text } });
      expect({ text, refused: status === 404 || status === 400 }).toEqual({ text, refused: true });
    }
    expect(
      (await caller.call({ ...operation, path: operation.path.replace(/\{\w+\}/, '%ff') }, call)).status,
    ).toBe(400);
  });
});

async function withTarget(operation: Operation, call: Call | undefined, query: string): Promise<Answer> {
  if (!call) throw new Error(`no recipe for ${operation.operationId}`);
  const required = operation.parameters.filter((known) => known.in === 'query' && known.required);
  const kept = required
    .filter(({ name }) => !query.startsWith(name))
    .map(({ name }) => `${name}=${call.query?.[name]}`);
  return caller.call(
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
    const [call] = await callsOf(id);
    if (!call) throw new Error(`no recipe for ${id}`);
    const has = (name: string): boolean => operation.parameters.some((known) => known.name === name);
    const sending = (headers: Record<string, string>, by = call.by) =>
      caller.call(operation, { ...call, by, headers: { ...call.headers, ...headers } });
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
        stage.anyone.with({ Cookie: cookie, Authorization: `Bearer ${cookie}` }),
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
      const answer = await caller.call(operation, { by: stage.manager, query: { limit: '1', ...query } });
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers.link ?? '').not.toMatch(/[\r\n]/);
    }
  });
});

describe(`anything at all (seed ${seed})`, () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    text,
    fc.double(),
    fc.bigInt().map(Number),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  );

  it.each(withBody)('%s', async (id, operation) => {
    const targets = await bodyTargets(id, operation);
    const [first] = targets;
    if (!first) throw new Error(`${id} has a body without fields`);
    const change = fc.tuple(fc.constantFrom(...targets), value);
    const property = fc.asyncProperty(
      change,
      fc.dictionary(text, value, { maxKeys: 3 }),
      async ([target, sent], body) => {
        await expectJudged(operation, target.call, target.position, sent);
        await caller.call(operation, { ...first.call, body });
      },
    );
    await fc.assert(property, { seed, numRuns: 20, endOnFailure: true });
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
  const dressed = (headers: Record<string, string>) => ({ ...stage.manager.headers, ...headers });

  it.each(methods)('%s is answered with a problem, and never with a fault of ours', async (method) => {
    for (const path of [
      ...paths,
      '//',
      '/api//v1',
      '/problems/constructor',
      '/problems/__proto__',
      `/${'x'.repeat(8_000)}`,
    ]) {
      const answer = await send(portOf(testApp), { method, path, headers: dressed({}) });
      const isFault =
        answer.status >= 500 || (answer.status >= 400 && answer.headers['content-type'] === undefined);
      expect({ path, isFault }).toEqual({ path, isFault: false });
    }
  });

  it('headers beyond all bounds, and what is no HTTP at all', async () => {
    const answer = await send(portOf(testApp), {
      method: 'GET',
      path: '/api/v1/tasks',
      headers: { 'X-Long': 'x'.repeat(40_000) },
    });
    expect({ status: answer.status, code: answer.body?.code }).toEqual({ status: 400, code: 'malformed' });
    expect(await sendBytes(portOf(testApp), 'FULLMAKT\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 .*"code":"malformed"/s,
    );
    const smuggled =
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    expect(await sendBytes(portOf(testApp), smuggled)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('afterwards', () => {
  it('no prototype is polluted', () => {
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('no identity number stands anywhere in the clinic’s rows', async () => {
    const footprints = await Footprints.open(testApp);
    const places = await footprints.placesOf('13097248022', stage.world.clinicId);
    await footprints.close();
    expect(places).toEqual([]);
  });

  it('the log has no gap', async () => {
    const { items } = await stage.manager.read('log?order=desc&limit=200');
    const seqs: number[] = items.map(({ seq }: { seq: number }) => seq);
    const [newest = 0] = seqs;
    expect(newest).toBeGreaterThan(200);
    expect(seqs).toEqual(seqs.map((_, i) => newest - i));
  });
});

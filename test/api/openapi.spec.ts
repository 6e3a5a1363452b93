import { readFileSync } from 'node:fs';
import { operations } from '../../src/session/operations.js';
import { openApi, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { Caller, outcomeOf, startUnlimited } from './caller.js';
import { allOperations, bodyAllowed, bodySchemaOf, contract, type Operation, resolved } from './contract.js';
import { received } from './forms.js';
import { fieldsOf, positionsIn } from './positions.js';
import { type Call, recipes } from './recipes.js';
import { createStage, type Stage } from './stage.js';

/** For whoever runs the server or reads a problem, and no part of the contract. */
const outside = ['live', 'ready', 'metrics', 'explainProblem'];
/** Not fields of a call: a cursor is what a page before gave. */
const withoutRecipe = ['cursor'];

/** What is taken home as a file, and by what name others know its form. */
const files: Readonly<Record<string, readonly string[]>> = {
  exportLog: ['application/zip'],
  getDelegationLetter: ['application/pdf'],
  getEvidenceContent: ['application/pdf', 'image/jpeg', 'image/png'],
  getLogProof: ['text/plain'],
  getTeachingCalendar: ['text/calendar'],
  getImportTemplate: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  exportMatrix: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
};

const ids = allOperations.map(({ operationId }) => operationId);

describe('the contract', () => {
  it('is committed as the application gives it, made without a database', async () => {
    const made = `${JSON.stringify(await openApi(), null, 2)}\n`;
    // Not equal? `npm run openapi` writes it anew.
    expect(readFileSync('openapi.json', 'utf8') === made).toBe(true);
  });

  it('is OpenAPI 3.1: no `nullable`, and every reference resolves', () => {
    expect(contract.openapi).toBe('3.1.0');
    const faults: string[] = [];
    walk(contract, '', (node, where) => {
      if ('nullable' in node) faults.push(`${where}: nullable`);
      const ref: unknown = Reflect.get(node, '$ref');
      if (typeof ref === 'string' && !resolvesTo(ref)) faults.push(`${where}: ${ref}`);
    });
    expect(faults).toEqual([]);
  });

  it('promises no longer list in a command than is let in', () => {
    const most = 1000;
    const longer: string[] = [];
    const look = (schema: unknown, where: string) =>
      walk(schema, where, (node, place) => {
        if (Number(Reflect.get(node, 'maxItems')) > most) longer.push(place);
        const ref: unknown = Reflect.get(node, '$ref');
        if (typeof ref === 'string') look(resolved({ $ref: ref }), ref);
      });
    for (const operation of allOperations) look(bodySchemaOf(operation), operation.operationId);
    expect(longer).toEqual([]);
  });

  it('names each operation once, with tags and path parameters', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const faults = allOperations.filter(({ tags, path, parameters }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameters.filter((parameter) => parameter.in === 'path' && parameter.required);
      return !tags?.length || inPath.join() !== declared.map(({ name }) => name).join();
    });
    expect(faults.map(({ operationId }) => operationId)).toEqual([]);
  });

  it.each(allOperations.map((operation) => [operation.operationId, operation] as const))(
    '%s declares one success with its view, and every problem',
    (_, operation) => {
      expect(successesOf(operation)).toHaveLength(1);
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(expectedProblems(operation)));
      for (const [status, { content }] of Object.entries(operation.responses)) {
        const types =
          Number(status) < 400
            ? (files[operation.operationId] ?? ['application/json'])
            : ['application/problem+json'];
        expect(status === '204' ? content : Object.keys(content ?? {})).toEqual(
          status === '204' ? undefined : types,
        );
        for (const type of types) {
          const schema = content?.[type]?.schema;
          if (schema && type.endsWith('json'))
            expect(Object.keys(resolved(schema).properties ?? {})).not.toEqual([]);
        }
      }
      const body = bodySchemaOf(operation);
      const commands = body ? (body.oneOf ?? [body]).map(resolved) : [];
      for (const command of commands) expect(command.additionalProperties).toBe(false);
    },
  );
});

describe('operations, the table of roles, and controllers', () => {
  it('name the same operations, both ways', () => {
    const table = Object.keys(operations).filter((name) => !outside.includes(name));
    expect(ids.toSorted()).toEqual(table.toSorted());
  });

  it('say the same roles', () => {
    const said = Object.fromEntries(
      allOperations.map((operation) => [operation.operationId, operation['x-roles']]),
    );
    const table = Object.entries(operations).filter(([name]) => !outside.includes(name));
    expect(said).toEqual(
      Object.fromEntries(
        table.map(([name, access]) => [name, typeof access === 'string' ? undefined : access]),
      ),
    );
  });

  it('have a recipe each, and no recipe is left over', () => {
    expect(Object.keys(recipes).toSorted()).toEqual(ids.toSorted());
  });
});

describe('every operation', () => {
  let testApp: TestApp;
  let stage: Stage;
  let caller: Caller;

  beforeAll(async () => {
    testApp = await startUnlimited();
    caller = new Caller(testApp);
    stage = await createStage(testApp);
  });
  afterAll(() => testApp.close());

  it.each(allOperations.map((operation) => [operation.operationId, operation] as const))(
    '%s is answered as the contract says, with everything it may hold',
    async (id, operation) => {
      const calls = (await recipes[id]?.(stage)) ?? [];
      expect(missingIn(operation, calls)).toEqual([]);
      for (const call of calls) {
        expect(bodyAllowed(operation, received(operation, call))).toBe(true);
        const answer = await caller.call(operation, call);
        expect(outcomeOf(answer).slice(0, 3)).toBe(String(call.answered ?? successesOf(operation)[0]));
      }
    },
  );

  it('is served at /api/openapi.json as it is committed', async () => {
    const { body } = await new Client(testApp).get('/api/openapi.json');
    expect(body).toEqual(contract);
  });

  it('is reached through a controller method that is in the table, or not at all', () => {
    const server = testApp.app.getHttpAdapter().getInstance();
    const served = server.router.stack.flatMap(({ route }) =>
      route ? route.stack.map(({ method }) => `${method.toUpperCase()} ${route.path}`) : [],
    );
    const known = allOperations.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
    // Documentation, what is for whoever runs the server, and middleware, which answers nobody but with a refusal.
    const docs = served.filter((route) =>
      / (\/(api\/(docs|openapi)|health|metrics|problems)|\{\/\*splat\})/.test(route),
    );
    expect(served.filter((route) => !docs.includes(route)).toSorted()).toEqual(known.toSorted());
  });
});

const successesOf = ({ responses }: Operation): string[] =>
  Object.keys(responses).filter((status) => status < '400');

function expectedProblems({ method, parameters, 'x-roles': allowed }: Operation): string[] {
  const conditional = parameters.some(({ name }) => name === 'If-Match');
  return [
    ...['400', '401', '413', '415', '429', '503'],
    ...(allowed ? ['403', '404'] : []),
    ...(method === 'GET' ? [] : ['409', '422']),
    ...(conditional ? ['412', '428'] : []),
  ];
}

/** Parameters and fields that no call of the recipe holds: what is not sent is not tested by any suite. */
function missingIn(operation: Operation, calls: readonly Call[]): string[] {
  const positions = calls.flatMap((call) => positionsIn(operation, call));
  const sent = new Set(positions.map(({ schema }) => schema));
  const parameters = operation.parameters.filter(
    ({ name, in: place, schema }) => place !== 'header' && !withoutRecipe.includes(name) && !sent.has(schema),
  );
  const body = bodySchemaOf(operation);
  const fields = body ? [...fieldsOf(body)].filter(([schema]) => !sent.has(schema)) : [];
  return [...parameters.map(({ name }) => name), ...fields.map(([, name]) => name)];
}

function walk(node: unknown, where: string, visit: (node: object, where: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  visit(node, where);
  for (const [key, value] of Object.entries(node)) walk(value, `${where}/${key}`, visit);
}

const resolvesTo = (ref: string): unknown =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (node, step) => (typeof node === 'object' && node ? Reflect.get(node, step) : undefined),
      contract,
    );

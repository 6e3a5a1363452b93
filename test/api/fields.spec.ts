import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { ids, Things } from '../support/things.js';

let things: Things;
beforeAll(async () => {
  things = await Things.start();
});
afterAll(() => things.app.close());

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
    ['lines', 'a', 'wrong-type'],
    ['lines', ['a', 'b', 'c'], 'too-many'],
    ['lines', ['a', 'a'], 'repeated'],
    ['lines', ['a', ''], 'blank'],
    ['lines', ['a'.repeat(21)], 'too-long'],
    ['lines', [`nr ${identityNumber}`], 'identity-number'],
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
    expect(await things.wrongIn({ nullable: null, [name]: value })).toContain(`/${name} ${code}`);
  });

  test('that must be there is missed when absent, and when null unless it may be', async () => {
    expect(await things.wrongIn({})).toEqual(['/nullable required']);
    expect(await things.wrongIn('')).toEqual(['/nullable required']);
    expect((await things.post({ nullable: null })).status).toBe(201);
  });

  test('that nobody knows is refused, also deep inside', async () => {
    expect(await things.wrongIn({ nullable: null, 'a/b~c': 1 })).toEqual(['/a~1b~0c unknown-field']);
    const deep = { nullable: null, part: { name: 'a', x: 1 }, parts: [{ name: 'b' }, { name: '', y: 1 }] };
    expect((await things.wrongIn(deep)).sort()).toEqual([
      '/part/x unknown-field',
      '/parts/1/name blank',
      '/parts/1/y unknown-field',
    ]);
  });

  test('every wrong field is told at once, in the language asked for, with the limit', async () => {
    const body = { nullable: null, line: 'a'.repeat(21), colour: 'green' };
    const answer = await things.post(body).set('Accept-Language', 'nn');
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
    const answer = await things.post(body);
    expect(answer.status).toBe(201);
    const id = body.id.toLowerCase();
    expect(answer.body).toEqual({ ...body, id, ids: [id], email: body.email.toLowerCase() });
  });

  test('null stays null, so that a change can clear it; absent stays absent', async () => {
    const answer = await things.post({ nullable: 'x', line: null, part: null });
    expect(answer.body).toEqual({ nullable: 'x', line: null, part: null });
  });

  test('an answer does not grow with the mistakes', async () => {
    const unknown = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, 1]));
    expect(await things.wrongIn({ ...unknown(90), part: unknown(90) })).toHaveLength(100);
  });

  test('more names, items or values than any command has are not even looked at', async () => {
    const names = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`x${i}`, 1]));
    expect(await things.wrongIn(names)).toEqual([' too-many']);
    expect(await things.wrongIn({ part: names })).toEqual(['/part too-many']);
    expect(await things.wrongIn({ parts: Array(1001).fill({}) })).toEqual(['/parts too-many']);
    expect(await things.wrongIn({ parts: Array(21).fill(Array(999).fill(1)) })).toEqual([' too-many']);
  });

  test.each(['toString', 'hasOwnProperty', 'valueOf'])(
    '%s, which every object has, is no field',
    async (name) => {
      expect(await things.wrongIn({ [name]: 'x' })).toEqual([' forbidden-name']);
      expect(await things.wrongIn({ part: { [name]: 'x' } })).toEqual(['/part forbidden-name']);
    },
  );
});

describe('the contract', () => {
  test('says about each field what the validator checks', () => {
    const settings = new DocumentBuilder().setOpenAPIVersion('3.1.0').build();
    const { components, paths } = SwaggerModule.createDocument(things.app, settings);
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

import fc from 'fast-check';
import { Footprints } from './footprint.js';
import { expectNamed, Fuzzing, isNamed, shown, withBody } from './fuzzing.js';
import * as hostile from './hostile.js';
import type { Position } from './positions.js';

const seed = Number(process.env.FUZZ_SEED ?? 20261122);

let fuzzing: Fuzzing;

beforeAll(async () => {
  fuzzing = await Fuzzing.start();
});
afterAll(() => fuzzing.testApp.close());

describe('text', () => {
  const isText = ({ value, schema }: Position): boolean =>
    typeof value === 'string' && hostile.isFreeText(schema);

  it.each(withBody)(
    'with an identity number is refused wherever people write, by %s',
    async (id, operation) => {
      for (const places of await fuzzing.placesOf(id, operation, isText)) {
        for (const number of hostile.identityNumbers) {
          const answer = await fuzzing.everywhere(operation, places, () => number);
          for (const { pointer } of places.positions)
            expectNamed(answer, pointer, `${id} ${shown(pointer, number)}`);
        }
      }
    },
  );

  /** Where an odd text is refused, for a reason of the field's own, the others are asked once more without it. */
  it.each(withBody)('that is odd and right is taken by %s', async (id, operation) => {
    const texts = [...hostile.oddTexts.map((text) => () => text), fullText];
    for (const textOf of texts) {
      for (const places of await fuzzing.placesOf(id, operation, isText)) {
        const answer = await fuzzing.everywhere(operation, places, textOf);
        const positions = places.positions.filter(({ pointer }) => !isNamed(answer, pointer));
        if (answer.status === 400 && positions.length > 0)
          await fuzzing.everywhere(operation, { ...places, positions }, textOf);
      }
    }
  });

  const fullText = ({ schema, value }: Position): unknown => hostile.fullTexts(schema)[0] ?? value;
});

describe('dates at the edges of the calendar', () => {
  it.each(withBody)('%s', async (id, operation) => {
    const dates = (await fuzzing.bodyTargets(id, operation)).filter(({ position }) =>
      hostile.isDate(position.schema),
    );
    for (const { position } of dates) {
      for (const date of hostile.edgeDates) await fuzzing.freshly(id, operation, position, date);
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
    const targets = await fuzzing.bodyTargets(id, operation);
    const [first] = targets;
    if (!first) throw new Error(`${id} has a body without fields`);
    const change = fc.tuple(fc.constantFrom(...targets), value);
    const property = fc.asyncProperty(
      change,
      fc.dictionary(text, value, { maxKeys: 3 }),
      async ([target, sent], body) => {
        await fuzzing.expectJudged(operation, target.call, target.position, sent);
        await fuzzing.caller.call(operation, { ...first.call, body });
      },
    );
    await fc.assert(property, { seed, numRuns: 20, endOnFailure: true });
  });
});

describe('afterwards', () => {
  it('no prototype is polluted', () => {
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('no identity number stands anywhere in the clinic’s rows', async () => {
    const footprints = await Footprints.open(fuzzing.testApp);
    const places = await footprints.placesOf('13097248022', fuzzing.stage.world.clinicId);
    await footprints.close();
    expect(places).toEqual([]);
  });

  it('the log has no gap', async () => {
    const { items } = await fuzzing.stage.manager.read('log?order=desc&limit=200');
    const seqs: number[] = items.map(({ seq }: { seq: number }) => seq);
    const [newest = 0] = seqs;
    expect(newest).toBeGreaterThan(200);
    expect(seqs).toEqual(seqs.map((_, i) => newest - i));
  });
});

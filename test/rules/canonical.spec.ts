import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonical, type Json } from '../../src/log/canonical.js';
import { entryOf } from '../../src/log/entry.js';

/** RFC 8785, appendix B: the 64 bits of a number and how it is written. */
const numbers: [string, string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

const doubleOf = (bits: string): number => Buffer.from(bits, 'hex').readDoubleBE();

/** Any JSON value; texts may hold every character, but never half a surrogate pair. */
const text = fc.string({ unit: 'binary' });
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5 }),
  ),
})).value;

/** The same value with its members in the opposite order, all the way down. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, Json>).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, turned(member)]));
}

describe('canonical JSON (RFC 8785)', () => {
  it('gives the bytes of the example in § 3.2.4', () => {
    const value: Json = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(Buffer.from(canonical(value)).toString('hex')).toBe(
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b33333333333333' +
        '33332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c' +
        '75303030665c6e4127425c225c5c5c5c5c222f227d',
    );
  });

  it('sorts members as § 3.2.3 does: by UTF-16 code units, not by code points', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect([...canonical(value).matchAll(/:"([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each(numbers)('writes the number %s as %s', (bits, written) => {
    expect(canonical(doubleOf(bits))).toBe(written);
  });

  it.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])(
    'refuses %s, which JSON cannot hold',
    (bits) => {
      expect(() => canonical({ deep: [doubleOf(bits)] })).toThrow(RangeError);
    },
  );

  it.each([
    ['a value', { a: 'x\ud800' }],
    ['a name', { 'x\udc00': 1 }],
    ['a list', ['\ud83d']],
  ])('refuses half a surrogate pair in %s: it has no bytes in UTF-8', (_, value) => {
    expect(() => canonical(value)).toThrow(RangeError);
  });

  it('leaves out what is undefined, as JSON does', () => {
    expect(canonical({ b: undefined, a: null })).toBe('{"a":null}');
  });

  it('means the same as the value it came from', () => {
    fc.assert(
      fc.property(json, (value) =>
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value))),
      ),
    );
  });

  it('is the same after a round trip', () => {
    fc.assert(fc.property(json, (value) => canonical(JSON.parse(canonical(value))) === canonical(value)));
  });

  it('does not depend on the order of members', () => {
    fc.assert(fc.property(json, (value) => canonical(turned(value)) === canonical(value)));
  });

  it('has no white space outside texts', () => {
    fc.assert(fc.property(json, (value) => !/\s/.test(canonical(value).replace(/"(?:[^"\\]|\\.)*"/gsu, ''))));
  });
});

describe('an entry', () => {
  const place = { seq: 7, at: Date.UTC(2026, 10, 22, 7, 30, 0, 5), clinic: 'c', actor: 'a' };
  const happening = {
    type: 'duty.ended',
    subjects: ['t', 'p', 't'],
    payload: { reason: 'Sluttet', at: 'nå' },
  };

  it('has bytes that hold everything but the payload, which is there as its salted hash', () => {
    const entry = entryOf(happening, place);
    const hash = createHash('sha256')
      .update(entry.salt)
      .update('{"at":"nå","reason":"Sluttet"}')
      .digest('hex');
    expect(entry.bytes.toString()).toBe(
      `{"actor":"a","at":"2026-11-22T07:30:00.005Z","clinic":"c","payloadHash":"${hash}",` +
        '"seq":7,"subjects":["t","p"],"type":"duty.ended","v":1}',
    );
    expect(entry.payloadHash.toString('hex')).toBe(hash);
  });

  it('is salted anew each time, so that equal payloads cannot be told from their hashes', () => {
    const [one, other] = [entryOf(happening, place), entryOf(happening, place)];
    expect(one.salt).toHaveLength(32);
    expect(one.payload).toBe(other.payload);
    expect(one.payloadHash.equals(other.payloadHash)).toBe(false);
  });
});

import { gzipSync } from 'node:zlib';
import { formsOf, type Schema } from './contract.js';

/** Valid fødselsnummer and D-numbers of nobody (month + 40 or + 80 are synthetic), plain and as people write them. */
export const identityNumbers = [
  '13097248022',
  'Pasient 13097248022 ringte.',
  '130972 48022',
  '130972-48022',
  '13.09.72 480 22',
  '1 3 0 9 7 2 4 8 0 2 2',
  '１３０９７２４８０２２',
  '13097248022\u200b',
  '130972\u00a048022',
];

const unstorable = ['\0', 'a\0b', '\ud800', 'x\udfff', '\ud83d'];
const control = ['\u0007', '\u001b[2J', '\u0085', '\u202eabc', '\u2066abc'];
const long = 'x'.repeat(100_000);

/** Never right for text, whatever its bounds. */
const wrongTexts = [...unstorable, ...control, long, '🩺'.repeat(5_000)];

/** Odd and right: what people really write, at the edge of what is stored. */
export const oddTexts = [
  '🩺👩‍⚕️',
  'e\u0301\u0323'.repeat(20),
  '\u200fعربي',
  "Robert'); drop table person;--",
  '<script>alert(1)</script>',
  '{{7*7}}%s%n$1',
  'null',
  '../../etc/passwd',
  'a\u0338\ufdfa',
];

/** Text that fills a field exactly, each character four bytes. */
export const fullTexts = ({ maxLength = 0 }: Schema): string[] =>
  maxLength > 0 ? ['𝔸'.repeat(maxLength)] : [];

const wrongDates = [
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '2025-02-29',
  '20260101',
  '2026-1-1',
  '99999-01-01',
  '+012026-01-01',
  '-000001-01-01',
  '1899-12-31',
  '2201-01-01',
  '0000-00-00',
  '2026-01-01T25:00:00Z',
  '2026-01-01T12:00:00',
  '2026-01-01 12:00:00Z',
  '2026-01-01T12:00:00+99:00',
  '2026-01-01T12:00:60Z',
  '2026-01-01T12:00:00.0000000001Z',
  'infinity',
  'now',
  'today',
  '1e400',
  '1970-01-01T00:00:00Z; drop table person',
];

export const edgeDates = [
  '1900-01-01',
  '2200-12-31',
  '2200-12-31T23:59:59.999999999-23:59',
  '1900-01-01T00:00:00+23:59',
  '2024-02-29',
  '2026-03-29T02:30:00+01:00',
  '2026-10-25',
  '2026-10-25T02:30:00+02:00',
  '2026-01-01t12:00:00z',
];

const wrongNumbers = ['0x10', '1e400', '-1', '1.5', ' 5', '５', '', '99999999999999999999', 'NaN', '١'];

const textCursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const wrongCursors = [
  '',
  'x',
  '!!!!',
  '%',
  'bnVsbA',
  long.slice(0, 3000),
  textCursor(null),
  textCursor({}),
  textCursor([]),
  textCursor([null]),
  textCursor([[]]),
  textCursor([{ a: 1 }]),
  textCursor(['\0']),
  textCursor(['a', 'b', 'c', 'd']),
  textCursor(['00000000-0000-7000-8000-000000000000', '\0']),
  textCursor([-1.5]),
  textCursor([2 ** 60]),
  textCursor(["' or 1=1--"]),
  textCursor(['\ud800', 'x']),
];

export const wrongIds = [
  'x',
  '',
  'null',
  '0',
  '00000000000070008000000000000000',
  '{00000000-0000-7000-8000-000000000000}',
  '00000000-0000-7000-8000-00000000000g',
  '00000000-0000-7000-8000-000000000000 ',
  "00000000-0000-7000-8000-000000000000' or '1'='1",
  long.slice(0, 4000),
];

/** Of every JSON type, and what looks like something else; numbers beyond what PostgreSQL or JSON can hold. */
const anyShape: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  2 ** 31,
  2 ** 53,
  '',
  ' ',
  'x',
  '1',
  [],
  [null],
  [[]],
  [{}],
  {},
  { length: 1 },
  { toString: 'x' },
  { $ne: null },
  ['a', 'a'],
];

export const isDate = (schema: Schema): boolean =>
  formsOf(schema).some(
    ({ pattern, format }) => format === 'date' || pattern?.startsWith('^\\d{4}-') === true,
  );

/** Free text for people to read, the names of files among it: neither a code, nor an id, nor a secret. */
export const isFreeText = (schema: Schema): boolean =>
  formsOf(schema).some(
    ({ type, format, pattern, enum: values, maxLength = 0 }) =>
      [type].flat().includes('string') &&
      !values &&
      !pattern &&
      (format === 'binary' || ((!format || format === 'email') && maxLength > 11)),
  );

const isText = (schema: Schema): boolean =>
  formsOf(schema).some(({ type }) => [type].flat().includes('string'));

const isId = (schema: Schema): boolean => formsOf(schema).some(({ format }) => format === 'uuid');
const isNumber = (schema: Schema): boolean => formsOf(schema).some(({ type }) => type === 'integer');

/** What is wrong for values of just this kind. */
const ofKind = (schema: Schema): string[] => [
  ...(isDate(schema) ? wrongDates : []),
  ...(isId(schema) ? wrongIds : []),
  ...(isNumber(schema) ? wrongNumbers : []),
];

/** What nobody should be able to put there. Some of it may be right for some schema: the contract says which. */
export function hostileValues(schema: Schema, value: unknown): unknown[] {
  const tooMany = Array.isArray(value) ? [Array(1001).fill(value[0] ?? 'x')] : [];
  return [undefined, ...anyShape, ...tooMany, ...(isText(schema) ? wrongTexts : []), ...ofKind(schema)];
}

/** The same for a parameter, which is always text. */
export const hostileParameters = (name: string, schema: Schema): string[] => [
  ...['', '\0', 'a\0b', 'null', 'x', '-1', '{}', "' or 1=1--"],
  ...ofKind(schema),
  ...(name === 'cursor' ? wrongCursors : []),
  ...(isFreeText(schema) && name !== 'cursor' ? [...oddTexts, ...identityNumbers] : []),
];

/** Bodies that are no command, as bytes: what each is called, and what is sent. */
export const brokenBodies: readonly (readonly [string, string | Buffer])[] = [
  ['nothing', ''],
  ['an open brace', '{'],
  ['a missing value', '{"a":}'],
  ['single quotes', "{'a':1}"],
  ['one brace too many', '{"a":1}}'],
  ['undefined', 'undefined'],
  ['NaN', '{"a":NaN}'],
  ['a comment', '{/* */}'],
  ['null', 'null'],
  ['a number', '1'],
  ['a text', '"x"'],
  ['true', 'true'],
  ['an array', '[]'],
  ['an array of objects', '[{}]'],
  ['a number beyond numbers', '{"a":1e400}'],
  ['deep arrays', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['deep objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['__proto__', '{"__proto__":{"polluted":true}}'],
  ['constructor', '{"constructor":{"prototype":{"polluted":true}}}'],
  ['toString', '{"toString":1,"hasOwnProperty":1,"valueOf":null}'],
  ['an empty name', '{"":1}'],
  ['NUL in a name', '{"\\u0000":1}'],
  ['half a surrogate pair in a name', '{"\\ud800":1}'],
  ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['a hundred thousand names', `{${Array.from({ length: 60_000 }, (_, i) => `"f${i}":1`).join()}}`],
];

export const tenMegabytes = `{"a":"${'x'.repeat(10_000_000)}"}`;
/** Small on the wire, and beyond the limit when unpacked. */
export const bomb = gzipSync(tenMegabytes);

/** Where a form with a file belongs: what is none, or not a whole one. */
export const brokenForms: readonly (readonly [string, string | Buffer])[] = [
  ['an empty form', '--x--\r\n'],
  ['JSON', '{}'],
  [
    'a part without an end',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nhei',
  ],
  ['headers without an end', '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"'],
  ['headers that are none', '--x\r\n:::\r\n\r\nhei\r\n--x--\r\n'],
  ['a part without a name', '--x\r\nContent-Disposition: form-data\r\n\r\nhei\r\n--x--\r\n'],
  ['a part that is no field', '--x\r\nContent-Disposition: attachment; name="file"\r\n\r\nhei\r\n--x--\r\n'],
  [
    'a hundred thousand parts',
    `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(100_000)}--x--\r\n`,
  ],
  [
    'a name of a hundred thousand',
    `--x\r\nContent-Disposition: form-data; name="${'a'.repeat(100_000)}"\r\n\r\n1\r\n--x--\r\n`,
  ],
  [
    'broken UTF-8',
    Buffer.concat([
      Buffer.from('--x\r\nContent-Disposition: form-data; name="'),
      Buffer.from([0xff, 0xfe, 0x22]),
      Buffer.from('\r\n\r\n1\r\n--x--\r\n'),
    ]),
  ],
  [
    '__proto__',
    '--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\n{"polluted":true}\r\n--x--\r\n',
  ],
  ['deep names', `--x\r\nContent-Disposition: form-data; name="a${'[a]'.repeat(30)}"\r\n\r\n1\r\n--x--\r\n`],
];
export const brokenFormType = 'multipart/form-data; boundary=x';

export const otherTypes = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  brokenFormType,
  'application/jsonx',
  'text/json',
  '',
];

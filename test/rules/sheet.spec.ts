import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf, harmless } from '../../src/matrix/sheet.js';

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ';', ',', "'", 'å', ' ') }),
);
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });

test('what is written is what is read, and no cell begins as a formula does', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const text = csvOf({ name: 'x', rows });
      expect(text.startsWith('\ufeff')).toBe(true);
      const read: string[][] = parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
      expect(read).toEqual(rows.map((row) => row.map(harmless)));
      expect(read.flat().filter((each) => /^[=+\-@\t\r]/.test(each))).toEqual([]);
    }),
  );
});

test('what is no formula is left as it is', () => {
  for (const text of ['', 'Åse', 'a=b', '’–', '1+1', ' =x', '–5']) expect(harmless(text)).toBe(text);
});

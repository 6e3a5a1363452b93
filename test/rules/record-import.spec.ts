import { Worker } from 'node:worker_threads';
import { describe, expect, it, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type Cell, dayAfter, dayIn, isBlank, textOf, wholeIn } from '../../src/record-import/cell.rules.js';
import { headingRow, missingIn, resolved } from '../../src/record-import/columns.rules.js';
import { competenceMeant, levelMeant, shelfOf } from '../../src/record-import/competence-name.rules.js';
import { decoded, kindOf } from '../../src/record-import/decoding.rules.js';
import { delimited, delimiters } from '../../src/record-import/delimiter.rules.js';
import { guessed, headingsOf, isIdentityHeading } from '../../src/record-import/headings.rules.js';
import { directoryOf, personMeant } from '../../src/record-import/person.rules.js';
import { letGo } from '../../src/record-import/table.js';

const norwegian = 'Navn;Nivå\r\nBjørn Ærlig;Kan lære bort – på én dag\r\n';

describe('bytes', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(norwegian), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${norwegian}`), 'utf-8'],
    ['UTF-16 as Excel’s “Unicode text”', utf16(`\uFEFF${norwegian}`), 'utf-16le'],
    ['UTF-16 the other way', utf16(`\uFEFF${norwegian}`).swap16(), 'utf-16be'],
    ['Windows-1252', windows1252(norwegian), 'windows-1252'],
  ])('are text: %s', (_, bytes, encoding) => expect(decoded(bytes)).toEqual({ text: norwegian, encoding }));

  test.each<[string, Uint8Array]>([
    ['NUL', Buffer.from('Navn;Dato\r\nKari\0;1.1.2026')],
    ['UTF-16 without a mark', utf16(norwegian)],
    ['half of UTF-16', Buffer.concat([utf16('\uFEFFNavn'), Buffer.from([0x00, 0xd8])])],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')],
    ['a PDF', Buffer.from('255044462d312e370a25e2e3cfd30a00', 'hex')],
  ])('are no text: %s', (_, bytes) => expect(decoded(bytes)).toBeNull());

  it('say themselves whether they are a workbook', () => {
    expect(kindOf(Buffer.from('PK\u0003\u0004…', 'latin1'))).toBe('xlsx');
    expect(kindOf(Buffer.from('PK;x'))).toBe('csv');
    expect(kindOf(Buffer.alloc(0))).toBe('csv');
  });

  const printable = fc.string({ unit: fc.constantFrom(...'abcæøåÆØÅéüß€–«»1;," \t') });
  it('come back as they were written, in every encoding', () =>
    fc.assert(
      fc.property(printable, (text) => {
        for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16(`\uFEFF${text}`)])
          expect(decoded(bytes)?.text).toBe(text);
        const bytes = windows1252(text);
        const read = decoded(bytes);
        expect(read?.text).toBe(read?.encoding === 'utf-8' ? Buffer.from(bytes).toString() : text);
      }),
    ));
});

/** The letters that Norwegian Windows writes in one byte. */
function windows1252(text: string): Uint8Array {
  const others: Readonly<Record<string, number>> = { '€': 0x80, '–': 0x96 };
  return Uint8Array.from(text, (letter) => others[letter] ?? letter.charCodeAt(0));
}

describe('the delimiter', () => {
  test.each<[string, string, string]>([
    ['semicolons of Norwegian Excel', 'Navn;Kurs;Dato', ';'],
    ['commas', 'Navn,Kurs,Dato', ','],
    ['tabs', 'Navn\tKurs\tDato', '\t'],
    ['bars', 'Navn|Kurs', '|'],
    ['what stands in quotes does not count', '"Navn, fornavn, mellomnavn";Kurs', ';'],
    ['nor a line break in quotes', '"Navn\n(fullt), slik, og slik";Kurs', ';'],
    ['one column', 'Navn', ';'],
    ['blank lines first', '\r\n;;\r\nNavn,Kurs,Dato', ','],
    ['nothing', '', ';'],
  ])('%s', (_, text, delimiter) => expect(delimited(text)).toEqual({ delimiter, text }));

  it('is what Excel’s own line says', () =>
    expect(delimited('sep=,\r\nNavn;x,Kurs')).toEqual({ delimiter: ',', text: 'Navn;x,Kurs' }));

  /** Every table that is written by the rules of RFC 4180 is read back, whatever stands in its fields. */
  it('is found for any table whose first line is headings', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...delimiters),
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom(...'aå1;,"|\t\n ') }), { minLength: 3, maxLength: 3 }),
        ),
        (delimiter, body) => {
          const rows = [['Navn', 'Kurs', 'Dato'], ...body];
          const quoted = (field: string) =>
            /^[\p{L}\d]+$/u.test(field) ? field : `"${field.replaceAll('"', '""')}"`;
          const text = rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n');
          const found = delimited(text);
          expect(found.delimiter).toBe(delimiter);
          expect(parse(found.text, { delimiter: found.delimiter, record_delimiter: '\r\n' })).toEqual(rows);
        },
      ),
    ));
});

describe('a cell', () => {
  test.each<[Cell, string | null]>([
    ['\u00a0Kari\u00a0Nordmann ', 'Kari Nordmann'],
    ['Kari\u200b', 'Kari'],
    ['A\u030asne', 'Åsne'],
    ['\u00a0', null],
    ['', null],
    [null, null],
    [12, '12'],
    [1.5, '1.5'],
    [true, 'true'],
  ])('%j is %j', (cell, text) => {
    expect(textOf(cell)).toBe(text);
    expect(isBlank(cell)).toBe(text === null);
  });

  test.each<[Cell, string]>([
    ['28.02.2026', '2026-02-28'],
    ['1.2.2026', '2026-02-01'],
    ['1. 2. 2026', '2026-02-01'],
    ['28.02.2026 14:30', '2026-02-28'],
    ['2026-02-28', '2026-02-28'],
    ['2026-02-28T00:00:00.000Z', '2026-02-28'],
    ['2026-02-27T23:00:00.000Z', '2026-02-28'],
    ['2026-06-30T22:00Z', '2026-07-01'],
    ['2026-06-30 21:59:59Z', '2026-06-30'],
    ['2026-06-30T23:00:00.000', '2026-06-30'],
    ['29.02.2024', '2024-02-29'],
    [46081, '2026-02-28'],
    ['46081', '2026-02-28'],
    ['46081,5', '2026-02-28'],
    [46081.75, '2026-02-28'],
    ['\u00a028.02.2026', '2026-02-28'],
  ])('%j is the day %s', (cell, day) => expect(dayIn(cell)).toEqual({ day }));

  test.each<[Cell, string]>([
    ['28.2.26', 'date-ambiguous'],
    ['02/03/2026', 'date-ambiguous'],
    ['12/25/2026', 'date-ambiguous'],
    ['2-3-2026', 'date-ambiguous'],
    ['29.02.2026', 'not-a-date'],
    ['31.04.2026', 'not-a-date'],
    ['2026-02-31T23:00Z', 'not-a-date'],
    ['2026-02-28T25:00Z', 'not-a-date'],
    ['2026-02-28Z', 'not-a-date'],
    ['28.02.2026 23:00Z', 'not-a-date'],
    ['00.01.2026', 'not-a-date'],
    ['2026', 'not-a-date'],
    [2026, 'not-a-date'],
    ['februar 2026', 'not-a-date'],
    ['28.02.1899', 'not-a-date'],
    ['28.02.2201', 'not-a-date'],
    ['#N/A', 'not-a-date'],
    [-1, 'not-a-date'],
    [Number.NaN, 'not-a-date'],
    [true, 'not-a-date'],
  ])('%j is no day: %s', (cell, code) => expect(dayIn(cell)).toEqual({ code }));

  const anyDay = fc.date({ min: new Date('1928-01-01'), max: new Date('2172-12-31'), noInvalidDate: true });
  it('is the same day in every way of writing it', () =>
    fc.assert(
      fc.property(anyDay, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [y = '', m = '', d = ''] = day.split('-');
        const serial = Math.floor(date.valueOf() / 86_400_000) + 25_569;
        for (const cell of [`${d}.${m}.${y}`, `${Number(d)}.${Number(m)}.${y}`, day, serial, `${serial}`])
          expect(dayIn(cell)).toEqual({ day });
        expect(dayAfter(day) > day).toBe(true);
      }),
    ));

  it('is never thrown at, whatever it holds', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        textOf(text);
        dayIn(text);
        wholeIn(text);
      }),
    ));

  test.each<[Cell, number | null]>([
    [2, 2],
    ['2,0', 2],
    ['2.00', 2],
    ['1 234 567', 1_234_567],
    ['1\u00a0234\u00a0567', 1_234_567],
    ['2,5', null],
    [2.5, null],
    ['1,23E+06', null],
    ['', null],
    ['-1', null],
  ])('%j is the whole number %j', (cell, whole) => expect(wholeIn(cell)).toBe(whole));
});

describe('the thread that reads tables', () => {
  it('may go wrong once more on its way out, and nobody falls with it', async () => {
    const worker = new Worker('setInterval(() => undefined, 1000)', { eval: true });
    letGo(worker);
    for (const what of ['out of memory', 'and again'])
      expect(() => worker.emit('error', new Error(what))).not.toThrow();
    await worker.terminate();
    expect(worker.threadId).toBe(-1);
  });
});

describe('columns', () => {
  const guess = (...headings: (string | null)[]) => guessed(headings);
  it('are guessed by Norwegian headings', () =>
    expect(
      guess(
        'Ansatt',
        'HPR-nummer',
        'E-post',
        'Kurs',
        'Nivå *',
        'Gjennomført',
        'Utløper',
        'Bekreftet av:',
        'Merknad',
      ),
    ).toEqual({
      person: 1,
      hprNumber: 2,
      email: 3,
      competence: 4,
      level: 5,
      achievedOn: 6,
      validTo: 7,
      assessedBy: 8,
      note: 9,
    }));

  it('and by English and nynorsk ones', () => {
    expect(guess('First name', 'LAST NAME', 'Course', 'Completed on', 'Valid until')).toEqual({
      firstName: 1,
      lastName: 2,
      competence: 3,
      achievedOn: 4,
      validTo: 5,
    });
    expect(guess('Namn', 'Kompetanse', 'Stadfesta av')).toEqual({ person: 1, competence: 2, assessedBy: 3 });
  });

  it('the most telling heading wins, and the last valid day over the day it ends', () => {
    expect(guess('Dato', 'Gjennomført')).toEqual({ achievedOn: 2 });
    expect(guess('Gyldig til', 'Gyldig t.o.m.')).toEqual({ validThrough: 2 });
  });

  it('what two say in the same words is nobody’s', () =>
    expect(guess('Dato', 'Dato', 'Kurs')).toEqual({ competence: 3 }));

  it('that hold identity numbers are never one', () => {
    for (const heading of [
      'Fødselsnummer',
      'Fødselsnr.',
      'Fnr',
      'Personnummer',
      'D-nummer',
      'Fodselsnummer (11 siffer)',
    ]) {
      expect(isIdentityHeading(heading)).toBe(true);
      expect(guess(heading)).toEqual({});
      expect(resolved({ hprNumber: 1 }, [heading]).faults).toEqual([
        { field: 'hprNumber', code: 'identity-number' },
      ]);
    }
    expect(isIdentityHeading('HPR-nummer')).toBe(false);
  });

  const found = ['Navn', 'Kurs', 'Dato', 'Dato'];
  it('are named by heading or by number', () =>
    expect(resolved({ person: ' navn ', competence: 2, achievedOn: 4, note: null }, found)).toEqual({
      mapping: { person: 1, competence: 2, achievedOn: 4 },
      faults: [],
    }));

  it('that cannot be had are told', () =>
    expect(
      resolved({ person: 'Ansatt', achievedOn: 'Dato', competence: 5, validTo: 3, validThrough: 4 }, found)
        .faults,
    ).toEqual([
      { field: 'person', code: 'not-one-of', bound: 'Navn, Kurs, Dato, Dato' },
      { field: 'competence', code: 'too-great', bound: 4 },
      { field: 'achievedOn', code: 'repeated' },
      { field: 'validThrough', code: 'repeated' },
    ]));

  test.each<[string, object, string[]]>([
    ['everything', {}, ['person', 'competence', 'achievedOn']],
    ['half a name', { firstName: 1, competence: 2, achievedOn: 3 }, ['person']],
    ['nothing', { firstName: 1, lastName: 4, competence: 2, achievedOn: 3 }, []],
    ['nothing by number', { hprNumber: 1, competence: 2, achievedOn: 3 }, []],
  ])('missing: %s', (_, mapping, missing) => expect(missingIn(mapping)).toEqual(missing));

  it('stand under a title, too', () => {
    const rows = [['Kursoversikt 2026'], ['Navn', 'Kurs', 'Dato'], ['Kari', 'HLR', '1.1.2026']];
    expect(headingRow(rows, null)).toBe(1);
    expect(
      headingRow(
        [
          ['Hvem', 'Hva'],
          ['Navn', 'x'],
        ],
        { person: 'Hvem' },
      ),
    ).toBe(0);
    expect(headingRow([['Hvem', 'Hva']], null)).toBe(0);
    expect(headingRow([], null)).toBe(-1);
    expect(headingsOf([' Dato\nfor kurs ', '', 3])).toEqual(['Dato for kurs', null, '3']);
  });
});

describe('somebody', () => {
  const somebody = (
    id: string,
    name: string,
    email: string | null = null,
    hprNumber: number | null = null,
  ) => ({
    id,
    name,
    email,
    hprNumber,
  });
  const kari = somebody('kari', 'Kari Nordmann', 'kari@example.no', 1234567);
  const other = somebody('other', 'Kari Nordmann');
  const ola = somebody('ola', 'Ola Nordmann', 'ola@example.no');
  const people = directoryOf([kari, other, ola]);
  const meant = (said: object) => {
    const found = personMeant(said, people);
    return 'person' in found ? found.person.id : found.code;
  };

  test.each<[string, object, string]>([
    ['a name', { name: 'ola  NORDMANN' }, 'ola'],
    ['a name the other way round', { name: 'Nordmann, Ola' }, 'ola'],
    ['a name of two', { name: 'Kari Nordmann' }, 'person-ambiguous'],
    ['a name of two and a number of one', { name: 'Kari Nordmann', hprNumber: 1234567 }, 'kari'],
    ['a name of two and an address of one', { name: 'Kari Nordmann', email: 'KARI@example.no' }, 'kari'],
    ['a number', { hprNumber: 1234567 }, 'kari'],
    ['a number of nobody', { hprNumber: 7654321 }, 'person-unknown'],
    ['a number of nobody and a name that has none', { name: 'Ola Nordmann', hprNumber: 7654321 }, 'ola'],
    [
      'a number of one and the name of another',
      { name: 'Ola Nordmann', hprNumber: 1234567 },
      'person-contradicted',
    ],
    [
      'a name and the address of another',
      { name: 'Ola Nordmann', email: 'kari@example.no' },
      'person-contradicted',
    ],
    ['a name like another', { name: 'Ola Nordman' }, 'person-unknown'],
    ['nothing', {}, 'person-unknown'],
  ])('%s', (_, said, expected) => expect(meant(said)).toBe(expected));

  it('is never guessed at: whoever is meant, nothing that is said is another’s', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            name: fc.constantFrom('a', 'b'),
            email: fc.constantFrom(null, 'x', 'y'),
            hprNumber: fc.constantFrom(null, 1, 2),
          }),
          { maxLength: 6 },
        ),
        fc.record({
          name: fc.constantFrom(null, 'a', 'b'),
          email: fc.constantFrom(null, 'x'),
          hprNumber: fc.constantFrom(null, 1),
        }),
        (some, said) => {
          const all = some.map((one, i) => ({ ...one, id: `${i}` }));
          const found = personMeant(said, directoryOf(all));
          if (!('person' in found)) return;
          const { person } = found;
          for (const key of ['name', 'email', 'hprNumber'] as const)
            expect(said[key] === null || person[key] === null || said[key] === person[key]).toBe(true);
          const strongest = (['hprNumber', 'email', 'name'] as const).find(
            (key) => said[key] !== null && said[key] === person[key],
          );
          if (!strongest) throw new Error('nothing that was said is theirs');
          const known = all.filter((one) => one[strongest] === said[strongest]);
          const fits = known.filter((one) =>
            (['name', 'email', 'hprNumber'] as const).every(
              (key) => said[key] === null || one[key] === null || one[key] === said[key],
            ),
          );
          expect(fits).toEqual([person]);
          const better = ['hprNumber', 'email', 'name'].slice(
            0,
            ['hprNumber', 'email', 'name'].indexOf(strongest),
          ) as (typeof strongest)[];
          for (const key of better)
            expect(all.some((one) => said[key] !== null && one[key] === said[key])).toBe(false);
        },
      ),
    ));
});

describe('a competence', () => {
  const shelf = shelfOf(
    [
      { id: 'hlr', name: 'Hjerte-lunge-redning', catalogueCode: 'hlr' },
      { id: 'ekg', name: 'EKG-kurs', catalogueCode: null },
      { id: 'a', name: 'Dobbelt', catalogueCode: null },
      { id: 'b', name: 'dobbelt', catalogueCode: null },
    ],
    [
      { code: 'hlr', name: 'HLR' },
      { code: 'spirometri', name: 'Spirometri' },
    ],
  );
  const meant = (said: string) => {
    const found = competenceMeant(said, shelf);
    return 'competence' in found ? found.competence.id : [found.code, found.bound];
  };

  test.each<[string, string, unknown]>([
    ['by name', 'ekg-KURS', 'ekg'],
    ['by code', 'HLR', 'hlr'],
    ['of two', 'Dobbelt', ['competence-ambiguous', undefined]],
    ['that is not in use', 'Spirometri', ['competence-not-adopted', 'spirometri']],
    ['that is nearly there', 'Hjerte lungeredning', ['competence-unknown', 'Hjerte-lunge-redning']],
    ['that is like nothing', 'xyz', ['competence-unknown', undefined]],
  ])('%s', (_, said, expected) => expect(meant(said)).toEqual(expected));

  test.each<[string, number | null, number | null]>([
    ['selvstendig', null, 2],
    ['1', 1, 1],
    ['3', 3, null],
    ['0', 0, null],
    ['ekspert', null, null],
  ])('at the level %j', (said, number, level) =>
    expect(levelMeant(said, number, ['Under tilsyn', 'Selvstendig'])).toBe(level),
  );
});

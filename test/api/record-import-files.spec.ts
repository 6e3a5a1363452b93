import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { ZipFile } from 'yazl';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { csv, type Form, importing, withSheetXml, xlsx } from '../support/spreadsheets.js';
import { day, World } from '../support/world.js';
import { Footprints } from './footprint.js';

let testApp: TestApp;
let footprints: Footprints;
let world: World;

beforeAll(async () => {
  testApp = await startApp();
  footprints = await Footprints.open(testApp);
  world = await World.create(testApp);
  await world.person('Åse Bjørnøy', { hprNumber: 2_345_678 });
  await world.manager.make('competences', { name: 'Blodprøvetaking – kapillær', kind: 'course' });
});
afterAll(async () => {
  await footprints.close();
  await testApp.close();
});

const dryRun = (file: string | Buffer, more: Form = {}) => importing(world.manager, file, more);
const outcomes = (body: Json) => body.rows.map((row: Json) => `${row.number} ${row.outcome}`);

const lines = ['Navn;Kurs;Dato', 'Åse Bjørnøy;Blodprøvetaking – kapillær;01.02.2026'];
const windows1252 = (text: string) => Buffer.from(text.replaceAll('–', '\u0096'), 'latin1');
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('CSV', () => {
  test.each<[string, Buffer, object]>([
    ['UTF-8', Buffer.from(csv(...lines)), { encoding: 'utf-8', delimiter: ';' }],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${csv(...lines)}`), { encoding: 'utf-8', delimiter: ';' }],
    ['Windows-1252', windows1252(csv(...lines)), { encoding: 'windows-1252', delimiter: ';' }],
    [
      'UTF-16 with tabs',
      utf16(csv(...lines).replaceAll(';', '\t')),
      { encoding: 'utf-16le', delimiter: '\t' },
    ],
    ['commas', Buffer.from(csv(...lines).replaceAll(';', ',')), { encoding: 'utf-8', delimiter: ',' }],
    ['Excel’s own line', Buffer.from(`sep=;\r\n${csv(...lines)}`), { encoding: 'utf-8', delimiter: ';' }],
    ['lines of Unix', Buffer.from(lines.join('\n')), { encoding: 'utf-8', delimiter: ';' }],
    [
      'hard spaces',
      Buffer.from(csv(...lines).replaceAll(' ', '\u00a0')),
      { encoding: 'utf-8', delimiter: ';' },
    ],
    [
      'blank rows at its end',
      Buffer.from(csv(...lines, ...Array(9000).fill(';;'))),
      { encoding: 'utf-8', delimiter: ';' },
    ],
  ])('%s', async (_, file, format) => {
    const { status, body } = await dryRun(file);
    expect(status).toBe(200);
    expect(body.format).toMatchObject({ kind: 'csv', ...format });
    expect(outcomes(body)).toEqual(['2 new']);
  });

  it('numbers its rows as a spreadsheet does: titles, blank rows and line breaks in quotes counted in', async () => {
    const { body } = await dryRun(
      csv('Kursoversikt', '', 'Navn;"Kurs\n(hvilket)";Kursdato', ';;', lines[1] ?? '', 'x;y;z'),
      { mapping: { person: 'Navn', competence: 'Kurs (hvilket)', achievedOn: 'Kursdato' } },
    );
    expect(body.headingRow).toBe(3);
    expect(outcomes(body)).toEqual(['5 new', '6 invalid']);
  });

  it('may hold 5,000 rows and no more', async () => {
    const rows = (count: number) => csv('Navn;Kurs;Dato', ...Array(count).fill('x;y;z'));
    expect((await dryRun(rows(5000))).body.totals).toMatchObject({ rows: 5000, invalid: 5000 });
    expect((await dryRun(rows(5001))).body.errors).toMatchObject([
      { pointer: '/file', code: 'too-many-rows' },
    ]);
  });

  it('and 50 columns', async () => {
    const wide = (columns: number) => csv(...lines, ';'.repeat(columns - 1).concat('x'));
    expect((await dryRun(wide(50))).body.columns).toHaveLength(50);
    expect((await dryRun(wide(51))).body.errors).toMatchObject([
      { pointer: '/file', code: 'too-many-columns' },
    ]);
  });

  it('keeps formulas as the text they are', async () => {
    const note = '=HYPERLINK("http://example.no";"x")';
    const text = csv(
      'Navn;Kurs;Dato;Notat',
      `${lines[1]};"${note.replaceAll('"', '""')}"`,
      `=cmd|' /C calc'!A0;x;=1+1;`,
    );
    const { body } = await dryRun(text);
    expect(body.rows[0].record.note).toBe(note);
    expect(body.rows[1].errors.map(({ code }: Json) => code)).toEqual([
      'not-a-date',
      'person-unknown',
      'competence-unknown',
    ]);
  });
});

describe('XLSX', () => {
  const table = (date: string | number | Date) => [
    ['Navn', 'Kurs', 'Gjennomført'],
    ['Åse Bjørnøy', 'Blodprøvetaking – kapillær', date],
  ];

  test.each<[string, string | number | Date]>([
    ['as dates', new Date(Date.UTC(2026, 1, 1))],
    ['as the numbers that Excel counts', 46_054],
    ['as text', '01.02.2026'],
  ])('with days %s', async (_, date) => {
    const { body } = await dryRun(await xlsx(table(date), 'Kurs 2026'), { name: 'kurs.xlsx' });
    expect(body.format).toEqual({
      kind: 'xlsx',
      encoding: null,
      delimiter: null,
      sheet: 'Kurs 2026',
      sheets: [{ name: 'Kurs 2026' }],
    });
    expect(body.rows).toMatchObject([{ number: 2, outcome: 'new', record: { achievedOn: '2026-02-01' } }]);
  });

  it('is known by what it holds, whatever it is called', async () =>
    expect((await dryRun(await xlsx(table(46_054)), { name: 'kurs.csv' })).body.format.kind).toBe('xlsx'));

  it('by the name of its sheet', async () => {
    const file = await xlsx(table(46_054));
    expect((await dryRun(file, { sheet: 'Ark1' })).status).toBe(200);
    expect((await dryRun(file, { sheet: 'Ark2' })).body.errors).toMatchObject([
      { pointer: '/sheet', code: 'not-one-of', detail: expect.stringContaining('Ark1') },
    ]);
    expect((await dryRun(csv(...lines), { sheet: 'Ark1' })).body.errors).toMatchObject([
      { pointer: '/sheet' },
    ]);
  });

  it('formulas by their values; one without a value, or gone wrong, is no empty cell', async () => {
    const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const row = (n: number, date: string, end: string) =>
      `<row r="${n}">${text(`A${n}`, 'Åse Bjørnøy')}<c r="B${n}" t="str"><f>x</f><v>Blodprøvetaking – kapillær</v></c>${date}${end}</row>`;
    const file = await withSheetXml(
      await xlsx(table(46_054)),
      `<row r="1">${text('A1', 'Navn')}${text('B1', 'Kurs')}${text('C1', 'Dato')}${text('D1', 'Utløper')}</row>` +
        row(2, '<c r="C2"><f>TODAY()</f><v>46054</v></c>', '') +
        row(3, '<c r="C3"><f>TODAY()</f></c>', '') +
        row(4, '<c r="C4"><v>46054</v></c>', '<c r="D4" t="e"><f>1/0</f><v>#DIV/0!</v></c>') +
        row(5, '<c r="C5"><v>46054</v></c>', '<c r="D5" t="str"><f>VLOOKUP(A5,x,1)</f></c>'),
    );
    const { body } = await dryRun(file);
    expect(
      body.rows.map(({ errors }: Json) => errors.map(({ field, code }: Json) => `${field} ${code}`)),
    ).toEqual([[], ['achievedOn not-a-date'], ['validTo not-a-date'], ['validTo not-a-date']]);
  });
});

describe('the template', () => {
  test.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('as %s is understood as it stands, and its example is nobody', async (format, type) => {
    const { status, headers, body } = await world.manager
      .get(`competence-records/import/template?format=${format}`)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
    expect([status, headers['content-type']]).toEqual([200, type]);
    expect(headers['content-disposition']).toBe(`attachment; filename="kompetansebevis.${format}"`);
    const answer = await dryRun(body as Buffer, { name: `mal.${format}` });
    expect(answer.body.missing).toEqual([]);
    expect(answer.body.columns.every(({ field }: Json) => field !== null)).toBe(true);
    expect(answer.body.rows.map(({ errors }: Json) => errors.map(({ code }: Json) => code))).toEqual([
      ['person-unknown', 'person-unknown', 'competence-unknown'],
    ]);
  });
});

describe('what is no spreadsheet, or more than one', () => {
  const refused = async (file: string | Buffer, more: Form = {}): Promise<unknown[]> => {
    const { status, body } = await dryRun(file, { dryRun: false, ...more });
    return [
      status,
      ...(body.errors ?? [body]).map(({ pointer, code }: Json) => [pointer, code].filter(Boolean).join(' ')),
    ];
  };

  test.each<[string, Buffer]>([
    ['NUL', Buffer.from(csv(...lines, 'a\0b;c;d'))],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d4948445200', 'hex')],
    ['an old or locked workbook', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex')],
    ['a zip of nothing', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')],
    ['half a zip', Buffer.from('PK\u0003\u0004half', 'latin1')],
    ['a quote that never ends', Buffer.from('Navn;Kurs\r\n"Åse;x\r\n')],
  ])('%s', async (_, file) => expect(await refused(file)).toEqual([400, '/file not-a-table']));

  it('a zip of something else', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('<x/>'), 'word/document.xml');
    zip.end();
    expect(await refused(await buffer(zip.outputStream))).toEqual([400, '/file not-a-table']);
  });

  it('an empty file has no columns', async () => {
    expect((await dryRun('')).body).toMatchObject({ headingRow: null, columns: [], rows: [] });
    expect(await refused('')).toEqual([
      400,
      '/mapping/person required',
      '/mapping/competence required',
      '/mapping/achievedOn required',
    ]);
  });

  it('more than 5 MB', async () =>
    expect(await refused(Buffer.alloc(10_000_000, 'x'))).toEqual([413, 'too-large']));

  it('a workbook that unpacks to far more than it is', async () => {
    const bomb = await withSheetXml(
      await xlsx([['x']]),
      `<row r="1"><c r="A1"/></row>${' '.repeat(40_000_000)}`,
    );
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(bomb)).toEqual([413, 'too-large']);
  });

  it('a workbook with one cell far out', async () => {
    const far = await withSheetXml(
      await xlsx([['x']]),
      '<row r="99999999"><c r="A99999999"><v>1</v></c></row>',
    );
    expect(await refused(far)).toEqual([413, 'too-large']);
  });

  it('and none of it wrote anything', async () => {
    const { items } = await world.manager.read('competence-records');
    expect(items).toEqual([]);
  });
});

it('a thousand rows in one go', async () => {
  const big = await World.create(testApp);
  for (const name of ['Kari', 'Ola', 'Per', 'Åse', 'Pål']) await big.person(`${name} Nordmann`);
  await big.manager.make('competences', { catalogueCode: 'hlr' });
  const before = await footprints.of(big.clinicId);
  const versions = await footprints.sizeOf('log_head');
  // Every week for some years, each taking over from the one before.
  const rows = Array.from({ length: 1000 }, (_, i) => {
    const name = ['Kari', 'Ola', 'Per', 'Åse', 'Pål'][i % 5];
    return `${name} Nordmann;hlr;${day(-7 * Math.floor(i / 5) - 1)}`;
  });
  const file = csv('Ansatt;Kompetanse;Gjennomført', ...rows);
  const { status, body } = await importing(big.manager, file, { dryRun: false });
  expect(status).toBe(200);
  expect(body.totals).toEqual({ rows: 1000, new: 1000, duplicate: 0, refused: 0, invalid: 0 });
  const after = await footprints.of(big.clinicId);
  const added = (table: string) =>
    Number.parseInt(after[table] ?? '', 10) - Number.parseInt(before[table] ?? '', 10);
  expect(['competence_record', 'competence_record_step', 'log_entry'].map(added)).toEqual([1000, 1000, 1000]);
  // A head that moved for each row would have left a version of itself for each, and passed all of them every time.
  expect((await footprints.sizeOf('log_head')) - versions).toBeLessThanOrEqual(8192);
  expect((await importing(big.manager, file, { dryRun: false })).body.totals).toMatchObject({
    duplicate: 1000,
  });
});

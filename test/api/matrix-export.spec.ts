import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { fromBufferPromise } from 'yauzl';
import { startApp, type TestApp } from '../support/app.js';
import { inBytes } from '../support/bundle.js';
import type { Client, Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let lege: Colleague;
let hege: Colleague;
let course: Json;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
  lege = await world.colleague('Live Lege', 'LE');
  hege = await world.colleague('Åse Bærum-Ødegård', 'HE');
  course = await world.manager.make('competences', {
    name: 'Blodprøvekurs; «innføring» "A"',
    kind: 'course',
    levels: ['Under tilsyn', 'Selvstendig'],
  });
});

interface File {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

async function exported(query: string, language = 'nb', by: Client = world.manager): Promise<File> {
  const answer = await by
    .get(`matrix/export?${query}`)
    .set('Accept-Language', language)
    .buffer(true)
    .parse(inBytes);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body}`);
  return { bytes: answer.body, headers: answer.headers as Record<string, string> };
}

const inCsv = async (query: string, language?: string): Promise<string[][]> => {
  const { bytes } = await exported(`format=csv&${query}`, language);
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  return parse(bytes, { bom: true, delimiter: ';', record_delimiter: '\r\n', relax_column_count: false });
};

/** By the name of the sheet; an empty cell is an empty text. */
async function inSheets(query: string, language?: string): Promise<Record<string, string[][]>> {
  const { bytes } = await exported(query, language);
  const sheets = await readWorkbook(bytes, { trim: false });
  return Object.fromEntries(
    sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map((cell) => String(cell ?? '')))]),
  );
}

const written = (date: string): string => date.split('-').reverse().join('.');

/** Hege does it on her own, by delegation and not; Mina is no helsesekretær, and is engaged for a while. */
async function atWork(): Promise<void> {
  const blood = await world.task('Blodprøve', { HE: false }, { requiredCompetenceIds: [course.id] });
  const infusion = await world.task('Infusjon', { LE: true });
  const phone = await world.task('Telefon', { HE: false, 'X-MS': false }, { area: 'resepsjon' });
  await world.manager.make('duties/bulk', {
    personIds: [hege.id],
    taskIds: [blood.id, phone.id],
    validFrom: day(-8),
  });
  await world.delegated(lege, hege, infusion.id, { validTo: day(60) });
  const mina = await world.person('Mina Medsekretær');
  await world.engage(mina.id, 'X-MS', { validTo: day(40) });
  await world.manager.make(`people/${hege.id}/competence-records`, {
    competenceId: course.id,
    level: 2,
    achievedOn: day(-50),
    validTo: day(-1),
    evidence: { source: 'Kursbevis' },
  });
}

const blodprøvekurs = 'Blodprøvekurs; «innføring» "A"';

describe('people and tasks', () => {
  it('is told as it is in Norwegian, with the title that each may carry and the day it changes', async () => {
    await atWork();
    const expected = [
      ['Navn', 'Tittel', 'Telefon', 'Blodprøve', 'Infusjon'],
      ['Lise Leder', 'leder', ...Array(3).fill('Nei: Utenfor stillingen')],
      ['Live Lege', 'lege', 'Nei: Utenfor stillingen', 'Nei: Utenfor stillingen', 'Egen kompetanse'],
      [
        'Mina Medsekretær',
        'medisinsk sekretær',
        `Egen kompetanse (endres ${written(day(40))})`,
        `Nei: Utenfor stillingen (endres ${written(day(40))})`,
        `Nei: Utenfor stillingen (endres ${written(day(40))})`,
      ],
      [
        'Åse Bærum-Ødegård',
        'helsesekretær',
        'Egen oppgave',
        `Nei: Kompetansen som kreves, er utløpt (${blodprøvekurs})`,
        `Delegert (endres ${written(day(60))})`,
      ],
    ];
    expect(await inCsv('of=tasks')).toEqual(expected);
    const sheets = await inSheets('of=tasks&format=xlsx');
    expect(Object.keys(sheets)).toEqual(['Oppgaver', 'Forklaring']);
    expect(sheets.Oppgaver).toEqual(expected);
    expect(sheets.Forklaring).toContainEqual([
      'Utenfor stillingen',
      expect.stringContaining('Den krever delegering'),
      'helsepersonelloven § 5 (LAW); helsepersonelloven § 16 (LAW)',
    ]);
    expect(sheets.Forklaring?.at(-1)?.[0]).toBe('Øyeblikkelig hjelp');
  });

  it('speaks the reader’s language, and takes the same filters', async () => {
    await atWork();
    expect(await inCsv('of=tasks&area=resepsjon&occupation=X-MS', 'en')).toEqual([
      ['Name', 'Title', 'Telefon'],
      ['Mina Medsekretær', 'medical secretary', `Own right (changes ${written(day(40))})`],
    ]);
    expect((await inCsv('of=tasks', 'nn'))[0]?.slice(0, 2)).toEqual(['Namn', 'Tittel']);
    const then = await inSheets(`of=tasks&at=${day(50)}T10:30:00%2B01:00&knownAt=${day(1)}`);
    expect(then.Forklaring?.slice(0, 2).map(([what]) => what)).toEqual(['Tidspunkt', 'Slik det var kjent']);
    expect(then.Oppgaver?.map(([name]) => name)).not.toContain('Mina Medsekretær');
  });

  it('never calls somebody helsesekretær without that authorisation on the date (hpl-74)', async () => {
    const { id } = await world.person('Uten Papir');
    await world.engage(id, 'HE');
    const { titleOn } = await world.manager.read(`people/${id}`);
    const row = (await inCsv('of=tasks')).find(([name]) => name === 'Uten Papir');
    expect(row?.[1]).toBe(titleOn.title);
    expect(row?.[1]).not.toBe('helsesekretær');
  });
});

describe('people and competences', () => {
  it('is told with status, level and the last day, and with what requires it', async () => {
    await atWork();
    const cell = `Utløpt, Selvstendig, til og med ${written(day(-2))}, kreves: Under tilsyn`;
    const expected = [
      ['Navn', 'Tittel', blodprøvekurs],
      ['Lise Leder', 'leder', ''],
      ['Live Lege', 'lege', ''],
      ['Mina Medsekretær', 'medisinsk sekretær', ''],
      ['Åse Bærum-Ødegård', 'helsesekretær', cell],
    ];
    expect(await inCsv('of=competences')).toEqual(expected);
    const sheets = await inSheets('of=competences');
    expect(sheets.Kompetanse).toEqual(expected);
    expect(sheets.Krav?.at(-1)).toEqual(['Blodprøve', blodprøvekurs]);
    const [, , , , asked] = await inCsv('of=competences&tasks=all', 'en');
    expect(asked?.[2]).toBe(`Expired, Selvstendig, through ${written(day(-2))}, required: Under tilsyn`);
  });

  it('says what is claimed, held and missing', async () => {
    await atWork();
    const told = (more: object) => ({
      competenceId: course.id,
      achievedOn: day(-5),
      evidence: { source: 'Kursbevis' },
      ...more,
    });
    await hege.client.make(`people/${hege.id}/competence-records`, told({ level: 2 }));
    await lege.client.make(`people/${lege.id}/competence-records`, told({ level: 1 }));
    const cells = (await inCsv('of=competences')).map(([, , text]) => text);
    expect(cells.slice(2)).toEqual([
      'Meldt, ikke bekreftet, Under tilsyn',
      '',
      `Utløpt, Selvstendig, til og med ${written(day(-2))}, nytt bevis venter, kreves: Under tilsyn`,
    ]);
  });
});

describe('as a file', () => {
  it.each(['tasks', 'competences'])('is given a name with the clinic’s day in it, of %s', async (of) => {
    const stem = of === 'tasks' ? 'oppgaver' : 'kompetanse';
    const csv = await exported(`of=${of}&format=csv&at=${day(3)}`);
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="fullmakt-${stem}-${day(3)}.csv"`,
      'cache-control': 'no-store',
    });
    const xlsx = await exported(`of=${of}`);
    expect(xlsx.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="fullmakt-${stem}-${day(0)}.xlsx"`,
    });
  });

  it('has the first row and the first column frozen, and holds text alone', async () => {
    await atWork();
    const xml = await sheetXml((await exported('of=tasks')).bytes);
    expect(xml).toMatch(/<pane [^>]*xSplit="1"[^>]*ySplit="1"|<pane [^>]*ySplit="1"[^>]*xSplit="1"/);
    expect(xml).toMatch(/state="frozen"/);
    expect(xml).not.toMatch(/<f[ >]/);
  });

  it('has no cell that a spreadsheet would take for a formula', async () => {
    const hostile = ['=HYPERLINK("http://x";"y")', '+47 123', '-1+1', '@SUM(A1)'];
    for (const name of hostile) {
      const { id } = await world.person(name);
      await world.engage(id, 'X-MS');
      await world.task(`${name} oppgave`, { 'X-MS': false });
    }
    const rows = await inCsv('of=tasks&tasks=all');
    const sheets = await inSheets('of=tasks&tasks=all');
    expect(sheets.Oppgaver).toEqual(rows);
    const firsts = rows.map(([name]) => name);
    expect(firsts).toEqual(expect.arrayContaining(hostile.map((name) => `'${name}`)));
    expect(rows[0]).toEqual(expect.arrayContaining(hostile.map((name) => `'${name} oppgave`)));
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it('holds nothing about people but name and title', async () => {
    const { id } = await world.person('Per Person', { email: 'per@example.no', birthDate: '1990-02-03' });
    await world.engage(id, 'X-MS');
    for (const what of ['tasks', 'competences']) {
      const { bytes } = await exported(`of=${what}&format=csv`);
      expect(bytes.toString()).toContain('Per Person;medisinsk sekretær');
      expect(bytes.toString()).not.toMatch(/example|1990|03\.02/);
    }
  });
});

it('is for managers and auditors; what an auditor takes out is in the log', async () => {
  expect((await hege.client.get('matrix/export')).status).toBe(403);
  expect((await world.manager.get('matrix/export?format=pdf')).status).toBe(400);
  expect((await world.manager.get(`matrix/export?competenceId=${hege.id}`)).status).toBe(404);
  const auditor = await world.login('Rita Revisor', undefined, ['auditor']);
  await exported('of=tasks&format=csv', 'nb', auditor);
  const { items } = await world.manager.read('log?type=auditor.looked-up');
  expect(items).toMatchObject([
    { payload: { operation: 'exportMatrix', query: { format: 'csv', of: 'tasks' } } },
  ]);
});

async function sheetXml(workbook: Buffer): Promise<string> {
  const zip = await fromBufferPromise(workbook, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (!/worksheets\/sheet1\.xml$/.test(entry.fileName)) continue;
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    return Buffer.concat(pieces).toString();
  }
  throw new Error('no sheet in the workbook');
}

import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { csv, type Form, importing } from '../support/spreadsheets.js';
import { type Colleague, day, unique, World } from '../support/world.js';
import { Footprints } from './footprint.js';

let testApp: TestApp;
let footprints: Footprints;
let world: World;
let kari: Colleague;
let lege: Colleague;
let hlr: Json;
let ekg: Json;

beforeAll(async () => {
  testApp = await startApp();
  footprints = await Footprints.open(testApp);
});
afterAll(async () => {
  await footprints.close();
  await testApp.close();
});

beforeEach(async () => {
  world = await World.create(testApp);
  kari = await world.colleague('Kari Ærlig', 'HE', { hprNumber: 1_234_567, email: 'kari@example.no' });
  lege = await world.colleague('Live Lege', 'LE');
  hlr = await world.manager.make('competences', { catalogueCode: 'hlr' });
  ekg = await world.manager.make('competences', {
    name: 'EKG',
    kind: 'observed-practice',
    levels: ['Under tilsyn', 'Selvstendig'],
    validityMonths: 24,
  });
});

const file = () =>
  csv(
    'Ansatt;Kompetanse;Nivå;Gjennomført;Gyldig til og med;Bekreftet av;Merknad',
    'Kari Ærlig;hlr;;01.02.2026;;;',
    'Ærlig, Kari;EKG;Selvstendig;15.03.2026;31.12.2027;Live Lege;"Sett tre ganger,\r\nuten feil"',
    '1 234 567;EKG;1;1.3.2024;;;',
  );
const dryRun = (text: string | Buffer = file(), more: Form = {}, by: Client = world.manager) =>
  importing(by, text, more);
const record = (text: string | Buffer = file(), more: Form = {}, by: Client = world.manager) =>
  importing(by, text, { dryRun: false, ...more });
const outcomes = ({ body }: { body: Json }) => body.rows.map((row: Json) => row.outcome);
const records = async () => (await world.manager.read('competence-records?limit=200')).items;
const entries = async (): Promise<Json[]> => (await world.manager.read('log?order=desc&limit=200')).items;
const errorsOf = (row: Json) => row.errors.map(({ field, code }: Json) => `${field} ${code}`);
const head = 'Ansatt;Kompetanse;Gjennomført;Bekreftet av';

describe('a dry run', () => {
  it('tells what would become of every row, and writes nothing', async () => {
    const before = await footprints.of(world.clinicId);
    const { status, body } = await dryRun();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      dryRun: true,
      file: { name: 'kurs.csv', size: Buffer.byteLength(file()) },
      format: { kind: 'csv', encoding: 'utf-8', delimiter: ';', sheet: null, sheets: [] },
      headingRow: 1,
      mapping: {
        person: 1,
        competence: 2,
        level: 3,
        achievedOn: 4,
        validThrough: 5,
        assessedBy: 6,
        note: 7,
        email: null,
      },
      missing: [],
      totals: { rows: 3, new: 3, duplicate: 0, refused: 0, invalid: 0 },
    });
    expect(body.columns[6]).toEqual({ number: 7, heading: 'Merknad', field: 'note' });
    expect(body.rows[1]).toEqual({
      number: 3,
      outcome: 'new',
      person: { id: kari.id, name: 'Kari Ærlig' },
      competence: { id: ekg.id, name: 'EKG' },
      assessedBy: { id: lege.id, name: 'Live Lege' },
      record: {
        level: 2,
        levelName: 'Selvstendig',
        achievedOn: '2026-03-15',
        validFrom: '2026-03-14T23:00:00.000Z',
        validTo: '2027-12-31T23:00:00.000Z',
        status: 'confirmed',
        source: 'Importert fra kurs.csv, rad 3',
        note: 'Sett tre ganger,\r\nuten feil',
      },
      recordId: null,
      duplicateOfRow: null,
      errors: [],
      refusals: [],
    });
    expect(await footprints.of(world.clinicId)).toEqual(before);
  });

  it('tells all that is wrong with each row, and what the rules say', async () => {
    await world.person('Kari Dobbel');
    await world.person('Kari Dobbel');
    const { body } = await dryRun(
      csv(
        'Ansatt;Kompetanse;Nivå;Dato;Utløper;Bekreftet av',
        'Kari Dobbel;HRL;9;02/03/2026;01.01.2020;Ukjent',
        `Kari Ærlig;EKG;ekspert;${day(1)};;`,
        'Kari Ærlig;Spirometri;;31.02.2026;;',
        ';;;;;Live Lege',
        'Kari Ærlig;EKG;;01.01.2026;;Kari Ærlig',
      ),
    );
    expect(body.rows.map(errorsOf)).toEqual([
      [
        'achievedOn date-ambiguous',
        'person person-ambiguous',
        'assessedBy person-unknown',
        'competence competence-unknown',
      ],
      ['level level-unknown', 'achievedOn after-today'],
      ['achievedOn not-a-date', 'competence competence-not-adopted'],
      ['person required', 'competence required', 'achievedOn required'],
      [],
    ]);
    expect(body.rows[0].errors[1].detail).toContain('HPR-nummer eller e-postadresse');
    expect(body.rows[1].errors[0].detail).toContain('Under tilsyn, Selvstendig');
    expect(body.rows[4]).toMatchObject({
      outcome: 'refused',
      refusals: [{ code: 'assessed-by-oneself', legalBases: [{ strength: 'LAW' }] }],
    });
    expect(body.totals).toEqual({ rows: 5, new: 0, duplicate: 0, refused: 1, invalid: 4 });
  });

  it('says the nearest names of a competence that the clinic has not', async () => {
    const { body } = await dryRun(csv(head, `Kari Ærlig;${hlr.name} kurs;01.01.2026;`));
    expect(body.rows[0].errors[0]).toMatchObject({ column: 2, code: 'competence-unknown' });
    expect(body.rows[0].errors[0].detail).toContain(hlr.name);
  });

  it('without the columns that it needs says which, and a mapping mends it', async () => {
    const text = csv('Hvem;Hva;Når', 'Kari Ærlig;hlr;01.02.2026');
    const { body } = await dryRun(text);
    expect(body).toMatchObject({
      missing: ['person', 'competence', 'achievedOn'],
      rows: [],
      totals: { rows: 0 },
    });
    const mapping = { person: 'Hvem', competence: 2, achievedOn: 'når' };
    expect(outcomes(await dryRun(text, { mapping }))).toEqual(['new']);
    const wrong = await dryRun(text, { mapping: { person: 'Navn', competence: 9, level: 0, more: 1 } });
    expect(wrong.body.errors.map(({ pointer, code }: Json) => `${pointer} ${code}`)).toEqual([
      '/mapping/more unknown-field',
      '/mapping/level too-small',
    ]);
    const unknown = await dryRun(text, { mapping: { person: 'Navn', competence: 9 } });
    expect(unknown.body.errors).toMatchObject([
      { pointer: '/mapping/person', code: 'not-one-of', detail: expect.stringContaining('Hvem, Hva, Når') },
      { pointer: '/mapping/competence', code: 'too-great' },
    ]);
    expect((await record(text)).body.errors).toMatchObject([
      { pointer: '/mapping/person', code: 'required' },
      { pointer: '/mapping/competence', code: 'required' },
      { pointer: '/mapping/achievedOn', code: 'required' },
    ]);
  });

  it('gives a mapping that can be sent back', async () => {
    const { body } = await dryRun();
    expect((await dryRun(file(), { mapping: body.mapping })).body).toEqual(body);
  });

  it('is what one gets without asking', async () => {
    expect((await dryRun()).body.dryRun).toBe(true);
    expect((await dryRun(file(), { dryRun: true })).body.dryRun).toBe(true);
    expect((await dryRun(file(), { dryRun: 'nei' })).body.errors).toMatchObject([
      { pointer: '/dryRun', code: 'wrong-type' },
    ]);
    expect(await records()).toEqual([]);
  });
});

describe('a real run', () => {
  it('records every row as if it had been registered by hand', async () => {
    const before = (await entries()).length;
    const { status, body } = await record();
    expect(status).toBe(200);
    expect(body).toMatchObject({ dryRun: false, totals: { new: 3 } });
    const made = await records();
    expect(made).toHaveLength(3);
    const second = made.find(({ id }: Json) => id === body.rows[1].recordId);
    expect(second).toMatchObject({
      status: 'confirmed',
      level: 2,
      achievedOn: '2026-03-15',
      assessedBy: { id: lege.id },
      steps: [{ kind: 'confirmed', by: { id: world.managerId } }],
    });
    const now = await entries();
    expect(now.length - before).toBe(3);
    expect(now.slice(0, 3).map(({ type }: Json) => type)).toEqual(
      Array(3).fill('competence-record.registered'),
    );
  });

  it('lets what was achieved later take over, whatever the order of the rows', async () => {
    const { body } = await record();
    const [, later, earlier] = body.rows;
    const made = await records();
    const of = (id: string) => made.find((one: Json) => one.id === id);
    expect(of(earlier.recordId)).toMatchObject({
      validTo: '2026-02-28T23:00:00.000Z',
      standsTo: '2026-02-28T23:00:00.000Z',
    });
    expect(of(later.recordId)).toMatchObject({ standsFrom: '2026-03-14T23:00:00.000Z' });
    const renewed = csv('Ansatt;Kompetanse;Nivå;Gjennomført', 'Kari Ærlig;EKG;2;16.03.2026');
    const { body: next } = await record(renewed);
    expect(next.totals.new).toBe(1);
    expect((await records()).find((one: Json) => one.id === later.recordId).standsTo).toBe(
      '2026-03-15T23:00:00.000Z',
    );
  });

  it('again says that it is all there, and does nothing', async () => {
    await record();
    const before = await footprints.of(world.clinicId);
    const { body } = await record();
    expect(body.totals).toEqual({ rows: 3, new: 0, duplicate: 3, refused: 0, invalid: 0 });
    expect(body.rows[0].recordId).toEqual(expect.any(String));
    expect(await footprints.of(world.clinicId)).toEqual(before);
  });

  it('twice at once has one effect', async () => {
    const [one, other] = await Promise.all([record(), record()]);
    expect([
      one.body.totals.new + other.body.totals.new,
      one.body.totals.duplicate + other.body.totals.duplicate,
    ]).toEqual([3, 3]);
    expect(await records()).toHaveLength(3);
  });

  it('with the same key is answered the same', async () => {
    const key = { 'Idempotency-Key': unique() };
    const first = await record().set(key);
    const again = await record().set(key);
    expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([
      200,
      first.text,
      'true',
    ]);
    expect((await record(csv(head)).set(key)).body.code).toBe('idempotency-key-reused');
  });

  it('says of two rows that say the same which is the other', async () => {
    const { body } = await record(
      csv(head, 'Kari Ærlig;hlr;01.02.2026;', '', 'kari@example.no;HLR;2026-02-01;Live Lege'),
    );
    expect(body.rows).toMatchObject([
      { number: 2, outcome: 'new' },
      { number: 4, outcome: 'duplicate', duplicateOfRow: 2, recordId: null },
    ]);
  });

  it('does not take what was withdrawn, or only claimed by others, for being there', async () => {
    const told = { achievedOn: '2026-02-01', evidence: { source: 'Kursbevis' } };
    const path = `people/${kari.id}/competence-records`;
    const { id } = await world.manager.make(path, { ...told, competenceId: hlr.id });
    const text = csv(head, 'Kari Ærlig;hlr;01.02.2026;');
    expect(outcomes(await dryRun(text))).toEqual(['duplicate']);
    await world.manager.make(`competence-records/${id}/withdrawal`, { reason: 'Beviset var falskt.' });
    // It stood until then, and nothing says two things of the same day.
    expect(outcomes(await dryRun(text))).toEqual(['refused']);
    await kari.client.make(path, { ...told, competenceId: ekg.id });
    expect(outcomes(await record(csv(head, 'Kari Ærlig;EKG;01.02.2026;')))).toEqual(['new']);
  });

  it('of the manager’s own is a claim, and by a token everything is confirmed', async () => {
    const text = csv(head, 'Lise Leder;hlr;01.02.2026;');
    expect((await dryRun(text)).body.rows[0].record.status).toBe('claimed');
    expect(outcomes(await record(text))).toEqual(['new']);
    expect(outcomes(await record(text))).toEqual(['duplicate']);
    expect(await records()).toMatchObject([{ status: 'claimed', person: { id: world.managerId } }]);
  });
});

describe('all or nothing', () => {
  const expectNothing = async (text: string, sent: (text: string) => Promise<Json>): Promise<Json> => {
    const before = await footprints.of(world.clinicId);
    const answer = await sent(text);
    const after = await footprints.of(world.clinicId);
    expect(after.competence_record).toBe(before.competence_record);
    expect(after.competence_record_step).toBe(before.competence_record_step);
    return { ...answer.body, written: after.log_entry !== before.log_entry };
  };

  it('one row that cannot be understood: 400 with every error of every row', async () => {
    const text = csv(
      head,
      'Kari Ærlig;hlr;01.02.2026;',
      'Ukjent;HRL;1.2.26;',
      'Kari Ærlig;EKG;01.01.2026;Kari Ærlig',
    );
    const body = await expectNothing(text, async (sent) => record(sent));
    expect(body).toMatchObject({ status: 400, code: 'invalid', written: false });
    expect(body.errors.map(({ pointer, code }: Json) => `${pointer} ${code}`)).toEqual([
      '/rows/3/achievedOn date-ambiguous',
      '/rows/3/person person-unknown',
      '/rows/3/competence competence-unknown',
    ]);
    expect(body.refusals).toMatchObject([{ code: 'assessed-by-oneself', about: { row: 4 } }]);
  });

  it('figures that are no number are nobody, and never no one at all', async () => {
    const figures = '1234567890123456';
    const text = csv(head, `${figures};hlr;01.02.2026;`, `Kari Ærlig;EKG;01.01.2026;${figures}`);
    expect((await dryRun(text)).body.rows.map(errorsOf)).toEqual([
      ['person person-unknown'],
      ['assessedBy person-unknown'],
    ]);
    const body = await expectNothing(text, async (sent) => record(sent));
    expect(body).toMatchObject({ status: 400, code: 'invalid', written: false });
  });

  it('one row that the rules refuse: 409, and the attempt is in the log of whom it concerns', async () => {
    await world.manager.make(`people/${kari.id}/competence-records`, {
      competenceId: hlr.id,
      achievedOn: '2026-02-02',
      evidence: { source: 'Kursbevis' },
    });
    const text = csv(head, 'Kari Ærlig;hlr;01.02.2026;', 'Live Lege;hlr;01.02.2026;');
    const body = await expectNothing(text, async (sent) => record(sent));
    expect(body).toMatchObject({
      status: 409,
      code: 'competence-record-exists',
      refusals: [{ code: 'competence-record-exists', about: { row: 2 } }],
    });
    const { items } = await world.manager.read(`log?type=competence-record.refused&personId=${kari.id}`);
    expect(items).toMatchObject([
      {
        payload: {
          act: 'import',
          codes: ['competence-record-exists'],
          command: { rows: 2, file: { name: 'kurs.csv' }, mapping: { person: 1 } },
        },
      },
    ]);
  });

  it('a thousand rows wrong are a thousand errors', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `Ukjent ${i};hlr;01.02.2026;`);
    const { body } = await record(csv(head, ...rows));
    expect(body.errors).toHaveLength(1000);
  });
});

describe('who and what a file may name', () => {
  it('nobody of another clinic', async () => {
    const other = await World.create(testApp);
    await other.person('Nora Nabo', { hprNumber: 7_654_321, email: 'nora@example.no' });
    await other.manager.make('competences', { name: 'Nabokurs', kind: 'course' });
    const rows = ['Nora Nabo', '7654321', 'nora@example.no'].map(
      (who) => `${who};Nabokurs;01.02.2026;${who}`,
    );
    const { body } = await dryRun(csv(head, ...rows));
    for (const row of body.rows) {
      expect(row).toMatchObject({ person: null, competence: null, assessedBy: null });
      expect(errorsOf(row)).toEqual([
        'person person-unknown',
        'assessedBy person-unknown',
        'competence competence-unknown',
      ]);
    }
  });

  it('two of the same name by number or address', async () => {
    const twin = await world.person('Kari Ærlig', { email: 'kari.aerlig@example.no' });
    const { body } = await dryRun(
      csv(
        'Fornavn;Etternavn;HPR-nr;E-post;Kurs;Dato',
        'Kari;Ærlig;;;hlr;01.02.2026',
        'Kari;Ærlig;1234567;;hlr;01.02.2026',
        'Kari;Ærlig;;Kari.Aerlig@example.no;hlr;01.02.2026',
        'Live;Lege;1234567;;hlr;01.02.2026',
      ),
    );
    expect(body.rows.map((row: Json) => row.person?.id ?? row.errors[0].code)).toEqual([
      'person-ambiguous',
      kari.id,
      twin.id,
      'person-contradicted',
    ]);
  });

  test.each([
    ['in a name', 'Kari 13097248022;hlr;01.02.2026;', 'person identity-number'],
    ['as a number', '13097248022;hlr;01.02.2026;', 'person identity-number'],
    ['without its first zero', '1414300002;hlr;01.02.2026;', 'person identity-number'],
    ['in a note', 'Kari Ærlig;hlr;01.02.2026;;Født 130972 48022', 'note identity-number'],
    ['of whoever saw it', 'Kari Ærlig;hlr;01.02.2026;130972 48022', 'assessedBy identity-number'],
  ])('no identity number, %s', async (_, row, error) => {
    const answer = await dryRun(csv(`${head};Notat`, row));
    expect(errorsOf(answer.body.rows[0]).filter((told: string) => told === error)).toEqual([error]);
    expect(answer.text).not.toMatch(/13097248022|1414300002|48022/);
  });

  it('no column of identity numbers, and none in a heading; one that is not mapped is not read', async () => {
    const text = csv(`Fødselsnummer;${head}`, '13097248022;Kari Ærlig;hlr;01.02.2026;');
    const answer = await record(text);
    expect(outcomes(answer)).toEqual(['new']);
    expect(answer.text).not.toContain('13097248022');
    expect(await footprints.placesOf('13097248022', world.clinicId)).toEqual([]);
    const mapping = { person: 1, competence: 3, achievedOn: 4 };
    expect((await dryRun(text, { mapping })).body.errors).toMatchObject([
      { pointer: '/mapping/person', code: 'identity-number' },
    ]);
    expect((await dryRun(csv(`${head};13097248022`))).body.errors).toMatchObject([
      { pointer: '/file', code: 'identity-number' },
    ]);
  });

  it('days at the edges of the calendar', async () => {
    const { body } = await dryRun(
      csv(
        'Ansatt;Kurs;Dato;Til og med',
        'Kari Ærlig;hlr;01.01.1900;31.12.2200',
        'Kari Ærlig;hlr;31.12.1899;01.01.2201',
        'Live Lege;hlr;29.02.2024;29.02.2024',
      ),
    );
    expect(body.rows[0].record).toMatchObject({
      achievedOn: '1900-01-01',
      validTo: '2200-12-31T23:00:00.000Z',
    });
    expect(errorsOf(body.rows[1])).toEqual(['validThrough not-a-date', 'achievedOn not-a-date']);
    expect(body.rows[2].record.validTo).toBe('2024-02-29T23:00:00.000Z');
  });

  it('what it cannot keep is told: a note too long, a letter that does not show', async () => {
    const { body } = await dryRun(
      csv('Ansatt;Kurs;Dato;Kilde;Notat', `Kari Ærlig;hlr;01.02.2026;${'x'.repeat(201)};${'y'.repeat(4001)}`),
    );
    expect(errorsOf(body.rows[0])).toEqual(['source too-long', 'note too-long']);
  });
});

it('is the manager’s alone', async () => {
  expect((await dryRun(file(), {}, kari.client)).body.code).toBe('forbidden');
  expect((await kari.client.get('competence-records/import/template')).status).toBe(403);
});

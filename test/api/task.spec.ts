import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { catalogueTask } from '../../src/catalogue/catalogue.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());
beforeEach(async () => {
  world = await World.create(testApp);
});

const unknown = '01890000-0000-7000-8000-000000000000';
const logged = async (type: string) => (await world.manager.read(`log?type=${type}`)).items;
const errorsOf = async (body: object): Promise<string[]> => {
  const answer = await world.manager.post('tasks', body);
  expect(answer.status).toBe(400);
  return answer.body.errors.map(({ pointer, code }: Json) => `${pointer} ${code}`);
};
const held = ({ entitlements }: Json) =>
  entitlements.map(({ occupation, mayDelegate }: Json) => [occupation, mayDelegate]);

describe('a task of the clinic’s own', () => {
  it('is made with its entitlements, since ever and until further notice', async () => {
    const made = await world.manager.make('tasks', {
      name: 'Blodprøve av barn',
      area: 'laboratorium',
      entitlements: [
        { occupation: 'SP', mayDelegate: true },
        { occupation: 'HE', mayDelegate: false },
      ],
      lineageOf: null,
      contested: false,
      medicineHandling: false,
      requiredCompetenceIds: null,
      reservedTo: null,
    });
    expect(made).toEqual({
      id: expect.any(String),
      name: 'Blodprøve av barn',
      area: 'laboratorium',
      catalogueCode: null,
      source: null,
      legalNotes: [],
      lineage: [],
      entitlements: [
        { occupation: 'HE', mayDelegate: false, validFrom: null, validTo: null },
        { occupation: 'SP', mayDelegate: true, validFrom: null, validTo: null },
      ],
      requiredCompetenceIds: [],
      requirements: [],
      reservedTo: null,
      contested: false,
      medicineHandling: false,
      version: 1,
    });
    const answer = await world.manager.get(`tasks/${made.id}`);
    expect(answer.body).toEqual(made);
    expect(answer.headers.etag).toBe('"1"');
    const [entry] = await logged('task.created');
    expect(entry).toMatchObject({
      subjects: [made.id],
      payload: { id: made.id, name: made.name, area: 'laboratorium' },
    });
    expect(held(entry.payload)).toEqual([
      ['SP', true],
      ['HE', false],
    ]);
  });

  it('refuses an occupation twice, one outside those the law reserves the task to, and unknown ones', async () => {
    const body = { name: 'Oppgave', area: 'lege' };
    const entitlements = ['LE', 'LE'].map((occupation) => ({ occupation, mayDelegate: true }));
    expect(await errorsOf({ ...body, entitlements })).toEqual(['/entitlements/1/occupation repeated']);
    const forNurse = [{ occupation: 'SP', mayDelegate: false }];
    expect(await errorsOf({ ...body, entitlements: forNurse, reservedTo: ['LE'] })).toEqual([
      '/entitlements/0/occupation not-one-of',
    ]);
    expect(await errorsOf({ ...body, entitlements: [{ occupation: 'ZZ', mayDelegate: true }] })).toEqual([
      '/entitlements/0/occupation not-one-of',
    ]);
    expect(await errorsOf({ ...body, entitlements: [], reservedTo: [] })).toEqual(['/reservedTo too-few']);
    expect(await errorsOf({})).toEqual(['/name required', '/area required', '/entitlements required']);
  });

  it('is never left to others when the law reserves it, whatever was asked', async () => {
    const task = await world.task('Rekvirere legemiddel', { LE: true }, { reservedTo: ['LE', 'TL'] });
    expect(task.reservedTo).toEqual(['LE', 'TL']);
    expect(held(task)).toEqual([['LE', false]]);
    const changed = await world.manager.patch(
      `tasks/${task.id}`,
      { entitlements: [{ occupation: 'TL', mayDelegate: true }] },
      1,
    );
    expect(held(changed.body)).toEqual([['TL', false]]);
  });

  it('answers 404 for a competence that nobody has registered', async () => {
    const body = { name: 'Oppgave', area: 'generelt', entitlements: [] };
    expect((await world.manager.post('tasks', { ...body, requiredCompetenceIds: [unknown] })).status).toBe(
      404,
    );
    expect(
      (await world.manager.make('tasks', { ...body, requiredCompetenceIds: [] })).requiredCompetenceIds,
    ).toEqual([]);
  });
});

describe('lineage', () => {
  it('is written as an id, as one link, or as several', async () => {
    const [a, b] = [await world.task('A', { LE: true }), await world.task('B', { LE: true })];
    const copy = await world.task('Kopi', { LE: true }, { lineageOf: a.id.toUpperCase() });
    expect(copy.lineage).toEqual([{ taskId: a.id, relation: 'copy' }]);
    const part = await world.task('Del', { LE: true }, { lineageOf: { taskId: a.id, relation: 'part' } });
    expect(part.lineage).toEqual([{ taskId: a.id, relation: 'part' }]);
    const parts = [a, b].map(({ id }: Json) => ({ taskId: id, relation: 'whole' }));
    const bundle = await world.task('Pakke', { LE: true }, { lineageOf: parts });
    expect(bundle.lineage).toEqual(parts);
    const mixed = await world.task('Begge', { LE: true }, { lineageOf: [a.id, parts[1]] });
    expect(mixed.lineage).toEqual([{ taskId: a.id, relation: 'copy' }, parts[1]]);
    const entry = (await logged('task.created')).at(-1);
    expect(entry.payload.lineage).toEqual(mixed.lineage);
    expect(entry.subjects).toEqual([mixed.id, a.id, b.id]);
  });

  it('refuses what is no lineage, and a parent that is unknown or another clinic’s', async () => {
    const elsewhere = await World.create(testApp);
    const foreign = await elsewhere.task('Deres', { LE: true });
    const own = await world.task('Vår', { LE: true });
    const body = { name: 'Ny', area: 'lege', entitlements: [] };
    for (const id of [unknown, foreign.id]) {
      expect((await world.manager.post('tasks', { ...body, lineageOf: id })).status).toBe(404);
    }
    expect(await errorsOf({ ...body, lineageOf: 'noe' })).toEqual(['/lineageOf/0/taskId not-an-id']);
    expect(await errorsOf({ ...body, lineageOf: 7 })).toEqual(['/lineageOf wrong-type']);
    expect(await errorsOf({ ...body, lineageOf: { taskId: own.id } })).toEqual([
      '/lineageOf/0/relation required',
    ]);
    expect(await errorsOf({ ...body, lineageOf: { taskId: own.id, relation: 'cousin' } })).toEqual([
      '/lineageOf/0/relation not-one-of',
    ]);
    expect(await errorsOf({ ...body, lineageOf: [own.id, { taskId: own.id, relation: 'part' }] })).toEqual([
      '/lineageOf repeated',
    ]);
  });

  it('carries the law’s reservation and the dispute to copies and bundles: a new name opens nothing', async () => {
    const reserved = await world.task('Forskriving', { LE: true }, { reservedTo: ['LE'] });
    const contested = await world.task('Omstridt', { TL: true }, { contested: true });
    const copy = await world.task('Resept', { LE: true }, { lineageOf: reserved.id });
    expect([copy.reservedTo, held(copy)]).toEqual([['LE'], [['LE', false]]]);
    const lineageOf = [copy, contested].map(({ id }: Json) => ({ taskId: id, relation: 'whole' }));
    expect(await world.task('Pakke', { LE: true }, { lineageOf })).toMatchObject({
      reservedTo: ['LE'],
      contested: true,
      entitlements: [{ occupation: 'LE', mayDelegate: false }],
    });
    const errors = await errorsOf({
      name: 'Resept ved sykepleier',
      area: 'lege',
      lineageOf: reserved.id,
      entitlements: [{ occupation: 'SP', mayDelegate: true }],
    });
    expect(errors).toEqual(['/entitlements/0/occupation not-one-of']);
    const part = await world.task(
      'Finne fram resepter',
      { HE: true },
      { lineageOf: { taskId: reserved.id, relation: 'part' } },
    );
    expect([part.reservedTo, held(part)]).toEqual([null, [['HE', true]]]);
  });
});

describe('a task of the national catalogue', () => {
  it('is adopted with its words, source, entitlements and legal notes, once', async () => {
    const code = 'skiftestue-ekg';
    const national = catalogueTask(code);
    const task = await world.manager.with({ 'Accept-Language': 'nn' }).make('tasks', { catalogueCode: code });
    expect(task).toMatchObject({
      name: national?.name.nb,
      area: national?.area,
      catalogueCode: code,
      source: national?.source,
      contested: false,
    });
    expect(new Map(held(task))).toEqual(
      new Map(national?.entitlements.map((own) => [own.occupation, own.mayDelegate])),
    );
    expect(task.legalNotes.map(({ note }: Json) => note)).toEqual(
      national?.legalNotes.map(({ note }) => note.nn),
    );
    const again = await world.manager.post('tasks', { catalogueCode: code });
    expect(again.status).toBe(409);
    expect(again.body.refusals).toMatchObject([{ code: 'task-exists', about: { taskId: task.id } }]);
    expect((await world.manager.post('tasks', { catalogueCode: 'finnes-ikke' })).status).toBe(404);
    expect(await errorsOf({ catalogueCode: code, name: 'Mitt eget' })).toEqual(['/name unknown-field']);
    expect((await logged('task.refused')).map(({ payload }: Json) => payload.codes)).toEqual([
      ['task-exists'],
    ]);
  });
});

describe('changing a task', () => {
  it('closes and opens entitlements only where something differs', async () => {
    const task = await world.task('Øreskylling', { HE: true, LE: true });
    const change = (entitlements: object[], version: number) =>
      world.manager.patch(`tasks/${task.id}`, { entitlements }, version);
    const first = await change(
      [
        { occupation: 'LE', mayDelegate: true },
        { occupation: 'SP', mayDelegate: false },
      ],
      1,
    );
    expect(first.status).toBe(200);
    expect(first.headers.etag).toBe('"2"');
    expect(first.body.entitlements).toEqual([
      { occupation: 'LE', mayDelegate: true, validFrom: null, validTo: null },
      { occupation: 'SP', mayDelegate: false, validFrom: expect.any(String), validTo: null },
    ]);
    expect(first.body.lapsed).toEqual({ duties: [], delegations: [], approvals: [], training: [] });
    for (let version = 2; version < 8; version++) {
      const mayDelegate = version % 2 === 0;
      const { status, body } = await change([{ occupation: 'SP', mayDelegate }], version);
      expect([status, held(body)]).toEqual([200, [['SP', mayDelegate]]]);
    }
    const entry = (await logged('task.changed')).at(-1);
    expect(entry.payload).toMatchObject({
      id: task.id,
      name: 'Øreskylling',
      entitledFrom: expect.any(String),
    });
    expect(held(entry.payload)).toEqual([['SP', false]]);
  });

  it('lets duties and delegations that rested on a lost entitlement lapse, and says which', async () => {
    const task = await world.task('Spirometri', { HE: true, LE: true });
    const [lege, kari, siri] = [
      await world.colleague('Anders', 'LE'),
      await world.colleague('Kari', 'HE'),
      await world.colleague('Siri', 'X-MS'),
    ];
    const duty = await world.manager.make('duties', {
      personId: kari.id,
      taskId: task.id,
      validFrom: day(-1),
    });
    const delegation = await world.delegated(lege, siri, task.id);
    const kept = await world.manager.patch(
      `tasks/${task.id}`,
      { name: 'Pusteprøve', area: 'laboratorium' },
      1,
    );
    expect(kept.body).toMatchObject({
      name: 'Pusteprøve',
      area: 'laboratorium',
      lapsed: { duties: [], delegations: [] },
    });
    const entitlements = [{ occupation: 'LE', mayDelegate: false }];
    const { body } = await world.manager.patch(`tasks/${task.id}`, { entitlements }, 2);
    expect(body.lapsed.duties.map(({ id }: Json) => id)).toEqual([duty.id]);
    expect(body.lapsed.delegations.map(({ id }: Json) => id)).toEqual([delegation.id]);
    expect((await world.manager.read(`delegations/${delegation.id}`)).status).toBe('lapsed');
    const types = (await world.manager.read('log?limit=200')).items.map(({ type }: Json) => type);
    expect(types.slice(-3)).toEqual(['task.changed', 'duty.lapsed', 'delegation.lapsed']);
  });

  it('wants the version it builds on', async () => {
    const { id } = await world.task('Oppgave', { LE: true });
    expect((await world.manager.patch(`tasks/${id}`, { name: 'Ny' }, 2)).status).toBe(412);
    expect((await world.manager.patch(`tasks/${id}`, { name: null }, 1)).status).toBe(400);
    expect((await world.manager.patch(`tasks/${id}`, { contested: true }, 1)).status).toBe(400);
    expect((await world.manager.patch(`tasks/${unknown}`, { name: 'Ny' }, '*')).status).toBe(404);
    expect((await world.manager.patch(`tasks/${id}`, { name: 'Ny' }, '*')).body).toMatchObject({
      name: 'Ny',
      version: 2,
    });
  });
});

describe('the list of tasks', () => {
  it('is filtered by area, occupation now and part of the name, and paged', async () => {
    const ekg = await world.task('EKG, hvile', { HE: true });
    const oere = await world.task('ØRESKYLLING', { HE: true, LE: true });
    const oppmoete = await world.task('Oppmøte 100 %_', { 'X-MS': false }, { area: 'resepsjon' });
    const ids = async (query: string) =>
      (await world.manager.read(`tasks?${query}`)).items.map(({ id }: Json) => id);
    expect(await ids('')).toEqual([ekg.id, oere.id, oppmoete.id]);
    expect(await ids('area=resepsjon')).toEqual([oppmoete.id]);
    expect(await ids('occupation=HE')).toEqual([ekg.id, oere.id]);
    expect(await ids('q=%C3%B8reskyl')).toEqual([oere.id]);
    expect(await ids('q=%25_')).toEqual([oppmoete.id]);
    await world.manager.patch(`tasks/${ekg.id}`, { entitlements: [] }, 1);
    expect(await ids('occupation=HE')).toEqual([oere.id]);
    const first = await world.manager.read('tasks?limit=2');
    expect(first.items.map(({ id }: Json) => id)).toEqual([ekg.id, oere.id]);
    expect(await ids(`limit=2&cursor=${first.nextCursor}`)).toEqual([oppmoete.id]);
    expect((await world.manager.get('tasks?area=kjelleren')).status).toBe(400);
  });

  it('is filtered by what kind of task it is now', async () => {
    const adopted = await world.manager.make('tasks', { catalogueCode: 'skiftestue-ekg' });
    const plain = await world.task('Rydde', { HE: false });
    const delegable = await world.task('Injeksjon', { LE: true });
    const reserved = await world.task('Resept', { LE: true }, { reservedTo: ['LE'] });
    const contested = await world.task('Omstridt', { LE: false }, { contested: true });
    const medicine = await world.task('Dele ut', { LE: false }, { medicineHandling: true });
    const course = await world.manager.make('competences', { name: 'Kurs', kind: 'course' });
    const requiring = await world.task('Kurset', { HE: false }, { requiredCompetenceIds: [course.id] });
    const found = async (kind: string) =>
      (await world.manager.read(`tasks?kind=${kind}`)).items.map(({ id }: Json) => id);
    expect(await found('delegable')).toContain(delegable.id);
    expect(await found('delegable')).not.toContain(plain.id);
    expect(await found('delegable')).not.toContain(reserved.id);
    expect(await found('reserved')).toEqual([reserved.id]);
    expect(await found('contested')).toEqual([contested.id]);
    expect(await found('medicine-handling')).toEqual([medicine.id]);
    expect(await found('requiring')).toEqual([requiring.id]);
    expect(await found('national')).toEqual([adopted.id]);
    const own = [plain, delegable, reserved, contested, medicine, requiring].map(({ id }) => id);
    expect(await found('own')).toEqual(own);
    expect((await world.manager.get('tasks?kind=andre')).status).toBe(400);
  });
});

describe('who', () => {
  it('reads all, and writes as a manager only, in one clinic', async () => {
    const task = await world.task('Oppgave', { LE: true });
    const kari = await world.colleague('Kari', 'HE');
    expect((await kari.client.read('tasks')).items).toHaveLength(1);
    expect((await kari.client.post('tasks', { catalogueCode: 'skiftestue-ekg' })).status).toBe(403);
    expect((await kari.client.patch(`tasks/${task.id}`, { name: 'Ny' }, 1)).status).toBe(403);
    const elsewhere = await World.create(testApp);
    expect((await elsewhere.manager.get(`tasks/${task.id}`)).status).toBe(404);
    expect((await elsewhere.manager.patch(`tasks/${task.id}`, { name: 'Ny' }, 1)).status).toBe(404);
  });
});

describe('case 1, through lineage that comes after the delegations', () => {
  it('refuses a task that would make a delegated one delegated on, and logs it', async () => {
    const [lege, nora, siri] = [
      await world.colleague('Anders', 'LE'),
      await world.colleague('Nora', 'SP'),
      await world.colleague('Siri', 'X-MS'),
    ];
    const [hers, theirs] = [
      await world.task('Sårstell', { SP: true }),
      await world.task('Infusjon', { LE: true }),
    ];
    await world.delegated(lege, nora, theirs.id);
    const given = await world.delegated(nora, siri, hers.id, { profession: 'SP' });
    const both = { name: 'Begge', area: 'lege', entitlements: [], lineageOf: [hers.id, theirs.id] };
    expect(await world.manager.refusedWith('tasks', both)).toEqual(['delegated-task-not-delegable']);
    const bundle = [hers, theirs].map(({ id }: Json) => ({ taskId: id, relation: 'whole' }));
    await world.manager.make('tasks', { ...both, lineageOf: bundle });
    expect((await logged('task.refused'))[0].payload).toMatchObject({ command: { name: 'Begge' } });
    await nora.client.make(`delegations/${given.id}/revocation`, { reason: 'Ferdig' });
    await world.manager.make('tasks', both);
  });

  it('cuts what was given by an own right to the kin when that is taken away, and keeps no right from being ended', async () => {
    const [lege, kari, siri] = [
      await world.colleague('Anders', 'LE'),
      await world.colleague('Kari', 'HE'),
      await world.colleague('Siri', 'X-MS'),
    ];
    const task = await world.task('Kateterisering', { LE: true, SP: true });
    const copy = await world.task('Kateter', { SP: true }, { lineageOf: task.id });
    await world.delegated(lege, kari, task.id);
    await world.engage(kari.id, 'SP');
    const { id } = await world.authorise(kari.id, 'SP');
    const given = await world.delegated(kari, siri, copy.id, { profession: 'SP' });
    const { body } = await world.manager.patch(
      `tasks/${task.id}`,
      { entitlements: [{ occupation: 'LE', mayDelegate: true }] },
      1,
    );
    expect(body.lapsed.delegations.map((row: Json) => row.id)).toEqual([given.id]);
    const struck = { kind: 'suspension', validFrom: new Date().toISOString(), note: 'Vedtak' };
    const { lapsed } = await world.manager.make(`authorisations/${id}/reactions`, struck);
    expect(lapsed.delegations).toEqual([]);
  });
});

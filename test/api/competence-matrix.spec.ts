import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let lege: Colleague;
let hege: Colleague;
let course: Json;
let cpr: Json;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

const competence = (name: string): Promise<Json> =>
  world.manager.make('competences', { name, kind: 'course', levels: ['Under tilsyn', 'Selvstendig'] });

beforeEach(async () => {
  world = await World.create(testApp);
  lege = await world.colleague('Live Lege', 'LE');
  hege = await world.colleague('Hege Sekretær', 'HE');
  [course, cpr] = [await competence('EKG-kurs'), await competence('Hjerte-lungeredning')];
});

const matrix = (query = ''): Promise<Json> => world.manager.read(`matrix/competences${query}`);
const record = (personId: string, of: Json, more: object = {}, by: Client = world.manager): Promise<Json> =>
  by.make(`people/${personId}/competence-records`, {
    competenceId: of.id,
    achievedOn: day(-50),
    evidence: { source: 'Kursbevis' },
    ...more,
  });
const inUse = async (task: Json): Promise<void> => {
  await world.manager.make('duties', { personId: hege.id, taskId: task.id, validFrom: day(-8) });
};
const names = (list: Json[]): string[] => list.map(({ name }) => name);

/** Each cell as name, competence and what it says. */
const told = ({ people, competences, cells }: Json): [string, string, string][] =>
  cells.map(({ person, competence: of, status }: Json) => [
    people[person].name,
    competences[of].name,
    status,
  ]);

describe('people and competences in one answer', () => {
  it('says what is held, what runs out, and what is required and not there', async () => {
    const ecg = await world.task('EKG', { HE: false }, { requiredCompetenceIds: [course.id] });
    await inUse(ecg);
    await record(hege.id, cpr, { validTo: day(40), level: 2 });
    await record(lege.id, cpr, { validTo: day(300) });
    await record(lege.id, course, { validTo: day(-2) });
    const view = await matrix();
    expect(names(view.people)).toEqual(['Hege Sekretær', 'Lise Leder', 'Live Lege']);
    expect(view.people[2].title).toBe('lege');
    expect(view.competences).toMatchObject([
      { id: course.id, name: 'EKG-kurs', kind: 'course', levels: ['Under tilsyn', 'Selvstendig'] },
      { id: cpr.id, name: 'Hjerte-lungeredning' },
    ]);
    expect(told(view)).toEqual([
      ['Hege Sekretær', 'EKG-kurs', 'missing'],
      ['Hege Sekretær', 'Hjerte-lungeredning', 'expiring'],
      ['Live Lege', 'EKG-kurs', 'expired'],
      ['Live Lege', 'Hjerte-lungeredning', 'valid'],
    ]);
    expect(view.requirements).toEqual([
      {
        task: { id: ecg.id, name: 'EKG' },
        occupation: null,
        anyOf: [{ id: course.id, name: 'EKG-kurs', minLevel: 1 }],
      },
    ]);
    const [missing, expiring] = view.cells;
    expect(missing).toEqual({
      person: 0,
      competence: 0,
      status: 'missing',
      level: null,
      validFrom: null,
      validTo: null,
      claimedLevel: null,
      minLevel: 1,
      requiredBy: [0],
    });
    expect(expiring).toMatchObject({ level: 2, minLevel: null, requiredBy: [] });
    const [found] = (
      await world.manager.read(`competence-records?competenceId=${cpr.id}&personId=${hege.id}`)
    ).items;
    expect([expiring.validFrom, expiring.validTo]).toEqual([found.standsFrom, found.standsTo]);
    expect(told(await matrix(`?at=${day(41)}`))).toContainEqual([
      'Hege Sekretær',
      'Hjerte-lungeredning',
      'expired',
    ]);
  });

  it('tells a claim until it is confirmed, rejected or withdrawn', async () => {
    const { id } = await record(hege.id, course, { level: 2 }, hege.client);
    expect((await matrix()).cells).toMatchObject([{ status: 'claimed', level: null, claimedLevel: 2 }]);
    await world.manager.make(`competence-records/${id}/confirmation`);
    expect((await matrix()).cells).toMatchObject([{ status: 'valid', level: 2, claimedLevel: null }]);
  });

  it('names the role description’s requirement by its occupation', async () => {
    const role = await world.manager.make('role-descriptions', {
      name: 'Medisinsk sekretær',
      occupation: 'X-MS',
      areas: [],
      obligations: [],
      effectiveFrom: day(0),
    });
    const { id } = await world.person('Mina Medsekretær');
    await world.engage(id, 'X-MS', { roleDescriptionId: role.id });
    await world.manager
      .call('put', `role-descriptions/${role.id}/requirements`)
      .set('If-Match', '*')
      .send({ from: day(0), allOf: [{ anyOf: [{ competenceId: cpr.id, minLevel: 2 }] }] });
    const view = await matrix(`?at=${day(1)}`);
    expect(told(view)).toEqual([['Mina Medsekretær', 'Hjerte-lungeredning', 'missing']]);
    expect(view.requirements).toMatchObject([{ task: null, occupation: 'X-MS', anyOf: [{ minLevel: 2 }] }]);
    expect(view.people[view.cells[0].person]).toMatchObject({ title: 'medisinsk sekretær' });
  });
});

describe('which people and which competences', () => {
  it('is filtered by occupation and by area', async () => {
    const phone = { area: 'resepsjon', requiredCompetenceIds: [cpr.id] };
    await inUse(await world.task('Telefon', { HE: false }, phone));
    await inUse(await world.task('EKG', { HE: false }, { requiredCompetenceIds: [course.id] }));
    await record(lege.id, course);
    await record(lege.id, cpr);
    expect(names((await matrix('?occupation=LE')).people)).toEqual(['Live Lege']);
    const reception = await matrix('?area=resepsjon');
    expect(names(reception.competences)).toEqual(['Hjerte-lungeredning']);
    expect(told(reception)).toEqual([
      ['Hege Sekretær', 'Hjerte-lungeredning', 'missing'],
      ['Live Lege', 'Hjerte-lungeredning', 'valid'],
    ]);
    expect((await matrix('?area=tannhelse')).competences).toEqual([]);
  });

  it('leaves out what nobody has and nothing in use requires', async () => {
    await world.task('EKG', { HE: false }, { requiredCompetenceIds: [course.id] });
    expect(await matrix()).toMatchObject({ competences: [], requirements: [], cells: [] });
    expect(told(await matrix('?tasks=all'))).toEqual([['Hege Sekretær', 'EKG-kurs', 'missing']]);
  });

  it('can be of one competence alone', async () => {
    const both = { requiredCompetenceIds: [course.id, cpr.id] };
    await inUse(await world.task('EKG', { HE: false }, both));
    await inUse(await world.task('Telefon', { HE: false }, { area: 'resepsjon' }));
    const view = await matrix(`?competenceId=${cpr.id}`);
    expect(told(view)).toEqual([['Hege Sekretær', 'Hjerte-lungeredning', 'missing']]);
    expect(names(view.competences)).toEqual(['Hjerte-lungeredning']);
    expect((await matrix(`?competenceId=${cpr.id}&area=resepsjon`)).competences).toEqual([]);
    expect((await world.manager.get(`matrix/competences?competenceId=${hege.id}`)).status).toBe(404);
  });

  it('is answered from the log as the clinic knew it: the same as the tables now, and as then known of then', async () => {
    await inUse(await world.task('EKG', { HE: false }, { requiredCompetenceIds: [course.id] }));
    await record(lege.id, cpr, { validTo: day(30) });
    const { id } = await record(hege.id, course, { level: 2 }, hege.client);
    const { at: before } = await matrix();
    await record(hege.id, cpr, {}, hege.client);
    const { knownAt, ...known } = await matrix(`?at=${day(1)}&knownAt=${day(1)}`);
    expect(known).toEqual(await matrix(`?at=${day(1)}`));
    expect(Date.parse(knownAt)).toBeGreaterThan(Date.now());
    await world.manager.make(`competence-records/${id}/confirmation`);
    const then = await matrix(`?knownAt=${before}`);
    expect([then.at, then.knownAt, told(then)]).toEqual([
      before,
      before,
      [
        ['Hege Sekretær', 'EKG-kurs', 'claimed'],
        ['Live Lege', 'Hjerte-lungeredning', 'expiring'],
      ],
    ]);
  });
});

it('is for managers and auditors; what an auditor looks at is in the log', async () => {
  expect((await hege.client.get('matrix/competences')).status).toBe(403);
  const auditor = await world.login('Rita Revisor', undefined, ['auditor']);
  expect((await auditor.get('matrix/competences?area=lege')).status).toBe(200);
  const { items } = await world.manager.read('log?type=auditor.looked-up');
  expect(items).toMatchObject([{ payload: { operation: 'getCompetenceMatrix', query: { area: 'lege' } } }]);
});

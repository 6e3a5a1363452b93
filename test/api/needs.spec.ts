import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let lege: Colleague;
let hege: Colleague;
let course: Json;
let ecg: Json;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
  lege = await world.colleague('Live Lege', 'LE');
  hege = await world.colleague('Hege Sekretær', 'HE');
  course = await world.manager.make('competences', { name: 'EKG-kurs', kind: 'course' });
  ecg = await world.task('EKG', { HE: false }, { requiredCompetenceIds: [course.id] });
});

const needs = async (query = ''): Promise<Json[]> =>
  (await world.manager.read(`needs?limit=200${query}`)).items;
const kinds = async (query = ''): Promise<string[]> => (await needs(query)).map(({ kind }) => kind);
const assign = (taskId = ecg.id) =>
  world.manager.make('duties', { personId: hege.id, taskId, validFrom: day(-60) });
const record = (more: object = {}, by: Client = world.manager): Promise<Json> =>
  by.make(`people/${hege.id}/competence-records`, {
    competenceId: course.id,
    achievedOn: day(-50),
    evidence: { source: 'Kursbevis' },
    ...more,
  });

describe('what is lacking now', () => {
  it('is told of whoever holds the task, with what would be enough', async () => {
    expect(await needs()).toEqual([]);
    await assign();
    expect(await needs()).toMatchObject([
      {
        kind: 'competence-lacking',
        person: { id: hege.id, name: 'Hege Sekretær' },
        task: { id: ecg.id, name: 'EKG' },
        competences: [{ id: course.id, name: 'EKG-kurs', level: 1 }],
        refusal: { code: 'competence-missing' },
        at: null,
        within: null,
        hits: [{ taskId: ecg.id, name: 'EKG' }],
      },
    ]);
  });

  it('is told with since when, where it has expired', async () => {
    await assign();
    await record({ validTo: day(-5) });
    const [need] = await needs();
    expect(need.refusal.code).toBe('competence-expired');
    expect(need.at).toBe(need.refusal.about.expiredAt);
  });
});

describe('what is coming', () => {
  it('is told 30, 60 and 90 days ahead, with the tasks that stop, the soonest first', async () => {
    await assign();
    await record({ validTo: day(75) });
    const wash = await world.task('Vask', { LE: true });
    await world.delegated(lege, hege, wash.id, { validTo: day(20) });
    const { engagements } = await world.manager.read(`people/${lege.id}`);
    await world.manager.make(`engagements/${engagements[0].id}/end`, { at: day(50), reason: 'Slutter.' });
    expect(
      (await needs()).map(({ kind, within, hits, person }) => [
        kind,
        person.name,
        within,
        hits.map(({ name }: Json) => name),
      ]),
    ).toEqual([
      ['delegation-expires', 'Hege Sekretær', 30, ['Vask']],
      ['engagement-expires', 'Live Lege', 60, ['Vask']],
      ['record-expires', 'Hege Sekretær', 90, ['EKG']],
    ]);
    expect(await kinds(`&personId=${hege.id}`)).toEqual(['delegation-expires', 'record-expires']);
    expect(await kinds('&area=lege')).toEqual([]);
  });

  it('names the right to practise that ends, and is silent of what is renewed', async () => {
    const { id } = await world.person('Lise Lisens');
    await world.engage(id, 'TP');
    await world.authorise(id, 'TP', { approvalType: '4', validTo: day(10) });
    await record({ validTo: day(30) });
    await record({ achievedOn: day(-1), validTo: day(400) });
    expect(await needs()).toMatchObject([
      { kind: 'authorisation-expires', occupation: 'TP', person: { id }, subjectId: null, within: 30 },
    ]);
  });

  it('is seen from another moment, too', async () => {
    await assign();
    await record({ validTo: day(200) });
    expect(await kinds()).toEqual([]);
    expect(await needs(`&at=${day(150)}`)).toMatchObject([{ kind: 'record-expires', within: 60 }]);
    expect(await kinds(`&at=${day(201)}`)).toEqual(['competence-lacking']);
  });
});

describe('what waits for somebody', () => {
  it('is a claim until it is answered, with what it holds up', async () => {
    await assign();
    const claim = await record({}, hege.client);
    expect(await needs()).toMatchObject([
      { kind: 'competence-lacking' },
      {
        kind: 'claim-waiting',
        subjectId: claim.id,
        hits: [{ taskId: ecg.id }],
        competences: [{ id: course.id }],
      },
    ]);
    await world.manager.make(`competence-records/${claim.id}/confirmation`);
    expect(await needs()).toEqual([]);
  });

  it('is an abstention while it is open', async () => {
    const wash = await world.task('Vask', { HE: false });
    const { id } = await hege.client.make('people/me/abstentions', {
      taskId: wash.id,
      reason: 'Mestrer ikke.',
    });
    expect(await needs()).toMatchObject([{ kind: 'abstention-open', subjectId: id, task: { name: 'Vask' } }]);
    await world.manager.make(`abstentions/${id}/end`, { reason: 'Vist på nytt.' });
    expect(await needs()).toEqual([]);
  });

  it('is a delegation that should have been reviewed', async () => {
    const wash = await world.task('Vask', { LE: true });
    const { id } = await world.delegated(lege, hege, wash.id, {
      supervision: { reviewBy: day(10), reachableHow: 'Til stede' },
    });
    expect(await kinds()).toEqual([]);
    expect(await needs(`&at=${day(11)}`)).toMatchObject([
      {
        kind: 'review-overdue',
        subjectId: id,
        delegator: { name: 'Live Lege' },
        person: { name: 'Hege Sekretær' },
      },
    ]);
  });
});

describe('the list', () => {
  it('is read page by page, each need once, what is wrong now before what is coming', async () => {
    for (const name of ['A', 'B', 'C']) {
      const { id } = await world.task(name, { HE: false }, { requiredCompetenceIds: [course.id] });
      await assign(id);
    }
    const other = await world.manager.make('competences', { name: 'HLR', kind: 'course' });
    await record({ competenceId: other.id, validTo: day(9) });
    const all = await needs();
    const read: Json[] = [];
    let cursor = '';
    do {
      const { items, nextCursor } = await world.manager.read(`needs?limit=1${cursor && `&cursor=${cursor}`}`);
      read.push(...items);
      cursor = nextCursor;
    } while (cursor);
    expect(read).toEqual(all);
    expect(all.map(({ kind }) => kind)).toEqual([...Array(3).fill('competence-lacking'), 'record-expires']);
  });

  it('is for managers and auditors, of people here', async () => {
    expect((await hege.client.get('needs')).status).toBe(403);
    const other = await World.create(testApp);
    expect((await world.manager.get(`needs?personId=${other.managerId}`)).status).toBe(404);
    const auditor = await world.login('Rita Revisor', undefined, ['auditor']);
    expect((await auditor.get(`needs?personId=${hege.id}`)).status).toBe(200);
    const { items } = await world.manager.read(`log?type=auditor.looked-up&personId=${hege.id}`);
    expect(items).toMatchObject([{ payload: { operation: 'listNeeds' } }]);
  });
});

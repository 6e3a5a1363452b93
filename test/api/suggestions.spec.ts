import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let lege: Colleague;
let hege: Colleague;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
  lege = await world.colleague('Live Lege', 'LE');
  hege = await world.colleague('Hege Sekretær', 'HE');
});

const suggestions = (taskId: string, personId?: string): Promise<Json> =>
  world.manager.read(`suggestions?taskId=${taskId}${personId ? `&personId=${personId}` : ''}`);
const namesOf = (found: Json[]): string[] => found.map(({ person }) => person.name);
const codesOf = (found: Json[]): string[] => found.map(({ code }) => code);

describe('who could leave a task to somebody', () => {
  it('is whoever would not be refused; and what is suggested can be done', async () => {
    const { id } = await world.task('Infusjon', { LE: true, SP: false });
    await world.colleague('Siri Sykepleier', 'SP');
    const view = await suggestions(id, hege.id);
    expect(view).toMatchObject({
      task: { id, name: 'Infusjon' },
      person: { id: hege.id, name: 'Hege Sekretær' },
      decision: { allowed: false, refusals: [{ code: 'outside-role' }] },
      delegators: [{ person: { id: lege.id, name: 'Live Lege' }, profession: 'LE', until: null, terms: [] }],
      obstacles: [],
      trainable: [],
      nearlyThere: [],
    });
    await world.delegated(lege, hege, id);
    expect(await suggestions(id, hege.id)).toMatchObject({
      decision: { allowed: true },
      delegators: [],
      obstacles: [{ code: 'delegation-exists' }],
    });
  });

  it('is never whoever has it by delegation (case 1)', async () => {
    const { id } = await world.task('Infusjon', { LE: true });
    const mona = await world.colleague('Mona', 'X-MS');
    await world.delegated(lege, hege, id);
    expect(namesOf((await suggestions(id, mona.id)).delegators)).toEqual(['Live Lege']);
    const copy = await world.task('Infusjon igjen', { LE: true, HE: true }, { lineageOf: id });
    expect(namesOf((await suggestions(copy.id, mona.id)).delegators)).toEqual(['Live Lege']);
  });

  it('is said with the terms of a contested task, in the reader’s language', async () => {
    const { id } = await world.task('Infiltrasjon', { LE: true }, { contested: true });
    const english = world.manager.with({ 'Accept-Language': 'en' });
    const { delegators } = await english.read(`suggestions?taskId=${id}&personId=${hege.id}`);
    expect(codesOf(delegators[0].terms)).toEqual(['contested-task']);
    expect(delegators[0].terms[0].legalBases[0]).toMatchObject({ strength: 'PROF' });
    expect(delegators[0].terms[0].detail).toMatch(/course/);
    const more = {
      contested: { course: 'Kurset', reasoning: 'Vurdert forsvarlig her.', delegatorPresent: true },
    };
    await world.delegated(lege, hege, id, more);
  });

  it('is whoever may leave it to others, where nobody is named', async () => {
    const { id } = await world.task('Infusjon', { LE: true });
    const view = await suggestions(id);
    expect([view.person, view.decision, namesOf(view.delegators)]).toEqual([null, null, ['Live Lege']]);
  });
});

describe('who could be trained', () => {
  let course: Json;
  let task: Json;
  beforeEach(async () => {
    course = await world.manager.make('competences', {
      name: 'Infusjonskurs',
      kind: 'course',
      levels: ['Under tilsyn', 'Selvstendig'],
    });
    task = await world.task('Infusjon', { LE: true });
    await world.manager
      .call('put', `tasks/${task.id}/requirements`)
      .set('If-Match', '*')
      .send({ from: day(-100), allOf: [{ anyOf: [{ competenceId: course.id, minLevel: 2 }] }] });
  });

  const register = (personId: string, more: object = {}, by: Client = world.manager): Promise<Json> =>
    by.make(`people/${personId}/competence-records`, {
      competenceId: course.id,
      achievedOn: day(-90),
      level: 2,
      evidence: { source: 'Kursbevis' },
      ...more,
    });

  it('lacks nothing but competence, those nearest first', async () => {
    const { trainable, delegators } = await suggestions(task.id);
    expect(trainable.map(({ person, way }: Json) => [person.name, way])).toEqual([
      ['Live Lege', 'own'],
      ['Hege Sekretær', 'delegation'],
      ['Lise Leder', 'delegation'],
    ]);
    expect(trainable[0].lacks).toMatchObject([
      {
        code: 'competence-missing',
        anyOf: [{ id: course.id, name: 'Infusjonskurs', minLevel: 2 }],
        expiredAt: null,
      },
    ]);
    expect(namesOf(delegators)).toEqual(['Live Lege']);
    const one = await suggestions(task.id, hege.id);
    expect(namesOf(one.trainable)).toEqual(['Hege Sekretær']);
    expect(codesOf(one.obstacles)).toEqual(['competence-missing']);
  });

  it('and is trained: then the record counts, and the delegation is not refused', async () => {
    await register(hege.id);
    const { trainable, delegators, obstacles } = await suggestions(task.id, hege.id);
    expect([trainable, obstacles, namesOf(delegators)]).toEqual([[], [], ['Live Lege']]);
    await world.delegated(lege, hege, task.id);
  });

  it('has a record that is nearly there: claimed, expired lately, or one level short', async () => {
    const claim = await register(hege.id, {}, hege.client);
    await register(lege.id, { level: 1 });
    const mona = await world.colleague('Mona', 'X-MS');
    const old = await register(mona.id, { validTo: day(-10) });
    const siri = await world.colleague('Siri', 'SP');
    await register(siri.id);
    const { nearlyThere } = await suggestions(task.id);
    expect(nearlyThere).toMatchObject([
      { person: { name: 'Live Lege' }, kind: 'one-level-below', level: 1, minLevel: 2, confirmableBy: [] },
      {
        person: { name: 'Hege Sekretær' },
        kind: 'claimed',
        recordId: claim.id,
        confirmableBy: [{ name: 'Siri' }],
      },
      { person: { name: 'Mona' }, kind: 'expired', recordId: old.id, expiredAt: old.validTo },
    ]);
    await siri.client.make(`competence-records/${claim.id}/confirmation`);
    expect((await suggestions(task.id, hege.id)).nearlyThere).toEqual([]);
  });

  it('is nobody who abstains', async () => {
    await hege.client.make('people/me/abstentions', { taskId: task.id, reason: 'Mestrer ikke.' });
    const { trainable, obstacles } = await suggestions(task.id, hege.id);
    expect(trainable).toEqual([]);
    expect(codesOf(obstacles)).toEqual(['abstained', 'competence-missing']);
  });
});

describe('suggestions', () => {
  it('are for managers, of what is known here', async () => {
    const { id } = await world.task('EKG', { HE: false });
    expect((await hege.client.get(`suggestions?taskId=${id}`)).status).toBe(403);
    const auditor = await world.login('Rita Revisor', undefined, ['auditor']);
    expect((await auditor.get(`suggestions?taskId=${id}`)).status).toBe(403);
    const other = await World.create(testApp);
    expect((await other.manager.get(`suggestions?taskId=${id}`)).status).toBe(404);
    expect((await world.manager.get(`suggestions?taskId=${id}&personId=${other.managerId}`)).status).toBe(
      404,
    );
    expect((await world.manager.get('suggestions')).body.errors).toMatchObject([{ pointer: '/taskId' }]);
  });

  it('about somebody who has left say so', async () => {
    const { id } = await world.task('Infusjon', { LE: true });
    const gone = await world.person('Gunn Gått');
    await world.engage(gone.id, 'X-MS', { validTo: day(-5) });
    const view = await suggestions(id, gone.id);
    expect(codesOf(view.decision.refusals)).toEqual(['not-engaged']);
    expect([view.delegators, codesOf(view.obstacles)]).toEqual([[], ['delegatee-not-engaged']]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { coverageDays } from '../../src/coverage/coverage.rules.js';
import { isoWeekday } from '../../src/law/oslo.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
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

const works = (personId: string, weekdays: number[]) =>
  world.manager
    .call('put', `people/${personId}/working-days`)
    .set('If-Match', '*')
    .send({ from: day(-9), weekdays });
const assign = (personId: string, taskId: string) =>
  world.manager.make('duties', { personId, taskId, validFrom: day(-8) });
const coverage = (query = ''): Promise<Json> => world.manager.read(`coverage${query}`);
const namesOn = ({ people, tasks }: Json, taskId: string, weekday: number): string[] =>
  tasks
    .find(({ task }: Json) => task.id === taskId)
    .days.find((each: Json) => each.weekday === weekday)
    .people.map((place: number) => people[place].name);

describe('coverage', () => {
  it('says who may do each task in use on each weekday, of those who work', async () => {
    const { id } = await world.task('EKG', { LE: true, HE: false });
    await assign(hege.id, id);
    await works(lege.id, [1, 2]);
    const view = await coverage();
    expect(view.days).toHaveLength(7);
    expect(view.days[0]).toMatchObject({ date: day(0), weekday: isoWeekday(day(0)) });
    expect(view.days.find(({ weekday }: Json) => weekday === 3).working).toBe(2);
    expect(namesOn(view, id, 1)).toEqual(['Hege Sekretær', 'Live Lege']);
    expect(namesOn(view, id, 3)).toEqual(['Hege Sekretær']);
    expect(namesOn(view, id, 7)).toEqual([]);
    expect(view.tasks).toMatchObject([
      { task: { id, name: 'EKG' }, singlePoint: true, onlyOne: null, nobody: [] },
    ]);
  });

  it('leaves out what nobody uses, and counts what a role description in force names', async () => {
    const { id } = await world.task('Utdatert', { HE: false });
    expect((await coverage()).tasks).toEqual([]);
    await world.manager.make('role-descriptions', {
      name: 'Helsesekretær',
      occupation: 'HE',
      areas: [{ code: 'skiftestue', title: 'Skiftestue', tasks: [id] }],
      obligations: [],
      effectiveFrom: day(3),
    });
    expect((await coverage()).tasks).toEqual([]);
    const { tasks } = await coverage(`?at=${day(4)}`);
    expect(tasks).toMatchObject([{ onlyOne: { id: hege.id, name: 'Hege Sekretær' }, singlePoint: true }]);
  });

  it('puts single points of failure first, and names who the clinic cannot do without', async () => {
    const [both, mine] = [
      await world.task('Begge', { LE: true, HE: false }),
      await world.task('Min', { HE: false }),
    ];
    await assign(hege.id, both.id);
    await assign(hege.id, mine.id);
    const { tasks } = await coverage();
    expect(
      tasks.map(({ task, onlyOne, singlePoint }: Json) => [task.name, onlyOne?.name ?? null, singlePoint]),
    ).toEqual([
      ['Min', 'Hege Sekretær', true],
      ['Begge', null, false],
    ]);
  });

  it('counts a delegation, and not a person who has abstained', async () => {
    const { id } = await world.task('Infusjon', { LE: true });
    await world.delegated(lege, hege, id);
    expect(namesOn(await coverage(`?at=${day(1)}`), id, 1)).toEqual(['Hege Sekretær', 'Live Lege']);
    await hege.client.make('people/me/abstentions', { taskId: id, reason: 'Mestrer ikke.' });
    expect(namesOn(await coverage(`?at=${day(1)}`), id, 1)).toEqual(['Live Lege']);
  });

  it('counts nobody before they come and after they go', async () => {
    const { id } = await world.task('EKG', { 'X-MS': false });
    const [first, then] = [await world.person('Først'), await world.person('Siden')];
    await world.engage(first.id, 'X-MS', { validTo: day(3) });
    await world.engage(then.id, 'X-MS', { validFrom: day(3) });
    await assign(first.id, id);
    for (const personId of [first.id, then.id]) await works(personId, [1, 2, 3, 4, 5, 6, 7]);
    const view = await coverage();
    const [covered] = view.tasks;
    const names = covered.days.map(({ people }: Json) =>
      people.map((place: number) => view.people[place].name),
    );
    expect(names).toEqual([...Array(3).fill(['Først']), ...Array(4).fill(['Siden'])]);
    expect(covered).toMatchObject({ singlePoint: true, onlyOne: null });
  });

  it('says which weekdays nobody covers although somebody works, and is the same as the decisions', async () => {
    const { id } = await world.task('Resept', { LE: false });
    await assign(lege.id, id);
    await works(lege.id, [1]);
    const view = await coverage('?area=skiftestue');
    expect(view.tasks[0].nobody).toEqual([2, 3, 4, 5]);
    for (const { moment, weekday } of coverageDays(Date.parse(view.at)))
      for (const { id: personId, name } of view.people) {
        const at = new Date(moment).toISOString();
        const { allowed } = await world.manager.read(`decisions?personId=${personId}&taskId=${id}&at=${at}`);
        const worksThen = personId === lege.id ? weekday === 1 : weekday <= 5;
        expect([weekday, name, namesOn(view, id, weekday).includes(name)]).toEqual([
          weekday,
          name,
          allowed && worksThen,
        ]);
      }
    expect((await coverage('?area=lege')).tasks).toEqual([]);
  });

  it('is for managers and auditors; what an auditor looks at is in the log', async () => {
    expect((await hege.client.get('coverage')).status).toBe(403);
    const auditor = await world.login('Rita Revisor', undefined, ['auditor']);
    expect((await auditor.get('coverage?area=lege')).status).toBe(200);
    const { items } = await world.manager.read('log?type=auditor.looked-up');
    expect(items).toMatchObject([{ payload: { operation: 'getCoverage', query: { area: 'lege' } } }]);
  });
});

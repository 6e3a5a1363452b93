import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let kari: Colleague;
let siv: Colleague;
let tasks: { ekg: Json; infusion: Json; spirometry: Json };

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());
beforeEach(async () => {
  world = await World.create(testApp);
  kari = await world.colleague('Kari Moen', 'HE');
  siv = await world.colleague('Siv Sykepleier', 'SP');
  tasks = {
    ekg: await world.task('EKG', { HE: false, SP: false }),
    infusion: await world.task('Infusjon', { SP: false }),
    spirometry: await world.task('Spirometri', { HE: false, SP: false }),
  };
});

const crossed = (more: object = {}) => ({
  personIds: [kari.id, siv.id],
  taskIds: Object.values(tasks).map(({ id }) => id),
  validFrom: day(0),
  ...more,
});
const requireCourse = async () => {
  const course = await world.manager.make('competences', { name: 'EKG-kurs', kind: 'course' });
  const requirements = { from: '2024-01-01', allOf: [{ anyOf: [{ competenceId: course.id }] }] };
  await world.manager
    .put(`tasks/${tasks.ekg.id}/requirements`, requirements)
    .set('If-Match', '*')
    .expect(200);
};
const told = ({ items }: Json) => {
  const names = new Map<string, string>([
    [kari.id, 'Kari'],
    [siv.id, 'Siv'],
    ...Object.values(tasks).map(({ id, name }): [string, string] => [id, name]),
  ]);
  return items.map(({ personId, taskId, allowed, refusals, warnings }: Json) =>
    [
      names.get(personId),
      names.get(taskId),
      allowed,
      ...[...refusals, ...warnings].map(({ code }: Json) => code),
    ].join(' '),
  );
};
const check = async (more: object = {}): Promise<Json> => {
  const answer = await world.manager.post('duties/check', crossed(more));
  expect(answer.status).toBe(200);
  return answer.body;
};
const size = async () => (await world.manager.read('log?order=desc&limit=1')).items[0].seq;

describe('before duties are assigned', () => {
  it('it is told of each person and each task what would come of it, and nothing is written', async () => {
    await world.manager.make('duties', { personId: siv.id, taskId: tasks.spirometry.id, validFrom: day(-1) });
    await requireCourse();
    const before = await size();
    expect(told(await check()).toSorted()).toEqual([
      'Kari EKG true competence-lacking',
      'Kari Infusjon false outside-role',
      'Kari Spirometri true',
      'Siv EKG true competence-lacking',
      'Siv Infusjon true',
      'Siv Spirometri false duty-exists',
    ]);
    expect(await size()).toBe(before);
    expect((await world.manager.read('duties')).items).toHaveLength(1);
  });

  it('by the clinic’s own choice where competence is missing', async () => {
    await requireCourse();
    const policy = { competenceOfDuties: 'refuse' };
    await world.manager.put('clinic/policy', policy).set('If-Match', '*').expect(200);
    const items = told(await check({ personIds: [kari.id], taskIds: [tasks.ekg.id] }));
    expect(items).toEqual(['Kari EKG false competence-missing']);
  });

  it('what is refused is told with its reason and legal bases, in the reader’s language', async () => {
    const { items } = await check({ personIds: [kari.id], taskIds: [tasks.infusion.id] });
    const refused = await world.manager.post('duties/bulk', crossed({ taskIds: [tasks.infusion.id] }));
    expect(refused.status).toBe(409);
    expect(items[0].refusals).toEqual(refused.body.refusals);
  });

  it('answers 404 for anybody and anything unknown', async () => {
    const unknown = '01890000-0000-7000-8000-000000000000';
    for (const asked of [{ personIds: [unknown] }, { taskIds: [unknown] }])
      expect((await world.manager.post('duties/check', crossed(asked))).status).toBe(404);
  });
});

describe('all but some', () => {
  const except = () => [
    { personId: kari.id, taskIds: [tasks.infusion.id] },
    { personId: siv.id, taskIds: [tasks.ekg.id] },
  ];

  it('is assigned in one act, and the rest is all or nothing', async () => {
    const refused = await world.manager.post('duties/bulk', crossed({ except: except().slice(1) }));
    expect(refused.status).toBe(409);
    expect((await world.manager.read('duties')).items).toEqual([]);
    const { items } = await world.manager.make('duties/bulk', crossed({ except: except() }));
    expect(items.map(({ personName, taskName }: Json) => `${personName}: ${taskName}`).toSorted()).toEqual([
      'Kari Moen: EKG',
      'Kari Moen: Spirometri',
      'Siv Sykepleier: Infusjon',
      'Siv Sykepleier: Spirometri',
    ]);
  });

  it('ends in one act, each an entry of its own; nothing ends where anything is over or unknown', async () => {
    const { items } = await world.manager.make('duties/bulk', crossed({ except: except() }));
    const dutyIds: string[] = items.map(({ id }: Json) => id);
    const ending = (more: object) => ({ dutyIds, at: day(0), reason: 'Tildelt ved en feil', ...more });
    const [first = ''] = dutyIds;
    expect((await world.manager.post('duties/end', ending({ dutyIds: [first, kari.id] }))).status).toBe(404);
    await world.manager.make(`duties/${first}/end`, { at: day(0), reason: 'Alene' });
    const refused = await world.manager.post('duties/end', ending({}));
    expect(refused.status).toBe(409);
    expect(refused.body.refusals.map(({ code }: Json) => code)).toEqual(['duty-not-in-force']);
    const rest = await world.manager.make('duties/end', ending({ dutyIds: dutyIds.slice(1) }));
    expect(rest.items.map(({ validFrom, endReason }: Json) => [validFrom, endReason])).toEqual(
      Array(3).fill([null, 'Tildelt ved en feil']),
    );
    expect((await world.manager.read('log?type=duty.ended')).items).toHaveLength(4);
    expect((await world.manager.read(`duties?at=${day(1)}`)).items).toEqual([]);
  });

  it('leaves something to assign', async () => {
    const [first] = except();
    const asked = { personIds: [kari.id], taskIds: [tasks.infusion.id], except: [first] };
    const answer = await world.manager.post('duties/bulk', crossed(asked));
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer: '/except', code: 'too-many' }]);
  });

  it('of all that a check may answer goes back in one request', async () => {
    const some = (count: number) =>
      Array.from({ length: count }, (_, i) => `01890000-0000-7000-8000-${String(i).padStart(12, '0')}`);
    const asked = (people: number, taskIds: number) =>
      crossed({ personIds: some(people), taskIds: some(taskIds) });
    for (const path of ['check', 'bulk']) {
      const { status, body } = await world.manager.post(`duties/${path}`, asked(51, 200));
      expect([status, body.errors]).toMatchObject([400, [{ pointer: '/taskIds', code: 'too-many-pairs' }]]);
      expect(body.errors[0].detail).toContain('Velg færre personer eller oppgaver');
    }
    const most = asked(50, 200);
    const all = some(50).map((personId) => ({ personId, taskIds: some(200) }));
    // Nobody and nothing by these ids: all of it was read.
    expect((await world.manager.post('duties/check', most)).status).toBe(404);
    expect((await world.manager.post('duties/bulk', { ...most, except: all })).status).toBe(404);
  });
});

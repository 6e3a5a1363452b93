import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { catalogueTasks, templates } from '../../src/catalogue/catalogue.js';
import type { RoleDescriptionTemplate } from '../../src/catalogue/catalogue.types.js';
import { instantOf } from '../../src/http/instant.js';
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

const primaryCare = 'helsesekretaer-primaerhelsetjenesten';
const unknown = '01890000-0000-7000-8000-000000000000';
const model = (code: string) =>
  templates.find((template) => template.code === code) as RoleDescriptionTemplate;
const logged = async (type: string) => (await world.manager.read(`log?limit=200&type=${type}`)).items;
const adopt = (templateCode: string) => world.manager.make('role-descriptions', { templateCode });
const names = (area: Json) => area.tasks.map(({ name }: Json) => name);

/** A role with one task in each of two areas. */
async function written(more: object = {}): Promise<{ role: Json; ekg: Json; post: Json }> {
  const ekg = await world.task('EKG', { HE: true });
  const post = await world.task('Post', { HE: true }, { area: 'resepsjon' });
  const role = await world.manager.make('role-descriptions', {
    name: 'Helsesekretær hos oss',
    occupation: 'HE',
    areas: [
      { code: 'skiftestue', title: 'Skiftestue', tasks: [ekg.id] },
      { code: 'resepsjon', title: 'Luka', tasks: [{ id: post.id }] },
    ],
    obligations: ['Følger rutinene', { text: 'Taushetsplikt', legalBases: ['hpl-21'] }],
    effectiveFrom: '2025-01-01',
    ...more,
  });
  return { role, ekg, post };
}

describe('adopting a template', () => {
  it('takes 17, 9 and 17 tasks into use, with the obligations, from the start of the day', async () => {
    const role = await adopt(primaryCare);
    const template = model(primaryCare);
    expect(role).toMatchObject({
      name: template.name.nb,
      occupation: 'HE',
      templateCode: primaryCare,
      templateVersion: template.version,
      newerTemplate: null,
      version: 1,
    });
    expect(role.areas.map((area: Json) => [area.code, area.tasks.length])).toEqual([
      ['resepsjon', 17],
      ['laboratorium', 9],
      ['skiftestue', 17],
    ]);
    const nameOf = new Map(catalogueTasks.map(({ code, name }) => [code, name.nb]));
    expect(role.areas.map(names)).toEqual(
      template.areas.map(({ taskCodes }) => taskCodes.map((code) => nameOf.get(code))),
    );
    expect(role.obligations).toEqual(
      template.obligations.map(({ text, legalBases }) => ({ text: text.nb, legalBases })),
    );
    expect(Date.parse(role.effectiveFrom)).toBeLessThanOrEqual(Date.now());
    expect(Date.parse(role.effectiveFrom)).toBe(
      instantOf(new Date(Date.parse(role.effectiveFrom) + 43_200_000).toISOString().slice(0, 10)),
    );
    const answer = await world.manager.get(`role-descriptions/${role.id}`);
    expect(answer.body).toEqual(role);
    expect(answer.headers.etag).toBe('"1"');
  });

  it('uses the tasks the clinic has already, and brings those that are done after delegation', async () => {
    const { areas } = await adopt('tannhelsesekretaer');
    const inRole = areas.flatMap((area: Json) => area.tasks).length;
    const tasks = (await world.manager.read('tasks?limit=200')).items;
    const { afterDelegation } = model('tannhelsesekretaer');
    expect(afterDelegation.length).toBeGreaterThan(0);
    expect(tasks).toHaveLength(inRole + afterDelegation.length);
    for (const code of afterDelegation) {
      const task = tasks.find(({ catalogueCode }: Json) => catalogueCode === code);
      expect(task.entitlements.map(({ occupation }: Json) => occupation)).not.toContain('TH');
    }
    const again = await adopt('tannhelsesekretaer');
    expect(again.areas).toEqual(areas);
    expect((await world.manager.read('tasks?limit=200')).items).toHaveLength(tasks.length);
  });

  it('can be repeated from the log alone', async () => {
    const role = await adopt(primaryCare);
    const [{ payload, subjects }] = await logged('role-description.adopted');
    expect(subjects).toEqual([role.id]);
    expect(payload).toMatchObject({
      roleDescriptionId: role.id,
      number: 1,
      name: role.name,
      templateCode: primaryCare,
    });
    expect(payload.obligations).toEqual(role.obligations);
    expect(payload.areas).toEqual(
      role.areas.map((area: Json) => ({ ...area, tasks: area.tasks.map(({ id }: Json) => id) })),
    );
    const created = new Map(
      (await logged('task.created')).map((entry: Json) => [entry.payload.id, entry.payload]),
    );
    for (const { id, name, area } of role.areas.flatMap((area: Json) => area.tasks)) {
      expect(created.get(id)).toMatchObject({ name, area, catalogueCode: expect.any(String) });
    }
  });

  it.each(templates.map(({ code }) => code))(
    '%s: each task in one area, and every one of them in use',
    async (code) => {
      const { areas } = await adopt(code);
      const ids = areas.flatMap((area: Json) => area.tasks.map(({ id }: Json) => id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(model(code).areas.flatMap(({ taskCodes }) => taskCodes).length);
    },
  );

  it('answers 404 for a template nobody has written, and 400 for one that is half adopted', async () => {
    expect((await world.manager.post('role-descriptions', { templateCode: 'finnes-ikke' })).status).toBe(404);
    const mixed = await world.manager.post('role-descriptions', { templateCode: primaryCare, name: 'Vår' });
    expect(mixed.body.errors).toMatchObject([{ pointer: '/name', code: 'unknown-field' }]);
  });
});

describe('a role description of the clinic’s own', () => {
  it('is written whole, in its order', async () => {
    const { role, ekg, post } = await written();
    expect(role).toEqual({
      id: role.id,
      name: 'Helsesekretær hos oss',
      occupation: 'HE',
      templateCode: null,
      templateVersion: null,
      newerTemplate: null,
      version: 1,
      effectiveFrom: '2024-12-31T23:00:00.000Z',
      publishedAt: expect.any(String),
      areas: [
        { code: 'skiftestue', title: 'Skiftestue', tasks: [{ id: ekg.id, name: 'EKG', area: 'skiftestue' }] },
        { code: 'resepsjon', title: 'Luka', tasks: [{ id: post.id, name: 'Post', area: 'resepsjon' }] },
      ],
      obligations: [
        { text: 'Følger rutinene', legalBases: [] },
        { text: 'Taushetsplikt', legalBases: ['hpl-21'] },
      ],
    });
    expect((await logged('role-description.created'))[0].payload).toMatchObject({
      name: role.name,
      number: 1,
    });
  });

  it('refuses what cannot be', async () => {
    const { ekg } = await written();
    const body = { name: 'Ny', occupation: 'HE', areas: [], obligations: [], effectiveFrom: '2025-01-01' };
    const area = { code: 'skiftestue', title: 'Skiftestue', tasks: [ekg.id] };
    const errors = async (more: object) => {
      const answer = await world.manager.post('role-descriptions', { ...body, ...more });
      expect(answer.status).toBe(400);
      return answer.body.errors.map(({ pointer, code }: Json) => `${pointer} ${code}`);
    };
    expect(await errors({ areas: [area, { ...area, tasks: [] }] })).toEqual(['/areas/1/code repeated']);
    expect(await errors({ areas: [area, { ...area, code: 'lege' }] })).toEqual(['/areas/1/tasks/0 repeated']);
    expect(await errors({ areas: [{ ...area, tasks: [ekg.id, { taskId: ekg.id }] }] })).toEqual([
      '/areas/0/tasks repeated',
    ]);
    expect(await errors({ areas: [{ ...area, tasks: [{ name: 'EKG' }] }] })).toEqual([
      '/areas/0/tasks wrong-type',
    ]);
    expect(await errors({ areas: [{ ...area, code: 'kjeller' }] })).toEqual(['/areas/0/code not-one-of']);
    expect(await errors({ obligations: [{ text: 'X', legalBases: ['hpl-999'] }] })).toEqual([
      '/obligations/0/legalBases not-one-of',
    ]);
    expect(await errors({ obligations: [7] })).toEqual([
      '/obligations wrong-type',
      '/obligations/0 wrong-type',
    ]);
    expect(await errors({ obligations: [''] })).toEqual(['/obligations/0/text blank']);
    expect(await errors({ effectiveFrom: '2025-02-30' })).toEqual(['/effectiveFrom not-an-instant']);
    const elsewhere = await World.create(testApp);
    const foreign = await elsewhere.task('Deres', { HE: true });
    for (const id of [unknown, foreign.id]) {
      const answer = await world.manager.post('role-descriptions', {
        ...body,
        areas: [{ ...area, tasks: [id] }],
      });
      expect(answer.status).toBe(404);
    }
  });
});

describe('versions', () => {
  it('are published with a date, take what a read gave, and never change the past', async () => {
    const { role, ekg, post } = await written();
    const { areas, obligations } = await world.manager.read(`role-descriptions/${role.id}`);
    const publish = (body: object) => world.manager.make(`role-descriptions/${role.id}/versions`, body);
    const same = await publish({ areas, obligations, effectiveFrom: '2025-06-01' });
    expect(same).toMatchObject({ version: 2, areas, obligations });
    const coming = await publish({ areas: areas.slice(0, 1), obligations: [], effectiveFrom: day(30) });
    expect(coming).toMatchObject({ version: 3, obligations: [] });
    const read = (query: string) => world.manager.read(`role-descriptions/${role.id}${query}`);
    expect((await read('')).version).toBe(2);
    expect((await read('?at=2025-03-01')).version).toBe(1);
    expect((await read(`?at=${day(31)}`)).version).toBe(3);
    expect(await read('?version=3')).toEqual(coming);
    expect((await world.manager.get(`role-descriptions/${role.id}?at=2024-01-01`)).status).toBe(404);
    expect((await world.manager.get(`role-descriptions/${role.id}?version=4`)).status).toBe(404);
    expect((await world.manager.get(`role-descriptions/${role.id}?version=x`)).status).toBe(400);
    const { items } = await read('/versions');
    expect(items.map(({ number, effectiveFrom }: Json) => [number, effectiveFrom])).toEqual([
      [1, '2024-12-31T23:00:00.000Z'],
      [2, '2025-05-31T22:00:00.000Z'],
      [3, coming.effectiveFrom],
    ]);
    const first = await read('/versions?limit=2');
    expect((await read(`/versions?limit=2&cursor=${first.nextCursor}`)).items).toEqual(items.slice(2));
    const entry = (await logged('role-description.published')).at(-1);
    expect(entry.payload).toMatchObject({
      roleDescriptionId: role.id,
      number: 3,
      areas: [{ code: 'skiftestue', tasks: [ekg.id] }],
    });
    expect(post.id).not.toBe(ekg.id);
  });

  it('do not take effect before the one before; at the same moment the later one holds', async () => {
    const { role } = await written();
    const body = { areas: [], obligations: ['Ny'], effectiveFrom: '2024-12-31T22:59:59.999Z' };
    const early = await world.manager.post(`role-descriptions/${role.id}/versions`, body);
    expect(early.status).toBe(400);
    expect(early.body.errors).toMatchObject([{ pointer: '/effectiveFrom', code: 'before-previous-version' }]);
    await world.manager.make(`role-descriptions/${role.id}/versions`, {
      ...body,
      effectiveFrom: '2025-01-01',
    });
    expect((await world.manager.read(`role-descriptions/${role.id}`)).version).toBe(2);
    expect((await world.manager.read(`role-descriptions/${role.id}?at=2025-01-01`)).version).toBe(2);
  });

  it('show the first to come while none is in force', async () => {
    const { role } = await written({ effectiveFrom: day(10) });
    await world.manager.make(`role-descriptions/${role.id}/versions`, {
      areas: [],
      obligations: [],
      effectiveFrom: day(20),
    });
    expect((await world.manager.read(`role-descriptions/${role.id}`)).version).toBe(1);
    expect((await world.manager.read('role-descriptions')).items.map(({ version }: Json) => version)).toEqual(
      [1],
    );
  });

  it('case 15: a duty whose task has left the role is flagged and stands', async () => {
    const { role, ekg } = await written();
    const { id: personId } = await world.person('Kari');
    await world.engage(personId, 'HE', { roleDescriptionId: role.id });
    await world.authorise(personId, 'HE');
    const duty = await world.manager.make('duties', { personId, taskId: ekg.id, validFrom: day(-1) });
    expect(duty.flags).toEqual([]);
    await world.manager.make(`role-descriptions/${role.id}/versions`, {
      areas: [],
      obligations: [],
      effectiveFrom: day(-1),
    });
    const [after] = (await world.manager.read(`duties?personId=${personId}`)).items;
    expect(after).toEqual({ ...duty, flags: ['not-in-role-description'] });
    const decided = await world.manager.read(`decisions?personId=${personId}&taskId=${ekg.id}`);
    expect(decided.allowed).toBe(true);
    expect((await world.manager.read(`role-descriptions/${role.id}?version=1`)).areas[0].tasks).toMatchObject(
      [{ id: ekg.id }],
    );
  });
});

describe('the difference', () => {
  it('between two versions names what came, went and moved', async () => {
    const { role, ekg, post } = await written();
    const spirometri = await world.task('Spirometri', { HE: true });
    const areas = [
      { code: 'skiftestue', title: 'Skiftestue', tasks: [spirometri.id, post.id] },
      { code: 'lege', title: 'Lege', tasks: [] },
    ];
    const obligations = ['Følger rutinene', 'Taushetsplikt'];
    await world.manager.make(`role-descriptions/${role.id}/versions`, {
      areas,
      obligations,
      effectiveFrom: day(1),
    });
    const task = ({ id, name }: Json) => ({ id, name, catalogueCode: null });
    const added = [{ area: 'skiftestue', task: task(spirometri) }];
    const removed = [{ area: 'skiftestue', task: task(ekg) }];
    const bare = { text: 'Taushetsplikt', legalBases: [] };
    const based = { text: 'Taushetsplikt', legalBases: ['hpl-21'] };
    expect(await world.manager.read(`role-descriptions/${role.id}/diff?from=1&to=2`)).toEqual({
      from: 1,
      to: 2,
      added,
      removed,
      moved: [{ task: task(post), fromArea: 'resepsjon', toArea: 'skiftestue' }],
      obligations: { added: [bare], removed: [based] },
    });
    expect(await world.manager.read(`role-descriptions/${role.id}/diff?from=2&to=1`)).toMatchObject({
      added: removed,
      removed: added,
      obligations: { added: [based], removed: [bare] },
    });
  });

  it('to the newest template is nothing on the day of adoption, and then what the clinic has changed', async () => {
    const role = await adopt(primaryCare);
    const diff = (from: string, to: string) =>
      world.manager.read(`role-descriptions/${role.id}/diff?from=${from}&to=${to}`);
    const nothing = { added: [], removed: [], moved: [], obligations: { added: [], removed: [] } };
    expect(await diff('1', 'template')).toEqual({ from: 1, to: 'template', ...nothing });
    const dropped = role.areas[0].tasks[0];
    await world.manager.patch(`tasks/${dropped.id}`, { name: 'Vårt eget navn' }, 1);
    const areas = role.areas.map((area: Json, i: number) =>
      i === 0 ? { ...area, tasks: area.tasks.slice(1) } : area,
    );
    const obligations = role.obligations.slice(1);
    await world.manager.make(`role-descriptions/${role.id}/versions`, {
      areas,
      obligations,
      effectiveFrom: day(1),
    });
    const offered = await diff('2', 'template');
    expect(offered.added).toMatchObject([
      { area: 'resepsjon', task: { id: dropped.id, name: dropped.name } },
    ]);
    expect(offered.obligations).toEqual({ added: role.obligations.slice(0, 1), removed: [] });
    expect((await diff('template', '2')).removed).toEqual(offered.added);
  });

  it('needs both ends, and a template where one is named', async () => {
    const { role } = await written();
    const status = async (query: string) =>
      (await world.manager.get(`role-descriptions/${role.id}/diff?${query}`)).status;
    expect(await status('from=1')).toBe(400);
    expect(await status('from=1&to=newest')).toBe(400);
    expect(await status('from=0&to=1')).toBe(400);
    expect(await status('from=1&to=2')).toBe(404);
    expect(await status('from=1&to=template')).toBe(404);
    expect(await status('from=1&to=1')).toBe(200);
  });
});

describe('who', () => {
  it('reads all, and writes as a manager only, in one clinic', async () => {
    const { role } = await written();
    const kari = await world.colleague('Kari', 'HE');
    expect((await kari.client.read('role-descriptions')).items.map(({ id }: Json) => id)).toEqual([role.id]);
    expect((await kari.client.post('role-descriptions', { templateCode: primaryCare })).status).toBe(403);
    const elsewhere = await World.create(testApp);
    expect((await elsewhere.manager.read('role-descriptions')).items).toEqual([]);
    const body = { areas: [], obligations: [], effectiveFrom: day(1) };
    for (const path of ['', '/versions', '/diff?from=1&to=1']) {
      expect((await elsewhere.manager.get(`role-descriptions/${role.id}${path}`)).status).toBe(404);
    }
    expect((await elsewhere.manager.post(`role-descriptions/${role.id}/versions`, body)).status).toBe(404);
  });
});

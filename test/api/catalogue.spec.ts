import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogueTasks, templates } from '../../src/catalogue/catalogue.js';
import { catalogueCompetences } from '../../src/catalogue/competences.js';
import { taskCompetences } from '../../src/catalogue/task-competences.js';
import { legalBases } from '../../src/law/legal-bases.js';
import { occupations } from '../../src/law/occupations.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { World } from '../support/world.js';

let testApp: TestApp;
let client: Client;

beforeAll(async () => {
  testApp = await startApp();
  client = (await World.create(testApp)).manager;
});
afterAll(() => testApp.close());

const codes = async (path: string) =>
  (await client.read(`catalogue/${path}`)).items.map(({ code }: Json) => code);

describe('the national catalogue', () => {
  it('shows every task whole: three languages, source, entitlements and what the law says', async () => {
    const { items, nextCursor } = await client.read('catalogue/tasks');
    expect(nextCursor).toBeNull();
    expect(items).toEqual(JSON.parse(JSON.stringify(catalogueTasks)));
  });

  it('filters tasks by area and by the occupation that holds them', async () => {
    const laboratory = catalogueTasks.filter(({ area }) => area === 'laboratorium').map(({ code }) => code);
    expect(await codes('tasks?area=laboratorium')).toEqual(laboratory);
    const police = await codes('tasks?occupation=BI&area=laboratorium');
    expect(police.length).toBeGreaterThan(0);
    expect(laboratory).toEqual(expect.arrayContaining(police));
    expect((await client.get('catalogue/tasks?occupation=ZZ')).status).toBe(400);
  });

  it('shows every competence whole, with the tasks it is suggested for', async () => {
    const { items, nextCursor } = await client.read('catalogue/competences');
    expect(nextCursor).toBeNull();
    expect(items.map(({ suggestedFor: _, ...competence }: Json) => competence)).toEqual(
      JSON.parse(JSON.stringify(catalogueCompetences)),
    );
    const suggested = items.flatMap(({ suggestedFor }: Json) => suggestedFor);
    expect(suggested).toHaveLength(
      taskCompetences.flatMap(({ allOf, anyOf }) => [...allOf, ...anyOf]).length,
    );
    const ekg = items.find(({ code }: Json) => code === 'ekg');
    expect(ekg.suggestedFor).toMatchObject([
      {
        task: { code: 'skiftestue-ekg', name: { nb: 'EKG' } },
        minimumLevel: 2,
        need: 'all-of',
        alternatives: [],
        strength: 'POLICY',
        source: { kind: 'example' },
      },
    ]);
    const capillary = items.find(({ code }: Json) => code === 'kapillaerproevetaking');
    expect(capillary.suggestedFor).toMatchObject([
      { need: 'any-of', alternatives: [{ code: 'blodproevetaking', minimumLevel: 2 }] },
    ]);
  });

  it('filters competences by kind, and by the area and the occupation of the tasks they are suggested for', async () => {
    expect(await codes('competences?kind=certificate')).toEqual(
      catalogueCompetences.filter(({ kind }) => kind === 'certificate').map(({ code }) => code),
    );
    const laboratory = await codes('competences?area=laboratorium');
    expect(laboratory).toEqual(
      expect.arrayContaining(['blodproevetaking', 'noklus-prosedyrer', 'smittevern']),
    );
    expect(laboratory).not.toContain('ekg');
    const technologist = await codes('competences?occupation=X-TEK');
    expect(technologist).toContain('helsedata');
    expect(technologist).not.toContain('blodproevetaking');
    // A doctor's reception tasks: none. Area and occupation are asked of the same task.
    expect(await codes('competences?area=resepsjon&occupation=LE')).toEqual([]);
    expect((await client.get('catalogue/competences?kind=diploma')).status).toBe(400);
  });

  it('shows every template with its tasks by name', async () => {
    const { items } = await client.read('catalogue/role-descriptions');
    expect(items.map(({ code }: Json) => code)).toEqual(templates.map(({ code }) => code));
    const [primaryCare] = items;
    expect(primaryCare.areas.map(({ tasks }: Json) => tasks.length)).toEqual([17, 9, 17]);
    expect(primaryCare.areas[0].tasks[0].name).toEqual({
      nb: expect.any(String),
      nn: expect.any(String),
      en: expect.any(String),
    });
    expect(primaryCare.source.kind).toBe('seed');
    expect(await codes('role-descriptions?occupation=LE')).toEqual(['lege']);
    expect(await codes('role-descriptions?area=teknologi')).toEqual(['teknolog']);
  });

  it('shows every occupation and legal basis', async () => {
    expect((await client.read('catalogue/occupations')).items).toEqual(
      JSON.parse(JSON.stringify(Object.values(occupations))),
    );
    expect((await client.read('catalogue/legal-bases')).items).toEqual(
      JSON.parse(JSON.stringify(Object.values(legalBases))),
    );
  });

  it('pages as every list does', async () => {
    const all = await codes('occupations');
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Json = await client.read(`catalogue/occupations?limit=7${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ code }: Json) => code));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all);
    const nobody = Buffer.from('["ZZ"]').toString('base64url');
    expect((await client.get(`catalogue/occupations?cursor=${nobody}`)).status).toBe(400);
  });

  it('is for those who have signed in', async () => {
    expect((await client.with({ Cookie: '' }).get('catalogue/tasks')).status).toBe(401);
  });
});

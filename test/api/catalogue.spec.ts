import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogueTasks, templates } from '../../src/catalogue/catalogue.js';
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

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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

const matrix = (query = ''): Promise<Json> => world.manager.read(`matrix${query}`);
const assign = (personId: string, taskId: string, more: object = {}) =>
  world.manager.make('duties', { personId, taskId, validFrom: day(-8), ...more });
const course = (name: string): Promise<Json> =>
  world.manager.make('competences', { name, kind: 'course', levels: ['Under tilsyn', 'Selvstendig'] });
const record = (personId: string, competenceId: string, more: object = {}) =>
  world.manager.make(`people/${personId}/competence-records`, {
    competenceId,
    achievedOn: day(-50),
    evidence: { source: 'Kursbevis' },
    ...more,
  });

const namesOf = (list: Json[]): string[] => list.map(({ name }) => name);

/** The cell as the documentation says how to read it. */
function cell(
  { people, tasks, bases, refusals, answers, cells }: Json,
  personId: string,
  taskId: string,
): Json {
  const i = people.findIndex(({ id }: Json) => id === personId);
  const j = tasks.findIndex(({ id }: Json) => id === taskId);
  const answer = answers[cells[i][j]];
  return {
    ...answer,
    bases: answer.bases.map((place: number) => bases[place]),
    refusals: answer.refusals.map(({ refusal, about }: Json) => ({
      ...refusals[refusal],
      ...(about && { about }),
    })),
  };
}

/** What the single question says, without which duty, delegation or approval it is. */
async function decided(query: Record<string, string>): Promise<Json> {
  const { allowed, bases, refusals, until } = await world.manager.read(
    `decisions?${new URLSearchParams(query)}`,
  );
  const kinds = new Map(
    bases.map(({ kind, occupation }: Json) => [
      `${kind} ${occupation}`,
      { kind, ...(occupation && { occupation }) },
    ]),
  );
  return { allowed, bases: [...kinds.values()], refusals, until };
}

/** Each cell is what the single question about it says; asks for all of them. */
async function expectDecided(view: Json, query: Record<string, string> = {}): Promise<void> {
  for (const { id: personId } of view.people) {
    for (const { id: taskId } of view.tasks) {
      expect({ personId, taskId, ...cell(view, personId, taskId) }).toEqual({
        personId,
        taskId,
        ...(await decided({ personId, taskId, at: view.at, ...query })),
      });
    }
  }
}

describe('people and tasks in one answer', () => {
  it('says of every kind of basis and refusal what the decision says', async () => {
    const competence = await course('EKG-kurs');
    const infusion = await world.task('Infusjon', { LE: true });
    const ecg = await world.task('EKG', { HE: false }, { requiredCompetenceIds: [competence.id] });
    const medicine = await world.task('Legemidler', { LE: true }, { medicineHandling: true });
    const reception = await world.task('Telefon', { HE: false, 'X-MS': false }, { area: 'resepsjon' });
    const blood = await world.task('Blodprøve', { LE: true, HE: false });
    const other = await world.colleague('Stine Sekretær', 'HE');
    const mina = await world.person('Mina Medsekretær');
    await world.engage(mina.id, 'X-MS', { validTo: day(40) });
    const unauthorised = await world.person('Uten Papir');
    await world.engage(unauthorised.id, 'HE');
    const second = await world.colleague('Nora Lege', 'LE');
    await world.delegated(lege, hege, infusion.id, { validTo: day(60) });
    await world.delegated(second, hege, infusion.id, { validTo: day(90) });
    await assign(hege.id, ecg.id);
    await assign(other.id, ecg.id);
    await assign(hege.id, blood.id, { validTo: day(30) });
    await record(hege.id, competence.id, { validTo: day(20) });
    await record(other.id, competence.id, { validTo: day(-5) });
    await world.manager.make('approvals', {
      taskId: medicine.id,
      personId: mina.id,
      validFrom: day(0),
      validTo: day(35),
      course: { source: 'Kurs', completedOn: day(-30), competenceRecordId: null },
      test: { source: 'Prøve', passedOn: day(-20) },
      practicalSignOff: { signedOn: day(-5), signedBy: lege.id, note: 'Sett fem ganger.' },
    });
    await hege.client.make('people/me/abstentions', { taskId: reception.id, reason: 'Mestrer ikke.' });
    const view = await matrix('?tasks=all');
    expect(namesOf(view.people)).toEqual([
      'Hege Sekretær',
      'Lise Leder',
      'Live Lege',
      'Mina Medsekretær',
      'Nora Lege',
      'Stine Sekretær',
      'Uten Papir',
    ]);
    expect(namesOf(view.tasks)).toEqual(['Telefon', 'Blodprøve', 'EKG', 'Infusjon', 'Legemidler']);
    expect(cell(view, hege.id, blood.id)).toMatchObject({
      allowed: true,
      bases: [{ kind: 'own-duty', occupation: 'HE' }],
      refusals: [],
    });
    expect(cell(view, hege.id, infusion.id)).toMatchObject({ bases: [{ kind: 'delegation' }] });
    expect(cell(view, mina.id, medicine.id)).toMatchObject({ bases: [{ kind: 'approval' }] });
    expect(cell(view, lege.id, blood.id)).toMatchObject({ bases: [{ kind: 'own-right', occupation: 'LE' }] });
    expect(cell(view, hege.id, reception.id)).toMatchObject({ refusals: [{ code: 'abstained' }] });
    expect(cell(view, other.id, ecg.id)).toMatchObject({
      refusals: [{ code: 'competence-expired', about: { competences: 'EKG-kurs' } }],
    });
    expect(cell(view, unauthorised.id, blood.id)).toMatchObject({
      refusals: [{ code: 'no-practice-right' }],
    });
    expect(cell(view, mina.id, blood.id)).toMatchObject({ refusals: [{ code: 'outside-role' }] });
    expect(view.emergency).toMatch(/påtrengende nødvendig/);
    await expectDecided(view);
    await expectDecided(await matrix(`?tasks=all&at=${day(25)}`));
  });

  it('says each text once, in the reader’s language', async () => {
    await world.task('Infusjon', { LE: true });
    await world.task('Resept', { LE: true });
    const { body } = await world.manager.get('matrix?tasks=all').set('Accept-Language', 'en');
    expect(body.refusals).toEqual([
      expect.objectContaining({
        code: 'outside-role',
        detail: expect.stringContaining('occupation'),
        legalBases: [
          { id: 'hpl-5', strength: 'LAW', citation: expect.any(String) },
          { id: 'hpl-16', strength: 'LAW', citation: expect.any(String) },
        ],
      }),
    ]);
    expect(body.answers).toHaveLength(2);
    expect(body.cells).toHaveLength(3);
  });

  it('never calls somebody helsesekretær without that authorisation on the date (hpl-74)', async () => {
    const { id } = await world.person('Uten Papir');
    await world.engage(id, 'HE');
    await world.authorise(id, 'HE', { validFrom: day(10) });
    const titleOn = async (query: string) =>
      (await matrix(query)).people.find((person: Json) => person.id === id);
    const { body } = await world.manager.get(`people/${id}`);
    expect(await titleOn('')).toMatchObject({ title: body.titleOn.title, occupations: ['HE'] });
    expect((await titleOn('')).title).not.toBe('helsesekretær');
    expect((await titleOn(`?at=${day(11)}`)).title).toBe('helsesekretær');
  });

  it('holds whoever is engaged at the moment, and nothing about them but name and title', async () => {
    const { id } = await world.person('Kommer Snart', {
      email: 'kommer@example.no',
      birthDate: '1990-02-03',
    });
    await world.engage(id, 'X-MS', { validFrom: day(5) });
    expect(namesOf((await matrix()).people)).not.toContain('Kommer Snart');
    const view = await matrix(`?at=${day(6)}`);
    expect(view.people.find((person: Json) => person.id === id)).toEqual({
      id,
      name: 'Kommer Snart',
      title: 'medisinsk sekretær',
      occupations: ['X-MS'],
    });
    expect(JSON.stringify(view)).not.toMatch(/kommer@example|1990-02-03/);
  });
});

describe('which tasks and which people', () => {
  it('holds the tasks in use, or all', async () => {
    const used = await world.task('I bruk', { HE: false });
    await world.task('Utdatert', { HE: false });
    await assign(hege.id, used.id, { validTo: day(5) });
    expect(namesOf((await matrix()).tasks)).toEqual(['I bruk']);
    expect(namesOf((await matrix('?tasks=all')).tasks)).toEqual(['I bruk', 'Utdatert']);
    const later = await matrix(`?at=${day(6)}`);
    expect([later.tasks, later.cells]).toEqual([[], [[], [], []]]);
  });

  it('is filtered by area, occupation and competence', async () => {
    const [competence, unused] = [await course('EKG-kurs'), await course('Ubrukt')];
    const required = { requiredCompetenceIds: [competence.id] };
    await world.task('EKG', { HE: false }, required);
    await world.task('Telefon', { HE: false }, { area: 'resepsjon', ...required });
    const post = await world.task('Post', { HE: false }, { area: 'resepsjon' });
    const allOf = [{ anyOf: [{ competenceId: competence.id, minLevel: 2 }] }];
    await world.manager
      .call('put', `tasks/${post.id}/requirements`)
      .set('If-Match', '*')
      .send({ from: day(3), allOf });
    const tasks = async (query: string) => namesOf((await matrix(`?tasks=all&${query}`)).tasks);
    expect(await tasks('area=resepsjon')).toEqual(['Post', 'Telefon']);
    expect(await tasks(`competenceId=${competence.id}`)).toEqual(['Telefon', 'EKG']);
    expect(await tasks(`competenceId=${competence.id}&area=resepsjon`)).toEqual(['Telefon']);
    expect(await tasks(`competenceId=${competence.id}&at=${day(3)}`)).toEqual(['Post', 'Telefon', 'EKG']);
    expect(await tasks(`competenceId=${unused.id}`)).toEqual([]);
    expect(namesOf((await matrix('?occupation=HE')).people)).toEqual(['Hege Sekretær']);
    expect(namesOf((await matrix('?occupation=LE')).people)).toEqual(['Live Lege']);
    expect((await matrix('?occupation=SP')).cells).toEqual([]);
    expect((await world.manager.get(`matrix?competenceId=${hege.id}`)).status).toBe(404);
    expect((await world.manager.get('matrix?occupation=YY')).status).toBe(400);
  });
});

describe('as the clinic knew it', () => {
  it('answers from the log: the same as the tables now, and as then known of then', async () => {
    const competence = await course('EKG-kurs');
    const ecg = await world.task('EKG', { LE: true, HE: false }, { requiredCompetenceIds: [competence.id] });
    const phone = await world.task('Telefon', { HE: false }, { area: 'resepsjon' });
    await assign(hege.id, phone.id);
    await record(hege.id, competence.id, { validTo: day(20) });
    const { at: before } = await matrix();
    await assign(hege.id, ecg.id);
    await world.person('Ingen Steder');
    const now = await matrix(`?tasks=all&at=${day(1)}`);
    const { knownAt, ...known } = await matrix(`?tasks=all&at=${day(1)}&knownAt=${day(1)}`);
    expect(known).toEqual(now);
    expect(Date.parse(knownAt)).toBeGreaterThan(Date.now());
    for (const query of ['occupation=HE', 'area=resepsjon', `competenceId=${competence.id}`]) {
      const { knownAt: _, ...filtered } = await matrix(`?at=${day(1)}&knownAt=${day(1)}&${query}`);
      expect(filtered).toEqual(await matrix(`?at=${day(1)}&${query}`));
    }
    const then = await matrix(`?knownAt=${before}`);
    expect([then.at, then.knownAt, namesOf(then.tasks)]).toEqual([before, before, ['Telefon']]);
    const all = await matrix(`?knownAt=${before}&tasks=all`);
    expect(cell(all, hege.id, ecg.id)).toMatchObject({ bases: [{ kind: 'own-right', occupation: 'HE' }] });
    await expectDecided(all, { knownAt: before });
  });
});

it('is for managers and auditors; what an auditor looks at is in the log', async () => {
  expect((await hege.client.get('matrix')).status).toBe(403);
  const auditor = await world.login('Rita Revisor', undefined, ['auditor']);
  expect((await auditor.get('matrix?occupation=HE')).status).toBe(200);
  const { items } = await world.manager.read('log?type=auditor.looked-up');
  expect(items).toMatchObject([{ payload: { operation: 'getMatrix', query: { occupation: 'HE' } } }]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayInOslo } from '../../src/law/oslo.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let lege: Colleague;
let hege: Colleague;
let course: Json;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
  lege = await world.colleague('Live Lege', 'LE');
  hege = await world.colleague('Hege Sekretær', 'HE');
  course = await world.manager.make('competences', { name: 'EKG-kurs', kind: 'course', validityMonths: 12 });
});

const evidence = { source: 'Kursbevis' };
const told = (more: object = {}) => ({
  competenceId: course.id,
  achievedOn: day(-30),
  evidence,
  ...more,
});
const register = (personId: string, more: object = {}, by: Client = world.manager) =>
  by.post(`people/${personId}/competence-records`, told(more));
const requireOf = (taskId: string, allOf: object[], from = day(0)) =>
  world.manager.call('put', `tasks/${taskId}/requirements`).set('If-Match', '*').send({ from, allOf });
const decision = (personId: string, taskId: string, query = ''): Promise<Json> =>
  world.manager.read(`decisions?personId=${personId}&taskId=${taskId}${query}`);
const ecg = () => world.task('EKG', { HE: false }, { requiredCompetenceIds: [course.id] });
const codeOf = ({ status, body }: { status: number; body: Json }) => `${status} ${body.code ?? ''}`.trim();

describe('a competence', () => {
  it('is made, read, and changed with the version that was read', async () => {
    expect(course).toMatchObject({ levels: ['Bestått'], validityMonths: 12, renewal: null, version: 1 });
    const change = (version: string) =>
      world.manager.call('patch', `competences/${course.id}`).set('If-Match', version).send({ name: 'EKG' });
    expect((await change('"1"')).body).toMatchObject({ name: 'EKG', validityMonths: 12, version: 2 });
    expect(codeOf(await change('"1"'))).toBe('412 stale');
  });

  it('of the national catalogue is adopted once', async () => {
    const adopt = (catalogueCode: string) => world.manager.post('competences', { catalogueCode });
    expect((await adopt('hlr')).body).toMatchObject({ catalogueCode: 'hlr', validityMonths: 12 });
    expect(codeOf(await adopt('hlr'))).toBe('409 competence-exists');
    expect(codeOf(await adopt('finnes-ikke'))).toBe('404 not-found');
  });

  it('is not made by staff', async () =>
    expect(codeOf(await hege.client.post('competences', { name: 'Egen', kind: 'course' }))).toBe(
      '403 forbidden',
    ));
});

describe('what a task requires', () => {
  it('is shown with the task, from the date, and ends what stood before', async () => {
    const task = await ecg();
    expect(task).toMatchObject({ requiredCompetenceIds: [course.id], requirements: [{ validFrom: null }] });
    const other = await world.manager.make('competences', {
      name: 'HLR',
      kind: 'course',
      levels: ['A', 'B'],
    });
    const { status, body } = await requireOf(
      task.id,
      [{ anyOf: [{ competenceId: other.id, minLevel: 2 }] }],
      day(2),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 2,
      items: [
        { validFrom: null, anyOf: [{ competenceId: course.id }] },
        { validTo: null, anyOf: [{ competenceId: other.id, name: 'HLR', minLevel: 2 }] },
      ],
    });
    expect(await world.manager.read(`tasks/${task.id}`)).toMatchObject({
      requiredCompetenceIds: [course.id],
    });
  });

  it('goes on as it was where it is required again in the same words', async () => {
    const task = await ecg();
    const { body } = await requireOf(task.id, [{ anyOf: [{ competenceId: course.id }] }]);
    expect(body.items).toMatchObject([{ validFrom: null, validTo: null }]);
  });

  it('is refused in ways that mean nothing', async () => {
    const { id } = await ecg();
    const twice = { competenceId: course.id };
    expect((await requireOf(id, [{ anyOf: [twice, twice] }])).body.errors[0].pointer).toBe(
      '/allOf/0/anyOf/1/competenceId',
    );
    expect((await requireOf(id, [{ anyOf: [{ ...twice, minLevel: 2 }] }])).body.errors[0].code).toBe(
      'too-great',
    );
    expect(codeOf(await requireOf(id, [{ anyOf: [{ competenceId: id }] }]))).toBe('404 not-found');
  });
});

describe('a record', () => {
  it('of somebody else is confirmed by the manager, and lasts as long as such competence does', async () => {
    const achievedOn = `${day(-40).slice(0, 7)}-01`;
    const yearLater = `${Number(achievedOn.slice(0, 4)) + 1}${achievedOn.slice(4)}`;
    const { status, body } = await register(hege.id, { achievedOn, assessedBy: lege.id });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'confirmed', level: 1, assessedBy: { id: lege.id } });
    // To the first moment of that day, by the clinic's clock.
    const end = Date.parse(body.validTo);
    expect([dayInOslo(end - 1) < yearLater, dayInOslo(end)]).toEqual([true, yearLater]);
  });

  it('of oneself is a claim, until somebody else who masters it confirms it', async () => {
    const { body: claim } = await register(hege.id, {}, hege.client);
    expect(claim).toMatchObject({ status: 'claimed', standsFrom: null });
    const confirm = (by: Client) => by.post(`competence-records/${claim.id}/confirmation`);
    expect(codeOf(await confirm(hege.client))).toBe('409 assessed-by-oneself');
    expect(codeOf(await confirm(lege.client))).toBe('409 not-an-assessor');
    await register(lege.id);
    expect((await confirm(lege.client)).body).toMatchObject({
      status: 'confirmed',
      assessedBy: { id: lege.id },
      steps: [{ kind: 'claimed' }, { kind: 'confirmed', by: { id: lege.id } }],
    });
    expect(codeOf(await confirm(lege.client))).toBe('409 competence-record-not-claimed');
  });

  it('of the manager is a claim, too', async () =>
    expect((await register(world.managerId)).body.status).toBe('claimed'));

  it('is rejected and withdrawn with a reason, and then counts no more', async () => {
    const task = await ecg();
    const { body: claim } = await register(hege.id, {}, hege.client);
    const rejected = await world.manager.make(`competence-records/${claim.id}/rejection`, {
      reason: 'Ikke vist.',
    });
    expect(rejected).toMatchObject({ status: 'rejected', steps: [{}, { reason: 'Ikke vist.' }] });
    const { body: record } = await register(hege.id);
    expect((await decision(hege.id, task.id)).allowed).toBe(true);
    await world.manager.make(`competence-records/${record.id}/withdrawal`, { reason: 'Beviset var falskt.' });
    expect((await decision(hege.id, task.id)).refusals[0].code).toBe('competence-expired');
    expect(
      codeOf(await world.manager.post(`competence-records/${record.id}/withdrawal`, { reason: 'Igjen.' })),
    ).toBe('409 competence-record-not-in-force');
  });

  it('takes over from an older one, and never stands beside it', async () => {
    const { body: old } = await register(hege.id, { achievedOn: day(-200) });
    expect((await register(hege.id)).status).toBe(201);
    const renewed = await world.manager.read(`competence-records/${old.id}`);
    expect(Date.parse(renewed.standsTo)).toBeLessThan(Date.parse(renewed.validTo));
    expect(codeOf(await register(hege.id))).toBe('409 competence-record-exists');
  });

  it.each<[string, object, string]>([
    ['from tomorrow', { achievedOn: day(2) }, 'after-today'],
    ['of a level there is none of', { level: 2 }, 'too-great'],
    ['that ends before it begins', { validTo: day(-40) }, 'ends-before-start'],
  ])('%s is not taken', async (_what, more, code) =>
    expect((await register(hege.id, more)).body.errors[0].code).toBe(code),
  );

  it('says what the reader may do with it now', async () => {
    const { body } = await register(hege.id, {}, hege.client);
    const can = async (by: Client) => (await by.read(`competence-records/${body.id}`)).can;
    const nothing = {
      confirmation: false,
      rejection: false,
      withdrawal: false,
      evidence: false,
      erasure: false,
    };
    expect(body.can).toEqual({ ...nothing, withdrawal: true, evidence: true });
    const manager = { ...nothing, confirmation: true, rejection: true, withdrawal: true, evidence: true };
    expect(await can(world.manager)).toEqual(manager);
    await register(lege.id);
    expect(await can(lege.client)).toEqual({ ...nothing, confirmation: true, rejection: true });
    await world.manager.make(`competence-records/${body.id}/confirmation`);
    expect(await can(hege.client)).toEqual({ ...nothing, withdrawal: true });
    await hege.client.make(`competence-records/${body.id}/withdrawal`, { reason: 'Feil dato.' });
    expect(await can(world.manager)).toEqual(nothing);
  });

  it('is seen by whom it concerns, and not by others', async () => {
    const { body } = await register(hege.id);
    expect((await hege.client.get(`competence-records/${body.id}`)).status).toBe(200);
    expect(codeOf(await lege.client.get(`competence-records/${body.id}`))).toBe('403 forbidden');
    expect((await lege.client.read('competence-records')).items).toEqual([]);
    expect(codeOf(await register(hege.id, {}, lege.client))).toBe('403 forbidden');
  });
});

describe('the decision', () => {
  it('says what is missing, allows once it is shown, and until when', async () => {
    const task = await ecg();
    const before = await decision(hege.id, task.id);
    expect(before).toMatchObject({
      allowed: false,
      refusals: [
        { code: 'competence-missing', about: { competenceIds: course.id, competences: 'EKG-kurs' } },
      ],
    });
    expect(before.emergency).toMatch(/helsehjelp/);
    const { body } = await register(hege.id);
    expect(await decision(hege.id, task.id)).toMatchObject({ allowed: true, until: body.validTo });
    const after = `&at=${encodeURIComponent(body.validTo)}`;
    expect((await decision(hege.id, task.id, after)).refusals).toMatchObject([
      { code: 'competence-expired', about: { expiredAt: body.validTo } },
    ]);
  });

  it('answers as then known: before it was shown, and before it was required', async () => {
    const task = await world.task('EKG', { HE: false });
    const { items } = await world.manager.read('log?order=desc&limit=1');
    const known = `&knownAt=${items[0].at}`;
    await requireOf(task.id, [{ anyOf: [{ competenceId: course.id }] }]);
    const refused = await decision(hege.id, task.id);
    expect(refused.refusals).toMatchObject([{ code: 'competence-missing' }]);
    expect((await decision(hege.id, task.id, known)).allowed).toBe(true);
    const now = `&knownAt=${new Date(Date.now() + 60_000).toISOString()}`;
    expect((await decision(hege.id, task.id, now)).refusals).toEqual(refused.refusals);
  });

  it('holds what a role description requires of those engaged under it', async () => {
    const task = await world.task('EKG', { HE: false });
    const role = await world.manager.make('role-descriptions', {
      name: 'Sekretær',
      occupation: 'HE',
      areas: [{ code: 'skiftestue', title: 'Skiftestue', tasks: [task.id] }],
      obligations: ['Taushetsplikt.'],
      effectiveFrom: day(0),
    });
    const person = await world.person('Ny Sekretær');
    await world.engage(person.id, 'HE', { roleDescriptionId: role.id });
    await world.authorise(person.id, 'HE');
    const body = { from: day(-1), allOf: [{ anyOf: [{ competenceId: course.id }] }] };
    const required = await world.manager
      .call('put', `role-descriptions/${role.id}/requirements`)
      .set('If-Match', '"1"')
      .send(body);
    expect(required.body).toMatchObject({ version: 2, items: [{ anyOf: [{ name: 'EKG-kurs' }] }] });
    expect((await decision(person.id, task.id)).refusals).toMatchObject([{ code: 'competence-missing' }]);
    expect((await decision(hege.id, task.id)).allowed).toBe(true);
  });
});

describe('an occupation that is exempt', () => {
  it('is not asked when it does the task in its own right, and always when it has it from others', async () => {
    const task = await world.task('EKG', { LE: true, HE: false });
    const body = {
      from: day(-1),
      allOf: [{ anyOf: [{ competenceId: course.id }], exceptOccupations: ['LE', 'SP'] }],
    };
    const path = `tasks/${task.id}/requirements`;
    const required = await world.manager.call('put', path).set('If-Match', '*').send(body);
    expect(required.body.items).toMatchObject([{ exceptOccupations: ['LE', 'SP'] }]);
    expect((await decision(lege.id, task.id)).allowed).toBe(true);
    expect((await decision(hege.id, task.id)).refusals).toMatchObject([{ code: 'competence-missing' }]);
    const duty = { personId: lege.id, taskId: task.id, validFrom: day(0) };
    expect((await world.manager.make('duties', duty)).warnings ?? []).toEqual([]);
    const again = await world.manager.call('put', path).set('If-Match', '*').send(body);
    expect(again.body.items).toEqual(required.body.items);
    const without = { ...body, allOf: [{ anyOf: [{ competenceId: course.id }] }] };
    const changed = await world.manager.call('put', path).set('If-Match', '*').send(without);
    expect(changed.body.items[0].id).not.toBe(required.body.items[0].id);
    expect((await decision(lege.id, task.id)).allowed).toBe(false);
    const cannula = await world.task('Venekateter', { SP: true });
    await world.manager
      .call('put', `tasks/${cannula.id}/requirements`)
      .set('If-Match', '*')
      .send({ ...body, allOf: [{ ...body.allOf[0], exceptOccupations: ['HE', 'LE'] }] });
    const nurse = await world.colleague('Nora', 'SP');
    const proposal = { ...world.proposal(cannula.id, hege.id), profession: 'SP' };
    expect(codeOf(await nurse.client.post('delegations', proposal))).toBe('409 competence-missing');
  });
});

describe('case 12: a delegation', () => {
  it('is refused without the course, warned of where it ends, and does not revive after a gap', async () => {
    const drip = await world.task('Infusjon', { LE: true }, { requiredCompetenceIds: [course.id] });
    const proposal = world.proposal(drip.id, hege.id);
    expect(codeOf(await lege.client.post('delegations', proposal))).toBe('409 competence-missing');
    await register(hege.id, { validTo: day(40) });
    const { body: check } = await lege.client.post('delegations/check', proposal);
    expect([check.allowed, check.warnings.map(({ code }: Json) => code)]).toEqual([
      true,
      ['competence-ends'],
    ]);
    await world.delegated(lege, hege, drip.id);
    expect((await decision(hege.id, drip.id)).allowed).toBe(true);
    const later = `&at=${day(50)}`;
    expect((await decision(hege.id, drip.id, later)).refusals).toMatchObject([
      { code: 'competence-expired' },
    ]);
  });

  it('waits in vain for an acceptance once the course is withdrawn', async () => {
    const drip = await world.task('Infusjon', { LE: true }, { requiredCompetenceIds: [course.id] });
    const { body: record } = await register(hege.id);
    const { id } = await lege.client.make('delegations', world.proposal(drip.id, hege.id));
    await world.manager.make(`competence-records/${record.id}/withdrawal`, { reason: 'Ikke gjennomført.' });
    expect(codeOf(await hege.client.post(`delegations/${id}/acceptance`))).toBe('409 competence-expired');
  });
});

describe('a duty', () => {
  const assign = (taskId: string) =>
    world.manager.post('duties', { personId: hege.id, taskId, validFrom: day(0) });

  it('without the competence is warned of, and refused where the clinic has chosen so', async () => {
    const [one, two] = [await ecg(), await ecg()];
    const warned = await assign(one.id);
    expect(warned.status).toBe(201);
    expect(warned.body.warnings).toMatchObject([{ code: 'competence-lacking' }]);
    expect(await world.manager.read('clinic/policy')).toEqual({ competenceOfDuties: 'warn', version: 1 });
    const chosen = await world.manager
      .call('put', 'clinic/policy')
      .set('If-Match', '"1"')
      .send({ competenceOfDuties: 'refuse' });
    expect(chosen.body).toEqual({ competenceOfDuties: 'refuse', version: 2 });
    expect(codeOf(await assign(two.id))).toBe('409 competence-missing');
    const { areas } = await hege.client.read('me/responsibilities');
    expect(areas[0].tasks[0]).toMatchObject({ allowed: false, refusals: [{ code: 'competence-missing' }] });
  });
});

describe('to abstain', () => {
  const abstain = (taskId: string, by: Client = hege.client) =>
    by.post('people/me/abstentions', { taskId, reason: 'Jeg mestrer ikke dette.' });

  it('stops at once, is shown to the manager, and is ended only after a new confirmation by somebody else', async () => {
    const task = await ecg();
    await register(hege.id, { achievedOn: day(-60) });
    const { body } = await abstain(task.id);
    expect((await decision(hege.id, task.id)).refusals).toMatchObject([{ code: 'abstained' }]);
    expect((await world.manager.read('abstentions?open=true')).items).toMatchObject([
      { id: body.id, can: { end: true } },
    ]);
    expect(body.can).toEqual({ end: false });
    expect(codeOf(await abstain(task.id))).toBe('409 abstention-exists');
    const end = (by: Client) => by.post(`abstentions/${body.id}/end`, { reason: 'Sett utføre den på nytt.' });
    expect(codeOf(await end(hege.client))).toBe('409 assessed-by-oneself');
    expect(codeOf(await end(lege.client))).toBe('409 not-an-assessor');
    expect(codeOf(await end(world.manager))).toBe('409 confirmation-missing');
    await register(hege.id, { achievedOn: day(-1) });
    expect((await end(world.manager)).status).toBe(201);
    expect((await decision(hege.id, task.id)).allowed).toBe(true);
    expect((await world.manager.read('abstentions?open=true')).items).toEqual([]);
    expect(codeOf(await end(world.manager))).toBe('409 abstention-ended');
  });

  it('is for oneself only', async () =>
    expect(
      codeOf(
        await world.manager.post(`people/${hege.id}/abstentions`, {
          taskId: (await ecg()).id,
          reason: 'Hun mestrer ikke dette.',
        }),
      ),
    ).toBe('403 forbidden'));

  it('never stands in the way of emergency help (hpl-7)', async () => {
    const task = await ecg();
    await abstain(task.id);
    const emergency = { taskId: task.id, at: day(-1), note: 'Hjertestans på venterommet.' };
    expect((await hege.client.post('emergencies', emergency)).status).toBe(201);
  });
});

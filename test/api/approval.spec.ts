import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { type Colleague, day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let lege: Colleague;
let kari: Colleague;
let task: Json;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());
beforeEach(async () => {
  world = await World.create(testApp);
  lege = await world.colleague('Anders Vik', 'LE');
  kari = await world.colleague('Kari Moen', 'HE');
  task = await world.task('Injeksjon av vaksine', { LE: true }, { medicineHandling: true });
});

const asked = (more: object = {}) => ({
  taskId: task.id,
  personId: kari.id,
  validFrom: day(0),
  validTo: day(365),
  course: { source: 'Kurs i legemiddelhåndtering', completedOn: day(-40) },
  test: { source: 'Prøve i legemiddelregning', passedOn: day(-30) },
  practicalSignOff: { signedOn: day(-2), signedBy: lege.id },
  ...more,
});

const decision = (personId = kari.id, at = '') =>
  world.manager.read(`decisions?personId=${personId}&taskId=${task.id}${at && `&at=${at}`}`);

describe('an approval of medicine handling', () => {
  it('is a basis of its own, shown apart from duties and delegations, until it ends', async () => {
    expect((await decision()).refusals.map(({ code }: Json) => code)).toEqual(['outside-role']);
    const approval = await world.manager.make('approvals', asked({ conditions: 'Bare voksne.' }));
    expect(approval).toMatchObject({
      status: 'in-force',
      person: { name: 'Kari Moen' },
      practicalSignOff: { signedBy: { name: 'Anders Vik' }, note: null },
      steps: [{ kind: 'granted' }],
      can: { withdrawal: true, relinquishment: false },
    });
    expect(await decision()).toMatchObject({
      allowed: true,
      bases: [{ kind: 'approval', approvalId: approval.id }],
      until: approval.validTo,
    });
    const { areas } = await kari.client.read('me/responsibilities');
    expect(areas.flatMap(({ tasks }: Json) => tasks)).toMatchObject([
      {
        basis: 'approved',
        dutyId: null,
        delegation: null,
        approval: { id: approval.id, conditions: 'Bare voksne.', approver: { id: world.managerId } },
        allowed: true,
      },
    ]);
    expect((await decision(kari.id, day(366))).allowed).toBe(false);
  });

  it('cannot be left to others, by its own name or as a copy, and the attempt is logged', async () => {
    await world.manager.make('approvals', asked());
    const ola = await world.colleague('Ola Berg', 'HE');
    const copy = await world.task('Vaksine, nytt navn', { LE: true, HE: true }, { lineageOf: task.id });
    expect(copy.medicineHandling).toBe(true);
    for (const taskId of [task.id, copy.id]) {
      const proposal = { ...world.proposal(taskId, ola.id), profession: 'HE' };
      expect(await kari.client.refusedWith('delegations', proposal)).toContain('approved-task-not-delegable');
    }
    const { items } = await world.manager.read('log?type=delegation.refused');
    expect(items).toHaveLength(2);
  });

  it('is not given for a task of which the person has left a copy to others', async () => {
    const ola = await world.colleague('Ola Berg', 'X-MS');
    const copy = await world.task('Vaksine, nytt navn', { LE: true, HE: true }, { lineageOf: task.id });
    await kari.client.make('delegations', { ...world.proposal(copy.id, ola.id), profession: 'HE' });
    expect(await world.manager.refusedWith('approvals', asked())).toEqual(['approved-task-not-delegable']);
  });

  it('is given by a manager with a name, for somebody else, on what somebody else has seen', async () => {
    const refused = (more: object, by = world.manager) => by.refusedWith('approvals', asked(more));
    expect(await refused({ personId: world.managerId })).toContain('approval-to-self');
    expect(await refused({ practicalSignOff: { signedOn: day(-2), signedBy: kari.id } })).toEqual([
      'assessed-by-oneself',
    ]);
    const token = await world.manager.make('api-tokens', {
      name: 'Vaktliste',
      roles: ['manager'],
      expiresAt: day(3),
    });
    const robot = world.manager.with({ Authorization: `Bearer ${token.token}`, Cookie: '' });
    expect((await robot.post('approvals', asked())).status).not.toBe(201);
  });

  it('is refused with every reason at once', async () => {
    const other = await world.task('Sårstell', { HE: true });
    const gone = await world.person('Gro Gått');
    const codes = await world.manager.refusedWith('approvals', {
      ...asked({ taskId: other.id, personId: gone.id, validFrom: day(-3), validTo: day(800) }),
      test: { source: 'Prøve', passedOn: day(0) },
    });
    expect(codes.sort()).toEqual(
      [
        'approval-basis-missing',
        'approval-too-long',
        'backdated',
        'not-engaged',
        'not-medicine-handling',
      ].sort(),
    );
  });

  it('is once in a period', async () => {
    await world.manager.make('approvals', asked());
    expect(
      await world.manager.refusedWith('approvals', asked({ validFrom: day(200), validTo: day(400) })),
    ).toEqual(['approval-exists']);
    const next = await world.manager.make('approvals', asked({ validFrom: day(365), validTo: day(700) }));
    expect(next.status).toBe('coming');
  });

  it('asks for what the task requires, and counts no more after a gap (case 12)', async () => {
    const course = await world.manager.make('competences', { name: 'Anafylaksi', kind: 'course' });
    const allOf = [{ anyOf: [{ competenceId: course.id }] }];
    await world.manager
      .put(`tasks/${task.id}/requirements`, { from: day(0), allOf })
      .set('If-Match', '*')
      .expect(200);
    expect(await world.manager.refusedWith('approvals', asked())).toEqual(['competence-missing']);
    const record = await world.manager.make(`people/${kari.id}/competence-records`, {
      competenceId: course.id,
      achievedOn: day(-10),
      validTo: day(20),
      evidence: { source: 'Kurs' },
    });
    const { course: taken } = asked();
    const approval = await world.manager.make(
      'approvals',
      asked({ course: { ...taken, competenceRecordId: record.id } }),
    );
    expect(approval.course.competenceRecordId).toBe(record.id);
    expect((await decision()).allowed).toBe(true);
    const late = await decision(kari.id, day(21));
    expect(late.refusals.map(({ code }: Json) => code)).toEqual(['competence-expired']);
  });

  it('is withdrawn by a manager or given up by the person, with a reason, at once and for good', async () => {
    const one = await world.manager.make('approvals', asked());
    expect((await kari.client.post(`approvals/${one.id}/withdrawal`, { reason: 'Nei takk' })).status).toBe(
      403,
    );
    const withdrawn = await world.manager.make(`approvals/${one.id}/withdrawal`, { reason: 'Avvik i mars' });
    expect(withdrawn).toMatchObject({ status: 'withdrawn', steps: [{}, { reason: 'Avvik i mars' }] });
    expect((await decision()).allowed).toBe(false);
    expect(await world.manager.refusedWith(`approvals/${one.id}/withdrawal`, { reason: 'Igjen' })).toEqual([
      'approval-not-in-force',
    ]);
    const two = await world.manager.make('approvals', asked());
    expect((await lege.client.post(`approvals/${two.id}/relinquishment`, { reason: 'x' })).status).toBe(403);
    const given = await kari.client.make(`approvals/${two.id}/relinquishment`, { reason: 'Mestrer ikke' });
    expect(given.status).toBe('relinquished');
    expect((await decision()).allowed).toBe(false);
  });

  it('lapses again where a ban or an earlier end comes before the end that was known', async () => {
    const { id } = await world.manager.make('approvals', asked());
    const { engagements } = await world.manager.read(`people/${kari.id}`);
    const end = (at: string) =>
      world.manager.make(`engagements/${engagements[0].id}/end`, { at, reason: 'Slutter' });
    for (const at of [day(60), day(40)]) expect((await end(at)).lapsed.approvals).toMatchObject([{ id }]);
    const ban = { validFrom: day(10), note: 'Vedtak' };
    expect((await world.manager.make(`people/${kari.id}/bans`, ban)).lapsed.approvals).toMatchObject([
      { id },
    ]);
    const approval = await world.manager.read(`approvals/${id}`);
    expect(approval.steps.map(({ kind }: Json) => kind)).toEqual(['granted', 'lapsed', 'lapsed', 'lapsed']);
    expect((await decision(kari.id, day(11))).allowed).toBe(false);
  });

  it('lapses with the engagement and under a ban, and says so', async () => {
    const { id } = await world.manager.make('approvals', asked());
    const banned = await world.manager.make(`people/${kari.id}/bans`, { validFrom: day(0), note: 'Vedtak' });
    expect(banned.lapsed.approvals).toMatchObject([{ id, personName: 'Kari Moen' }]);
    expect((await kari.client.read(`approvals/${id}`)).status).toBe('lapsed');
    const ola = await world.colleague('Ola Berg', 'HE');
    const his = await world.manager.make('approvals', asked({ personId: ola.id }));
    const { engagements } = await world.manager.read(`people/${ola.id}`);
    const ended = await world.manager.make(`engagements/${engagements[0].id}/end`, {
      at: day(10),
      reason: 'Slutter',
    });
    expect(ended.lapsed.approvals).toMatchObject([{ id: his.id }]);
    expect((await world.manager.read(`approvals/${his.id}`)).standsTo).toBe(ended.validTo);
  });

  it('was not there as known before it was given', async () => {
    const before = new Date().toISOString();
    await world.manager.make('approvals', asked());
    const then = await world.manager.read(
      `decisions?personId=${kari.id}&taskId=${task.id}&at=${day(3)}&knownAt=${before}`,
    );
    expect(then.allowed).toBe(false);
    const now = new Date(Date.now() + 1).toISOString();
    const known = await world.manager.read(`people/${kari.id}/responsibilities?at=${day(3)}&knownAt=${now}`);
    expect(known.areas[0].tasks).toMatchObject([{ basis: 'approved', allowed: true }]);
  });

  it('is seen by the person, managers and auditors; the mark stays on a task that somebody was approved for', async () => {
    const { id } = await world.manager.make('approvals', asked());
    expect((await lege.client.get(`approvals/${id}`)).status).toBe(403);
    expect((await lege.client.read('approvals')).items).toEqual([]);
    expect((await kari.client.read(`approvals?status=in-force&taskId=${task.id}`)).items).toHaveLength(1);
    const unmarked = await world.manager.patch(`tasks/${task.id}`, { medicineHandling: false }, '*');
    expect([unmarked.status, unmarked.body.refusals[0].code]).toEqual([409, 'not-medicine-handling']);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { assessment, type Colleague, day, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let lege: Colleague;
let kari: Colleague;
let siri: Colleague;
let infusion: Json;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
  lege = await world.colleague('Anders Lege', 'LE');
  kari = await world.colleague('Kari Helsesekretær', 'HE');
  siri = await world.colleague('Siri Sekretær', 'X-MS');
  infusion = await world.task('Intravenøs infusjon', { LE: true, SP: true });
});

const decision = (personId: string, taskId: string, at = '') =>
  world.manager.read(
    `decisions?personId=${personId}&taskId=${taskId}${at && `&at=${encodeURIComponent(at)}`}`,
  );
const logged = async (type: string) => (await world.manager.read(`log?type=${type}`)).items;

describe('the life of a delegation', () => {
  it('is proposed, accepted and seen beside the delegatee’s own duties', async () => {
    const ekg = await world.task('EKG', { HE: true });
    await world.manager.make('duties', { personId: kari.id, taskId: ekg.id, validFrom: day(-1) });
    const proposed = await lege.client.make('delegations', world.proposal(infusion.id, kari.id));
    expect(proposed).toMatchObject({
      status: 'proposed',
      standsFrom: null,
      can: { withdrawal: true, acceptance: false },
    });
    expect((await kari.client.read('me/responsibilities')).pending.map(({ id }: Json) => id)).toEqual([
      proposed.id,
    ]);
    const accepted = await kari.client.make(`delegations/${proposed.id}/acceptance`);
    expect(accepted).toMatchObject({ status: 'accepted', can: { relinquishment: true, delegation: false } });
    const mine = await kari.client.read('me/responsibilities');
    expect(mine).toMatchObject({ title: 'helsesekretær', pending: [] });
    expect(mine.areas[0].tasks.map(({ task, basis, allowed }: Json) => [task.name, basis, allowed])).toEqual([
      ['EKG', 'own', true],
      ['Intravenøs infusjon', 'delegated', true],
    ]);
    expect(mine.areas[0].tasks[1].delegation.delegator).toEqual({ id: lege.id, name: lege.name });
  });

  it('can be declined, withdrawn, revoked by delegator or manager, and relinquished at once, each step with its reason', async () => {
    const propose = () => lege.client.make('delegations', world.proposal(infusion.id, kari.id));
    const declined = await propose();
    expect(
      (
        await kari.client.make(`delegations/${declined.id}/declination`, {
          reason: 'Har ikke fått opplæring',
        })
      ).status,
    ).toBe('declined');
    const withdrawn = await propose();
    expect(
      (await lege.client.make(`delegations/${withdrawn.id}/withdrawal`, { reason: 'Feil person' })).status,
    ).toBe('withdrawn');
    for (const [by, act, status] of [
      [lege.client, 'revocation', 'revoked'],
      [world.manager, 'revocation', 'revoked'],
      [kari.client, 'relinquishment', 'relinquished'],
    ] as const) {
      const { id } = await world.delegated(lege, kari, infusion.id);
      const ended = await by.make(`delegations/${id}/${act}`, { reason: 'Behersker det ikke lenger' });
      expect(ended.status).toBe(status);
      expect(ended.steps.at(-1)).toMatchObject({ kind: status, reason: 'Behersker det ikke lenger' });
      expect((await decision(kari.id, infusion.id)).allowed).toBe(false);
    }
  });

  it('case 7: is not accepted after withdrawal, by anyone else, or twice', async () => {
    const { id } = await lege.client.make('delegations', world.proposal(infusion.id, kari.id));
    expect(await siri.client.refusedWith(`delegations/${id}/acceptance`)).toEqual(['not-the-delegatee']);
    await kari.client.make(`delegations/${id}/acceptance`);
    expect(await kari.client.refusedWith(`delegations/${id}/acceptance`)).toEqual(['delegation-not-pending']);
    const other = await lege.client.make('delegations', world.proposal(infusion.id, siri.id));
    await lege.client.make(`delegations/${other.id}/withdrawal`, { reason: 'Likevel ikke' });
    expect(await siri.client.refusedWith(`delegations/${other.id}/acceptance`)).toEqual([
      'delegation-not-pending',
    ]);
  });

  it('is reviewed by the delegator, with a new date', async () => {
    const { id } = await world.delegated(lege, kari, infusion.id);
    const review = { outcome: 'Fortsetter', note: 'Sett gjennom fem tilfeller', nextReviewBy: day(120) };
    const reviewed = await lege.client.make(`delegations/${id}/reviews`, review);
    expect(reviewed.reviews).toMatchObject([{ outcome: 'Fortsetter', by: { id: lege.id } }]);
    expect(reviewed.supervision.reviewBy.slice(0, 10)).toBe(day(119));
    expect(await kari.client.refusedWith(`delegations/${id}/reviews`, review)).toEqual(['not-the-delegator']);
  });
});

it('is checked before the follow-up is written, which the answer does not rest on', async () => {
  const begun = world.proposal(infusion.id, kari.id, { assessment: {}, supervision: undefined });
  const check = await lege.client.post('delegations/check', begun);
  expect(check.status).toBe(200);
  expect(check.body.refusals).toMatchObject([{ code: 'assessment-missing' }]);
  expect((await lege.client.post('delegations', begun)).body.errors).toMatchObject([
    { pointer: '/supervision' },
  ]);
});

describe('a delegated task can never be delegated on', () => {
  it('tells whoever reads it why it stops here', async () => {
    const { id } = await world.delegated(lege, kari, infusion.id);
    const { notDelegable } = await kari.client.read(`delegations/${id}`);
    expect(notDelegable).toMatchObject({
      code: 'delegated-task-not-delegable',
      about: { delegationId: id, taskId: infusion.id },
      legalBases: expect.arrayContaining([expect.objectContaining({ strength: 'PROF' })]),
    });
    const [listed] = (await kari.client.read('delegations')).items;
    expect(listed.notDelegable).toBeUndefined();
  });

  it('case 1: not as a new delegation, not on the delegation itself, and both attempts are logged', async () => {
    const { id } = await world.delegated(lege, kari, infusion.id);
    const again = world.proposal(infusion.id, siri.id, { profession: 'HE' });
    expect((await kari.client.refusedWith('delegations', again))[0]).toBe('delegated-task-not-delegable');
    const check = await kari.client.post('delegations/check', again);
    expect(check.body).toMatchObject({
      allowed: false,
      refusals: expect.arrayContaining([expect.objectContaining({ code: 'delegated-task-not-delegable' })]),
    });
    for (const by of [lege.client, kari.client, siri.client, world.manager]) {
      expect(await by.refusedWith(`delegations/${id}/delegations`, again)).toEqual([
        'delegated-task-not-delegable',
      ]);
    }
    const refused = await logged('delegation.refused');
    expect(refused).toHaveLength(5);
    expect(refused[0]).toMatchObject({
      actor: { id: kari.id },
      payload: {
        act: 'propose',
        command: again,
        codes: expect.arrayContaining(['delegated-task-not-delegable']),
      },
    });
  });

  it.each(['copy', 'part', 'whole'])(
    'case 1: not as a %s that her own profession holds',
    async (relation) => {
      await world.delegated(lege, kari, infusion.id);
      const kin = await world.task(
        'Drypp',
        { HE: true, LE: true },
        { lineageOf: [{ taskId: infusion.id, relation }] },
      );
      const codes = await kari.client.refusedWith(
        'delegations',
        world.proposal(kin.id, siri.id, { profession: 'HE' }),
      );
      expect(codes).toContain('delegated-task-not-delegable');
    },
  );

  it('case 1: not in a circle, and not by a second login of the same person', async () => {
    await world.delegated(lege, kari, infusion.id);
    const back = world.proposal(infusion.id, lege.id, { profession: 'HE' });
    expect(await kari.client.refusedWith('delegations', back)).toContain('delegated-task-not-delegable');
    const second = await world.login('Kari igjen', kari.id);
    expect(
      await second.refusedWith('delegations', world.proposal(infusion.id, siri.id, { profession: 'HE' })),
    ).toContain('delegated-task-not-delegable');
  });

  it('case 2: but what she holds in her own right by another profession she may, naming it', async () => {
    await world.delegated(lege, kari, infusion.id);
    await world.authorise(kari.id, 'SP');
    expect(
      await kari.client.refusedWith(
        'delegations',
        world.proposal(infusion.id, siri.id, { profession: 'HE' }),
      ),
    ).toContain('delegated-task-not-delegable');
    const own = await kari.client.make(
      'delegations',
      world.proposal(infusion.id, siri.id, { profession: 'SP' }),
    );
    expect(own.status).toBe('proposed');
  });

  it('case 3: from two doctors, one revokes and the other stands', async () => {
    const second = await world.colleague('Berit Lege', 'LE');
    const first = await world.delegated(lege, kari, infusion.id);
    await world.delegated(second, kari, infusion.id);
    await lege.client.make(`delegations/${first.id}/revocation`, { reason: 'Slutter med dette' });
    expect(await decision(kari.id, infusion.id)).toMatchObject({
      allowed: true,
      bases: [{ kind: 'delegation' }],
    });
  });
});

describe('refusals', () => {
  it('come all at once, each with its legal bases and strength', async () => {
    const answer = await kari.client.post('delegations', {
      ...world.proposal(infusion.id, kari.id),
      validFrom: day(-3),
      assessment: { ...assessment, followUp: '-' },
    });
    expect(answer.status).toBe(409);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.body.refusals.map(({ code }: Json) => code)).toEqual([
      'no-practice-right',
      'delegation-to-self',
      'assessment-missing',
      'backdated',
    ]);
    expect(answer.body.refusals[0].legalBases[0]).toEqual({
      id: 'hpl-48',
      strength: 'LAW',
      citation: 'helsepersonelloven § 48',
    });
  });

  it('case 4: a manager without health qualification cannot delegate, and nobody delegates on another’s behalf', async () => {
    expect(await world.manager.refusedWith('delegations', world.proposal(infusion.id, kari.id))).toEqual([
      'no-practice-right',
    ]);
    const onBehalf = { ...world.proposal(infusion.id, kari.id), delegatorId: lege.id };
    expect((await world.manager.post('delegations', onBehalf)).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/delegatorId' }],
    });
  });

  it('case 17: what the helsesekretær holds in her own right needs no delegation', async () => {
    const ekg = await world.task('EKG', { HE: true, LE: true });
    expect(await lege.client.refusedWith('delegations', world.proposal(ekg.id, kari.id))).toEqual([
      'delegation-needless',
    ]);
  });

  it('reserved, contested, pupils, bans and limits', async () => {
    const prescribing = await world.task('Forskrivning', { LE: true }, { reservedTo: ['LE'] });
    expect(await lege.client.refusedWith('delegations', world.proposal(prescribing.id, kari.id))).toEqual([
      'task-reserved',
    ]);
    const contested = await world.task('Infiltrasjon', { LE: true }, { contested: true });
    expect(await lege.client.refusedWith('delegations', world.proposal(contested.id, kari.id))).toEqual([
      'contested-task',
    ]);
    const met = {
      course: 'Kurs i lokalanestesi',
      reasoning: 'Erfaren, og grundig opplært hos oss',
      delegatorPresent: true,
    };
    await lege.client.make('delegations', world.proposal(contested.id, kari.id, { contested: met }));
    const pupil = await world.person('Emil Elev');
    await world.engage(pupil.id, 'X-HEL', { kind: 'elev' });
    expect(await lege.client.refusedWith('delegations', world.proposal(infusion.id, pupil.id))).toEqual([
      'training-purpose-missing',
    ]);
    const training = { purpose: 'Læringsmål i Vg3', supervisorId: kari.id };
    await lege.client.make('delegations', world.proposal(infusion.id, pupil.id, { training }));
    await world.manager.make(`people/${siri.id}/bans`, { validFrom: day(0), note: 'Vedtak' });
    expect(await lege.client.refusedWith('delegations', world.proposal(infusion.id, siri.id))).toEqual([
      'delegatee-banned',
    ]);
    const authorisation = (await world.manager.read(`people/${lege.id}`)).authorisations[0];
    const limit = { kind: 'limited-suspension', validFrom: day(0), taskIds: [infusion.id], note: 'Vedtak' };
    await world.manager.make(`authorisations/${authorisation.id}/reactions`, limit);
    expect(await lege.client.refusedWith('delegations', world.proposal(infusion.id, kari.id))).toEqual([
      'right-limited',
    ]);
    expect((await decision(lege.id, infusion.id)).refusals).toMatchObject([{ code: 'right-limited' }]);
  });
});

describe('the ground lapses', () => {
  it('case 6: a suspension from a past date ends the delegation at that date, and the log keeps when it became known', async () => {
    const { id } = await world.delegated(lege, kari, infusion.id);
    const authorisation = (await world.manager.read(`people/${lege.id}`)).authorisations[0];
    const impact = await world.manager.read(
      `authorisations/${authorisation.id}/impact?kind=suspension&validFrom=${day(-10)}`,
    );
    const reaction = await world.manager.make(`authorisations/${authorisation.id}/reactions`, {
      kind: 'suspension',
      validFrom: day(-10),
      note: 'Vedtak fra Helsetilsynet',
    });
    expect(reaction.lapsed.delegations.map(({ id: lapsed }: Json) => lapsed)).toEqual([id]);
    expect(impact).toEqual(reaction.lapsed);
    expect(await kari.client.read(`delegations/${id}`)).toMatchObject({ status: 'lapsed', standsFrom: null });
    expect((await logged('reaction.recorded'))[0].payload).toMatchObject({
      kind: 'full-suspension',
      validFrom: expect.stringContaining(day(-11)),
    });
    expect(await logged('delegation.lapsed')).toHaveLength(1);
  });

  it('case 7: suspended while pending, acceptance is refused', async () => {
    const { id } = await lege.client.make('delegations', world.proposal(infusion.id, kari.id));
    const authorisation = (await world.manager.read(`people/${lege.id}`)).authorisations[0];
    await world.manager.make(`authorisations/${authorisation.id}/reactions`, {
      kind: 'recall',
      validFrom: day(0),
      note: 'Vedtak',
    });
    expect(await kari.client.refusedWith(`delegations/${id}/acceptance`)).toEqual(['no-practice-right']);
  });

  it('case 11: the delegator leaves, and what they gave lapses that moment', async () => {
    const { id } = await world.delegated(lege, kari, infusion.id);
    const engagement = (await world.manager.read(`people/${lege.id}`)).engagements[0];
    const at = `${day(20)}T12:00:00Z`;
    const impact = await world.manager.read(`engagements/${engagement.id}/impact?at=${at}`);
    const ended = await world.manager.make(`engagements/${engagement.id}/end`, { at, reason: 'Sluttet' });
    expect(impact).toEqual(ended.lapsed);
    expect(ended.lapsed.delegations).toMatchObject([{ id, at: `${day(20)}T12:00:00.000Z` }]);
    expect(await kari.client.read(`delegations/${id}`)).toMatchObject({
      status: 'accepted',
      standsTo: `${day(20)}T12:00:00.000Z`,
    });
    expect((await decision(kari.id, infusion.id, `${day(20)}T11:59:59Z`)).allowed).toBe(true);
    expect((await decision(kari.id, infusion.id, at)).allowed).toBe(false);
  });

  it('case 8 and 9: a limited suspension takes the named task, and losing one profession keeps the other', async () => {
    const both = await world.colleague('Dobbel', 'HE');
    await world.authorise(both.id, 'SP');
    const ekg = await world.task('EKG', { HE: true });
    const sutur = await world.task('Sutur', { SP: true });
    const he = (await world.manager.read(`people/${both.id}`)).authorisations.find(
      ({ profession }: Json) => profession === 'HE',
    );
    await world.manager.make(`authorisations/${he.id}/reactions`, {
      kind: 'waiver',
      validFrom: day(0),
      note: 'Ga avkall',
    });
    expect((await decision(both.id, ekg.id)).refusals).toMatchObject([{ code: 'no-practice-right' }]);
    expect(await decision(both.id, sutur.id)).toMatchObject({
      allowed: true,
      bases: [{ kind: 'own-right', occupation: 'SP' }],
    });
    expect((await world.manager.read(`people/${both.id}`)).titleOn.title).not.toContain('helsesekretær');
  });

  it('case 14: a person at two clinics is judged apart', async () => {
    const there = await World.create(testApp);
    const task = await there.task('Intravenøs infusjon', { LE: true });
    const answer = await kari.client.post('delegations', world.proposal(task.id, siri.id));
    expect(answer.status).toBe(404);
    const unknown = await kari.client.post(
      'delegations',
      world.proposal('01a204a3-0000-7000-8000-000000000000', siri.id),
    );
    expect({ ...answer.body }).toEqual({ ...unknown.body });
  });

  it('case 16: a medisinsk sekretær may receive tasks and is never called helsesekretær', async () => {
    await world.delegated(lege, siri, infusion.id);
    expect(await siri.client.read('me/responsibilities')).toMatchObject({ title: 'medisinsk sekretær' });
    const person = await world.person('Uten autorisasjon');
    await world.engage(person.id, 'HE');
    expect((await world.manager.read(`people/${person.id}`)).titleOn.title).not.toMatch(/helsesekretær/);
  });
});

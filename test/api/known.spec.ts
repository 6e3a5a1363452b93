import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startAlone, type TestApp } from '../support/app.js';
import { Client, type Json } from '../support/client.js';
import { dayLong, LaterClock } from '../support/clock.js';
import { type Colleague, day, World } from '../support/world.js';

/** What the clinic knows today, and what it knew then. */
const clock = new LaterClock();
let testApp: TestApp;
let world: World;
/** A manager whose sign-in outlives the days of these tests. */
let manager: Client;
let lege: Colleague;
let kari: Colleague;

beforeAll(async () => {
  testApp = await startAlone({ Clock: clock });
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
  const token = { name: 'Senere', roles: ['manager'], expiresAt: day(300) };
  const { token: secret } = await world.manager.make('api-tokens', token);
  manager = new Client(testApp).with({ Authorization: `Bearer ${secret}` });
  lege = await world.colleague('Live Lege', 'LE');
  kari = await world.colleague('Kari Nordmann', 'HE');
});

const start = Date.now();
/** So many days after the test began. */
const on = (days: number): string => new Date(start + days * dayLong).toISOString();
const onDay = <T>(days: number, work: () => Promise<T>): Promise<T> => clock.later(days * dayLong, work);
const dayOf = (moment: string): number => Math.floor((Date.parse(moment) - start) / dayLong);

const decision = (person: { id: string }, task: { id: string }, query: Record<string, string> = {}) =>
  manager.read(`decisions?${new URLSearchParams({ personId: person.id, taskId: task.id, ...query })}`);

const codes = ({ refusals }: Json): string[] => refusals.map(({ code }: Json) => code);

const authorisationOf = async ({ id }: { id: string }): Promise<string> =>
  (await manager.read(`people/${id}`)).authorisations[0].id;

async function suspend(person: { id: string }, reaction: object): Promise<Json> {
  const id = await authorisationOf(person);
  return manager.make(`authorisations/${id}/reactions`, { kind: 'suspension', note: 'Vedtak', ...reaction });
}

const heldBy = ({ areas }: Json): [string, boolean][] =>
  areas.flatMap(({ tasks }: Json) => tasks.map(({ task, allowed }: Json) => [task.name, allowed]));

describe('case 6: a suspension from day 3, learnt on day 10', () => {
  let task: Json;
  let delegation: Json;

  beforeEach(async () => {
    task = await world.task('Infusjon', { LE: true });
    delegation = await world.delegated(lege, kari, task.id);
    await onDay(10, () => suspend(lege, { validFrom: on(3) }));
  });

  it('refuses the delegator for day 4 today, and says since when that is known', async () => {
    const today = await onDay(10.5, () => decision(lege, task, { at: on(4) }));
    expect([today.allowed, codes(today)]).toEqual([false, ['no-practice-right']]);
    expect(dayOf(today.knownFrom)).toBe(10);
    expect(today).not.toHaveProperty('knownAt');
  });

  it('allows the delegator for day 4 as then known', async () => {
    const then = await onDay(10.5, () => decision(lege, task, { at: on(4), knownAt: on(5) }));
    expect([then.allowed, then.bases, then.knownFrom]).toEqual([
      true,
      [{ kind: 'own-right', occupation: 'LE' }],
      null,
    ]);
    expect([then.at, then.knownAt]).toEqual([on(4), on(5)]);
  });

  it('says the same of whoever had the task from the suspended', async () => {
    const [today, then] = await onDay(10.5, async () => [
      await decision(kari, task, { at: on(4) }),
      await decision(kari, task, { at: on(4), knownAt: on(5) }),
    ]);
    expect([today.allowed, dayOf(today.knownFrom)]).toEqual([false, 10]);
    expect([then.allowed, then.bases]).toEqual([true, [{ kind: 'delegation', delegationId: delegation.id }]]);
  });

  it('is known from when it is known, to the millisecond', async () => {
    const { knownFrom } = await onDay(10.5, () => decision(kari, task, { at: on(4) }));
    const before = new Date(Date.parse(knownFrom) - 1).toISOString();
    await onDay(10.5, async () => {
      expect((await decision(kari, task, { at: on(4), knownAt: before })).allowed).toBe(true);
      const since = await decision(kari, task, { at: on(4), knownAt: knownFrom });
      expect([since.allowed, since.knownFrom]).toEqual([false, knownFrom]);
    });
  });

  it('has nothing that was learnt late for a moment after it was learnt, nor before the suspension', async () => {
    await onDay(11, async () => {
      expect((await decision(lege, task)).knownFrom).toBeNull();
      expect(await decision(lege, task, { at: on(2) })).toMatchObject({ allowed: true, knownFrom: null });
      expect(await decision(lege, task, { at: on(30) })).toMatchObject({ allowed: false, knownFrom: null });
    });
  });

  it('shows the delegation and the responsibilities as they were thought to be', async () => {
    await onDay(10.5, async () => {
      const then = await manager.read(`delegations/${delegation.id}?knownAt=${on(5)}`);
      expect([then.status, then.standsTo, then.knownAt]).toEqual(['accepted', delegation.validTo, on(5)]);
      expect(then.steps.map(({ kind }: Json) => kind)).toEqual(['proposed', 'accepted']);
      expect(new Set(Object.values(then.can))).toEqual(new Set([false]));
      expect(then).not.toHaveProperty('receipt');
      const now = await manager.read(`delegations/${delegation.id}`);
      expect([now.status, now.standsTo]).toEqual(['lapsed', on(3)]);
      const listed = async (query: string): Promise<number> =>
        (await manager.read(`delegations?taskId=${task.id}&${query}`)).items.length;
      expect(await listed(`at=${on(4)}`)).toBe(0);
      expect(await listed(`at=${on(4)}&knownAt=${on(5)}`)).toBe(1);
      expect(await listed('status=accepted')).toBe(0);
      expect(await listed(`status=accepted&knownAt=${on(5)}`)).toBe(1);
      const responsibilities = await manager.read(`people/${kari.id}/responsibilities?knownAt=${on(5)}`);
      expect([responsibilities.at, responsibilities.knownAt]).toEqual([on(5), on(5)]);
      expect(heldBy(responsibilities)).toEqual([['Infusjon', true]]);
      expect(heldBy(await manager.read(`people/${kari.id}/responsibilities?at=${on(4)}`))).toEqual([]);
    });
  });
});

describe('a reaction that was known before it was recorded', () => {
  it('counts from when it was known, for both the delegator and the delegatee', async () => {
    const task = await world.task('Infusjon', { LE: true });
    await world.delegated(lege, kari, task.id);
    await onDay(10, () => suspend(lege, { validFrom: on(3), knownFrom: on(8) }));
    await onDay(11, async () => {
      for (const person of [lege, kari]) {
        const asKnown = (knownAt: string) => decision(person, task, { at: on(4), knownAt });
        expect((await asKnown(on(7.9))).allowed).toBe(true);
        expect(await asKnown(on(8))).toMatchObject({ allowed: false, knownFrom: on(8) });
        expect((await decision(person, task, { at: on(4) })).knownFrom).toBe(on(8));
      }
    });
  });

  it('takes what still stood as then known, although something else had cut it before it was recorded', async () => {
    const task = await world.task('Infusjon', { LE: true });
    await world.delegated(lege, kari, task.id);
    const { engagements } = await manager.read(`people/${lege.id}`);
    await onDay(7, () =>
      manager.make(`engagements/${engagements[0].id}/end`, { at: on(2), reason: 'Sluttet' }),
    );
    await onDay(10, () => suspend(lege, { validFrom: on(3), knownFrom: on(5) }));
    await onDay(11, async () => {
      const asKnown = async (knownAt: string) => (await decision(kari, task, { at: on(4), knownAt })).allowed;
      expect([await asKnown(on(4.5)), await asKnown(on(6)), await asKnown(on(8))]).toEqual([
        true,
        false,
        false,
      ]);
    });
  });

  it('takes an approval with it, also for the time after a ban that ends', async () => {
    const task = await world.task('Vaksine', { LE: true }, { medicineHandling: true });
    const approval = await world.manager.make('approvals', {
      taskId: task.id,
      personId: kari.id,
      validFrom: day(0),
      validTo: day(300),
      course: { source: 'Kurs i legemiddelhåndtering', completedOn: day(-40) },
      test: { source: 'Prøve i legemiddelregning', passedOn: day(-30) },
      practicalSignOff: { signedOn: day(-2), signedBy: lege.id },
    });
    const ban = { validFrom: on(3), validTo: on(5), knownFrom: on(4), note: 'Vedtak' };
    const { lapsed } = await onDay(10, () => manager.make(`people/${kari.id}/bans`, ban));
    expect(lapsed.approvals).toMatchObject([{ id: approval.id }]);
    const asked = (knownAt: number, at: number) =>
      onDay(11, () => decision(kari, task, { knownAt: on(knownAt), at: on(at) }));
    expect(await asked(3.5, 6)).toMatchObject({ allowed: true, bases: [{ kind: 'approval' }] });
    expect(codes(await asked(4.5, 4.5))).toEqual(['outside-role']);
    expect(codes(await asked(4.5, 6))).toEqual(['outside-role']);
    expect(codes(await asked(10.5, 6))).toEqual(['outside-role']);
  });

  it('says nothing of tasks, delegations and duties that were not there yet', async () => {
    const early = await world.task('Tidlig', { HE: true });
    await onDay(6, async () => {
      const late = await manager.make('tasks', {
        name: 'Sen',
        area: 'skiftestue',
        entitlements: [{ occupation: 'HE', mayDelegate: false }],
      });
      await manager.make('duties', { personId: kari.id, taskId: late.id, validFrom: on(1) });
      const taskIds = [early.id, late.id];
      await onDay(4, () => suspend(kari, { validFrom: on(3), knownFrom: on(5), taskIds }));
    });
    await onDay(11, async () => {
      const then = await decision(kari, early, { at: on(4), knownAt: on(5.5) });
      expect([then.allowed, codes(then)]).toEqual([false, ['right-limited']]);
      expect((await decision(kari, early, { at: on(4), knownAt: on(4.5) })).allowed).toBe(true);
      expect(heldBy(await manager.read(`people/${kari.id}/responsibilities?knownAt=${on(5.5)}`))).toEqual([]);
    });
  });
});

describe('what was learnt late of other kinds', () => {
  it.each([
    [
      'an engagement ended back in time',
      async () => {
        const { engagements } = await manager.read(`people/${kari.id}`);
        await manager.make(`engagements/${engagements[0].id}/end`, { at: on(2), reason: 'Sluttet' });
      },
      'not-engaged',
    ],
    ['a ban', () => manager.make(`people/${kari.id}/bans`, { validFrom: on(2), note: 'Vedtak' }), 'banned'],
    [
      'a birth date',
      () => manager.patch(`people/${kari.id}`, { birthDate: '1940-01-01' }, '*'),
      'no-practice-right',
    ],
  ])('%s', async (_, learn, code) => {
    const task = await world.task('EKG', { HE: true });
    await onDay(5, learn);
    await onDay(6, async () => {
      const today = await decision(kari, task, { at: on(3) });
      expect([codes(today), dayOf(today.knownFrom)]).toEqual([[code], 5]);
      expect((await decision(kari, task, { at: on(3), knownAt: on(4) })).allowed).toBe(true);
    });
  });

  it('is nothing where the answer was no all along', async () => {
    const task = await world.task('Resept', { LE: false });
    await onDay(5, () => suspend(kari, { validFrom: on(1) }));
    const today = await onDay(6, () => decision(kari, task, { at: on(3) }));
    expect(today).toMatchObject({ allowed: false, knownFrom: null });
  });
});

describe('names, steps and periods as then known', () => {
  it('tells them as they were before they changed', async () => {
    const task = await world.task('EKG', { LE: true, HE: false });
    const other = await world.task('Sårstell', { LE: true });
    const given = await world.delegated(lege, kari, other.id);
    const pending = await lege.client.make('delegations', world.proposal(other.id, (await third()).id));
    const duty = await manager.make('duties', { personId: kari.id, taskId: task.id, validFrom: day(-5) });
    await onDay(0.2, async () => {
      await manager.patch(`people/${kari.id}`, { name: 'Kari Hansen' }, '*');
      await manager.patch(`tasks/${task.id}`, { name: 'Hvile-EKG', area: 'laboratorium' }, '*');
      await manager.make(`duties/${duty.id}/end`, { at: on(0.15), reason: 'Ny fordeling' });
      await manager.make(`delegations/${given.id}/revocation`, { reason: 'Ikke forsvarlig' });
      await lege.client.make(`delegations/${pending.id}/withdrawal`, { reason: 'Ombestemt' });
    });
    await onDay(0.3, async () => {
      const then = await manager.read(`people/${kari.id}/responsibilities?knownAt=${on(0.1)}`);
      expect([then.name, then.title]).toEqual(['Kari Nordmann', 'helsesekretær']);
      expect(then.areas.map(({ code }: Json) => code)).toEqual(['skiftestue']);
      expect(heldBy(then)).toEqual([
        ['EKG', true],
        ['Sårstell', true],
      ]);
      const now = await manager.read(`people/${kari.id}/responsibilities`);
      expect([now.name, heldBy(now)]).toEqual(['Kari Hansen', []]);
      const status = async (id: string, query: string) =>
        (await manager.read(`delegations/${id}${query}`)).status;
      expect(await status(given.id, `?knownAt=${on(0.1)}`)).toBe('accepted');
      expect(await status(given.id, `?knownAt=${on(0.25)}`)).toBe('revoked');
      expect(await status(pending.id, `?knownAt=${on(0.1)}`)).toBe('proposed');
      expect(await status(pending.id, '')).toBe('withdrawn');
      const view = await manager.read(`delegations/${given.id}?knownAt=${on(0.1)}`);
      expect(view.delegatee.name).toBe('Kari Nordmann');
    });
  });

  const third = () => world.colleague('Mona Medhjelper', 'X-MS');

  it('lists what waited for an answer', async () => {
    const task = await world.task('Sårstell', { LE: true });
    const { id } = await lege.client.make('delegations', world.proposal(task.id, kari.id));
    await onDay(0.2, () => kari.client.make(`delegations/${id}/declination`, { reason: 'Ikke trygg' }));
    await onDay(0.3, async () => {
      const waited = await manager.read(`people/${kari.id}/responsibilities?knownAt=${on(0.1)}`);
      expect(waited.pending.map(({ id, status }: Json) => [id, status])).toEqual([[id, 'proposed']]);
      expect((await manager.read(`people/${kari.id}/responsibilities`)).pending).toEqual([]);
    });
  });

  it('flags a duty by the role description that was known then (case 15)', async () => {
    const task = await world.task('EKG', { HE: false });
    const obligations = ['Holde seg faglig oppdatert.'];
    const areas = (tasks: string[]) => [{ code: 'skiftestue', title: 'Skiftestue', tasks }];
    const role = await manager.make('role-descriptions', {
      name: 'Helsesekretær',
      occupation: 'HE',
      areas: areas([task.id]),
      obligations,
      effectiveFrom: on(-10),
    });
    const person = await world.person('Siri Sekretær');
    await world.engage(person.id, 'HE', { roleDescriptionId: role.id });
    await world.authorise(person.id, 'HE');
    await manager.make('duties', { personId: person.id, taskId: task.id, validFrom: day(-5) });
    await onDay(2, () =>
      manager.make(`role-descriptions/${role.id}/versions`, {
        areas: areas([]),
        obligations,
        effectiveFrom: on(-3),
      }),
    );
    const flags = async (query: string): Promise<string[]> => {
      const { areas } = await manager.read(`people/${person.id}/responsibilities?at=${on(0.5)}${query}`);
      return areas[0].tasks[0].flags;
    };
    await onDay(3, async () => {
      expect(await flags('')).toEqual(['not-in-role-description']);
      expect(await flags(`&knownAt=${on(1)}`)).toEqual([]);
    });
  });
});

describe('who may ask, and about what', () => {
  it('asks with the roles of today: own delegations for staff, others for nobody', async () => {
    const task = await world.task('Sårstell', { LE: true });
    const { id } = await world.delegated(lege, kari, task.id);
    const mona = await world.colleague('Mona Medhjelper', 'X-MS');
    const then = `knownAt=${new Date(Date.now() - 1).toISOString()}`;
    expect((await kari.client.read(`delegations?${then}`)).items).toHaveLength(1);
    expect((await mona.client.read(`delegations?${then}`)).items).toHaveLength(0);
    expect((await mona.client.get(`delegations/${id}?${then}`)).status).toBe(403);
    expect((await mona.client.get(`people/${kari.id}/responsibilities?${then}`)).status).toBe(403);
    const question = `personId=${kari.id}&taskId=${task.id}`;
    expect((await mona.client.get(`decisions?${question}&${then}`)).status).toBe(403);
    expect((await kari.client.read(`me/responsibilities?${then}`)).personId).toBe(kari.id);
  });

  it('knows nobody and nothing from before it was registered', async () => {
    const task = await world.task('Sårstell', { LE: true });
    const { id } = await world.delegated(lege, kari, task.id);
    const before = `knownAt=${on(-30)}`;
    for (const path of [
      `decisions?personId=${kari.id}&taskId=${task.id}&${before}`,
      `people/${kari.id}/responsibilities?${before}`,
      `delegations/${id}?${before}`,
    ])
      expect((await manager.get(path)).status).toBe(404);
    expect((await manager.read(`delegations?${before}`)).items).toEqual([]);
  });

  it('is asked with a moment', async () => {
    for (const path of ['delegations', `people/${kari.id}/responsibilities`, 'me/responsibilities']) {
      const { status, body } = await world.manager.get(`${path}?knownAt=i-fjor`);
      expect([status, body.errors[0].pointer]).toEqual([400, '/knownAt']);
    }
  });

  it('answers in pages as it does without', async () => {
    const task = await world.task('Sårstell', { LE: true });
    for (const name of ['Anna', 'Berit', 'Cecilie'])
      await world.delegated(lege, await world.colleague(name, 'X-MS'), task.id);
    const knownAt = new Date(Date.now() + 1000).toISOString();
    const first = await manager.read(`delegations?limit=2&knownAt=${knownAt}`);
    const rest = await manager.read(`delegations?limit=2&knownAt=${knownAt}&cursor=${first.nextCursor}`);
    const all = await manager.read('delegations');
    const ids = ({ items }: Json): string[] => items.map(({ id }: Json) => id);
    expect([...ids(first), ...ids(rest)]).toEqual(ids(all));
    expect([first.items.length, rest.nextCursor]).toEqual([2, null]);
  });
});

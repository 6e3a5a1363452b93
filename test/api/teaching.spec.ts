import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startAlone, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { hour, LaterClock } from '../support/clock.js';
import { type Colleague, day, World } from '../support/world.js';

const clock = new LaterClock();
let testApp: TestApp;
let world: World;
let lege: Colleague;
let kari: Colleague;
let ola: Colleague;

beforeAll(async () => {
  testApp = await startAlone({ Clock: clock });
});
afterAll(() => testApp.close());
beforeEach(async () => {
  world = await World.create(testApp);
  lege = await world.colleague('Anders Vik', 'LE');
  kari = await world.colleague('Kari Moen', 'HE');
  ola = await world.colleague('Ola Berg', 'HE');
});

const told = (more: object = {}) => ({
  kind: 'internal-teaching',
  title: 'Anafylaksi',
  startsAt: day(3),
  endsAt: day(4),
  heldBy: { personId: lege.id },
  ...more,
});

const plan = (more: object = {}): Promise<Json> => world.manager.make('teaching', told(more));
const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();
/** From in an hour to in two: a sign-in lasts as long. */
const soon = (more: object = {}): Promise<Json> =>
  plan({ startsAt: inHours(1), endsAt: inHours(2), ...more });
const past = (more: object = {}): Promise<Json> => plan({ startsAt: day(-9), endsAt: day(-8), ...more });

const attend = (id: string, statuses: Record<string, string>, by = world.manager): Promise<Json> =>
  by.make(`teaching/${id}/attendance`, attended(statuses));

const attended = (statuses: Record<string, string>) => ({
  people: Object.entries(statuses).map(([personId, status]) => ({ personId, status })),
});

const codeOf = ({ status, body }: { status: number; body: Json }) => `${status} ${body.code}`;

describe('teaching', () => {
  it('is listed in the order in which it begins, or the other way round, page by page', async () => {
    for (const ahead of [3, 9, 6])
      await plan({ title: `${ahead}`, startsAt: day(ahead), endsAt: day(ahead + 1) });
    const pages = async (order: string): Promise<string[]> => {
      const first = await world.manager.read(`teaching?limit=2&order=${order}`);
      const rest = await world.manager.read(`teaching?limit=2&order=${order}&cursor=${first.nextCursor}`);
      return [...first.items, ...rest.items].map(({ title }: Json) => title);
    };
    expect(await pages('asc')).toEqual(['3', '6', '9']);
    expect(await pages('desc')).toEqual(['9', '6', '3']);
  });

  it('is planned with topics, place, who holds it and who is to come, and the log says so', async () => {
    const planned = await plan({
      place: 'Møterommet',
      topics: ['Adrenalinpenn', 'Varsling'],
      invitedIds: [kari.id],
    });
    expect(planned).toMatchObject({
      kind: 'internal-teaching',
      status: 'planned',
      place: 'Møterommet',
      topics: ['Adrenalinpenn', 'Varsling'],
      heldBy: { personId: lege.id, name: 'Anders Vik' },
      open: false,
      gives: [],
      cancellation: null,
      tally: { expected: 1, present: 0, partly: 0, absent: 0 },
      can: { change: true, cancellation: true, invitation: true, attendance: false },
      people: [{ person: { name: 'Kari Moen' }, participation: 'invited', attendance: null }],
      version: 1,
    });
    const { items } = await world.manager.read(`log?personId=${kari.id}&type=teaching.invited`);
    expect(items).toMatchObject([{ subjects: [planned.id, kari.id] }]);
  });

  it('may have been held before the clinic began with the product, by somebody from outside', async () => {
    const held = await plan({
      kind: 'course',
      startsAt: '2019-03-05T08:00:00+01:00',
      endsAt: '2019-03-06T15:00:00+01:00',
      heldBy: { name: 'Norsk Luftambulanse' },
    });
    expect(held).toMatchObject({ status: 'held', heldBy: { personId: null, name: 'Norsk Luftambulanse' } });
  });

  it('is held by one, and one only, ends after it begins, and gives a level that is there', async () => {
    const course = await world.manager.make('competences', { name: 'HLR', kind: 'course' });
    const wrong = async (more: object) => {
      const { status, body } = await world.manager.post('teaching', told(more));
      return `${status} ${body.errors?.map(({ pointer, code }: Json) => `${pointer} ${code}`)}`;
    };
    expect(await wrong({ heldBy: {} })).toBe('400 /heldBy/name required');
    expect(await wrong({ heldBy: { personId: lege.id, name: 'En til' } })).toBe('400 /heldBy/name repeated');
    expect(await wrong({ endsAt: day(3) })).toBe('400 /endsAt ends-before-start');
    const gives = [{ competenceId: course.id, level: 2 }];
    expect(await wrong({ gives })).toBe('400 /gives/0/level too-great');
    expect(await wrong({ gives: [{ competenceId: course.id }, { competenceId: course.id }] })).toBe(
      '400 /gives repeated',
    );
  });

  it('is changed on the version that was read; the rest stays as it was', async () => {
    const course = await world.manager.make('competences', { name: 'HLR', kind: 'course' });
    const { id } = await plan({ place: 'Møterommet', gives: [{ competenceId: course.id }] });
    const change = (body: object, version: number | string) =>
      world.manager.patch(`teaching/${id}`, body, version);
    const moved = await change({ startsAt: day(5), endsAt: day(6), place: null }, 1);
    expect(moved.body).toMatchObject({
      title: 'Anafylaksi',
      place: null,
      startsAt: expect.stringContaining('T'),
      gives: [{ competence: { name: 'HLR' }, level: 1, levelName: 'Bestått' }],
      version: 2,
    });
    expect(moved.headers.etag).toBe('"2"');
    expect(codeOf(await change({ title: 'For sent' }, 1))).toBe('412 stale');
    expect((await change({ gives: [], heldBy: { name: 'Vikaren' } }, 2)).body).toMatchObject({
      gives: [],
      heldBy: { personId: null, name: 'Vikaren' },
    });
    expect((await change({ gives: [{ competenceId: course.id }] }, 3)).body.gives).toHaveLength(1);
    expect(codeOf(await change({ endsAt: day(5) }, '*'))).toBe('400 invalid');
  });

  it('is cancelled with a reason, for good', async () => {
    const { id } = await soon({ open: true, invitedIds: [kari.id] });
    const cancelled = await world.manager.make(`teaching/${id}/cancellation`, { reason: 'Sykdom' });
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      cancellation: { reason: 'Sykdom', by: { id: world.managerId } },
      can: { change: false, cancellation: false, invitation: false, attendance: false },
    });
    expect((await kari.client.read(`teaching/${id}`)).can.signOff).toBe(false);
    const again = await world.manager.patch(`teaching/${id}`, { title: 'Likevel' }, '*');
    expect(codeOf(again)).toBe('409 teaching-cancelled');
    const people = { personIds: [ola.id] };
    for (const [path, body] of [
      ['cancellation', { reason: 'Igjen' }],
      ['invitations', people],
      ['invitations/withdrawal', people],
    ] as const)
      expect(await world.manager.refusedWith(`teaching/${id}/${path}`, body)).toEqual(['teaching-cancelled']);
    expect(await ola.client.refusedWith(`teaching/${id}/sign-up`)).toEqual(['teaching-cancelled']);
    await clock.later(1.5 * hour, async () =>
      expect(
        await world.manager.refusedWith(`teaching/${id}/attendance`, attended({ [kari.id]: 'present' })),
      ).toEqual(['teaching-cancelled']),
    );
  });
});

describe('who is to come', () => {
  it('signs up and off before it begins, where it is open, for oneself', async () => {
    const { id } = await soon({ open: true });
    const up = await kari.client.make(`teaching/${id}/sign-up`);
    expect(up).toMatchObject({
      mine: { participation: 'signed-up' },
      can: { signUp: false, signOff: true },
      tally: null,
    });
    expect(await kari.client.refusedWith(`teaching/${id}/sign-up`)).toEqual([
      'teaching-participation-unchanged',
    ]);
    expect((await kari.client.make(`teaching/${id}/sign-off`)).mine.participation).toBe('signed-off');
    expect(await kari.client.refusedWith(`teaching/${id}/sign-off`)).toEqual([
      'teaching-participation-unchanged',
    ]);
    await kari.client.make(`teaching/${id}/sign-up`);
    await clock.later(1.5 * hour, async () =>
      expect(await kari.client.refusedWith(`teaching/${id}/sign-off`)).toEqual(['teaching-begun']),
    );
  });

  it('is for the manager to say where it is not open', async () => {
    const { id } = await soon({ invitedIds: [kari.id] });
    expect(await kari.client.refusedWith(`teaching/${id}/sign-off`)).toEqual(['teaching-not-open']);
    expect(codeOf(await ola.client.post(`teaching/${id}/sign-up`))).toBe('403 forbidden');
    const both = await world.manager.make(`teaching/${id}/invitations`, { personIds: [kari.id, ola.id] });
    expect(both.tally.expected).toBe(2);
    const { items } = await world.manager.read('log?type=teaching.invited');
    expect(items.map(({ subjects }: Json) => subjects)).toEqual([
      [id, kari.id],
      [id, ola.id],
    ]);
    const less = await world.manager.make(`teaching/${id}/invitations/withdrawal`, { personIds: [kari.id] });
    expect(less.people.map(({ participation }: Json) => participation)).toEqual(['withdrawn', 'invited']);
    await clock.later(1.5 * hour, async () =>
      expect(await world.manager.refusedWith(`teaching/${id}/invitations`, { personIds: [kari.id] })).toEqual(
        ['teaching-begun'],
      ),
    );
  });

  it('is not asked of those who came before: they attended', async () => {
    expect(
      await world.manager.refusedWith(
        'teaching',
        told({ startsAt: day(-9), endsAt: day(-8), invitedIds: [kari.id] }),
      ),
    ).toEqual(['teaching-begun']);
  });
});

describe('attendance', () => {
  it('is recorded after it has begun, of anyone who belonged to the clinic, and corrected by a new row', async () => {
    const { id } = await soon({ invitedIds: [kari.id] });
    const people = { [kari.id]: 'present', [ola.id]: 'absent' };
    expect(await world.manager.refusedWith(`teaching/${id}/attendance`, attended(people))).toEqual([
      'teaching-not-begun',
    ]);
    await clock.later(1.5 * hour, async () => {
      const first = await attend(id, people);
      expect(first).toMatchObject({
        tally: { expected: 1, present: 1, partly: 0, absent: 1 },
        people: [
          { person: { name: 'Kari Moen' }, attendance: { status: 'present', corrections: 0 } },
          { person: { name: 'Ola Berg' }, participation: null, attendance: { status: 'absent' } },
        ],
      });
      const corrected = await attend(id, { [kari.id]: 'partly', [ola.id]: 'absent' });
      expect(corrected.people).toMatchObject([
        { attendance: { status: 'partly', corrections: 1, recordedBy: { id: world.managerId } } },
        { attendance: { status: 'absent', corrections: 0 } },
      ]);
      const { items } = await world.manager.read('log?type=teaching.attended');
      expect(items.map(({ payload }: Json) => payload.people.length)).toEqual([2, 1]);
    });
  });

  it('is recorded by a manager or by whoever holds it, and by nobody of themselves', async () => {
    const { id } = await past({ open: true });
    await world.engage(world.managerId, 'LE');
    expect(await attend(id, { [kari.id]: 'present' }, lege.client)).toMatchObject({
      tally: { present: 1 },
      can: { attendance: true, change: false },
    });
    expect(
      codeOf(await kari.client.post(`teaching/${id}/attendance`, attended({ [ola.id]: 'present' }))),
    ).toBe('403 forbidden');
    for (const [by, personId] of [
      [lege.client, lege.id],
      [world.manager, world.managerId],
    ] as const)
      expect(await by.refusedWith(`teaching/${id}/attendance`, attended({ [personId]: 'present' }))).toEqual([
        'assessed-by-oneself',
      ]);
    await attend(id, { [world.managerId]: 'present' }, lege.client);
  });

  it('is refused with every reason of every person at once, and then nothing is recorded', async () => {
    const { id } = await past();
    await world.engage(world.managerId, 'LE');
    const gone = await world.person('Gro Gått');
    const early = await world.person('Eva Etter');
    await world.engage(early.id, 'HE', { validFrom: day(-8) });
    const people = {
      [kari.id]: 'present',
      [gone.id]: 'present',
      [early.id]: 'partly',
      [world.managerId]: 'absent',
    };
    const { status, body } = await world.manager.post(`teaching/${id}/attendance`, attended(people));
    expect(status).toBe(409);
    expect(body.refusals.map(({ code, about }: Json) => [code, about.personId])).toEqual([
      ['not-engaged', gone.id],
      ['not-engaged', early.id],
      ['assessed-by-oneself', world.managerId],
    ]);
    expect((await world.manager.read(`teaching/${id}`)).tally.present).toBe(0);
    const twice = {
      people: [...attended({ [kari.id]: 'present' }).people, ...attended({ [kari.id]: 'absent' }).people],
    };
    expect(codeOf(await world.manager.post(`teaching/${id}/attendance`, twice))).toBe('400 invalid');
  });

  it('keeps the time where it is; what was wrong is cancelled and registered anew', async () => {
    const { id } = await past();
    await attend(id, { [kari.id]: 'present' });
    const moved = await world.manager.patch(`teaching/${id}`, { startsAt: day(-10) }, '*');
    expect(codeOf(moved)).toBe('409 teaching-attended');
    expect((await world.manager.patch(`teaching/${id}`, { title: 'Rettet' }, '*')).status).toBe(200);
    expect((await world.manager.make(`teaching/${id}/cancellation`, { reason: 'Feil dag' })).status).toBe(
      'cancelled',
    );
  });
});

describe('records of competence', () => {
  const course = (more: object = {}): Promise<Json> =>
    world.manager.make('competences', {
      name: 'HLR',
      kind: 'course',
      levels: ['Deltatt', 'Instruktør'],
      validityMonths: 12,
      ...more,
    });
  const recordsOf = async (personId: string) =>
    (await world.manager.read(`people/${personId}/competence-records`)).items;

  it('are given to everybody who was present, by the rules of any other, and once', async () => {
    const [hlr, varsling] = [await course(), await course({ name: 'Varsling', validityMonths: null })];
    const { id } = await past({ gives: [{ competenceId: hlr.id, level: 2 }, { competenceId: varsling.id }] });
    await attend(id, { [kari.id]: 'present', [ola.id]: 'partly', [lege.id]: 'absent' });
    expect((await world.manager.read(`teaching/${id}`)).can.records).toBe(true);
    const given = await world.manager.make(`teaching/${id}/records`, {});
    expect(given).toMatchObject({
      added: 2,
      items: [
        { person: { name: 'Kari Moen' }, competence: { name: 'HLR' }, level: 2, confirmed: true },
        { person: { name: 'Kari Moen' }, competence: { name: 'Varsling' }, level: 1, confirmed: true },
      ],
    });
    expect(await recordsOf(kari.id)).toMatchObject([
      {
        competence: { id: hlr.id },
        status: 'confirmed',
        achievedOn: day(-9),
        assessedBy: { id: lege.id },
        evidence: { source: 'Anafylaksi', note: expect.stringContaining('holdt av Anders Vik') },
        validTo: expect.any(String),
      },
      { competence: { id: varsling.id }, validTo: null },
    ]);
    expect(await recordsOf(ola.id)).toEqual([]);
    const again = await world.manager.make(`teaching/${id}/records`);
    expect(again).toEqual({ items: given.items, added: 0 });
    const { items } = await world.manager.read('log?type=teaching.recorded');
    expect(items).toMatchObject([{ subjects: [id, kari.id] }]);
    await attend(id, { [ola.id]: 'present' });
    expect((await world.manager.make(`teaching/${id}/records`)).added).toBe(2);
    expect((await world.manager.read(`teaching/${id}`)).people[1].records).toHaveLength(2);
  });

  it('count at once in the decision', async () => {
    const hlr = await course();
    const task = await world.task('Hjertestans', { HE: false });
    const allOf = [{ anyOf: [{ competenceId: hlr.id }] }];
    await world.manager.put(`tasks/${task.id}/requirements`, { from: day(0), allOf }).set('If-Match', '*');
    await world.manager.make('duties', { personId: kari.id, taskId: task.id, validFrom: day(0) });
    const decision = () => world.manager.read(`decisions?personId=${kari.id}&taskId=${task.id}`);
    expect((await decision()).allowed).toBe(false);
    const { id } = await past({ gives: [{ competenceId: hlr.id }] });
    await attend(id, { [kari.id]: 'present' });
    await world.manager.make(`teaching/${id}/records`);
    expect((await decision()).allowed).toBe(true);
  });

  it('are told of where they are missing: the next teaching that gives enough, and that the reader sees', async () => {
    const ekg = await course({ levels: ['Lav', 'Høy'] });
    const task = await world.task('EKG', { HE: true });
    const allOf = [{ anyOf: [{ competenceId: ekg.id, minLevel: 2 }] }];
    await world.manager.put(`tasks/${task.id}/requirements`, { from: day(0), allOf }).set('If-Match', '*');
    const told = async (by = kari.client) => {
      const { refusals } = await by.read(`decisions?personId=${kari.id}&taskId=${task.id}`);
      return refusals.map(({ code, about }: Json) => [code, about.teachingTitle, about.teachingStartsAt]);
    };
    await plan({ title: 'For lavt', startsAt: day(1), endsAt: day(2), gives: [{ competenceId: ekg.id }] });
    const gives = [{ competenceId: ekg.id, level: 2 }];
    const cancelled = await plan({ title: 'Avlyst', startsAt: day(2), endsAt: day(3), gives, open: true });
    await world.manager.make(`teaching/${cancelled.id}/cancellation`, { reason: 'Sykdom' });
    expect(await told()).toEqual([['competence-missing', undefined, undefined]]);
    const closed = await plan({ title: 'Lukket', startsAt: day(4), endsAt: day(5), gives });
    expect(await told()).toEqual([['competence-missing', undefined, undefined]]);
    expect(await told(world.manager)).toEqual([['competence-missing', 'Lukket', closed.startsAt]]);
    const open = await plan({ title: 'Åpent', startsAt: day(6), endsAt: day(7), gives, open: true });
    expect(await told()).toEqual([['competence-missing', 'Åpent', open.startsAt]]);
  });

  it('of whoever gives them wait for somebody else, and of whoever held it are seen by nobody yet', async () => {
    await world.engage(world.managerId, 'LE');
    const { id } = await past({ gives: [{ competenceId: (await course()).id }] });
    await attend(id, { [world.managerId]: 'present' }, lege.client);
    await attend(id, { [lege.id]: 'present' });
    const { items } = await world.manager.make(`teaching/${id}/records`);
    expect(items.map(({ confirmed }: Json) => confirmed)).toEqual([true, false]);
    expect((await recordsOf(lege.id))[0]).toMatchObject({ status: 'confirmed', assessedBy: null });
    expect((await recordsOf(world.managerId))[0]).toMatchObject({
      status: 'claimed',
      assessedBy: { id: lege.id },
    });
  });

  it('are given once also when they are asked for twice at the same time', async () => {
    const { id } = await past({ gives: [{ competenceId: (await course()).id }] });
    await attend(id, { [kari.id]: 'present', [ola.id]: 'present' });
    const ask = () => world.manager.make(`teaching/${id}/records`);
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ added }) => added).sort()).toEqual([0, 0, 2]);
    expect(await recordsOf(kari.id)).toHaveLength(1);
  });

  it('and a correction of the attendance at the same time never leave a record without presence', async () => {
    const { id } = await past({ gives: [{ competenceId: (await course()).id }] });
    await attend(id, { [kari.id]: 'present' });
    await Promise.all([
      world.manager.post(`teaching/${id}/records`),
      world.manager.post(`teaching/${id}/attendance`, attended({ [kari.id]: 'absent' })),
    ]);
    const { people } = await world.manager.read(`teaching/${id}`);
    expect(people[0].records.length).toBe(people[0].attendance.status === 'present' ? 1 : 0);
  });

  it('are all given or none, with every reason of every person at once', async () => {
    const hlr = await course();
    const { id } = await past({ gives: [{ competenceId: hlr.id }] });
    await attend(id, { [kari.id]: 'present', [ola.id]: 'present', [lege.id]: 'present' });
    for (const { id: personId } of [kari, ola])
      await world.manager.make(`people/${personId}/competence-records`, {
        competenceId: hlr.id,
        achievedOn: day(-5),
        evidence: { source: 'Kurs' },
      });
    const { status, body } = await world.manager.post(`teaching/${id}/records`);
    expect(status).toBe(409);
    expect(body.refusals.map(({ code, about }: Json) => [code, about.personId, about.person])).toEqual(
      expect.arrayContaining([
        ['competence-record-exists', kari.id, 'Kari Moen'],
        ['competence-record-exists', ola.id, 'Ola Berg'],
      ]),
    );
    expect(body.refusals).toHaveLength(2);
    expect(await recordsOf(lege.id)).toEqual([]);
    const some = await world.manager.make(`teaching/${id}/records`, { personIds: [lege.id] });
    expect(some.added).toBe(1);
    const { items } = await world.manager.read('log?type=teaching.refused');
    expect(items).toMatchObject([{ payload: { act: 'record', codes: ['competence-record-exists'] } }]);
  });

  it('are not given before it is over, of nothing, or to those who were not there all the time', async () => {
    const gives = [{ competenceId: (await course()).id }];
    const coming = await soon({ gives });
    await clock.later(1.5 * hour, async () => {
      await attend(coming.id, { [kari.id]: 'present' });
      expect(await world.manager.refusedWith(`teaching/${coming.id}/records`)).toEqual(['teaching-not-over']);
    });
    const none = await past();
    expect(await world.manager.refusedWith(`teaching/${none.id}/records`)).toEqual([
      'teaching-gives-nothing',
    ]);
    const { id } = await past({ gives });
    await attend(id, { [kari.id]: 'present', [ola.id]: 'partly' });
    const all = { personIds: [kari.id, ola.id, lege.id] };
    expect(await world.manager.refusedWith(`teaching/${id}/records`, all)).toEqual([
      'teaching-not-attended',
      'teaching-not-attended',
    ]);
  });

  it('hold the attendance and the competence where they are until they are withdrawn', async () => {
    const hlr = await course();
    const { id } = await past({ gives: [{ competenceId: hlr.id }] });
    await attend(id, { [kari.id]: 'present' });
    const { items } = await world.manager.make(`teaching/${id}/records`);
    const absent = attended({ [kari.id]: 'absent' });
    expect(await world.manager.refusedWith(`teaching/${id}/attendance`, absent)).toEqual([
      'teaching-record-stands',
    ]);
    const cancellation = { reason: 'Feil' };
    expect(await world.manager.refusedWith(`teaching/${id}/cancellation`, cancellation)).toEqual([
      'teaching-record-stands',
    ]);
    for (const gives of [[], [{ competenceId: hlr.id, level: 2 }]])
      expect(codeOf(await world.manager.patch(`teaching/${id}`, { gives }, '*'))).toBe(
        '409 teaching-record-given',
      );
    await world.manager.make(`competence-records/${items[0].recordId}/withdrawal`, {
      reason: 'Var ikke der',
    });
    await world.manager.make(`teaching/${id}/attendance`, absent);
    await world.manager.make(`teaching/${id}/cancellation`, cancellation);
  });
});

describe('in a calendar', () => {
  it('is one event, in UTC, which is cancelled there when it is cancelled here', async () => {
    const { id, startsAt } = await plan({ title: 'Hjerte, lunge; redning', invitedIds: [kari.id] });
    const answer = await kari.client.get(`teaching/${id}/calendar.ics`);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': `attachment; filename="opplaering-${id}.ics"`,
    });
    const start = startsAt.replace(/[-:]|\.000/g, '');
    for (const line of [`UID:${id}@localhost:3000`, `DTSTART:${start}`, 'STATUS:CONFIRMED', 'SEQUENCE:0'])
      expect(answer.text).toContain(`\r\n${line}\r\n`);
    expect(answer.text).toContain('SUMMARY:Hjerte\\, lunge\\; redning\r\n');
    expect(codeOf(await ola.client.get(`teaching/${id}/calendar.ics`))).toBe('403 forbidden');
    await world.manager.make(`teaching/${id}/cancellation`, { reason: 'Sykdom' });
    const { text } = await kari.client.get(`teaching/${id}/calendar.ics`);
    expect(text).toContain('SEQUENCE:1\r\n');
    expect(text).toContain('STATUS:CANCELLED\r\n');
  });
});

describe('what is seen of it', () => {
  const idsIn = async (path: string, by: Colleague['client']) =>
    (await by.read(path)).items.map(({ id }: Json) => id);

  it('is all for managers and auditors; what is open, held or had a part in for others, and only their own part', async () => {
    const closed = await plan({ heldBy: { name: 'Utenfra' }, invitedIds: [kari.id] });
    const open = await plan({ open: true, startsAt: day(1), endsAt: day(2) });
    const his = await past({ startsAt: day(-1), endsAt: day(0) });
    await attend(his.id, { [kari.id]: 'present', [ola.id]: 'absent' });
    expect(await idsIn('teaching', world.manager)).toEqual([his.id, open.id, closed.id]);
    expect(await idsIn('teaching', kari.client)).toEqual([his.id, open.id, closed.id]);
    expect(await idsIn('teaching', ola.client)).toEqual([his.id, open.id]);
    expect(await idsIn('teaching', lege.client)).toEqual([his.id, open.id]);
    expect(codeOf(await ola.client.get(`teaching/${closed.id}`))).toBe('403 forbidden');
    const seen = await kari.client.read(`teaching/${his.id}`);
    expect(seen).toMatchObject({ mine: { attendance: 'present' }, tally: null });
    expect(seen.people.map(({ person }: Json) => person.name)).toEqual(['Kari Moen']);
    expect((await lege.client.read(`teaching/${his.id}`)).people).toHaveLength(2);
    const auditor = await world.login('Tor Tilsyn', undefined, ['auditor']);
    expect((await auditor.read(`teaching/${his.id}`)).people).toHaveLength(2);
  });

  it('is asked for by time, person and status, page by page in the order of starting', async () => {
    const one = await past();
    await attend(one.id, { [kari.id]: 'present' });
    const two = await plan({ invitedIds: [kari.id, ola.id] });
    const three = await plan({ open: true, startsAt: day(20), endsAt: day(21) });
    const ids = (query: string, by = world.manager) => idsIn(`teaching?${query}`, by);
    expect(await ids(`from=${day(0)}`)).toEqual([two.id, three.id]);
    expect(await ids(`to=${day(3)}`)).toEqual([one.id]);
    expect(await ids(`to=${day(4)}&from=${day(-8)}`)).toEqual([two.id]);
    expect(await ids('status=held')).toEqual([one.id]);
    expect(await ids('status=planned')).toEqual([two.id, three.id]);
    expect(await ids(`personId=${kari.id}`)).toEqual([one.id, two.id]);
    expect(await ids(`personId=${kari.id}`, kari.client)).toEqual([one.id, two.id]);
    expect(await ids(`personId=${ola.id}`, kari.client)).toEqual([]);
    const hlr = await world.manager.make('competences', { name: 'HLR', kind: 'course' });
    expect(await ids(`competenceId=${hlr.id}`)).toEqual([]);
    await world.manager.patch(`teaching/${three.id}`, { gives: [{ competenceId: hlr.id }] }, '*');
    expect(await ids(`competenceId=${hlr.id}`, kari.client)).toEqual([three.id]);
    const first = await world.manager.read('teaching?limit=2');
    expect(first.items.map(({ id }: Json) => id)).toEqual([one.id, two.id]);
    expect(await ids(`limit=2&cursor=${first.nextCursor}`)).toEqual([three.id]);
    const now = await soon();
    await clock.later(1.5 * hour, async () => expect(await ids('status=ongoing')).toEqual([now.id]));
  });
});

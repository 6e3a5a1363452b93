import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startAlone, type TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { dayLong, hour, LaterClock } from '../support/clock.js';
import { assessment, type Colleague, World } from '../support/world.js';

/** Whatever has happened: the log gives the answers of the tables, and later the answers that were given then. */
const clock = new LaterClock();
let testApp: TestApp;

beforeAll(async () => {
  testApp = await startAlone({ Clock: clock });
});
afterAll(() => testApp.close());

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** The same numbers for the same seed (mulberry32). */
function dice(start: number): <T>(of: readonly T[]) => T {
  let state = start;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return (of) => of[Math.floor(next() * of.length)] as never;
}

const moment = (days: number): string => new Date(clock.now() + days * dayLong).toISOString();

/** Somebody whose rights lapse in two days (hpl-54). */
const soonEighty = (): string => {
  const in2Days = moment(2);
  return `${Number(in2Days.slice(0, 4)) - 80}${in2Days.slice(4, 10)}`;
};

class History {
  private constructor(
    readonly world: World,
    readonly people: readonly Colleague[],
    readonly tasks: readonly string[],
    private readonly roleDescriptionId: string,
    private readonly pick: ReturnType<typeof dice>,
    private readonly reachesBack: boolean,
  ) {}

  static async begin(seed: number, reachesBack: boolean): Promise<History> {
    const world = await World.create(testApp);
    const people = [];
    for (const [name, occupation] of [
      ['Live', 'LE'],
      ['Lars', 'LE'],
      ['Hege', 'HE'],
      ['Mona', 'X-MS'],
    ] as const)
      people.push(await world.colleague(name, occupation));
    const infusion = await world.task('Infusjon', { LE: true });
    const ekg = await world.task('EKG', { LE: true, HE: true });
    const copy = await world.task('Drypp', { LE: true, HE: true }, { lineageOf: infusion.id });
    const part = await world.task(
      'Legge elektroder',
      { HE: true, 'X-MS': false },
      {
        lineageOf: [{ taskId: ekg.id, relation: 'part' }],
      },
    );
    const tasks = [infusion, ekg, copy, part].map(({ id }) => id);
    const role = await world.manager.make('role-descriptions', {
      name: 'Helsesekretær',
      occupation: 'HE',
      areas: [{ code: 'skiftestue', title: 'Skiftestue', tasks }],
      obligations: ['Holde seg faglig oppdatert.'],
      effectiveFrom: moment(-20),
    });
    const history = new History(world, people, tasks, role.id, dice(seed), reachesBack);
    await history.settle();
    return history;
  }

  /** What there is to lose. */
  private async settle(): Promise<void> {
    const [live, lars, hege, mona] = this.people as [Colleague, Colleague, Colleague, Colleague];
    const [infusion = '', ekg = '', copy = '', part = ''] = this.tasks;
    const validTo = { validTo: moment(30) };
    await this.world.delegated(live, mona, infusion, validTo);
    await this.world.delegated(lars, hege, infusion, validTo);
    await this.world.delegated(lars, mona, ekg, validTo);
    await this.world.delegated(live, mona, copy, validTo);
    for (const taskId of [ekg, copy, part])
      await this.world.manager.make('duties', { personId: hege.id, taskId, validFrom: moment(-9) });
  }

  /** One act, whether it is allowed or not; a failure of the product is none. */
  async act(): Promise<void> {
    const [client, method, path, body] = await this.pick(this.acts)();
    const call = client.call(method, path).set('If-Match', '*');
    const { status, text } = await call.send(body ?? {});
    if (![200, 201, 409].includes(status)) throw new Error(`${method} ${path}: ${status} ${text}`);
  }

  private readonly acts: readonly (() => Promise<Act> | Act)[] = [
    () => this.propose(),
    () => this.propose(),
    () => this.propose(),
    () => this.step('proposed', 'acceptance'),
    () => this.step('proposed', 'acceptance'),
    () => this.step('proposed', 'acceptance'),
    () => this.step('proposed', 'declination'),
    () => this.step('proposed', 'withdrawal'),
    () => this.step('accepted', 'revocation'),
    () => this.step('accepted', 'relinquishment'),
    () => this.step('accepted', 'reviews'),
    () => this.patch('people', this.pick(this.people).id, { name: this.pick(['Ada', 'Bo', 'Cleo']) }),
    () =>
      this.patch('people', this.pick(this.people).id, { birthDate: this.pick(['1980-02-29', soonEighty()]) }),
    () => this.patch('tasks', this.pick(this.tasks), { name: this.pick(['Stell', 'Prøve', 'Måling']) }),
    () => this.patch('tasks', this.pick(this.tasks), { area: this.pick(['laboratorium', 'resepsjon']) }),
    () => this.patch('tasks', this.pick(this.tasks), { entitlements: this.pick(entitlements) }),
    () =>
      this.manage('duties', {
        personId: this.pick(this.people).id,
        taskId: this.pick(this.tasks),
        ...this.period(),
      }),
    () =>
      this.manage('duties', {
        personId: this.pick(this.people).id,
        taskId: this.pick(this.tasks),
        ...this.period(),
      }),
    () => this.endOf('duties'),
    () => this.tie('ends'),
    () => this.tie('begins'),
    () => this.authorise(),
    () => this.react(),
    () => this.react(),
    () => this.publish(),
    () => this.pick([() => this.ban(), () => this.react()])(),
  ];

  private period = () => ({
    validFrom: moment(this.pick([-9, -4, -1, 0, 2])),
    validTo: this.pick([null, moment(3), moment(40)]),
  });

  private manage = (path: string, body: object): Act => [this.world.manager, 'post', path, body];

  private patch = (noun: string, id: string, body: object): Act => [
    this.world.manager,
    'patch',
    `${noun}/${id}`,
    body,
  ];

  private propose(): Act {
    const delegator = this.pick(this.people.slice(0, 3));
    const body = {
      taskId: this.pick(this.tasks),
      delegateeId: this.pick(this.people.slice(1)).id,
      profession: delegator.name.startsWith('L') ? 'LE' : 'HE',
      validFrom: moment(this.pick([0.001, 1])),
      validTo: moment(this.pick([2, 30])),
      assessment,
      supervision: { reviewBy: moment(this.pick([1, 20])), reachableHow: 'Til stede på kontoret' },
    };
    return [delegator.client, 'post', 'delegations', body];
  }

  /** By the one whose step it is; where there is none to answer, a proposal. */
  private async step(status: string, kind: string): Promise<Act> {
    const { items } = await this.world.manager.read(`delegations?status=${status}`);
    const found: Json | undefined = this.pick(items);
    if (!found) return this.propose();
    const received = ['acceptance', 'declination', 'relinquishment'].includes(kind);
    const id = received ? found.delegatee.id : found.delegator.id;
    const client = this.people.find((person) => person.id === id)?.client ?? this.world.manager;
    const body =
      kind === 'reviews'
        ? { outcome: 'Fortsetter', note: 'Gått gjennom', nextReviewBy: moment(15) }
        : { reason: 'Slik er det blitt.' };
    return [client, 'post', `delegations/${found.id}/${kind}`, kind === 'acceptance' ? undefined : body];
  }

  private async endOf(noun: string): Promise<Act> {
    const { items } = await this.world.manager.read(`${noun}?limit=200`);
    const found: Json | undefined = this.pick(items);
    if (!found) return this.propose();
    return this.manage(`${noun}/${found.id}/end`, {
      at: moment(this.pick([-3, 0, 5])),
      reason: 'Ny fordeling',
    });
  }

  private async tie(what: 'ends' | 'begins'): Promise<Act> {
    const { id } = this.pick(this.people);
    if (what === 'begins') {
      const body = {
        occupation: this.pick(['LE', 'HE', 'X-MS']),
        kind: 'vikar',
        roleDescriptionId: this.roleDescriptionId,
      };
      return this.manage(`people/${id}/engagements`, { ...body, ...this.period() });
    }
    const { engagements } = await this.world.manager.read(`people/${id}`);
    const { id: tie, validFrom } = this.pick<Json>(engagements);
    // Nothing ends before it has begun: that would be no act, but a mistake in the form.
    const begun = Math.max(clock.now(), Date.parse(validFrom));
    const at = new Date(begun + this.pick([1, 3, 5]) * dayLong).toISOString();
    return this.manage(`engagements/${tie}/end`, { at, reason: 'Slutter' });
  }

  private authorise(): Act {
    const evidence = { source: 'HPR', checkedAt: '2024-01-01' };
    const body = {
      profession: this.pick(['LE', 'HE']),
      approvalType: this.pick(['1', '3', '4', '17']),
      evidence,
    };
    return this.manage(`people/${this.pick(this.people).id}/authorisations`, { ...body, ...this.period() });
  }

  private learnt = () => (this.reachesBack ? { knownFrom: moment(this.pick([-0.2, -0.05, 0])) } : {});

  private async react(): Promise<Act> {
    const { authorisations } = await this.world.manager.read(`people/${this.pick(this.people).id}`);
    const struck: Json | undefined = this.pick(authorisations);
    if (!struck) return this.ban();
    const taskIds = this.pick([undefined, [this.pick(this.tasks)], [this.pick(this.tasks)]]);
    const kind = this.pick(['suspension', 'limitation', taskIds ? 'suspension' : 'recall']);
    const body = { kind, taskIds, note: 'Vedtak', ...this.learnt() };
    return this.manage(`authorisations/${struck.id}/reactions`, { ...body, ...this.short() });
  }

  private ban = (): Act =>
    this.manage(`people/${this.pick(this.people).id}/bans`, {
      note: 'Vedtak',
      ...this.learnt(),
      ...this.short(),
    });

  private short = () => ({ validFrom: moment(this.pick([-2, -1, 1])), validTo: moment(this.pick([2, 4])) });

  private publish(): Act {
    const tasks = this.tasks.filter(() => this.pick([true, false]));
    return this.manage(`role-descriptions/${this.roleDescriptionId}/versions`, {
      areas: [{ code: 'skiftestue', title: 'Skiftestue', tasks }],
      obligations: ['Avstå når kompetansen mangler.'],
      effectiveFrom: moment(0.02),
    });
  }

  /** Everything that can be asked about who may do what, at moments around now. */
  questions(): string[] {
    const moments = [-6, -1.5, 0, 3].map(moment);
    return [
      ...moments.flatMap((at) => [
        `delegations?at=${at}`,
        ...this.people.flatMap(({ id }) => [
          `people/${id}/responsibilities?at=${at}`,
          ...this.tasks.map((taskId) => `decisions?personId=${id}&taskId=${taskId}&at=${at}`),
        ]),
      ]),
      ...['accepted', 'lapsed', 'expired', 'proposed'].map(
        (status) => `delegations?limit=200&status=${status}`,
      ),
      'delegations?limit=200',
    ];
  }

  async ask(questions: readonly string[], knownAt?: string): Promise<Json[]> {
    const answers = [];
    for (const question of questions) {
      const path = knownAt === undefined ? question : `${question}&knownAt=${knownAt}`;
      const { status, body } = await this.world.manager.get(path);
      answers.push({ question, status, body: inAnyOrder(body) });
    }
    return answers;
  }
}

type Act = [client: Client, method: 'post' | 'patch', path: string, body: object | undefined];

const entitlements = [
  [{ occupation: 'LE', mayDelegate: true }],
  [
    { occupation: 'LE', mayDelegate: true },
    { occupation: 'HE', mayDelegate: true },
  ],
  [{ occupation: 'HE', mayDelegate: false }],
];

/** What is asked about the past tells that it is, and leaves nothing to be done; otherwise it is the same answer. */
const onlyToday = ['can', 'knownAt', 'receipt', 'nextCursor'];

function inAnyOrder(value: Json): Json {
  if (Array.isArray(value))
    return value.map(inAnyOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !onlyToday.includes(key));
  return Object.fromEntries(kept.sort().map(([key, part]) => [key, inAnyOrder(part)]));
}

it.each([1, 2].map((i) => seed + i))(
  'history %i: the answers that were given are those that are given of then, and of now',
  async (seed) => {
    const history = await History.begin(seed, false);
    const given: { questions: string[]; at: string; answers: Json[] }[] = [];
    for (let i = 1; i <= 45; i++) {
      await clock.later((i * hour) / 6, async () => {
        await history.act();
        if (i % 15 !== 0) return;
        const questions = history.questions();
        given.push({ questions, answers: await history.ask(questions), at: moment(0) });
      });
    }
    await clock.later(9 * hour, async () => {
      for (const { questions, at, answers } of given)
        expect(await history.ask(questions, at)).toEqual(answers);
      const questions = history.questions();
      expect(await history.ask(questions, moment(1))).toEqual(await history.ask(questions));
    });
  },
);

it.each([3].map((i) => seed + i))(
  'history %i with reactions known before they were recorded: the log gives the answers of the tables',
  async (seed) => {
    const history = await History.begin(seed, true);
    for (let i = 1; i <= 45; i++) {
      await clock.later((i * hour) / 6, async () => {
        await history.act();
        if (i % 15 !== 0) return;
        const questions = history.questions();
        expect(await history.ask(questions, moment(1))).toEqual(await history.ask(questions));
        const past = await history.ask(questions, moment(-0.1));
        expect(past.filter(({ status }) => ![200, 404].includes(status))).toEqual([]);
      });
    }
  },
);

import { laboratoryTasks } from '../../src/catalogue/tasks-laboratorium.js';
import { dayInOslo } from '../../src/law/oslo.js';
import type { TestApp } from '../support/app.js';
import type { Client, Json } from '../support/client.js';
import { hour } from '../support/clock.js';
import { pdf } from '../support/files.js';
import { type Colleague, unique, World } from '../support/world.js';
import type { Dice } from './dice.js';

type Method = 'post' | 'patch' | 'put' | 'delete';
/** A body of bytes goes as a file. */
type Request = readonly [client: Client, method: Method, path: string, body?: object];

interface Made {
  readonly id: string;
  readonly path: string;
}

/** A clinic where anything may happen: each act is one request through the front door, allowed or refused. */
export class History {
  /** At first each act is given what it needs to succeed; then come what may. */
  calm = true;
  readonly done = new Map<string, number>();
  private readonly made: Made[] = [];

  private constructor(
    readonly world: World,
    private readonly staff: readonly Colleague[],
    private readonly dice: Dice,
  ) {}

  static async begin(testApp: TestApp, dice: Dice): Promise<History> {
    const world = await World.create(testApp);
    const staff: Colleague[] = [];
    for (const [name, occupation] of [
      ['Anders', 'LE'],
      ['Berit', 'LE'],
      ['Hanne', 'HE'],
      ['Mona', 'X-MS'],
    ] as const)
      staff.push(await world.colleague(name, occupation));
    return new History(world, staff, dice);
  }

  /** Every act there is, in an order in which each can succeed. */
  get acts(): readonly string[] {
    return Object.keys(this.requests);
  }

  /** Does it; true if it was not refused. What the product cannot answer is an error. */
  async act(name: string): Promise<boolean> {
    const [client, method, path, body] = await (this.requests[name] as () => Request | Promise<Request>)();
    const call = client.call(method, path).set('If-Match', '*');
    const answer = await (Buffer.isBuffer(body) ? call.attach('file', body, 'bevis.pdf') : call.send(body));
    if (answer.status >= 500 || (this.calm && answer.status === 404))
      throw new Error(`${name}: ${method} ${path} ${answer.status} ${answer.text}`);
    if (answer.status >= 300) return false;
    this.done.set(name, (this.done.get(name) ?? 0) + 1);
    for (const { id } of [answer.body, ...(answer.body?.items ?? [])])
      if (id) this.made.push({ id, path: path === 'duties/bulk' ? 'duties' : path });
    return true;
  }

  private readonly requests: Readonly<Record<string, () => Request | Promise<Request>>> = {
    'a person is registered': () => this.manage('people', this.someone()),
    'a person is changed': () =>
      this.change('people', this.dice.of([{ name: 'Ny' }, { email: null }, { hprNumber: null }])),
    'a catalogue task is adopted': () =>
      this.manage('tasks', { catalogueCode: this.dice.of(laboratoryTasks).code }),
    'a role description is written': () =>
      this.manage('role-descriptions', { ...this.role([]), name: 'Rolle', occupation: 'HE' }),
    'a template is adopted': () =>
      this.manage('role-descriptions', { templateCode: this.dice.of(['helsesekretaer', 'lege']) }),
    'a person is engaged': () => this.manage(`people/${this.idOf('people')}/engagements`, this.engagement()),
    'a person is authorised': () =>
      this.manage(`people/${this.idOf('people')}/authorisations`, this.authorisation()),
    'a task is made': () => this.manage('tasks', this.task({})),
    'a task is made of another': () => this.manage('tasks', this.task({ lineageOf: this.lineage() })),
    'a contested task is made': () => this.manage('tasks', this.task({ contested: true })),
    'a task is reserved': () =>
      this.manage(
        'tasks',
        this.task({ reservedTo: ['LE'], entitlements: [{ occupation: 'LE', mayDelegate: true }] }),
      ),
    'a task is renamed': () =>
      this.change('tasks', this.dice.of([{ name: 'Nytt navn' }, { area: 'resepsjon' }])),
    'a version is published': () =>
      this.manage(
        `role-descriptions/${this.idOf('role-descriptions')}/versions`,
        this.role([this.idOf('tasks')]),
      ),
    'a duty is assigned': () => this.assign('duties', { personId: this.staffOf(2).id }),
    'duties are assigned': () =>
      this.assign('duties/bulk', { personIds: [this.staffOf(0).id, this.staffOf(2).id] }),
    'a delegation is proposed': () => this.propose({}),
    'a delegation is declined': () => this.answer('declination'),
    'another is proposed': () => this.propose({ conditions: 'Bare på dagtid.' }),
    'a delegation is withdrawn': () => this.answer('withdrawal'),
    'one for training is proposed': () =>
      this.propose({ training: { purpose: 'Opplæring under tilsyn.', supervisorId: this.staffOf(0).id } }),
    'a delegation is accepted': () => this.answer('acceptance'),
    'a contested one is proposed': () =>
      this.propose({
        contested: {
          course: 'Kurset',
          reasoning: 'Vurdert og funnet forsvarlig her.',
          delegatorPresent: true,
        },
      }),
    'one more is accepted': () => this.answer('acceptance'),
    'a delegation is reviewed': () =>
      this.follow('reviews', {
        outcome: 'god',
        note: 'Sett og godkjent.',
        ...this.dice.of([{}, { nextReviewBy: this.moment(900) }]),
      }),
    'a delegation is passed on': () => this.follow('delegations', {}),
    'a delegation is revoked': () => this.follow('revocation', { reason: 'Trengs ikke.' }),
    'a delegation is relinquished': () => this.follow('relinquishment', { reason: 'Mestrer ikke.' }),
    'a duty is ended': () =>
      this.manage(`duties/${this.idOf('duties')}/end`, {
        at: this.moment(this.dice.of([-9000, 0, 2000])),
        reason: 'Slutt.',
      }),
    'entitlements are changed': () => this.entitle(),
    'a birth date is told': () =>
      this.change('people', { birthDate: this.dice.of(['1980-02-29', '1946-11-25', '1940-01-01', null]) }),
    'a competence is made': () => this.manage('competences', this.competence()),
    'a competence is changed': () =>
      this.change(
        'competences',
        this.dice.of([{ name: 'Ny kompetanse' }, { validityMonths: null }, { renewal: 'Hvert år.' }]),
      ),
    'a task that requires one is made': () =>
      this.manage('tasks', this.task({ requiredCompetenceIds: [this.idOf('competences')] })),
    'something is required of a task': () => this.require('tasks'),
    'something else is required of it': () => this.require('tasks'),
    'something is required of a role': () => this.require('role-descriptions'),
    'a record is registered': () => this.record(this.world.manager, this.staffOf(2).id),
    'a record is claimed': () => this.record(this.staffOf(2).client, this.staffOf(2).id),
    'a record is confirmed': () => this.assess('confirmation'),
    'another is claimed': () => this.record(this.staffOf(3).client, this.staffOf(3).id),
    'a record is rejected': () => this.assess('rejection'),
    'a record is renewed': () => this.renew(),
    'a file is added': () => this.addFile(),
    'another file is added': () => this.addFile(),
    'a file is erased': () =>
      this.manage(`evidence/${this.lastOf('/evidence')}/erasure`, { reason: 'Feil person.' }),
    'a record is withdrawn': () => this.withdraw(),
    'somebody abstains': () => this.abstain(),
    'somebody is let back': () =>
      this.manage(`abstentions/${this.lastOf('people/me/abstentions')}/end`, { reason: 'Vist på nytt.' }),
    'somebody is approved for medicines': () => this.approve(),
    'an approval is withdrawn': () => this.endApproval(this.world.manager, 'withdrawal'),
    'somebody else is approved': () => this.approve(),
    'an approval is given up': () => this.endApproval(this.staffOf(2).client, 'relinquishment'),
    'teaching is planned': () => this.teach(this.dice.of([50, 300])),
    'somebody is invited to it': () =>
      this.takePart(this.world.manager, 'invitations', { personIds: [this.staffOf(2).id] }),
    'somebody is taken off': () =>
      this.takePart(this.world.manager, 'invitations/withdrawal', { personIds: [this.staffOf(2).id] }),
    'somebody signs up': () => this.takePart(this.staffOf(3).client, 'sign-up'),
    'somebody signs off': () => this.takePart(this.staffOf(3).client, 'sign-off'),
    'teaching is changed': () => this.changeTeaching(),
    'teaching is cancelled': () => this.takePart(this.world.manager, 'cancellation', { reason: 'Avlyst.' }),
    'teaching was held': () => this.teach(-200),
    'attendance is recorded': () => this.attend(['present', 'partly', 'absent']),
    'it is recorded as otherwise': () => this.attend(['partly', 'present', 'present']),
    'records are given on it': () => this.held('records', {}),
    'a training plan is made': () => this.train(),
    'goals are added to it': () =>
      this.ofPlan('goals', {
        goals: [{ text: 'Enda et mål', taskId: this.idOf('tasks') }, { text: 'Ett til' }],
      }),
    'somebody sees it': () => this.sign({ kind: 'seen' }),
    'it is mastered': () => this.sign({ kind: 'mastered' }),
    'what was signed is taken back': () => this.takeBack(),
    'it is mastered, and a record given': () =>
      this.sign({ kind: 'mastered', record: { evidence: { source: 'Praksis' } } }),
    'a goal is taken out': async () => {
      const { goals } = await this.plan();
      return this.manage(`training-goals/${this.dice.of<Json>(goals.slice(1)).id}/withdrawal`, {
        reason: 'Ikke tid.',
      });
    },
    'the other goals are taken out': () => this.takeOutTheRest(),
    'a training plan is completed': () => this.ofPlan('end', { outcome: 'completed', reason: 'Ferdig.' }),
    'another training plan is made': () => this.train(),
    'somebody else supervises it': () =>
      this.ofPlan('supervision', { supervisorId: this.staffOf(1).id, reason: 'Ferie.' }),
    'it is cancelled': () => this.ofPlan('end', { outcome: 'cancelled', reason: 'Møtte ikke.' }),
    'one more training plan is made': () => this.train(),
    'a policy is chosen': () => [
      this.world.manager,
      'put',
      'clinic/policy',
      { competenceOfDuties: this.dice.of(['warn', 'refuse']) },
    ],
    'working days are told': () => this.work(),
    'they are told again': () => this.work(),
    'an engagement is ended': () => this.endEngagement(),
    'an authorisation is suspended': () => this.react({ kind: 'suspension' }),
    'it is suspended for a task': () => this.react({ kind: 'suspension', taskIds: [this.idOf('tasks')] }),
    'it is limited': () =>
      this.react(
        this.dice.of([{ kind: 'limitation', taskIds: [this.idOf('tasks')] }, { kind: 'limitation' }]),
      ),
    'it is recalled': () => this.react({ kind: 'recall' }),
    'it is waived': () => this.react({ kind: 'waiver' }),
    'a person is banned': () => this.manage(`people/${this.idOf('people')}/bans`, this.reaction()),
    'an emergency is told': () => [
      this.dice.of(this.staff).client,
      'post',
      'emergencies',
      { taskId: this.idOf('tasks'), at: this.moment(-2), note: 'Hjertestans.' },
    ],
    'a refused attempt is erased': () => this.erase(),
    'somebody is invited': () =>
      this.manage('invitations', { email: `ny-${unique()}@example.no`, roles: ['staff'] }),
    'a token is made': () =>
      this.manage('api-tokens', { name: 'Fagsystem', roles: ['manager'], expiresAt: this.moment(500) }),
    'a token is deleted': () => [this.world.manager, 'delete', `api-tokens/${this.idOf('api-tokens')}`],
  };

  private manage(path: string, body: object): Request {
    return [this.world.manager, 'post', path, body];
  }

  private change(noun: string, body: object): Request {
    return [this.world.manager, 'patch', `${noun}/${this.idOf(noun)}`, body];
  }

  private staffOf(place: number): Colleague {
    return this.staff[place] as Colleague;
  }

  private idOf(noun: string): string {
    const ids = this.made.filter(({ path }) => path === noun).map(({ id }) => id);
    const staff = noun === 'people' && !this.calm ? this.staff.map(({ id }) => id) : [];
    return this.dice.of([...ids, ...staff]);
  }

  /** One that is entitled as told, or any. */
  private async taskFor(entitled: Record<string, boolean>): Promise<string> {
    return this.calm ? (await this.world.task(`Oppgave ${unique()}`, entitled)).id : this.idOf('tasks');
  }

  private moment(hours: number): string {
    return new Date(Date.now() + hours * hour).toISOString();
  }

  private period(): object {
    return {
      validFrom: this.moment(this.dice.of([-4000, -300, 0, 300])),
      validTo: this.dice.of([null, this.moment(4000)]),
    };
  }

  private someone(): object {
    const hprNumber = 1_000_000 + this.dice.below(9_000_000);
    return {
      name: 'Ola Nordmann',
      ...this.dice.of([{}, { hprNumber, email: 'OLA@example.no', birthDate: '1970-05-17' }]),
    };
  }

  private engagement(): object {
    const from = {
      ...this.period(),
      occupation: this.dice.of(['LE', 'HE', 'SP', 'X-MS', 'X-HEL']),
      kind: 'vikar',
    };
    return { ...from, supervisorId: this.idOf('people'), roleDescriptionId: this.idOf('role-descriptions') };
  }

  private authorisation(): object {
    const evidence = { source: 'HPR', checkedAt: '2024-01-01', note: this.dice.of([null, 'Sett.']) };
    const profession = this.dice.of(['LE', 'HE', 'SP', 'TL']);
    const approvalType = this.dice.of(['1', '4', '17']);
    return {
      ...this.period(),
      profession,
      approvalType,
      evidence,
      conditions: this.dice.of([null, 'Under veiledning.']),
    };
  }

  private competence(): object {
    return {
      name: `Kompetanse ${unique()}`,
      kind: this.dice.of(['course', 'certificate']),
      ...this.dice.of([{}, { levels: ['Lav', 'Høy'], validityMonths: 12, renewal: 'Nytt kurs.' }]),
    };
  }

  /** From one day or another, of what is there. */
  private require(noun: 'tasks' | 'role-descriptions'): Request {
    const one = () => ({
      anyOf: [{ competenceId: this.idOf('competences') }],
      ...this.dice.of([{}, { exceptOccupations: ['LE'] }]),
    });
    const allOf = this.calm ? [one()] : this.dice.of([[], [one()], [one(), one()]]);
    const from = this.moment(this.calm ? 1 : this.dice.of([-300, 0, 24, 300]));
    return [this.world.manager, 'put', `${noun}/${this.idOf(noun)}/requirements`, { from, allOf }];
  }

  private async competenceFor(): Promise<string> {
    return this.calm
      ? (await this.world.manager.make('competences', this.competence())).id
      : this.idOf('competences');
  }

  private async record(client: Client, personId: string): Promise<Request> {
    return [client, 'post', `people/${personId}/competence-records`, await this.recordTold()];
  }

  private async recordTold(): Promise<object> {
    return {
      competenceId: await this.competenceFor(),
      achievedOn: this.moment(this.dice.of([-3000, -100])).slice(0, 10),
      assessedBy: this.dice.of([null, this.staffOf(0).id]),
      evidence: { source: 'Kursbevis', note: this.dice.of([null, 'Sett.']) },
    };
  }

  private async assess(step: string): Promise<Request> {
    const { items } = await this.world.manager.read('competence-records?limit=200&status=claimed');
    const id = items[0]?.id ?? this.lastOf('competence-records');
    const body = step === 'rejection' ? { reason: 'Ikke vist.' } : undefined;
    return [this.world.manager, 'post', `competence-records/${id}/${step}`, body];
  }

  /** A later one takes over from the one that stands. */
  private async renew(): Promise<Request> {
    const { id: personId } = this.staffOf(2);
    const told: Json = await this.recordTold();
    if (this.calm) {
      const until = { validTo: this.moment(900) };
      await this.world.manager.make(`people/${personId}/competence-records`, { ...told, ...until });
    }
    const later = { achievedOn: this.moment(-24).slice(0, 10), validTo: this.moment(40_000) };
    return this.manage(`people/${personId}/competence-records`, { ...told, ...later });
  }

  private async addFile(): Promise<Request> {
    const { items } = await this.world.manager.read('competence-records?limit=200');
    const open: Json[] = items.filter(({ status }: Json) => !this.calm || status === 'confirmed');
    const path = `competence-records/${this.dice.of(open).id}/evidence`;
    const by = this.calm ? this.world.manager : this.dice.of([this.world.manager, this.staffOf(2).client]);
    return [by, 'post', path, pdf({ objects: `% ${unique()}\n` })];
  }

  private async withdraw(): Promise<Request> {
    const { items } = await this.world.manager.read('competence-records?limit=200');
    const standing: Json[] = items.filter(({ status }: Json) => !this.calm || status === 'confirmed');
    return this.manage(`competence-records/${this.dice.of(standing).id}/withdrawal`, { reason: 'Feil.' });
  }

  private async approve(): Promise<Request> {
    const { id: taskId } = await this.world.manager.make('tasks', this.task({ medicineHandling: true }));
    const day = this.moment(-100).slice(0, 10);
    return this.manage('approvals', {
      taskId,
      personId: this.staffOf(2).id,
      validFrom: this.moment(this.dice.of([1, 500])),
      validTo: this.moment(4000),
      course: { source: 'Kurs', completedOn: day },
      test: { source: 'Prøve', passedOn: day },
      practicalSignOff: { signedOn: day, signedBy: this.staffOf(0).id, note: this.dice.of([null, 'Sett.']) },
      conditions: this.dice.of([null, 'Bare voksne.']),
    });
  }

  private async endApproval(by: Client, step: string): Promise<Request> {
    const { items } = await this.world.manager.read('approvals?limit=200');
    const standing: Json[] = items.filter(({ can }: Json) => !this.calm || can.withdrawal);
    return [by, 'post', `approvals/${this.dice.of(standing).id}/${step}`, { reason: 'Avvik.' }];
  }

  private async train(): Promise<Request> {
    const [taskId, competenceId] = [this.idOf('tasks'), await this.competenceFor()];
    return this.manage('training-plans', {
      personId: this.staffOf(3).id,
      supervisorId: this.staffOf(this.calm ? 0 : this.dice.below(4)).id,
      purpose: this.dice.of(['Praksis', 'Opplæring', `Plan ${unique()}`]),
      validFrom: this.moment(this.calm ? 0 : this.dice.of([0, 24])),
      validTo: this.moment(4000),
      goals: [{ text: 'Mål', taskId, competenceId }, { text: 'Et mål til' }],
    });
  }

  /** The newest that stands, if any does. */
  private async plan(): Promise<Json> {
    const { items } = await this.world.manager.read('training-plans?limit=200');
    const { id } = items.findLast(({ status }: Json) => status === 'in-force') ??
      items.at(-1) ?? { id: this.idOf('training-plans') };
    return this.world.manager.read(`training-plans/${id}`);
  }

  private async ofPlan(act: string, body: object): Promise<Request> {
    return this.manage(`training-plans/${(await this.plan()).id}/${act}`, body);
  }

  /** By whoever supervises; a record is of what they master. */
  private async sign(body: object): Promise<Request> {
    const { goals, supervisor, validFrom } = await this.plan();
    const who = this.staff.find(({ id }) => id === supervisor?.id) ?? this.staffOf(0);
    const [first]: Json[] = goals;
    if (this.calm && 'record' in body && first.competence)
      await this.world.manager.post(`people/${who.id}/competence-records`, {
        competenceId: first.competence.id,
        achievedOn: this.moment(-100).slice(0, 10),
        evidence: { source: 'Kurs' },
      });
    const goal: Json = this.calm ? first : this.dice.of(goals);
    return [
      who.client,
      'post',
      `training-goals/${goal.id}/steps`,
      { signedOn: dayInOslo(Date.parse(validFrom)), ...body },
    ];
  }

  private async takeBack(): Promise<Request> {
    const { goals } = await this.plan();
    const steps = goals.flatMap((goal: Json) => goal.steps);
    const step: Json = this.dice.of(steps.length > 0 ? steps : goals);
    return this.manage(`training-steps/${step.id}/withdrawal`, { reason: 'Feil person.' });
  }

  private async takeOutTheRest(): Promise<Request> {
    const { goals } = await this.plan();
    const [last, ...others]: Json[] = goals.filter(({ status }: Json) => status === 'open').reverse();
    for (const { id } of others)
      await this.world.manager.post(`training-goals/${id}/withdrawal`, { reason: 'Ikke tid.' });
    return this.manage(`training-goals/${(last ?? goals[0]).id}/withdrawal`, { reason: 'Ikke tid.' });
  }

  private async abstain(): Promise<Request> {
    const taskId = await this.taskFor({ HE: true });
    return [this.staffOf(2).client, 'post', 'people/me/abstentions', { taskId, reason: 'Mestrer ikke.' }];
  }

  private async teach(hours: number): Promise<Request> {
    const gives = { competenceId: await this.competenceFor() };
    return this.manage('teaching', {
      kind: this.dice.of(['course', 'meeting', 'practice-day']),
      title: 'Opplæring',
      startsAt: this.moment(hours),
      endsAt: this.moment(hours + 2),
      heldBy: this.dice.of([{ name: 'Utenfra' }, { personId: this.staffOf(0).id }]),
      open: this.calm || this.dice.of([true, false]),
      topics: this.dice.of([[], ['Varsling']]),
      gives: this.calm ? [gives] : this.dice.of([[], [gives]]),
    });
  }

  /** One that is to come, or any. */
  private async takePart(by: Client, step: string, body?: object): Promise<Request> {
    const coming = this.calm ? '&status=planned' : '';
    const { items } = await this.world.manager.read(`teaching?limit=200${coming}`);
    return [by, 'post', `teaching/${this.dice.of<Json>(items).id}/${step}`, body];
  }

  private async changeTeaching(): Promise<Request> {
    const gives = [{ competenceId: await this.competenceFor() }];
    const body = this.dice.of([
      { title: 'Nytt navn', gives },
      { gives },
      { place: 'Aulaen', topics: ['HLR'] },
    ]);
    const { items } = await this.world.manager.read('teaching?limit=200');
    return [this.world.manager, 'patch', `teaching/${this.dice.of<Json>(items).id}`, body];
  }

  private async held(step: string, body: object): Promise<Request> {
    const { items } = await this.world.manager.read('teaching?limit=200&status=held');
    return this.manage(`teaching/${this.dice.of<Json>(items).id}/${step}`, body);
  }

  private attend(statuses: string[]): Promise<Request> {
    const people = statuses.map((status, i) => ({ personId: this.staffOf(i + 1).id, status }));
    return this.held('attendance', { people });
  }

  private entitlements(): object[] {
    return ['LE', 'HE', 'X-MS']
      .filter((occupation) => occupation === 'LE' || this.dice.below(2) === 1)
      .map((occupation) => ({ occupation, mayDelegate: this.dice.below(4) > 0 }));
  }

  private async erase(): Promise<Request> {
    const { items } = await this.world.manager.read('log?type=delegation.refused&limit=200');
    const told: Json = this.dice.of(items);
    return this.manage(`log/${told.seq}/erasure`, { reason: 'Navnet på en pasient var skrevet inn.' });
  }

  /** What rests on the task may lapse with it. */
  private async entitle(): Promise<Request> {
    const id = await this.taskFor({ LE: true, HE: true });
    return [this.world.manager, 'patch', `tasks/${id}`, { entitlements: this.entitlements() }];
  }

  private task(more: object): object {
    return { name: `Oppgave ${unique()}`, area: 'skiftestue', entitlements: this.entitlements(), ...more };
  }

  private lineage(): object[] {
    return [{ taskId: this.idOf('tasks'), relation: this.dice.of(['copy', 'part', 'whole']) }];
  }

  private role(tasks: string[]): object {
    const areas = [{ code: 'skiftestue', title: 'Skiftestue', tasks }];
    const obligations = ['Taushetsplikt.', { text: 'Forsvarlighet.', legalBases: ['hpl-4'] }];
    return { areas, obligations, effectiveFrom: this.moment(0) };
  }

  private async propose(more: object): Promise<Request> {
    const [from, to] = [this.staffOf(this.dice.below(2)), this.staffOf(2 + this.dice.below(2))];
    const taskId = await this.taskFor({ LE: true });
    return [from.client, 'post', 'delegations', this.world.proposal(taskId, to.id, more)];
  }

  private async assign(path: string, people: object): Promise<Request> {
    const id = await this.taskFor({ LE: true, HE: true });
    const task = path === 'duties' ? { taskId: id } : { taskIds: [id] };
    return this.manage(path, { ...people, ...task, ...this.period() });
  }

  /** By whom it is for, of a delegation that waits for it. */
  private answer(step: string): Promise<Request> {
    return this.stepOf('proposed', step, step === 'acceptance' ? undefined : { reason: 'Passer ikke.' });
  }

  private follow(step: string, body: object): Promise<Request> {
    return this.stepOf('accepted', step, body);
  }

  private async stepOf(status: string, step: string, body?: object): Promise<Request> {
    const { items } = await this.world.manager.read(`delegations?limit=200&status=${status}`);
    const all = items.length > 0 ? items : (await this.world.manager.read('delegations?limit=200')).items;
    const { id, delegator, delegatee }: Json = this.dice.of(all);
    const received = ['acceptance', 'declination', 'relinquishment', 'delegations'].includes(step);
    const who = this.staff.find((person) => person.id === (received ? delegatee.id : delegator.id));
    return [who?.client ?? this.world.manager, 'post', `delegations/${id}/${step}`, body];
  }

  private async endEngagement(): Promise<Request> {
    const personId = this.calm ? this.staffOf(3).id : this.idOf('people');
    const { engagements } = await this.world.manager.read(`people/${personId}`);
    const id = engagements[0]?.id ?? this.lastOf('engagements');
    const at = this.moment(this.calm ? 200 : this.dice.of([-200, 0, 1, 200]));
    return this.manage(`engagements/${id}/end`, { at, reason: 'Sluttet.' });
  }

  private work(): Request {
    const from = this.moment(this.dice.of([-300, 0, 24, 300])).slice(0, 10);
    const weekdays = this.dice.of([[], [1], [5, 2], [1, 2, 3, 4, 5, 6, 7]]);
    const personId = this.calm ? this.staffOf(2).id : this.idOf('people');
    return [this.world.manager, 'put', `people/${personId}/working-days`, { from, weekdays }];
  }

  private lastOf(kind: string): string {
    return this.dice.of(this.made.filter(({ path }) => path.endsWith(kind))).id;
  }

  private reaction(): object {
    const { validTo } = this.dice.of([{ validTo: null }, { validTo: this.moment(500) }]);
    const knownFrom = this.dice.of([undefined, this.moment(-24)]);
    return { validFrom: this.moment(this.dice.of([-500, -1, 24])), validTo, knownFrom, note: 'Vedtak.' };
  }

  private async react(more: object): Promise<Request> {
    const { authorisations } = await this.world.manager.read(`people/${this.dice.of(this.staff).id}`);
    const id = authorisations[0]?.id ?? this.lastOf('authorisations');
    return this.manage(`authorisations/${id}/reactions`, { ...this.reaction(), ...more });
  }
}

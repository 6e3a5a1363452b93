import { dayInOslo } from '../../src/law/oslo.js';
import type { TestApp } from './app.js';
import { Client, type Json } from './client.js';

const password = 'et-godt-passord';
let made = 0;

/** Unique within the run, so that tests run in any order. */
export const unique = (): string => `${process.pid}-${Date.now().toString(36)}-${++made}`;

/** The clinic's day, so many days from today: at night it is another than in UTC. */
export const day = (ahead: number): string =>
  new Date(Date.parse(dayInOslo(Date.now())) + ahead * 86_400_000).toISOString().slice(0, 10);

export const assessment = {
  taskNature: 'Avgrenset prosedyre med skriftlig rutine på kontoret.',
  qualifications: 'Opplært internt og sett utføre den fem ganger under tilsyn.',
  followUp: 'Legen er til stede og ser gjennom journalen hver måned.',
};

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly client: Client;
}

/** A clinic of the test's own, built through the front door. */
export class World {
  private constructor(
    readonly testApp: TestApp,
    readonly manager: Client,
    readonly clinicId: string,
    readonly managerId: string,
  ) {}

  static async create(testApp: TestApp, kind = 'legekontor'): Promise<World> {
    const email = `leder-${unique()}@example.no`;
    const anyone = new Client(testApp);
    const clinic = await anyone.make('clinics', {
      name: 'Prøvekontoret',
      kind,
      manager: { name: 'Lise Leder', email, password },
    });
    return new World(testApp, await anyone.signIn(email, password), clinic.id, clinic.personId);
  }

  person(name: string, more: object = {}): Promise<Json> {
    return this.manager.make('people', { name, ...more });
  }

  engage(personId: string, occupation: string, more: object = {}): Promise<Json> {
    const body = { occupation, kind: 'ansatt', validFrom: '2024-01-01', ...more };
    return this.manager.make(`people/${personId}/engagements`, body);
  }

  authorise(personId: string, profession: string, more: object = {}): Promise<Json> {
    const evidence = { source: 'HPR', checkedAt: '2024-01-01' };
    const body = { profession, approvalType: '1', validFrom: '2010-01-01', evidence, ...more };
    return this.manager.make(`people/${personId}/authorisations`, body);
  }

  /** A task with exactly these entitlements. */
  task(name: string, entitlements: Record<string, boolean>, more: object = {}): Promise<Json> {
    const list = Object.entries(entitlements).map(([occupation, mayDelegate]) => ({
      occupation,
      mayDelegate,
    }));
    return this.manager.make('tasks', { name, area: 'skiftestue', entitlements: list, ...more });
  }

  /** A login for a person (or for nobody, as an auditor has). */
  async login(name: string, personId: string | undefined, roles: string[] = ['staff']): Promise<Client> {
    const email = `p-${unique()}@example.no`;
    const { link } = await this.manager.make('invitations', { email, personId, roles });
    const anyone = new Client(this.testApp);
    await anyone.make('invitations/accept', { token: link.split('#')[1], name, password });
    return anyone.signIn(email, password);
  }

  /** Somebody at work: engaged, authorised where the occupation asks for it, and signed in. */
  async colleague(name: string, occupation: string, more: object = {}): Promise<Colleague> {
    const person = await this.person(name, more);
    await this.engage(person.id, occupation);
    if (!occupation.startsWith('X-')) await this.authorise(person.id, occupation);
    return { id: person.id, name, client: await this.login(name, person.id) };
  }

  proposal(taskId: string, delegateeId: string, more: object = {}): object {
    return {
      taskId,
      delegateeId,
      profession: 'LE',
      validFrom: day(0),
      validTo: day(180),
      assessment,
      supervision: { reviewBy: day(90), reachableHow: 'Til stede på kontoret' },
      ...more,
    };
  }

  /** A delegation that stands. */
  async delegated(from: Colleague, to: Colleague, taskId: string, more: object = {}): Promise<Json> {
    const { id } = await from.client.make('delegations', this.proposal(taskId, to.id, more));
    return to.client.make(`delegations/${id}/acceptance`);
  }
}

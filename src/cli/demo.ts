import type { Config } from '../config.js';
import { DemoClient, DemoInterrupted } from './demo.client.js';
import { recordCompetence } from './demo.competence.js';
import { day } from './demo.day.js';
import { adoptRoles, assignDuties, registerStaff, type Staff, type Tasks } from './demo.staff.js';
import { teachAndTrain } from './demo.training.js';

/** Of every demo sign-in; the demo clinic is made only with the embedded database, or where DEMO=true. */
const demoPassword = 'fullmakt-demo-2026';

/** Told when the process has started. */
export const demoSignIns = `Demo clinic, every password is ${demoPassword}:
  leder@demo.example    Ingrid Solberg  manager and administrator (leder)
  lege@demo.example     Anders Vik      doctor who delegates (lege)
  kari@demo.example     Kari Moen       helsesekretær
  elev@demo.example     Emil Lunde      pupil in training (elev)
  tilsyn@demo.example   Tiril Aas       auditor (tilsyn)`;

const leader = { name: 'Ingrid Solberg', email: 'leder@demo.example', password: demoPassword };
const delegationsInAll = 4;

/**
 * Loads the demo clinic once, through the front door.
 * A start cut short goes on where it stopped, on the same day; later it leaves what is there and says so.
 */
export async function loadDemo(config: Config): Promise<void> {
  const manager = new DemoClient(config);
  const begun = await manager.signIn(leader.email, demoPassword);
  if (begun && ((await manager.get('delegations?limit=10')).items?.length ?? 0) >= delegationsInAll) return;
  try {
    await tell(config, manager, begun);
  } catch (error) {
    if (!(begun && error instanceof DemoInterrupted)) throw error;
    console.error('The demo clinic is only partly there, left by a start that was cut short.');
  }
}

async function tell(config: Config, manager: DemoClient, begun: boolean): Promise<void> {
  if (!begun) {
    await manager.make('clinics', { name: 'Fjordbyen legekontor', kind: 'legekontor', manager: leader });
    await manager.signIn(leader.email, demoPassword);
  }
  const staff = await registerStaff(manager);
  const tasks = await adoptRoles(manager, staff);
  await assignDuties(manager, staff, tasks);
  const join = (email: string, name: string, roles: string[], personId?: string) =>
    joined(config, manager, begun, { email, name, roles, personId });
  await join('tilsyn@demo.example', 'Tiril Aas', ['auditor']);
  const lege = await join('lege@demo.example', 'Anders Vik', ['staff'], staff.anders);
  const kari = await join('kari@demo.example', 'Kari Moen', ['staff'], staff.kari);
  const elev = await join('elev@demo.example', 'Emil Lunde', ['staff'], staff.emil);
  const competences = await recordCompetence(manager, kari, staff, tasks);
  await teachAndTrain({ manager, kari, staff, tasks, competences });
  await delegate({ lege, kari, elev }, staff, tasks);
}

interface Member {
  readonly email: string;
  readonly name: string;
  readonly roles: string[];
  readonly personId?: string;
}

/** Invites somebody, who accepts and signs in; whoever has joined before only signs in. */
async function joined(
  config: Config,
  manager: DemoClient,
  begun: boolean,
  member: Member,
): Promise<DemoClient> {
  const { email, personId, roles, name } = member;
  const client = new DemoClient(config);
  if (begun && (await client.signIn(email, demoPassword))) return client;
  const { link } = await manager.make('invitations', { email, personId, roles });
  await client.make('invitations/accept', { token: link?.split('#')[1], name, password: demoPassword });
  if (personId) await client.signIn(email, demoPassword);
  return client;
}

interface Clients {
  readonly lege: DemoClient;
  readonly kari: DemoClient;
  readonly elev: DemoClient;
}

/** One accepted and passed on in vain, one that waits for Kari, one for the locum's time, and one for a pupil's training. */
async function delegate({ lege, kari, elev }: Clients, staff: Staff, tasks: Tasks): Promise<void> {
  const task = (code: string) => tasks.find(({ catalogueCode }) => catalogueCode === code)?.id;
  const infusion = { taskId: task('lege-intravenoes-infusjon'), ...terms() };
  const { id } = await lege.make('delegations', { ...infusion, delegateeId: staff.kari, profession: 'LE' });
  await kari.make(`delegations/${id}/acceptance`);
  await kari.refused('delegations', {
    ...infusion,
    delegateeId: staff.ola,
    profession: 'HE',
    validTo: day(60),
  });
  await lege.make('delegations', {
    taskId: task('lege-allergiprikktest'),
    ...terms(),
    delegateeId: staff.ola,
    profession: 'LE',
    validTo: day(60),
  });
  const training = await kari.make('delegations', {
    taskId: task('laboratorium-blodproevetaking'),
    delegateeId: staff.emil,
    profession: 'HE',
    validFrom: day(0),
    validTo: day(45),
    ...inTraining(),
    training: {
      purpose: 'Praksis i Vg2 helseservicefag: kapillær og venøs prøvetaking.',
      supervisorId: staff.kari,
    },
  });
  await elev.make(`delegations/${training.id}/acceptance`);
  await lege.make('delegations', {
    taskId: task('lege-vaksinasjon-etter-ordinasjon'),
    ...terms(),
    delegateeId: staff.kari,
    profession: 'LE',
  });
}

const terms = () => ({
  validFrom: day(0),
  validTo: day(365),
  assessment: {
    taskNature: 'Avgrenset prosedyre med skriftlig rutine; utføres bare når lege er til stede på kontoret.',
    qualifications: 'Har hatt internopplæring og utført prosedyren under tilsyn fem ganger.',
    followUp: 'Legen ser gjennom journalførte tilfeller hver måned og er tilgjengelig under utførelsen.',
  },
  conditions: 'Bare voksne pasienter, etter ordinasjon i journalen.',
  supervision: { reviewBy: day(90), reachableHow: 'Til stede på kontoret, internt telefonnummer 12' },
});

const inTraining = () => ({
  assessment: {
    taskNature: 'Rutineprøver på voksne, på laboratoriet, etter kontorets prosedyre.',
    qualifications: 'Har øvd på modell og sett prøvetaking tretti ganger; kjenner smittevernrutinen.',
    followUp: 'Helsesekretæren er i rommet hver gang og går gjennom prøvene samme dag.',
  },
  supervision: { reviewBy: day(14), reachableHow: 'I rommet' },
});

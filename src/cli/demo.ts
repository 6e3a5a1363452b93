import type { Config } from '../config.js';
import { type Answer, DemoClient } from './demo.client.js';

/** The password of every demo sign-in; the demo clinic is made only with the embedded database, or where DEMO=true. */
export const demoPassword = 'fullmakt-demo-2026';

const leader = { name: 'Ingrid Solberg', email: 'leder@demo.example', password: demoPassword };

/**
 * Loads the demo clinic once, through the front door.
 * Each step carries an Idempotency-Key, so that a start cut short goes on where it stopped.
 */
export async function loadDemo(config: Config): Promise<void> {
  const manager = new DemoClient(config, 'manager');
  if (!(await manager.signIn(leader.email, demoPassword))) {
    await manager.make('clinics', { name: 'Fjordbyen legekontor', kind: 'legekontor', manager: leader });
    await manager.signIn(leader.email, demoPassword);
  }
  const { items: delegations } = await manager.get('delegations?limit=3');
  if ((delegations?.length ?? 0) >= 3) return;
  const people = await registerStaff(manager);
  const tasks = await adoptRoles(manager, people);
  await assignDuties(manager, people, tasks);
  await delegate(config, manager, people, tasks);
}

interface Staff {
  readonly lege: string;
  readonly kari: string;
  readonly ola: string;
  readonly siri: string;
  readonly emil: string;
  readonly nora: string;
}

type Tasks = ReadonlyMap<string, { id: string; area: string; occupations: readonly string[] }>;

async function registerStaff(manager: DemoClient): Promise<Staff> {
  const person = async (name: string, hprNumber: number | null, birthDate: string) => {
    const { id } = await manager.make('people', { name, birthDate, ...(hprNumber && { hprNumber }) });
    return id as string;
  };
  const staff = {
    lege: await person('Anders Vik', 9_012_341, '1974-03-12'),
    kari: await person('Kari Moen', 9_012_342, '1985-06-21'),
    ola: await person('Ola Berg', 9_012_343, '1991-11-02'),
    siri: await person('Siri Dahl', null, '1988-01-30'),
    emil: await person('Emil Lunde', null, '2008-09-14'),
    nora: await person('Nora Hagen', 9_012_344, '1979-12-05'),
  };
  await authorise(manager, staff.lege, 'LE', '2002-07-01');
  await authorise(manager, staff.kari, 'HE', '2006-08-15');
  await authorise(manager, staff.ola, 'HE', '2012-08-15');
  await authorise(manager, staff.nora, 'SP', '2004-07-01');
  return staff;
}

const authorise = (manager: DemoClient, personId: string, profession: string, validFrom: string): Promise<Answer> =>
  manager.make(`people/${personId}/authorisations`, {
    profession,
    approvalType: '1',
    validFrom,
    evidence: { source: 'HPR', checkedAt: '2026-01-05', note: 'Oppslag i Helsepersonellregisteret (demo)' },
  });

async function adoptRoles(manager: DemoClient, staff: Staff): Promise<Tasks> {
  const adopt = async (templateCode: string) => (await manager.make('role-descriptions', { templateCode })).id as string;
  const helsesekretaer = await adopt('helsesekretaer-primaerhelsetjenesten');
  const lege = await adopt('lege');
  const sekretaer = await adopt('medisinsk-sekretaer');
  const engage = (personId: string, occupation: string, roleDescriptionId: string | null, rest: object = {}) =>
    manager.make(`people/${personId}/engagements`, {
      occupation,
      kind: 'ansatt',
      roleDescriptionId,
      validFrom: '2024-01-01',
      ...rest,
    });
  await engage(staff.lege, 'LE', lege);
  await engage(staff.kari, 'HE', helsesekretaer);
  await engage(staff.ola, 'HE', helsesekretaer, { kind: 'vikar' });
  await engage(staff.siri, 'X-MS', sekretaer);
  await engage(staff.nora, 'SP', null);
  await engage(staff.emil, 'X-HEL', null, { kind: 'elev', supervisorId: staff.kari });
  const found = new Map<string, { id: string; area: string; occupations: string[] }>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Answer = await manager.get(`tasks?limit=200${cursor && `&cursor=${cursor}`}`);
    for (const { id, name, area, entitlements } of page.items ?? []) {
      found.set(name, { id, area, occupations: entitlements.map(({ occupation }) => occupation) });
    }
    cursor = page.nextCursor ?? null;
  }
  return found;
}

async function assignDuties(manager: DemoClient, staff: Staff, tasks: Tasks): Promise<void> {
  const held = (occupation: string, areas: readonly string[]) =>
    [...tasks.values()].filter((task) => areas.includes(task.area) && task.occupations.includes(occupation)).map(({ id }) => id);
  const assign = (personIds: string[], taskIds: string[]) =>
    manager.make('duties/bulk', { personIds, taskIds, validFrom: '2024-01-01' });
  await assign([staff.kari, staff.ola], held('HE', ['resepsjon', 'laboratorium', 'skiftestue']));
  await assign([staff.siri], held('X-MS', ['resepsjon']));
}

async function delegate(config: Config, manager: DemoClient, staff: Staff, tasks: Tasks): Promise<void> {
  const lege = await invited(config, manager, 'lege@demo.example', 'Anders Vik', staff.lege, ['staff']);
  const kari = await invited(config, manager, 'kari@demo.example', 'Kari Moen', staff.kari, ['staff']);
  await invited(config, manager, 'tilsyn@demo.example', 'Tiril Aas', undefined, ['auditor']);
  const task = (start: string) => [...tasks].find(([name]) => name.startsWith(start))?.[1].id;
  const infusion = await lege.make('delegations', proposal(task('Intravenøs infusjon'), staff.kari));
  await kari.make(`delegations/${infusion.id}/acceptance`, undefined);
  await lege.make('delegations', proposal(task('Vaksinasjon'), staff.kari));
  await kari.refused(`delegations/${infusion.id}/delegations`);
  await lege.make('delegations', proposal(task('Allergiprikktest'), staff.ola));
}

function proposal(taskId: string | undefined, delegateeId: string) {
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  return {
    taskId,
    delegateeId,
    profession: 'LE',
    validFrom: new Date(Date.now() + 1000).toISOString(),
    validTo: day(365),
    assessment: {
      taskNature: 'Avgrenset prosedyre med skriftlig rutine; utføres bare når lege er til stede på kontoret.',
      qualifications: 'Har hatt internopplæring og utført prosedyren under tilsyn fem ganger.',
      followUp: 'Legen ser gjennom journalførte tilfeller hver måned og er tilgjengelig under utførelsen.',
    },
    conditions: 'Bare voksne pasienter, etter ordinasjon i journalen.',
    supervision: { reviewBy: day(90), reachableHow: 'Til stede på kontoret, internt telefonnummer 12' },
  };
}

async function invited(
  config: Config,
  manager: DemoClient,
  email: string,
  name: string,
  personId: string | undefined,
  roles: string[],
): Promise<DemoClient> {
  const client = new DemoClient(config, email);
  if (await client.signIn(email, demoPassword)) return client;
  const { link } = await manager.make('invitations', { email, personId, roles });
  await client.make('invitations/accept', { token: link?.split('#')[1], name, password: demoPassword });
  await client.signIn(email, demoPassword);
  return client;
}

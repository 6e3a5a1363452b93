import type { Answer, DemoClient, DemoTask } from './demo.client.js';
import { day } from './demo.day.js';

/** Ids of the people at the demo clinic. */
export interface Staff {
  readonly anders: string;
  readonly jonas: string;
  readonly nora: string;
  readonly kari: string;
  readonly ola: string;
  readonly siri: string;
  readonly emil: string;
}

export type Tasks = readonly DemoTask[];

export const taskOf = (tasks: Tasks, code: string): string =>
  tasks.find(({ catalogueCode }) => catalogueCode === code)?.id ?? '';

/** Everybody who works or trains at the clinic, with what they are authorised as. */
export async function registerStaff(manager: DemoClient): Promise<Staff> {
  const person = async (name: string, birthDate: string, hprNumber?: number) =>
    (await manager.make('people', { name, birthDate, hprNumber })).id as string;
  const staff = {
    anders: await person('Anders Vik', '1974-03-12', 9_012_341),
    jonas: await person('Jonas Eide', '1998-05-04', 9_012_345),
    nora: await person('Nora Hagen', '1979-12-05', 9_012_344),
    kari: await person('Kari Moen', '1985-06-21', 9_012_342),
    ola: await person('Ola Berg', '1991-11-02', 9_012_343),
    siri: await person('Siri Dahl', '1988-01-30'),
    emil: await person('Emil Lunde', '2008-09-14'),
  };
  const authorise = (
    personId: string,
    profession: string,
    approvalType: string,
    validFrom: string,
    validTo?: string,
  ) =>
    manager.make(`people/${personId}/authorisations`, {
      profession,
      approvalType,
      validFrom,
      validTo,
      evidence: { source: 'HPR', checkedAt: day(0), note: 'Oppslag i Helsepersonellregisteret (demo)' },
    });
  await authorise(staff.anders, 'LE', '1', '2002-07-01');
  await authorise(staff.jonas, 'LE', '18', day(-80), day(285));
  await authorise(staff.nora, 'SP', '1', '2004-07-01');
  await authorise(staff.kari, 'HE', '1', '2006-08-15');
  await authorise(staff.ola, 'HE', '1', '2012-08-15');
  return staff;
}

/** Adopts the templates, engages everybody, and gives the tasks that the clinic then has. */
export async function adoptRoles(manager: DemoClient, staff: Staff): Promise<Tasks> {
  const adopt = async (templateCode: string) =>
    (await manager.make('role-descriptions', { templateCode })).id as string;
  const helsesekretaer = await adopt('helsesekretaer-primaerhelsetjenesten');
  const lege = await adopt('lege');
  const sekretaer = await adopt('medisinsk-sekretaer');
  const engage = (personId: string, occupation: string, kind: string, terms: object) =>
    manager.make(`people/${personId}/engagements`, { occupation, kind, ...terms });
  const permanent = (roleDescriptionId?: string) => ({ roleDescriptionId, validFrom: '2024-01-01' });
  await engage(staff.anders, 'LE', 'ansatt', permanent(lege));
  await engage(staff.nora, 'SP', 'ansatt', permanent());
  await engage(staff.kari, 'HE', 'ansatt', permanent(helsesekretaer));
  await engage(staff.siri, 'X-MS', 'ansatt', permanent(sekretaer));
  await engage(staff.jonas, 'LE', 'ansatt', {
    roleDescriptionId: lege,
    validFrom: day(-80),
    validTo: day(100),
  });
  await engage(staff.ola, 'HE', 'vikar', {
    roleDescriptionId: helsesekretaer,
    validFrom: day(-30),
    validTo: day(60),
  });
  await engage(staff.emil, 'X-HEL', 'elev', {
    supervisorId: staff.kari,
    validFrom: day(-30),
    validTo: day(45),
  });
  return allTasks(manager);
}

async function allTasks(manager: DemoClient): Promise<Tasks> {
  const tasks: DemoTask[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Answer = await manager.get(`tasks?limit=200${cursor && `&cursor=${cursor}`}`);
    tasks.push(...(page.items ?? []));
    cursor = page.nextCursor ?? null;
  }
  return tasks;
}

/** The manager's act: duties inside each role, many at once. An open end lasts as long as role, engagement and right do. */
export async function assignDuties(manager: DemoClient, staff: Staff, tasks: Tasks): Promise<void> {
  const assign = (personIds: string[], occupation: string, ...areas: string[]) =>
    manager.make('duties/bulk', {
      personIds,
      taskIds: tasks
        .filter(
          ({ area, entitlements }) =>
            areas.includes(area) && entitlements.some((own) => own.occupation === occupation),
        )
        .map(({ id }) => id),
      validFrom: day(-30),
    });
  await assign([staff.kari, staff.ola], 'HE', 'resepsjon', 'laboratorium', 'skiftestue');
  await assign([staff.siri], 'X-MS', 'resepsjon');
  await assign([staff.nora], 'SP', 'laboratorium', 'skiftestue');
  await assign([staff.anders, staff.jonas], 'LE', 'lege');
}

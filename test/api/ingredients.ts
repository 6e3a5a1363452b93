import type { Json } from '../support/client.js';
import { pdf } from '../support/files.js';
import { csv, xlsx } from '../support/spreadsheets.js';
import { day, unique } from '../support/world.js';
import type { SentFile } from './recipes.js';
import { roleDescription, type Stage } from './stage.js';

// What a call needs before it can be made; each made anew, so that no call stands in the way of another.

export const person = ({ world }: Stage): Promise<{ id: string }> => world.person(`Person ${unique()}`);

export const authorised = async (stage: Stage): Promise<string> => {
  const { id } = await person(stage);
  return (await stage.world.authorise(id, 'SP')).id;
};

export const taskId = async ({ world }: Stage, entitlements: Record<string, boolean>): Promise<string> =>
  (await world.task(`Oppgave ${unique()}`, entitlements)).id;

export const dutyOf = async (stage: Stage): Promise<{ personId: string; taskId: string }> => ({
  personId: stage.secretary.id,
  taskId: await taskId(stage, { HE: false }),
});

export async function delegation(stage: Stage): Promise<Json> {
  const id = await taskId(stage, { LE: true });
  return stage.world.proposal(id, stage.secretary.id, {
    conditions: 'Bare når legen er på kontoret.',
    training: { purpose: 'Opplæring under tilsyn på kontoret.', supervisorId: stage.lege.id },
    contested: {
      course: 'Kurs i metoden',
      reasoning: 'Vurdert og funnet forsvarlig her.',
      delegatorPresent: true,
    },
  });
}

export async function proposed(stage: Stage): Promise<{ id: string }> {
  return stage.lege.client.make('delegations', await delegation(stage));
}

export async function standing(stage: Stage): Promise<{ id: string }> {
  const { id } = await proposed(stage);
  return stage.secretary.client.make(`delegations/${id}/acceptance`);
}

export const openInvitation = ({ manager }: Stage): Promise<{ id: string; link: string }> =>
  manager.make('invitations', { email: `ny-${unique()}@example.no`, roles: ['auditor'] });

export async function invitation(stage: Stage): Promise<string> {
  const { link } = await openInvitation(stage);
  return String(link).split('#')[1] ?? '';
}

export async function newMember(stage: Stage): Promise<{ id: string }> {
  await stage.anyone.make('invitations/accept', {
    token: await invitation(stage),
    name: 'Mari Medlem',
    password: 'et-godt-passord',
  });
  const { items } = await stage.manager.read('members?limit=200');
  return items.at(-1);
}

export const apiToken = ({ manager }: Stage): Promise<{ id: string }> =>
  manager.make('api-tokens', { name: 'Vaktliste', roles: ['staff'], expiresAt: day(30) });

/** The number of an entry whose payload may be erased, and has not been. */
export async function erasable(stage: Stage): Promise<string> {
  await invitation(stage);
  const { items } = await stage.manager.read('log?type=member.invited&order=desc&limit=1');
  return String(items[0].seq);
}

export const competenceTold = () => ({
  name: `Kompetanse ${unique()}`,
  kind: 'observed-practice',
  levels: ['Under tilsyn', 'Selvstendig', 'Kan lære bort'],
  validityMonths: 24,
  renewal: 'Ny observasjon hvert andre år.',
});

export const competence = ({ manager }: Stage): Promise<{ id: string }> =>
  manager.make('competences', competenceTold());

/** Each time of another competence. */
export const recordTold = async (stage: Stage): Promise<Json> => ({
  competenceId: (await competence(stage)).id,
  level: 2,
  achievedOn: day(-10),
  validTo: day(300),
  assessedBy: stage.lege.id,
  evidence: { source: 'Signert skjema', note: 'Sett tre ganger.' },
});

/** Of the secretary, seen by the doctor; each time of another competence. */
export async function importedCsv(stage: Stage): Promise<{ file: SentFile; body: Json }> {
  const { lege, secretary } = stage;
  const told = await recordTold(stage);
  const { name } = await stage.manager.read(`competences/${told.competenceId}`);
  const [first, last] = secretary.name.split(' ');
  const row = [
    secretary.name,
    first,
    last,
    '',
    '',
    name,
    '2',
    told.achievedOn,
    day(300),
    lege.name,
    'Skjema',
    'Sett.',
  ];
  const mapping = {
    person: 1,
    firstName: 2,
    lastName: 3,
    email: 4,
    hprNumber: 5,
    competence: 6,
    level: 7,
    achievedOn: 8,
    validTo: 9,
    assessedBy: 10,
    source: 11,
    note: 12,
  };
  const bytes = Buffer.from(csv(Object.keys(mapping).join(';'), row.join(';')));
  return { file: { name: 'kurs.csv', bytes }, body: { mapping, dryRun: false } };
}

/** The same from a workbook, its columns by their headings. */
export async function importedXlsx(stage: Stage): Promise<{ file: SentFile; body: Json }> {
  const { name } = await stage.manager.read(`competences/${(await competence(stage)).id}`);
  const rows = [
    ['Hvem', 'Hva', 'Når', 'Siste dag'],
    [stage.secretary.name, name, day(-10), day(300)],
  ];
  const mapping = { person: 'Hvem', competence: 'Hva', achievedOn: 'Når', validThrough: 'Siste dag' };
  const bytes = await xlsx(rows, 'Kurs');
  return { file: { name: 'kurs.xlsx', bytes }, body: { mapping, sheet: 'Kurs', dryRun: false } };
}

/** By the secretary, of herself. */
export const claimed = async (stage: Stage): Promise<Json> =>
  stage.secretary.client.make(`people/${stage.secretary.id}/competence-records`, await recordTold(stage));

/** Another one each time: a record holds the same bytes once. */
export const evidenceFile = () => ({
  name: 'Kursbevis – førstehjelp.pdf',
  bytes: pdf({ objects: `% ${unique()}\n` }),
});

/** Of a record that the secretary has claimed. */
export const evidence = async (stage: Stage): Promise<{ id: string; recordId: string }> =>
  stage.manager.sendFile(`competence-records/${(await claimed(stage)).id}/evidence`, evidenceFile());

/** Each time of another task. */
export const approvalTold = async (stage: Stage): Promise<Json> => ({
  taskId: (await stage.world.task(`Legemiddel ${unique()}`, { LE: true }, { medicineHandling: true })).id,
  personId: stage.secretary.id,
  validFrom: day(0),
  validTo: day(300),
  course: { source: 'Kurs i legemiddelhåndtering', completedOn: day(-30), competenceRecordId: null },
  test: { source: 'Prøve i legemiddelregning', passedOn: day(-20) },
  practicalSignOff: { signedOn: day(-5), signedBy: stage.lege.id, note: 'Sett fem ganger.' },
  conditions: 'Bare etter ordinasjon.',
});

export const approval = async (stage: Stage): Promise<{ id: string }> =>
  stage.manager.make('approvals', await approvalTold(stage));

/** Open, with somebody invited, and of a competence of its own; days from today. */
export const teachingTold = async (stage: Stage, from: number): Promise<Json> => ({
  kind: 'internal-teaching',
  title: `Internundervisning ${unique()}`,
  place: 'Møterommet',
  startsAt: day(from),
  endsAt: day(from + 1),
  topics: ['Anafylaksi', 'Adrenalinpenn'],
  heldBy: { personId: stage.lege.id },
  open: true,
  gives: [{ competenceId: (await competence(stage)).id, level: 2 }],
});

export const comingTeaching = async (stage: Stage): Promise<{ id: string }> =>
  stage.manager.make('teaching', await teachingTold(stage, 10));

export const pastTeaching = async (stage: Stage): Promise<{ id: string }> =>
  stage.manager.make('teaching', await teachingTold(stage, -10));

/** With the secretary invited. */
export async function expecting(stage: Stage): Promise<{ id: string }> {
  const { id } = await comingTeaching(stage);
  return stage.manager.make(`teaching/${id}/invitations`, { personIds: [stage.secretary.id] });
}

/** With the secretary present. */
export async function attended(stage: Stage): Promise<{ id: string }> {
  const { id } = await pastTeaching(stage);
  const people = [{ personId: stage.secretary.id, status: 'present' }];
  return stage.manager.make(`teaching/${id}/attendance`, { people });
}

/** Each time for another purpose; the lege supervises the secretary. */
export const planTold = async (stage: Stage): Promise<Json> => ({
  personId: stage.secretary.id,
  supervisorId: stage.lege.id,
  purpose: `Opplæring ${unique()}`,
  validFrom: day(0),
  validTo: day(60),
  goals: await goalsTold(stage),
});

export const goalsTold = async (stage: Stage): Promise<Json> => [
  { text: 'Ta EKG.', taskId: stage.taskIds[0], competenceId: (await competence(stage)).id, level: 2 },
];

export const trainingPlan = async (stage: Stage): Promise<Json> =>
  stage.manager.make('training-plans', await planTold(stage));

/** Its supervisor masters what it is about. */
export async function trainingGoal(stage: Stage): Promise<{ id: string }> {
  const { goals } = await trainingPlan(stage);
  await stage.manager.make(`people/${stage.lege.id}/competence-records`, {
    competenceId: goals[0].competence.id,
    level: 3,
    achievedOn: day(-10),
    evidence: { source: 'Kurs' },
  });
  return goals[0];
}

export async function trainingStep(stage: Stage): Promise<{ id: string }> {
  const { id } = await trainingGoal(stage);
  const body = { kind: 'seen', signedOn: day(0) };
  return (await stage.lege.client.make(`training-goals/${id}/steps`, body)).steps[0];
}

export const abstention = async (stage: Stage): Promise<{ id: string }> =>
  stage.secretary.client.make('people/me/abstentions', {
    taskId: await taskId(stage, { HE: true }),
    reason: 'Jeg mestrer ikke dette ennå.',
  });

export const role = async ({ manager, taskIds }: Stage): Promise<string> =>
  (await manager.make('role-descriptions', roleDescription(taskIds))).id;

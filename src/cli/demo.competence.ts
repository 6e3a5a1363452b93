import type { DemoClient } from './demo.client.js';
import { day } from './demo.day.js';
import { certificate } from './demo.pdf.js';
import { type Staff, type Tasks, taskOf } from './demo.staff.js';

export type Competences = ReadonlyMap<string, string>;

/** What four tasks require, and who can show it: one certificate that soon runs out, one that has, one level too low, one claim. */
export async function recordCompetence(
  manager: DemoClient,
  kari: DemoClient,
  staff: Staff,
  tasks: Tasks,
): Promise<Competences> {
  const competences = await adoptCompetences(manager);
  await requireCompetences(manager, tasks, competences);
  await registerRecords(manager, staff, competences);
  const claim = await kari.make(`people/${staff.kari}/competence-records`, {
    competenceId: competences.get('smittevern'),
    achievedOn: day(-3),
    evidence: { source: 'E-læring i smittevern, kursbevis på e-post' },
  });
  await kari.make(`people/${staff.kari}/abstentions`, {
    taskId: taskOf(tasks, 'skiftestue-audiometri'),
    reason: 'Vi har fått nytt audiometer, og jeg har ikke fått opplæring i det.',
  });
  const evidence = `competence-records/${claim.id}/evidence`;
  if ((await kari.get(evidence)).items?.length === 0)
    await kari.attach(evidence, 'kursbevis-smittevern.pdf', certificate('Kursbevis: smittevern, Kari Moen'));
  return competences;
}

async function adoptCompetences(manager: DemoClient): Promise<Competences> {
  const adopted = new Map<string, string>();
  for (const catalogueCode of [
    'ekg',
    'spirometri',
    'foerstehjelp',
    'hlr',
    'noklus-prosedyrer',
    'smittevern',
  ]) {
    const { id = '' } = await manager.make('competences', { catalogueCode });
    adopted.set(catalogueCode, id);
  }
  return adopted;
}

async function requireCompetences(
  manager: DemoClient,
  tasks: Tasks,
  competences: Competences,
): Promise<void> {
  const required: readonly [task: string, ...needs: [competence: string, minLevel: number][]][] = [
    ['skiftestue-ekg', ['ekg', 2]],
    ['skiftestue-spirometri', ['spirometri', 2]],
    ['skiftestue-foerstehjelp', ['foerstehjelp', 1], ['hlr', 1]],
    ['laboratorium-kvalitetssikring-noklus', ['noklus-prosedyrer', 1]],
  ];
  for (const [task, ...needs] of required)
    await manager.put(`tasks/${taskOf(tasks, task)}/requirements`, {
      from: day(-30),
      allOf: needs.map(([code, minLevel]) => ({
        anyOf: [{ competenceId: competences.get(code), minLevel }],
      })),
    });
}

async function registerRecords(manager: DemoClient, staff: Staff, competences: Competences): Promise<void> {
  const record = (person: keyof Staff, code: string, level: number, achieved: number, source: string) =>
    manager.make(`people/${staff[person]}/competence-records`, {
      competenceId: competences.get(code),
      level,
      achievedOn: day(achieved),
      evidence: { source },
    });
  await record('kari', 'ekg', 2, -400, 'Observert på kontoret, skjema i personalmappen');
  await record('kari', 'spirometri', 2, -200, 'Observert på kontoret, skjema i personalmappen');
  await record('kari', 'foerstehjelp', 1, -345, 'Kurs hos Røde Kors');
  await record('kari', 'hlr', 1, -345, 'Kurs hos Røde Kors');
  await record('kari', 'noklus-prosedyrer', 1, -100, 'Kurs hos Noklus');
  await record('ola', 'ekg', 1, -20, 'Opplært av Nora Hagen');
  await record('ola', 'spirometri', 2, -25, 'Observert på kontoret, skjema i personalmappen');
  await record('nora', 'ekg', 2, -300, 'Observert på kontoret, skjema i personalmappen');
  await record('nora', 'spirometri', 2, -300, 'Observert på kontoret, skjema i personalmappen');
  await record('nora', 'foerstehjelp', 1, -500, 'Kurs hos Norsk Folkehjelp');
  await record('nora', 'hlr', 1, -500, 'Kurs hos Norsk Folkehjelp');
}

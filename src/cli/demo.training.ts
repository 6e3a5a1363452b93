import { aheadInOslo } from '../law/oslo.js';
import type { DemoClient } from './demo.client.js';
import type { Competences } from './demo.competence.js';
import { day } from './demo.day.js';
import { type Staff, type Tasks, taskOf } from './demo.staff.js';

export interface Scene {
  readonly manager: DemoClient;
  readonly kari: DemoClient;
  readonly staff: Staff;
  readonly tasks: Tasks;
  readonly competences: Competences;
}

/** What has been taught and is to be, a pupil’s plan with what has been signed, a file behind a claim, and the third act: an approval. */
export async function teachAndTrain(scene: Scene): Promise<void> {
  await teachPast(scene);
  await teachComing(scene);
  await trainPupil(scene);
  await approveMedicines(scene);
}

/** So many days from today, at that time in Oslo. */
function moment(ahead: number, time: string): string {
  const shown = Date.parse(`${day(ahead)}T${time}:00Z`);
  return new Date(shown - aheadInOslo(shown)).toISOString();
}

const held = (ahead: number, from: string, to: string) => ({
  startsAt: moment(ahead, from),
  endsAt: moment(ahead, to),
});

/** A course with a list of who came, and records for those who were there all the time; one of several meetings. */
async function teachPast({ manager, staff, competences }: Scene): Promise<void> {
  const course = await manager.make('teaching', {
    kind: 'course',
    title: 'HLR med hjertestarter',
    place: 'Møterommet',
    ...held(-14, '14:00', '16:00'),
    topics: ['Varsling', 'Kompresjoner og innblåsinger', 'Hjertestarter'],
    heldBy: { name: 'Norsk Folkehjelp' },
    gives: [{ competenceId: competences.get('hlr') }],
  });
  await manager.make(`teaching/${course.id}/attendance`, {
    people: [
      { personId: staff.ola, status: 'present' },
      { personId: staff.siri, status: 'present' },
      { personId: staff.nora, status: 'partly' },
      { personId: staff.kari, status: 'absent' },
    ],
  });
  await manager.make(`teaching/${course.id}/records`);
  const meeting = await manager.make('teaching', {
    kind: 'meeting',
    title: 'Fagmøte: hvem gjør hva',
    ...held(-7, '08:00', '08:45'),
    topics: ['Stillingsbeskrivelsene', 'Hva som er delegert'],
    heldBy: { personId: staff.nora },
  });
  await manager.make(`teaching/${meeting.id}/attendance`, {
    people: [staff.kari, staff.ola, staff.siri].map((personId) => ({ personId, status: 'present' })),
  });
}

async function teachComing({ manager, staff, competences }: Scene): Promise<void> {
  const plan = (body: object) => manager.make('teaching', body);
  await plan({
    kind: 'internal-teaching',
    title: 'Det nye audiometeret',
    place: 'Skiftestua',
    ...held(5, '12:00', '12:45'),
    topics: ['Kalibrering', 'Terskelmåling'],
    heldBy: { personId: staff.nora },
    open: true,
    invitedIds: [staff.kari],
  });
  await plan({
    kind: 'course',
    title: 'Førstehjelp og HLR',
    place: 'Røde Kors, Storgata 3',
    ...held(12, '09:00', '15:00'),
    topics: ['Førstehjelp', 'HLR med hjertestarter'],
    heldBy: { name: 'Røde Kors' },
    open: true,
    gives: ['foerstehjelp', 'hlr'].map((code) => ({ competenceId: competences.get(code) })),
    invitedIds: [staff.kari, staff.nora],
  });
  await plan({
    kind: 'practice-day',
    title: 'EKG: elektroder og gode opptak',
    place: 'Skiftestua',
    ...held(19, '13:00', '15:00'),
    heldBy: { personId: staff.nora },
    open: true,
    gives: [{ competenceId: competences.get('ekg'), level: 2 }],
    invitedIds: [staff.ola],
  });
  const meeting = await plan({
    kind: 'meeting',
    title: 'Fagmøte: avvik i høst',
    ...held(26, '08:00', '08:45'),
    heldBy: { personId: staff.anders },
  });
  await manager.make(`teaching/${meeting.id}/cancellation`, { reason: 'Legen er på kurs den dagen.' });
}

/** Kari supervises Emil, and has signed what she has seen; one goal has a competence at its end. */
async function trainPupil({ kari, staff, tasks, competences }: Scene): Promise<void> {
  const { goals = [] } = await kari.make('training-plans', {
    personId: staff.emil,
    supervisorId: staff.kari,
    purpose: 'Praksis i Vg2 helseservicefag',
    validFrom: day(0),
    validTo: day(45),
    goals: [
      {
        text: 'Ta blodprøver av voksne, kapillært og venøst',
        taskId: taskOf(tasks, 'laboratorium-blodproevetaking'),
      },
      {
        text: 'Ta EKG av hvilende pasient',
        taskId: taskOf(tasks, 'skiftestue-ekg'),
        competenceId: competences.get('ekg'),
        level: 1,
      },
      { text: 'Ta imot pasienter og finne fram i timeboka' },
    ],
  });
  const sign = (goal: number, kind: string, note?: string) =>
    kari.make(`training-goals/${goals[goal]?.id}/steps`, { kind, signedOn: day(0), note });
  await sign(0, 'seen');
  await sign(0, 'practised', 'Fem voksne, rolig og ryddig.');
  await sign(1, 'seen');
  await sign(2, 'mastered', 'Var alene i luka hele formiddagen, med meg i rommet ved siden av.');
}

async function approveMedicines({ manager, staff, tasks }: Scene): Promise<void> {
  await manager.make('approvals', {
    taskId: taskOf(tasks, 'lege-injeksjon-av-depotlegemiddel'),
    personId: staff.kari,
    validFrom: day(0),
    validTo: day(365),
    course: { source: 'Kurs i legemiddelhåndtering, 16 timer', completedOn: day(-60) },
    test: { source: 'Prøve i legemiddelregning, 20 av 20', passedOn: day(-50) },
    practicalSignOff: { signedOn: day(-5), signedBy: staff.anders, note: 'Tre injeksjoner under tilsyn.' },
    conditions: 'Bare etter ordinasjon i journalen, og med lege i huset.',
  });
}

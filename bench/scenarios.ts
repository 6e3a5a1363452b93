import { createHash } from 'node:crypto';
import { type Answer, type Call, type Connection, connect, expecting, requestOf, type Unit } from './load.ts';
import type { Recorder } from './recorder.ts';
import type { Colleague, SeededClinic } from './seed.ts';
import { type Route, type Statement, stepsOf } from './statements.ts';

/** Something that is measured against the floor. */
export interface Scenario {
  readonly key: 'a' | 'b' | 'c' | 'c32';
  readonly title: string;
  /** The least share of the floor's speed. */
  readonly aim: number;
  /** Work that never runs out and is never refused, over all the clinics. */
  units(clinics: readonly SeededClinic[]): () => Unit;
}

export const scenarios: readonly Scenario[] = [
  { key: 'a', title: 'decision for one person and task', aim: 0.5, units: decisions },
  { key: 'b', title: 'me/responsibilities, 60 duties and 10 delegations', aim: 0.5, units: responsibilities },
  {
    key: 'c',
    title: 'delegation proposed and accepted, 1 clinic',
    aim: 0.4,
    units: (clinics) => pairs(clinics.slice(0, 1)),
  },
  {
    key: 'c32',
    title: 'delegation proposed and accepted, 32 clinics',
    aim: 0.4,
    units: (clinics) => pairs(clinics.slice(1)),
  },
];

function decisions(clinics: readonly SeededClinic[]): () => Unit {
  const turns = counter();
  return () => {
    const turn = turns();
    const clinic = at(clinics, turn);
    const { personId, token } = at(clinic.helpers, Math.floor(turn / clinics.length));
    const taskId = at([...clinic.ownTasks, ...clinic.delegableTasks.slice(0, 10)], turn);
    return once({ method: 'GET', path: `decisions?personId=${personId}&taskId=${taskId}`, token });
  };
}

function responsibilities(clinics: readonly SeededClinic[]): () => Unit {
  const turns = counter();
  return () => {
    const turn = turns();
    const { token } = at(at(clinics, turn).helpers, Math.floor(turn / clinics.length));
    return once({ method: 'GET', path: 'me/responsibilities', token });
  };
}

const once =
  (call: Call): Unit =>
  async (connection) => {
    await expecting(200, connection, call);
  };

/** Every pair is new: another delegator, task or delegatee, and when all have had their turn, another period. */
function pairs(clinics: readonly SeededClinic[]): () => Unit {
  const turns = counter();
  return () => {
    const { helper, proposal } = pairAt(clinics, turns());
    return async (connection) => {
      const made = await expecting(201, connection, proposal);
      await expecting(201, connection, acceptance(helper, idIn(made)));
    };
  };
}

interface Pair {
  readonly doctor: Colleague;
  readonly helper: Colleague;
  readonly proposal: Call;
}

const dayLength = 86_400_000;

function pairAt(clinics: readonly SeededClinic[], turn: number): Pair {
  const clinic = at(clinics, turn);
  const within = Math.floor(turn / clinics.length);
  const helper = at(clinic.helpers, within);
  const doctor = at(clinic.doctors, Math.floor(within / clinic.helpers.length));
  const free = clinic.delegableTasks.slice(10);
  const round = Math.floor(within / clinic.helpers.length / clinic.doctors.length);
  const from =
    Date.now() - (Date.now() % dayLength) + dayLength * (1 + 200 * Math.floor(round / free.length));
  return {
    doctor,
    helper,
    proposal: {
      method: 'POST',
      path: 'delegations',
      token: doctor.token,
      body: proposalOf(at(free, round), helper, from),
    },
  };
}

const proposalOf = (taskId: string, helper: Colleague, from: number): object => ({
  taskId,
  delegateeId: helper.personId,
  profession: 'LE',
  validFrom: new Date(from).toISOString(),
  validTo: new Date(from + 180 * dayLength).toISOString(),
  assessment: {
    taskNature: 'Avgrenset prosedyre med skriftlig rutine på kontoret.',
    qualifications: 'Opplært internt og sett utføre den fem ganger under tilsyn.',
    followUp: 'Legen er til stede og ser gjennom journalen hver måned.',
  },
  conditions: 'Bare voksne pasienter, etter ordinasjon i journalen.',
  supervision: {
    reviewBy: new Date(from + 90 * dayLength).toISOString(),
    reachableHow: 'Til stede på kontoret',
  },
});

const acceptance = (helper: Colleague, id: string): Call => ({
  method: 'POST',
  path: `delegations/${id}/acceptance`,
  token: helper.token,
});

const idIn = ({ body }: Answer): string => (JSON.parse(body) as { id: string }).id;

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function counter(): () => number {
  let next = 0;
  return () => next++;
}

/** Listens to the product while it answers one request of each kind, and makes the floor's routes of what it sent. */
export async function recordRoutes(
  port: number,
  recorder: Recorder,
  clinic: SeededClinic,
  probe: number,
): Promise<Route[]> {
  const connection = await connect(port);
  const listen = listener(connection, recorder);
  const helper = at(clinic.helpers, 0);
  const taskId = at(clinic.ownTasks, 0);
  const own = new Map([
    [clinic.id, 'clinicId'],
    [helper.personId, 'ownId'],
  ]);
  const asked = {
    method: 'GET',
    path: `decisions?personId=${helper.personId}&taskId=${taskId}`,
    token: helper.token,
  } as const;
  const a = await listen(
    asked,
    'decisions',
    200,
    new Map([...own, [helper.personId, 'personId'], [taskId, 'taskId']]),
  );
  const b = await listen(
    { method: 'GET', path: 'me/responsibilities', token: helper.token },
    'me/responsibilities',
    200,
    own,
  );
  const pair = pairAt([clinic], probe);
  const body = pair.proposal.body as {
    taskId: string;
    validFrom: string;
    validTo: string;
    supervision: { reviewBy: string };
  };
  const parties = new Map([
    [clinic.id, 'clinicId'],
    [body.taskId, 'taskId'],
  ]);
  const proposed = new Map([
    ...parties,
    [pair.doctor.personId, 'ownId'],
    [pair.helper.personId, 'delegateeId'],
  ]);
  for (const name of ['validFrom', 'validTo'] as const) proposed.set(body[name], name);
  const c = await listen(pair.proposal, 'delegations', 201, proposed);
  const { id } = c.answer as { id: string };
  const accepted = new Map([
    ...parties,
    [pair.doctor.personId, 'delegatorId'],
    [pair.helper.personId, 'ownId'],
    [id, 'delegationId'],
  ]);
  const d = await listen(acceptance(pair.helper, id), 'delegations/([^/]+)/acceptance', 201, accepted);
  connection.close();
  return [a, b, c, d];
}

type Listen = (call: Call, path: string, status: number, known: Map<string, string>) => Promise<Route>;

export function listener(connection: Connection, recorder: Recorder, isFixed = false): Listen {
  return async (call, path, status, known) => {
    let answer: Answer = { status: 0, body: '' };
    const statements = await recorder.during(async () => {
      answer = await connection.send(requestOf(call));
    });
    if (answer.status !== status) throw new Error(`${call.path}: ${answer.status} ${answer.body}`);
    return routeOf(call, path, answer, statements, known, isFixed);
  };
}

function routeOf(
  { method, token }: Call,
  path: string,
  { status, body }: Answer,
  statements: readonly Statement[],
  known: Map<string, string>,
  isFixed: boolean,
): Route {
  known.set(createHash('sha256').update(token).digest('hex'), 'hash');
  const { steps, made } = stepsOf(statements, known, isFixed);
  const answer = JSON.parse(body) as { id?: string };
  const madeId = (method === 'POST' && answer.id && made.get(answer.id)) || null;
  return { method, path, steps, status, answer, madeId };
}

/** What a route sends to the database, to be compared: the same statements in the same order, or the ratio means nothing. */
export const sent = ({ steps }: Route): string[] => steps.map(({ name, sql }) => `${name} ${sql.join('…')}`);

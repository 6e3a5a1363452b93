import { connect, expecting, type Unit } from './load.ts';
import { type Compared, compare, filled, placeOf, type Timing } from './measure.ts';
import type { Recorder } from './recorder.ts';
import { listener } from './scenarios.ts';
import type { SeededClinic, Shape } from './seed.ts';

const tasks = 300;

/** A clinic of so many people, with tasks, duties, delegations, requirements and records in proportion to them. */
const shapeOf = (people: number): Shape => ({
  clinics: 1,
  doctors: 8,
  helpers: people - 8,
  ownTasks: tasks / 2,
  delegableTasks: tasks / 2,
  duties: 60,
  delegations: 10,
  entries: 10,
  competences: 30,
});

export interface Matrices {
  /** 500 people against the floor. */
  readonly large: Compared;
  /** 500 people against 125, by the product. */
  readonly grown: Compared;
  /** Resident memory of the product above what it had after as long a time of single decisions, MB, at most. */
  readonly memory: number;
  readonly cells: number;
}

/** The whole matrix of a clinic, over and over on one connection. */
export async function matrices({ warmUp, slice, slices }: Timing): Promise<Matrices> {
  const clinics: SeededClinic[] = [];
  const place = await placeOf(async (ownerUrl) => {
    for (const people of [500, 125]) clinics.push(...(await filled(ownerUrl, shapeOf(people))));
    return clinics;
  }, recordMatrix);
  try {
    const [large, small] = clinics;
    if (!large || !small) throw new Error('no clinics to measure in');
    const { product, floor } = place;
    const timing = { connections: 1, warmUp, slice, slices };
    await compare(
      { port: product.port, next: () => decision(large) },
      { port: product.port, next: () => decision(small) },
      timing,
    );
    const peak = highest(product.memory);
    const before = product.memory();
    const whole = { port: product.port, next: () => matrix(large) };
    const compared = await compare(whole, { port: floor.port, next: () => matrix(large) }, timing);
    const memory = peak.stop() - before;
    const grown = await compare({ port: product.port, next: () => matrix(small) }, whole, timing);
    return { large: compared, grown, memory, cells: 500 * tasks };
  } finally {
    await place.stop();
  }
}

const manager = ({ doctors }: SeededClinic): string => doctors[0]?.token ?? '';

const matrix =
  (clinic: SeededClinic): Unit =>
  async (connection) => {
    await expecting(200, connection, { method: 'GET', path: 'matrix?tasks=all', token: manager(clinic) });
  };

const decision =
  (clinic: SeededClinic): Unit =>
  async (connection) => {
    const path = `decisions?personId=${clinic.helpers[0]?.personId}&taskId=${clinic.ownTasks[0]}`;
    await expecting(200, connection, { method: 'GET', path, token: manager(clinic) });
  };

async function recordMatrix(port: number, recorder: Recorder, clinic: SeededClinic) {
  const connection = await connect(port);
  const known = new Map([[clinic.id, 'clinicId']]);
  const call = { method: 'GET', path: 'matrix?tasks=all', token: manager(clinic) } as const;
  const route = await listener(connection, recorder, true)(call, 'matrix', 200, known);
  connection.close();
  return [route];
}

/** Looks ten times a second, and keeps the highest. */
function highest(read: () => number): { stop(): number } {
  let most = read();
  const timer = setInterval(() => {
    most = Math.max(most, read());
  }, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.max(most, read());
    },
  };
}

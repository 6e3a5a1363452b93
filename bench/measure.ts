import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Server, startFloor, startProduct } from './children.ts';
import { run, type Slice, type Unit } from './load.ts';
import { Recorder } from './recorder.ts';
import { recordRoutes, type Scenario, sent } from './scenarios.ts';
import { openSessions, type SeededClinic, type Shape, seed, seededClinics } from './seed.ts';
import type { Route } from './statements.ts';

export interface Timing {
  readonly connections: number;
  readonly warmUp: number;
  /** Seconds of a slice, and how many each side gets: A B A B cancels the machine's drift. */
  readonly slice: number;
  readonly slices: number;
}

/** A database with clinics to measure in, the product on it and the floor beside it. */
export interface Place {
  readonly clinics: readonly SeededClinic[];
  readonly product: Server;
  readonly floor: Server;
  /** Statements and messages per request of each route, the same for product and floor. */
  readonly routes: readonly Route[];
  stop(): Promise<void>;
}

interface Embedded {
  readonly ownerUrl: string;
  readonly appUrl: string;
  stop(): Promise<void>;
}

const dist = <Module>(path: string): Promise<Module> =>
  import(new URL(`../dist/src/${path}`, import.meta.url).href);

/** The clinics that are measured in: one alone, and 32. */
const full: Shape = {
  clinics: 33,
  doctors: 8,
  helpers: 20,
  ownTasks: 60,
  delegableTasks: 60,
  duties: 60,
  delegations: 10,
  entries: 200,
};

/** The clinics that only lie beside. */
const bystanders: Shape = {
  clinics: 1000,
  doctors: 2,
  helpers: 3,
  ownTasks: 6,
  delegableTasks: 4,
  duties: 6,
  delegations: 3,
  entries: 10,
};

/** An embedded PostgreSQL in a new folder, migrated, with the full clinics and so many thousands of others. */
export const prepare = (thousands: number, say: (line: string) => void): Promise<Place> =>
  placeOf(async (ownerUrl) => {
    for (let i = 0; i < thousands; i++) {
      await seed(ownerUrl, bystanders);
      say(`${i + 1},000 clinics lie beside`);
    }
    return filled(ownerUrl, full);
  }, recordRoutes);

/** Makes these clinics, with a session for everybody. */
export async function filled(ownerUrl: string, shape: Shape): Promise<SeededClinic[]> {
  await seed(ownerUrl, shape);
  const clinics = await seededClinics(ownerUrl, shape.helpers);
  await openSessions(
    ownerUrl,
    clinics.flatMap(({ doctors, helpers }) => [...doctors, ...helpers]),
  );
  return clinics;
}

/** An embedded PostgreSQL in a new folder, migrated and filled, with the product and the floor that is recorded on it. */
export async function placeOf(
  fill: (ownerUrl: string) => Promise<SeededClinic[]>,
  record: Recording,
): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'fullmakt-bench-'));
  const { startEmbedded } = await dist<{ startEmbedded(to: { dataDir: string }): Promise<Embedded> }>(
    'database/embedded.js',
  );
  const { migrate } = await dist<{ migrate(url: string, role: string): Promise<void> }>(
    'database/data-source.js',
  );
  const database = await startEmbedded({ dataDir: folder });
  try {
    await migrate(database.ownerUrl, decodeURIComponent(new URL(database.appUrl).username));
    const clinics = await fill(database.ownerUrl);
    const running = await startBoth(database.appUrl, clinics, folder, record);
    const stop = async () => {
      await Promise.all([running.product.stop(), running.floor.stop()]);
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    return { clinics, ...running, stop };
  } catch (error) {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Listens to whoever answers at the port, in this clinic, and makes routes of what it sends. */
export type Recording = typeof recordRoutes;

/** Far from the pairs that are measured. */
const probes = { product: 1_000_000, floor: 1_000_001 };

async function startBoth(url: string, clinics: readonly SeededClinic[], folder: string, record: Recording) {
  const [clinic] = clinics;
  if (!clinic) throw new Error('no clinic to measure in');
  const recorder = await Recorder.before(url);
  const listened = await startProduct(recorder.url);
  const routes = await record(listened.port, recorder, clinic, probes.product);
  await listened.stop();
  const echo = await startFloor(recorder.url, routes, folder);
  requireSame(routes, await record(echo.port, recorder, clinic, probes.floor));
  await echo.stop();
  recorder.close();
  return { routes, product: await startProduct(url), floor: await startFloor(url, routes, folder) };
}

function requireSame(product: readonly Route[], floor: readonly Route[]): void {
  for (const [i, route] of product.entries()) {
    const [one, other] = [sent(route), sent(floor[i] as Route)];
    if (JSON.stringify(one) === JSON.stringify(other)) continue;
    throw new Error(
      `${route.path}: the floor sends other statements than the product\n${one.join('\n')}\n---\n${other.join('\n')}`,
    );
  }
}

interface Side {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

export interface Compared {
  readonly one: Side;
  readonly other: Side;
  /** How many times as fast one is as the other: over all slices, and in the pair of slices where it was least and most. */
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
}

export interface Runner {
  readonly port: number;
  readonly next: () => Unit;
}

/** Both sides in turns on the same kind of work. */
export async function compare(
  one: Runner,
  other: Runner,
  { connections, warmUp, slice, slices }: Timing,
): Promise<Compared> {
  for (const { port, next } of [one, other]) await run(port, connections, warmUp, next);
  const ones: Slice[] = [];
  const others: Slice[] = [];
  for (let i = 0; i < slices; i++) {
    ones.push(await run(one.port, connections, slice, one.next));
    others.push(await run(other.port, connections, slice, other.next));
  }
  const each = ones.map((part, i) => sideOf([part]).perSecond / sideOf([others[i] as Slice]).perSecond);
  const [left, right] = [sideOf(ones), sideOf(others)];
  return {
    one: left,
    other: right,
    ratio: left.perSecond / right.perSecond,
    least: Math.min(...each),
    most: Math.max(...each),
  };
}

function sideOf(slices: readonly Slice[]): Side {
  const latencies = slices.flatMap((slice) => slice.latencies).sort((a, b) => a - b);
  const seconds = slices.reduce((sum, slice) => sum + slice.seconds, 0);
  const quantile = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { perSecond: latencies.length / seconds, p50: quantile(0.5), p99: quantile(0.99) };
}

/** The product against the floor. */
export function againstFloor(
  { product, floor, clinics }: Place,
  scenario: Scenario,
  timing: Timing,
): Promise<Compared> {
  const next = scenario.units(clinics);
  return compare({ port: product.port, next }, { port: floor.port, next }, timing);
}

import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { loadDemo } from '../../src/cli/demo.js';
import { parseConfig } from '../../src/config.js';
import { startAlone, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';

let testApp: TestApp;

/** Of a whole start: it changes with what the demo tells. */
let requestsInAll: number;

beforeAll(async () => {
  testApp = await startAlone();
  await load();
  requestsInAll = passed;
  await testApp.close();
});
beforeEach(async () => {
  testApp = await startAlone();
});
afterEach(() => testApp.close());

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
};

/** Of the last way: how many requests were sent through it. */
let passed = 0;

/** A way to the application that is cut when so many requests have been sent through it, as a start is by kill -9. */
async function wayThatEndsAfter(requests: number): Promise<Server> {
  passed = 0;
  const open = new Set<Socket>();
  const way = createServer((from) => {
    const to = connect(portOf(testApp.app.getHttpServer()), 'localhost');
    for (const socket of [from, to]) {
      open.add(socket.on('error', () => undefined).on('close', () => open.delete(socket)));
    }
    to.pipe(from).on('close', () => to.destroy());
    from.on('data', (sent: Buffer) => {
      passed += sent.toString('latin1').match(/^(GET|POST|PUT) \/api/gm)?.length ?? 0;
      if (passed <= requests) to.write(sent);
      else for (const socket of open) socket.destroy();
    });
  }).listen(0);
  await once(way, 'listening');
  return way;
}

async function load(requests = Number.POSITIVE_INFINITY): Promise<void> {
  const way = await wayThatEndsAfter(requests);
  try {
    await loadDemo(parseConfig({ PORT: String(portOf(way)), PUBLIC_URL: testApp.config.publicUrl }));
  } finally {
    way.close();
  }
}

async function signIn(who: string): Promise<Client> {
  return new Client(testApp).signIn(`${who}@demo.example`, 'fullmakt-demo-2026');
}

const countOf = async (client: Client, list: string): Promise<number> =>
  (await client.read(`${list}?limit=200`)).items.length;

describe('the demo clinic', () => {
  it('is made once, and a second start changes nothing', async () => {
    await load();
    // Not the auditor, whose looking is an entry of its own.
    const manager = await signIn('leder');
    const [last] = (await manager.read('log?order=desc&limit=1')).items;
    await load();
    expect((await manager.read('log?order=desc&limit=1')).items).toEqual([last]);
  });

  it('gives Kari every task of her role description, and what is delegated to her apart', async () => {
    await load();
    const { areas, pending } = await (await signIn('kari')).read('me/responsibilities');
    const told = areas.map(({ code, tasks }: { code: string; tasks: { basis: string }[] }) => [
      code,
      tasks.length,
      tasks[0]?.basis,
    ]);
    expect(told).toEqual([
      ['resepsjon', 17, 'own'],
      ['laboratorium', 9, 'own'],
      ['skiftestue', 17, 'own'],
      ['lege', 2, 'approved'],
    ]);
    expect(pending).toHaveLength(1);
  });

  // The last is one request short of the whole.
  it.each([0.02, 0.25, 0.6, 0.8, 1])('goes on where a start was cut short, %d of the way', async (share) => {
    await expect(load(Math.ceil(share * (requestsInAll - 1)))).rejects.toThrow('fetch failed');
    await load();
    const manager = await signIn('leder');
    expect(await countOf(manager, 'people')).toBe(8);
    expect(await countOf(manager, 'role-descriptions')).toBe(3);
    expect(await countOf(manager, 'delegations')).toBe(4);
    expect(await countOf(manager, 'members')).toBe(5);
    expect(await countOf(manager, 'teaching')).toBe(6);
    expect(await countOf(manager, 'training-plans')).toBe(1);
    expect(await countOf(manager, 'approvals')).toBe(1);
    expect(await countOf(manager, 'competence-records')).toBe(14);
    const { items } = await manager.read('log?type=delegation.refused');
    expect(items).toMatchObject([
      { payload: { codes: ['delegated-task-not-delegable', 'outside-own-right'] } },
    ]);
  });
});

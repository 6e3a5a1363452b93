import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { freePort, Program, Scratch, until } from '../support/product.js';

const scratch = new Scratch();
const programs: Program[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) await program.end('SIGKILL');
  for (const pid of serversBelow(scratch.folder)) process.kill(pid, 'SIGQUIT');
  await until(() => serversBelow(scratch.folder).length === 0);
});
afterAll(() => scratch.remove());

const serversBelow = (folder: string): number[] =>
  execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => /bin\/(postgres|initdb) /.test(line) && line.includes(folder))
    .map((line) => Number.parseInt(line, 10));

async function start(dataDir: string, env: Readonly<Record<string, string>> = {}) {
  const port = await freePort();
  const program = Program.product({ DATA_DIR: dataDir, PORT: String(port), ...env });
  programs.push(program);
  return { program, url: `http://127.0.0.1:${port}` };
}

const running = /Fullmakt is running at/;
const leader = { email: 'leder@demo.example', password: 'fullmakt-demo-2026' };

async function signIn(url: string): Promise<string | null> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify(leader),
  });
  return answer.status === 201 ? (answer.headers.getSetCookie()[0]?.split(';')[0] ?? '') : null;
}

it.each(['SIGINT', 'SIGKILL'] as const)('%s in the middle of initdb hinders nothing', async (signal) => {
  const folder = scratch.path(`initdb-${signal}`);
  const first = await start(folder, { DEMO: 'false' });
  await first.program.reaches(
    () =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) => /initdb.*PG_VERSION$/.test(String(name))),
  );
  expect(await first.program.end(signal)).toBe(signal === 'SIGINT' ? 0 : null);
  expect(first.program.output).toBe('');
  if (signal === 'SIGINT')
    expect([existsSync(`${folder}/postgres`), serversBelow(folder)]).toEqual([false, []]);
  const second = await start(folder, { DEMO: 'false' });
  await second.program.says(running);
  const expected = ['log-signing-key', 'postgres', 'postgres-passwords.json', 'postgres.log'];
  expect(readdirSync(folder).sort()).toEqual(expected);
});

it('Ctrl-C while the demo clinic is loading stops everything without a word, and the next start completes it', async () => {
  const folder = scratch.path('demo');
  const first = await start(folder);
  await first.program.reaches(() =>
    signIn(first.url).then(
      (cookie) => cookie !== null,
      () => false,
    ),
  );
  expect(await first.program.end('SIGINT')).toBe(0);
  expect([first.program.output, serversBelow(folder)]).toEqual(['', []]);
  const second = await start(folder);
  await second.program.says(running);
  const Cookie = (await signIn(second.url)) ?? '';
  const log = await fetch(`${second.url}/api/v1/log?type=delegation.refused`, { headers: { Cookie } });
  expect(await log.json()).toMatchObject({ items: [expect.anything()] });

  // And when its server is lost, it ends with one line, so that whoever watches it starts it again.
  process.kill(Number(readFileSync(`${folder}/postgres/postmaster.pid`, 'utf8').split('\n')[0]), 'SIGKILL');
  expect(await second.program.exit()).toBe(1);
  expect(
    second.program.output
      .split('\n')
      .filter((line) => /^The embedded PostgreSQL ended: .* start again\.$/.test(line)),
  ).toHaveLength(1);
});

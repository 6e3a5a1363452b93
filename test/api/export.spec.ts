import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type TestApp } from '../support/app.js';
import { fetched, plainNodes, type Ran, ran, type Unpacked } from '../support/bundle.js';
import type { Client } from '../support/client.js';
import { day, unique, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let auditor: Client;
let bundle: Unpacked;
/** The log as it was before the last acts. */
let held: string;
let vkey: string;

const fullmakt = (...args: string[]): Promise<Ran> =>
  ran(process.execPath, ['dist/src/cli/fullmakt.js', 'verify', ...args], process.cwd());

function kept(text: string): string {
  const path = join(tmpdir(), `fullmakt-kept-${unique()}`);
  writeFileSync(path, text);
  return path;
}

beforeAll(async () => {
  testApp = await startApp();
  world = await World.create(testApp);
  await everyAct(world);
  const { note, vkeys } = await world.manager.read('log/checkpoint');
  held = kept(note);
  vkey = vkeys[0];
  auditor = await world.login('Tiril Tilsyn', undefined, ['auditor']);
  await auditor.read('people');
  bundle = await fetched(auditor);
});

afterAll(async () => {
  bundle?.remove();
  await testApp.close();
});

/** Some of everything that a log can hold. */
async function everyAct({ manager }: World): Promise<void> {
  const doctor = await world.colleague('Dag Doktor', 'LE');
  const helper = await world.colleague('Heidi Helsesekretær', 'HE');
  const task = await world.task('Kateterisering', { LE: true });
  const other = await world.task('Sårstell', { LE: true, HE: false });
  const reason = 'Ikke lenger behov for det.';
  const standing = await world.delegated(doctor, helper, task.id);
  await helper.client.refusedWith(
    `delegations/${standing.id}/delegations`,
    world.proposal(task.id, doctor.id),
  );
  await manager.make(`delegations/${standing.id}/revocation`, { reason });
  await manager.make('duties', { personId: helper.id, taskId: other.id, validFrom: day(0) });
  const note = 'Ingen andre var til stede.';
  await manager.make('emergencies', { taskId: task.id, personId: helper.id, at: day(-1), note });
  const { items } = await manager.read('log?type=delegation.refused');
  await manager.make(`log/${items[0].seq}/erasure`, { reason: 'Opplysninger om en pasient.' });
  await manager.make(`people/${doctor.id}/bans`, { validFrom: day(0), knownFrom: day(0), note });
}

describe('the auditor’s bundle', () => {
  it('is one zip with everything in it, and is kept nowhere', () => {
    expect(bundle.names).toEqual([
      'LESMEG.txt',
      'bundle.json',
      'catalogue.json',
      'checkpoint',
      'checkpoints.ndjson',
      'entries.ndjson',
      'key.vkey',
      'rules.json',
      'summary.html',
      'verify.mjs',
    ]);
    expect(bundle.headers).toMatchObject({
      'content-type': 'application/zip',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="fullmakt-provekontoret-${day(0)}.zip"`,
    });
    for (const name of ['catalogue.json', 'rules.json']) expect(JSON.parse(bundle.read(name))).toBeTruthy();
    expect(bundle.read('LESMEG.txt')).toContain('node verify.mjs');
  });

  it('holds the log from the first entry to the look-up that fetched it', () => {
    const lines = bundle
      .read('entries.ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, i) => i));
    const types = lines.map(({ bytes }) => JSON.parse(Buffer.from(bytes, 'base64').toString()).type);
    expect(types[0]).toBe('clinic.signed-up');
    expect(types).toEqual(expect.arrayContaining(['auditor.looked-up', 'payload.erased', 'duty.assigned']));
    expect(Number(bundle.read('checkpoint').split('\n')[1])).toBe(lines.length);
  });

  it.each([...new Set(plainNodes())])(
    'is checked by %s alone, in the folder it was unpacked into',
    async (node) => {
      const { exit, out } = await ran(node, ['verify.mjs'], bundle.folder);
      expect(out).toMatch(/^OK: alle \d+ oppføringer .*\n$/);
      expect(out).toContain('Sammendraget er det oppføringene gir.');
      expect(out).toContain('1 av dem har fått innholdet slettet');
      expect(out).toContain('Nøkkelen er pakkens egen');
      expect(exit).toBe(0);
    },
  );

  it('is checked as it was fetched by the command of the package, with key and checkpoint from elsewhere', async () => {
    const { exit, out } = await fullmakt(bundle.zip, '--checkpoint', held, '--vkey', vkey, '--lang', 'en');
    expect(out).toMatch(
      /^OK: all \d+ entries .* They begin with the \d+ entries of the checkpoint you hold\. .*\n$/,
    );
    expect(out).not.toContain('bundle’s own');
    expect(exit).toBe(0);
  });

  it('does not hold against the key or the checkpoint of another log', async () => {
    const other = await World.create(testApp);
    const { note, vkeys } = await other.manager.read('log/checkpoint');
    expect(await fullmakt(bundle.zip, '--vkey', vkeys[0])).toMatchObject({ exit: 1 });
    const { exit, out } = await fullmakt(bundle.folder, '--checkpoint', kept(note));
    expect([exit, out]).toEqual([1, expect.stringContaining('[held-checkpoint]')]);
  });

  it('does not hold with another summary, nor with an entry of another clinic', async () => {
    const copy = await fetched(auditor);
    copy.write('summary.html', copy.read('summary.html').replace('Dag Doktor', 'Dag Drosje'));
    expect(await fullmakt(copy.folder)).toMatchObject({
      exit: 1,
      out: expect.stringContaining('[summary-other]'),
    });
    const lines = copy.read('entries.ndjson').split('\n');
    const stranger = await fetched((await World.create(testApp)).manager);
    lines[1] = stranger.read('entries.ndjson').split('\n')[1] ?? '';
    copy.write('entries.ndjson', lines.join('\n'));
    expect(await fullmakt(copy.folder)).toMatchObject({
      exit: 1,
      out: expect.stringMatching(/^Oppføring 1: /),
    });
    stranger.remove();
    copy.remove();
  });

  it('of a period holds with what leads it to the root of the whole', async () => {
    const [later] = (await world.manager.read('log?order=desc&limit=5')).items.slice(-1);
    const part = await fetched(world.manager, `?from=${later.at}&to=${day(1)}`);
    expect(part.names).toContain('range.json');
    expect(part.names).not.toContain('summary.html');
    const { exit, out } = await ran(process.execPath, ['verify.mjs', '--vkey', vkey], part.folder);
    expect([exit, out]).toEqual([0, expect.stringContaining('Dette er et utdrag')]);
    part.remove();
    const nothing = await fetched(world.manager, `?from=${day(5)}`);
    expect(nothing.read('entries.ndjson')).toBe('');
    expect(await fullmakt(nothing.folder)).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^OK: 0 av /),
    });
    nothing.remove();
  });

  it('of any span of numbers holds, too', async () => {
    const lines = bundle.read('entries.ndjson').trimEnd().split('\n');
    const moments = lines.map(
      (line) => JSON.parse(Buffer.from(JSON.parse(line).bytes, 'base64').toString()).at,
    );
    for (const [from, to] of [
      [7, 13],
      [8, 16],
      [12, 13],
    ] as const) {
      const part = await fetched(world.manager, `?from=${moments[from]}&to=${moments[to]}`);
      const { first, end } = JSON.parse(part.read('range.json'));
      expect(first).toBeGreaterThan(0);
      expect(end).toBeLessThan(lines.length);
      expect(await fullmakt(part.folder, '--vkey', vkey)).toMatchObject({ exit: 0 });
      part.remove();
    }
  });

  it('answers for the date that was asked for', async () => {
    const then = await fetched(world.manager, `?at=${day(-400)}`);
    expect(then.headers['content-disposition']).toContain(`${day(-400)}.zip`);
    expect(await fullmakt(then.folder)).toMatchObject({ exit: 0 });
    then.remove();
  });
});

describe('a receipt', () => {
  it('is checked with the key of the log alone, since it holds the entry', async () => {
    const path = kept((await world.manager.get('log/3/proof')).text);
    const { exit, out } = await fullmakt(path, '--vkey', vkey);
    expect([exit, out]).toEqual([0, expect.stringMatching(/^OK: oppføringen står som nummer 3 av \d+ /)]);
    const view = kept(JSON.stringify(await world.manager.read('log/3')));
    expect(await fullmakt(path, '--vkey', vkey, '--entry', view)).toMatchObject({ exit: 0 });
    const other = kept(JSON.stringify(await world.manager.read('log/4')));
    expect(await fullmakt(path, '--vkey', vkey, '--entry', other)).toMatchObject({ exit: 1 });
    expect(await fullmakt(path)).toMatchObject({ exit: 1, out: expect.stringContaining('--vkey') });
  });
});

describe('the command', () => {
  it('says how it is used when it is used wrongly: exit 2', async () => {
    for (const args of [[], ['a', 'b'], ['--nothing'], [bundle.zip, '--lang', 'sv']])
      expect(await fullmakt(...args)).toMatchObject({
        exit: 2,
        out: expect.stringMatching(/^Bruk: fullmakt verify /),
      });
  });

  it('says what is not a bundle: exit 1', async () => {
    for (const path of ['/nowhere', kept('something'), kept('PK\u0003\u0004'), tmpdir()])
      expect(await fullmakt(path)).toMatchObject({
        exit: 1,
        out: expect.stringMatching(/^[^\n]+ \[[a-z-]+\]\n$/),
      });
  });
});

import { shownText } from '../../src/log/bundle/report.js';
import { verifyBundle } from '../../src/log/bundle/verify.js';
import { startApp, type TestApp } from '../support/app.js';
import { fetched } from '../support/bundle.js';
import type { Json } from '../support/client.js';
import { day, World } from '../support/world.js';
import { type Contents, filesOf } from './generated.js';

let testApp: TestApp;

beforeAll(async () => {
  testApp = await startApp();
});
afterAll(() => testApp.close());

const note = 'Navnet på pasienten stod her.';

/** What an auditor takes home. */
async function bundleOf({ manager }: World): Promise<Contents> {
  const bundle = await fetched(manager);
  const contents = Object.fromEntries(bundle.names.map((name) => [name, Buffer.from(bundle.read(name))]));
  bundle.remove();
  return contents;
}

/** A clinic whose log told something of a patient, and then no longer does. */
async function erased(): Promise<{ world: World; seq: number; before: Contents }> {
  const world = await World.create(testApp);
  const task = await world.task('Adrenalin', { LE: true });
  const body = { taskId: task.id, personId: world.managerId, at: day(-1), note };
  const { seq } = await world.manager.make('emergencies', body);
  const before = await bundleOf(world);
  await world.manager.make(`log/${seq}/erasure`, { reason: 'Det gjaldt en pasient.' });
  return { world, seq, before };
}

const without = (contents: Contents, seq: number): Contents => {
  const lines = contents['entries.ndjson']?.toString().split('\n') ?? [];
  const line: Json = JSON.parse(lines[seq] ?? '');
  lines[seq] = JSON.stringify({ ...line, payload: null, salt: null });
  return { ...contents, 'entries.ndjson': Buffer.from(lines.join('\n')) };
};

describe('whoever checks a log with an erased payload', () => {
  it('finds that it holds, also against a checkpoint from before, and is told of the erasure', async () => {
    const { world, before } = await erased();
    const after = await bundleOf(world);
    expect(before['entries.ndjson']?.includes(note)).toBe(true);
    expect(after['entries.ndjson']?.includes(note)).toBe(false);
    const { faults, shown } = await verifyBundle(filesOf(after), {
      checkpoint: before.checkpoint,
      vkeys: [String(after['key.vkey'])],
    });
    expect(faults).toEqual([]);
    expect(shown).toMatchObject({ erased: 1, unexplained: 0, replayed: true });
    expect(shown && shownText(shown, 'nb')).toContain('innholdet slettet, med begrunnelse');
  });

  it('finds a payload that is gone without a word, by its number', async () => {
    const { world, seq } = await erased();
    const contents = await bundleOf(world);
    const first = async (silent: number) =>
      (await verifyBundle(filesOf(without(contents, silent)), { vkeys: [] })).faults[0];
    for (const silent of [0, 1, seq - 1]) expect(await first(silent)).toMatchObject({ seq: silent });
    // Without the entry that explains it, the erasure itself is one of them.
    expect(await first(seq + 1)).toEqual({ code: 'payload-missing', seq });
  });
});

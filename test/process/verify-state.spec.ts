import { execFileSync } from 'node:child_process';
import { freePort, Program, Scratch } from '../support/product.js';

const scratch = new Scratch();
const programs: Program[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) await program.end('SIGKILL');
});
afterAll(() => scratch.remove());

const serversOn = (folder: string): number =>
  execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`postgres -D ${folder}`)).length;

async function verifyState(dataDir: string): Promise<{ exit: number | null; output: string }> {
  const program = new Program(['dist/src/cli/fullmakt.js', 'verify', '--state'], { DATA_DIR: dataDir });
  programs.push(program);
  return { exit: await program.exit(), output: program.output };
}

const holds = /^Fjordbyen legekontor \(\S+\): \d+ entries hold, and the tables say what the log says\.\n$/;

describe('fullmakt verify --state on the embedded database', () => {
  it('checks it while the product runs, and afterwards, and leaves things as they were', async () => {
    const dataDir = scratch.path('data');
    const product = Program.product({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    programs.push(product);
    await product.says(/Fullmakt is running at/);
    expect(await verifyState(dataDir)).toEqual({ exit: 0, output: expect.stringMatching(holds) });
    expect(serversOn(dataDir)).toBe(1);
    expect(await product.end('SIGTERM')).toBe(0);
    expect(await verifyState(dataDir)).toEqual({ exit: 0, output: expect.stringMatching(holds) });
    expect(serversOn(dataDir)).toBe(0);
  });

  it('makes no database where there is none', async () => {
    const dataDir = scratch.path('nothing');
    const { exit, output } = await verifyState(dataDir);
    expect({ exit, output }).toEqual({
      exit: 1,
      output: expect.stringMatching(/^There is no database in \S+nothing: set DATA_DIR or DATABASE_URL\.\n$/),
    });
  });
});

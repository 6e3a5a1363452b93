import { readFileSync } from 'node:fs';
import { configVariables } from '../src/config.js';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
  readonly scripts: { readonly start: string };
}

const product = JSON.parse(read('package.json')) as Package;

describe('the Dockerfile', () => {
  /** Instruction and the rest of its line, continued lines joined. */
  const lines = read('Dockerfile')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => /^([A-Z]+) (.*)$/.exec(line) ?? [])
    .map(([, instruction, rest]) => ({ instruction, rest: rest ?? '' }));
  const all = (wanted: string) =>
    lines.flatMap(({ instruction, rest }) => (instruction === wanted ? rest : []));
  const last = lines.slice(lines.findLastIndex(({ instruction }) => instruction === 'FROM'));
  const served = (wanted: string) =>
    last.flatMap(({ instruction, rest }) => (instruction === wanted ? rest : []));

  it('builds and runs on the Node that npm start runs on', () => {
    const major = product.dependencies.node?.split('.')[0];
    expect(all('FROM').map((image) => /^node:(\d+)-/.exec(image)?.[1])).toEqual([major, major]);
    expect(product.engines.node).toBe(`>=${major}`);
  });

  it('starts the product as npm start does', () => {
    expect(JSON.parse(served('CMD').at(-1) ?? '')).toEqual(product.scripts.start.split(' '));
  });

  it('runs as nobody in particular, and says when it is ready', () => {
    expect(served('USER')).toEqual(['node']);
    expect(served('HEALTHCHECK')).toEqual([expect.stringContaining('/health/ready')]);
  });
});

describe('docker-compose.yml', () => {
  const [, ours = ''] = read('docker-compose.yml').split(/^ {2}fullmakt:$/m);
  const set = Object.fromEntries(
    [...ours.matchAll(/^ {6}([A-Z_]+): ?(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );

  /** Set to what lies inside the composition, whatever the environment says. */
  const own = ['DATA_DIR', 'DATABASE_URL', 'DATABASE_OWNER_URL'];

  it('hands on every variable, with the same default', () => {
    const expected = configVariables
      .filter(({ name }) => !own.includes(name))
      .map((variable) => [variable.name, `\${${variable.name}:-${variable.default}}`]);
    expect(Object.entries(set).filter(([name]) => !own.includes(name))).toEqual(expected);
  });

  it('keeps the keys in a volume, and the two roles of the database apart', () => {
    expect(ours).toContain(`data:${set.DATA_DIR}\n`);
    const roleOf = (url = '') => /^postgres:\/\/(\w+):/.exec(url)?.[1];
    expect([roleOf(set.DATABASE_URL), roleOf(set.DATABASE_OWNER_URL)]).toEqual([
      'fullmakt_app',
      'fullmakt_owner',
    ]);
  });

  it('runs PostgreSQL 18, and the product when that is ready', () => {
    expect(read('docker-compose.yml')).toContain('image: postgres:18\n');
    expect(ours).toContain('condition: service_healthy');
  });
});

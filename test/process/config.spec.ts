import { readFileSync } from 'node:fs';
import { ConfigError, configVariables, parseConfig } from '../../src/config.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const names = configVariables.map(({ name }) => name);

describe('the variables', () => {
  it('stand in .env.example with their defaults and what they are for', () => {
    const written = configVariables.map(
      (variable) => `# ${variable.description}\n${variable.name}=${variable.default}\n`,
    );
    expect(read('.env.example')).toBe(written.join('\n'));
  });

  it('can all be used as .env.example leaves them', () => {
    const lines = read('.env.example').matchAll(/^(\w+)=(.*)$/gm);
    expect(parseConfig(Object.fromEntries([...lines].map(([, name, value]) => [name, value])))).toEqual(
      parseConfig({}),
    );
  });

  it('are those that docker-compose.yml sets for the product', () => {
    const product =
      read('docker-compose.yml')
        .split(/^ {2}fullmakt:$/m)[1]
        ?.split('environment:')[1] ?? '';
    const set = [...(product.split(/^ {4}\S/m)[0] ?? '').matchAll(/^ {6}(\w+):/gm)].map(([, name]) => name);
    expect(set).toEqual(names);
  });
});

describe('without any variable', () => {
  it('is the product on one machine, with the demo clinic', () => {
    expect(parseConfig({})).toMatchObject({
      port: 3000,
      dataDir: './data',
      databaseUrl: null,
      databaseOwnerUrl: null,
      publicUrl: 'http://localhost:3000',
      logSigningKeyFile: './data/log-signing-key',
      demo: true,
      logLevel: 'info',
      metricsToken: null,
    });
  });

  it('follows the variables that are set', () => {
    const url = 'postgres://app:p%40ss@db.example:5432/fullmakt';
    expect(parseConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(parseConfig({ DATA_DIR: '/srv/f' }).logSigningKeyFile).toBe('/srv/f/log-signing-key');
    expect(parseConfig({ DATABASE_URL: url })).toMatchObject({ databaseUrl: url, demo: false });
    expect(parseConfig({ DATABASE_URL: url, DEMO: 'true' }).demo).toBe(true);
    expect(parseConfig({ PUBLIC_URL: 'https://f.example.no/' }).publicUrl).toBe('https://f.example.no');
    expect(parseConfig({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(parseConfig({}));
  });
});

describe('a value that cannot be used is named in one line', () => {
  it.each([
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'mysql://app:hemmelig@db/fullmakt'],
    ['DATABASE_URL', 'db.example'],
    ['DATABASE_URL', 'postgres://db.example/fullmakt'],
    ['DATABASE_URL', 'postgres://app:hemmelig%@db/fullmakt'],
    ['DATABASE_OWNER_URL', 'postgres://owner:hemmelig@db/fullmakt'],
    ['PUBLIC_URL', 'fullmakt.example.no'],
    ['PUBLIC_URL', 'ftp://fullmakt.example.no'],
    ['PUBLIC_URL', 'https://fullmakt.example.no/?a=b'],
    ['DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s', (name, value) => {
    const parse = () => parseConfig({ [name]: value });
    expect(parse).toThrow(ConfigError);
    expect(parse).toThrow(new RegExp(`^${name} [^\n]*$`));
    expect(parse).not.toThrow(/hemmelig/);
  });
});

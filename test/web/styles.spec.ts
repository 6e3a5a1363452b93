import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Built {
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const read = (path: string): string => readFileSync(path, 'utf8');
const files = readdirSync('web', { recursive: true, encoding: 'utf8' }).map((name) => join('web', name));
const styles = files.filter((name) => name.endsWith('.css')).map((name) => ({ name, text: read(name) }));
/** As they are sent: what no screen comes to is left out of the design system's. */
const sentFiles = readdirSync('dist/web/assets').map((name) => join('dist/web/assets', name));
const sent = (kind: string): string =>
  sentFiles
    .filter((name) => name.endsWith(kind))
    .map(read)
    .join('\n');
const screens = files.filter((name) => name.endsWith('.tsx')).map((name) => ({ name, text: read(name) }));

/** The design system's tokens; a name that is none of them is silently nothing. */
const tokens = new Set(
  [...read('node_modules/@navikt/ds-css/dist/global/tokens.css').matchAll(/(--ax-[\w-]+):/g)].map(
    ([, name]) => name,
  ),
);

describe('styles', () => {
  it('use tokens that there are', () => {
    const used = styles.flatMap(({ name, text }) =>
      [...text.matchAll(/var\((--ax-[\w-]+)/g)].map(([, token]) => ({ name, token })),
    );
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter(({ token }) => !tokens.has(token))).toEqual([]);
  });

  it('take no colour from elsewhere than the tokens, but where the colours are made and on paper', () => {
    const own = styles
      .filter(({ name }) => !/theme\/(colours|print)\.css$/.test(name))
      .flatMap(({ name, text }) =>
        [...text.matchAll(/:.*(#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\().*/gi)].map(
          ([line]) => `${name} ${line}`,
        ),
      );
    expect(own).toEqual([]);
  });

  it('hold what every component in use looks like, and not the whole design system', () => {
    const classesIn = (text: string) => new Set(text.match(/\baksel-[a-z]+[\w-]*/g));
    const named = [...classesIn(sent('.js'))];
    const beginnings = named.filter((name) => name.endsWith('-'));
    const isNamed = (one: string) =>
      named.includes(one) || beginnings.some((beginning) => one.startsWith(beginning));
    const ofDesignSystem = classesIn(read('node_modules/@navikt/ds-css/dist/components.css'));
    const styled = classesIn(sent('.css'));
    expect(named.length).toBeGreaterThan(50);
    expect([...ofDesignSystem].filter((one) => isNamed(one) && !styled.has(one))).toEqual([]);
    expect([...styled].filter((one) => !isNamed(one)).length).toBeLessThan(20);
  });

  it('are sent with every property that they ask for', () => {
    const [rules, scripts] = [sent('.css'), sent('.js')];
    const given = new Set(
      [...rules.matchAll(/(?<=[{;])(--[\w-]+):/g), ...scripts.matchAll(/["'`](--[\w-]+)/g)].map(
        ([, name]) => name,
      ),
    );
    const asked = [...`${rules} ${scripts}`.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name);
    expect(new Set(asked).size).toBeGreaterThan(200);
    expect(asked.filter((name) => !given.has(name))).toEqual([]);
  });

  it('of the pages made on the server are one file, small enough for one answer on a slow line', () => {
    const manifest = JSON.parse(read('dist/web/manifest.json')) as Record<string, Built>;
    const stylesOf = (key: string, seen = new Set<string>()): string[] => {
      const { css = [], imports = [] } = manifest[key] ?? {};
      if (seen.has(key)) return [];
      seen.add(key);
      return [...css, ...imports.flatMap((next) => stylesOf(next, seen))];
    };
    const firsts = [...read('web/server.tsx').matchAll(/'(routes\/[\w/-]+\.tsx)'/g)].map(
      ([, key = '']) => key,
    );
    expect(firsts.length).toBeGreaterThan(5);
    const [file, ...more] = new Set(['start.tsx', ...firsts].flatMap((key) => stylesOf(key)));
    expect(more).toEqual([]);
    expect(readFileSync(`dist/web/${file}.br`).length).toBeLessThan(18_000);
  });

  it('name classes that there are', () => {
    const missing = screens.flatMap(({ name, text }) => {
      const [, path] = /import styles from '(.*\.module\.css)'/.exec(text) ?? [];
      if (!path) return [];
      const sheet = read(join(name, '..', path));
      return [...text.matchAll(/styles\.(\w+)/g)].flatMap(([, one = '']) =>
        new RegExp(`\\.${one}\\b`).test(sheet) ? [] : [`${name} ${one}`],
      );
    });
    expect(missing).toEqual([]);
  });

  it('are never written into the page as text, which the policy forbids', () => {
    expect(
      screens.filter(({ text }) => /dangerouslySetInnerHTML|<style|setAttribute\('style/.test(text)),
    ).toEqual([]);
  });
});

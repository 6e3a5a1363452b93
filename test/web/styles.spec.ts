import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string): string => readFileSync(path, 'utf8');
const files = readdirSync('web', { recursive: true, encoding: 'utf8' }).map((name) => join('web', name));
const styles = files.filter((name) => name.endsWith('.css')).map((name) => ({ name, text: read(name) }));
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
    const folder = 'node_modules/@navikt/ds-css/dist';
    const classesIn = (text: string) => new Set(text.match(/\baksel-[a-z]+[\w-]*/g));
    const [, ...imported] = read('web/theme/theme.ts').split("'@navikt/ds-css/dist/component/");
    const styled = classesIn(
      imported.map((line) => read(`${folder}/component/${line.split("'")[0]}`)).join(),
    );
    const scripts = readdirSync('dist/web/assets').filter((name) => name.endsWith('.js'));
    const used = classesIn(scripts.map((name) => read(join('dist/web/assets', name))).join());
    const known = classesIn(read(`${folder}/components.css`));
    expect(used.size).toBeGreaterThan(50);
    expect([...used].filter((name) => known.has(name) && !styled.has(name))).toEqual([]);
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

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../web/texts/en.ts';
import { nb } from '../../web/texts/nb.ts';
import { nn } from '../../web/texts/nn.ts';

type Tree = { readonly [key: string]: string | Tree };

const keysOf = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`),
  );

const textOf = (tree: Tree, key: string): string => {
  const found = key.split('.').reduce<string | Tree>((at, part) => (at as Tree)[part] ?? '', tree);
  return typeof found === 'string' ? found : '';
};

const sources = readdirSync('web', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/^(texts|api)\//.test(name))
  .map((name) => ({ name, code: readFileSync(join('web', name), 'utf8') }));

const calls = sources.flatMap(({ name, code }) =>
  [...code.matchAll(/\bt\(\s*([^\n]*)/g)].map(([, argument = '']) => ({ name, argument })),
);

/** Every key stands in the code as it is, or as `group.${word}`, which stands for the whole group. */
const named = sources.flatMap(({ code }) =>
  [...code.matchAll(/'([a-z]\w*(?:\.[\w-]+)+)'/gi)].map(([, key = '']) => key),
);
const groups = sources.flatMap(({ code }) =>
  [...code.matchAll(/\bt\(`([\w.]+\.)\$\{/g)].map(([, group = '']) => group),
);
const plain = (key: string): string => key.replace(/_(one|other)$/, '');

describe('texts', () => {
  const keys = keysOf(nb);

  it.each([
    ['nn', nn],
    ['en', en],
  ])('has every text in %s, with the same blanks to fill', (_language, texts) => {
    expect(keysOf(texts)).toEqual(keys);
    const blanks = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([blank]) => blank).toSorted();
    expect(keys.filter((key) => `${blanks(textOf(texts, key))}` !== `${blanks(textOf(nb, key))}`)).toEqual(
      [],
    );
    expect(keys.filter((key) => textOf(texts, key).trim() === '')).toEqual([]);
  });

  it('has no text that nothing shows', () => {
    const shown = (key: string) =>
      named.includes(plain(key)) ||
      groups.some((group) => key.startsWith(group) && !key.slice(group.length).includes('.'));
    expect(keys.filter((key) => !shown(key))).toEqual([]);
  });

  it('is asked for in no other way than these', () => {
    const allowed = /^('[\w.-]+'|`[\w.]+\.\$\{|[\w.!]+ \? '[\w.-]+' : '[\w.-]+'|$)/;
    expect(calls.filter(({ argument }) => !allowed.test(argument))).toEqual([]);
  });
});

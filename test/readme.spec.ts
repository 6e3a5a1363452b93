import { existsSync } from 'node:fs';
import { configVariables } from '../src/config.js';
import { legalBases } from '../src/law/legal-bases.js';
import { readme, section } from './support/tour.js';

/** The cells of every row of the table with this heading, as written. */
function tableUnder(text: string, heading: string): string[][] {
  const lines = text.split('\n');
  const rows = lines.slice(lines.findIndex((line) => line.startsWith(`| ${heading} |`)) + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

describe('the README says what is so', () => {
  it('lists every variable with its default', () => {
    expect(tableUnder(section('In production'), 'variable')).toEqual(
      configVariables.map(({ name, default: value, description }) => [
        code(name),
        code(value),
        description.replaceAll('<', '\\<'),
      ]),
    );
  });

  it('gives every legal basis the strength it has', () => {
    const strengths = tableUnder(section('The law in short'), 'strength').flatMap(
      ([strength = '', , ids = '']) => ids.split(' ').map((id) => [id, strength]),
    );
    expect(Object.fromEntries(strengths)).toEqual(
      Object.fromEntries(Object.values(legalBases).map(({ id, strength }) => [code(id), code(strength)])),
    );
  });

  it.each([...readme.matchAll(/\]\(([^):#]+)\)/g)].map(([, path]) => path ?? ''))('links to %s', (path) => {
    expect(existsSync(new URL(`../${path}`, import.meta.url))).toBe(true);
  });

  it.each([...readme.matchAll(/`((?:src|test|docs|migrations)\/[\w./-]+)`/g)].map(([, path]) => path ?? ''))(
    'names %s',
    (path) => {
      expect(existsSync(new URL(`../${path}`, import.meta.url))).toBe(true);
    },
  );
});

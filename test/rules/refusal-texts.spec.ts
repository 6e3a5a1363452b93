import { describe, expect, test } from '@jest/globals';
import { fieldTexts } from '../../src/http/field-texts.js';
import { problems } from '../../src/http/problems.js';
import { legalBases, type Text } from '../../src/law/legal-bases.js';
import { refusalTexts, warningTexts } from '../../src/law/refusal-texts.js';
import { refusalBases, warningBases } from '../../src/law/refusals.js';

const texts: [string, Text][] = [
  ...Object.entries(refusalTexts).flatMap(([code, { title, detail }]): [string, Text][] => [
    [`${code} title`, title],
    [`${code} detail`, detail],
  ]),
  ...Object.entries(problems).flatMap(([code, { title, detail }]): [string, Text][] => [
    [`${code} title`, title],
    [`${code} detail`, detail],
  ]),
  ...Object.entries(warningTexts),
  ...Object.entries(fieldTexts),
];

const details = texts.filter(([name]) => !name.endsWith('title'));

test('every refusal, warning and basis there is has its sentence, and no other', () => {
  expect(Object.keys(refusalTexts).sort()).toEqual(Object.keys(refusalBases).sort());
  expect(Object.keys(warningTexts).sort()).toEqual(Object.keys(warningBases).sort());
  for (const bases of [...Object.values(refusalBases), ...Object.values(warningBases)]) {
    for (const id of bases) expect(legalBases[id].says.nb).not.toBe('');
  }
});

test('no code is both a refusal and a problem, since /problems/<code> explains one thing', () => {
  expect(Object.keys(problems).filter((code) => Object.hasOwn(refusalTexts, code))).toEqual([]);
});

test('codes are kebab-case', () => {
  const codes = [refusalTexts, warningTexts, problems, fieldTexts].flatMap((table) => Object.keys(table));
  expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
});

describe.each(['nb', 'nn', 'en'] as const)('in %s', (language) => {
  test('every sentence is there, starts with a capital letter and has no stray space', () => {
    const odd = texts.filter(([, text]) => !/^[A-ZÆØÅ]\S*( \S+)*$/u.test(text[language]));
    expect(odd).toEqual([]);
  });

  test('what to do is said in whole sentences', () => {
    // What stands in brackets is said only where its value is known.
    const said = (text: string) => [text.replace(/\[.*?\]/g, ''), text.replace(/[[\]]/g, '')];
    const broken = details.filter(([, text]) => said(text[language]).some((one) => !one.endsWith('.')));
    expect(broken.map(([name]) => name)).toEqual([]);
  });

  test('titles have no full stop', () => {
    const titles = texts.filter(([name]) => name.endsWith('title'));
    expect(titles.filter(([, text]) => text[language].endsWith('.')).map(([name]) => name)).toEqual([]);
  });

  test('a refusal says both why not and how to mend it', () => {
    const curt = Object.entries(refusalTexts).filter(
      ([, { detail }]) => detail[language].split(/[.;] /).length < 2,
    );
    expect(curt.map(([code]) => code)).toEqual([]);
  });
});

/** Words of the other written standard give a forgotten translation away. */
const onlyBokmål =
  /(?<!\p{L})(ikke|jeg|noe|hvis|fra|være|hvem|hvilke[nt]?|bare|en|oppgaven|virksomheten|gjøre|mangler)(?!\p{L})/iu;
const onlyNynorsk =
  /(?<!\p{L})(ikkje|noko|dersom|frå|vere|kven|berre|ein|oppgåva|verksemda|gjere|manglar)(?!\p{L})/iu;

test('bokmål is bokmål, nynorsk is nynorsk, and English is neither', () => {
  expect(texts.filter(([, { nn }]) => onlyBokmål.test(nn)).map(([name, { nn }]) => `${name}: ${nn}`)).toEqual(
    [],
  );
  expect(
    texts.filter(([, { nb }]) => onlyNynorsk.test(nb)).map(([name, { nb }]) => `${name}: ${nb}`),
  ).toEqual([]);
  expect(texts.filter(([, { en }]) => /[æøå]/i.test(en)).map(([name]) => name)).toEqual([]);
});

import { describe, expect, test } from '@jest/globals';
import { idnr } from '@navikt/fnrvalidator';
import fc from 'fast-check';
import { holdsIdentityNumber } from '../../src/http/identity-number.js';

/** Made up from the rules of the number, not taken from any person: date, individual number and both check digits. */
function numberOf(day: number, month: number, year: number, individual: number): string | null {
  const two = (value: number) => String(value).padStart(2, '0');
  const nine = `${two(day)}${two(month)}${two(year)}${String(individual).padStart(3, '0')}`;
  const checked = (digits: string, weights: readonly number[]) =>
    (11 - (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11)) % 11;
  const first = checked(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
  const second = checked(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  return first === 10 || second === 10 ? null : `${nine}${first}${second}`;
}

function someNumber(day: number, month: number, year: number): string {
  for (let individual = 100; individual < 500; individual++) {
    const found = numberOf(day, month, year, individual);
    if (found) return found;
  }
  throw new Error('no number for that day');
}

const ordinary = someNumber(17, 5, 74);
const dNumber = someNumber(17 + 40, 5, 74);
const hNumber = someNumber(17, 5 + 40, 74);
const synthetic = someNumber(17, 5 + 80, 74);
const [date, rest] = [ordinary.slice(0, 6), ordinary.slice(6)];

describe('free text that holds a national identity number', () => {
  test.each([
    ['a fødselsnummer alone', ordinary],
    ['in a sentence', `Pasienten (${ordinary}) kom kl. 9.`],
    ['glued to a word', `fnr${ordinary}.`],
    ['a D-number', `D-nr ${dNumber}`],
    ['an H-number', `H-nr ${hNumber}`],
    ['a synthetic number', synthetic],
    ['6 + 5 with a space', `${date} ${rest}`],
    ['6 + 5 with a dot', `${date}.${rest}`],
    ['6 + 5 with a dash', `${date}-${rest}`],
    ['6 + 5 with an en dash', `${date}–${rest}`],
    ['6 + 5 with a dash and spaces', `${date} - ${rest}`],
    ['6 + 5 with a no-break space', `${date}\u00a0${rest}`],
    ['digit by digit', [...ordinary].join(' ')],
    [
      'in groups',
      `${date.slice(0, 2)} ${date.slice(2, 4)} ${date.slice(4)} ${rest.slice(0, 3)} ${rest.slice(3)}`,
    ],
    ['with the date dotted', `${date.slice(0, 2)}.${date.slice(2, 4)}.${date.slice(4)} ${rest}`],
    ['after another number', `1 ${ordinary}`],
    ['before another number', `${date} ${rest} 12`],
    [
      'in full-width digits',
      [...ordinary].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
    ],
    ['with zero-width characters between', [...ordinary].join('\u200b')],
    ['on two lines', `${date}\n${rest}`],
  ])('%s', (_, text) => {
    expect(holdsIdentityNumber(text)).toBe(true);
  });
});

describe('text that holds none', () => {
  const wrongCheckDigit = `${ordinary.slice(0, 10)}${(Number(ordinary[10]) + 1) % 10}`;
  test.each([
    ['nothing', ''],
    ['words', 'Avgrenset prosedyre med skriftlig rutine.'],
    ['an HPR number of seven digits', 'HPR 7654321'],
    ['an HPR number of nine digits', 'HPR 565512345'],
    ['a phone number', 'Nås på 22 33 44 55 eller 91234567.'],
    ['two phone numbers', '22 33 44 55 66 77 88 99'],
    ['an organisation number', 'Org.nr. 889 640 782'],
    ['a wrong check digit', wrongCheckDigit],
    ['ten digits', ordinary.slice(0, 10)],
    ['twelve digits', `${ordinary}7`],
    ['twelve digits, one before', `3${ordinary}`],
    ['the counting row', '12345678910'],
    ['dates and times', 'Fra 2026-11-22 kl. 08:00 til 2027-01-01 kl. 16:00'],
    ['eleven zeros', '00000000000'],
  ])('%s', (_, text) => {
    expect(holdsIdentityNumber(text)).toBe(false);
  });
});

test('every number of every day is seen, wherever it stands between other words', () => {
  const words = fc.stringMatching(/^[a-zæøå ,.]{0,20}$/);
  const day = fc.record({
    day: fc.integer({ min: 1, max: 28 }).chain((value) => fc.constantFrom(value, value + 40)),
    month: fc.integer({ min: 1, max: 12 }).chain((value) => fc.constantFrom(value, value + 40, value + 80)),
    year: fc.integer({ min: 0, max: 99 }),
    individual: fc.integer({ min: 0, max: 999 }),
  });
  fc.assert(
    fc.property(words, day, words, (before, { day, month, year, individual }, after) => {
      const number = numberOf(day, month, year, individual);
      fc.pre(number !== null);
      expect(idnr(number ?? '').status).toBe('valid');
      expect(holdsIdentityNumber(`${before}${number}${after}`)).toBe(true);
    }),
  );
});

test('a long row of digits and separators is judged in no time worth attacking', () => {
  expect(holdsIdentityNumber('1 '.repeat(20_000))).toBe(false);
  expect(holdsIdentityNumber('1'.repeat(40_000))).toBe(false);
});

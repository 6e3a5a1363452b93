import { isDay, isInstant } from './calendar.js';
import type { FieldCode } from './field-texts.js';
import { holdsIdentityNumber } from './identity-number.js';

/** What is wrong with a value, or null. */
export type Fault = { readonly code: FieldCode; readonly bound?: string | number } | null;
export type Check = (value: unknown) => Fault;

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrongType = (bound: 'string' | 'integer' | 'boolean' | 'array' | 'object'): Fault => ({
  code: 'wrong-type',
  bound,
});

const asText =
  (check: (text: string) => Fault): Check =>
  (value) =>
    typeof value === 'string' ? check(value) : wrongType('string');

/** Line and paragraph separators and bidirectional overrides are no control characters to Unicode, but forge a line all the same. */
const forbiddenInLine = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const forbiddenInProse = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Counted in code points, as PostgreSQL and JSON Schema do. */
const lengthOf = (text: string): number => [...text].length;

/** Free text for people to read: no control characters, no broken Unicode, no national identity number. */
export const freeText = ({ min, max }: Bounds, lines: 'one' | 'many'): Check =>
  asText((text) => {
    const length = text.length > 2 * max ? text.length : lengthOf(text);
    if (length > max) return { code: 'too-long', bound: max };
    if (!text.isWellFormed()) return { code: 'not-well-formed' };
    if ((lines === 'one' ? forbiddenInLine : forbiddenInProse).test(text))
      return { code: 'control-character' };
    if (min > 0 && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return { code: 'blank' };
    if (length < min) return { code: 'too-short', bound: min };
    return holdsIdentityNumber(text) ? { code: 'identity-number' } : null;
  });

/** Not read by people, and kept as a hash only. */
export const secretText = ({ min, max }: Bounds): Check =>
  asText((text) => {
    if (text.length > max) return { code: 'too-long', bound: max };
    if (!text.isWellFormed()) return { code: 'not-well-formed' };
    return lengthOf(text) < min ? { code: 'too-short', bound: min } : null;
  });

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const id: Check = asText((text) => (uuid.test(text) ? null : { code: 'not-an-id' }));

export const instant: Check = asText((text) => (isInstant(text) ? null : { code: 'not-an-instant' }));
export const day: Check = asText((text) => (isDay(text) ? null : { code: 'not-a-day' }));

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const address = new RegExp(
  `^[a-z0-9!#$%&'*+/=?^_\`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_\`{|}~-]+)*@(?:${label}\\.)+${label}$`,
  'i',
);

/** ASCII addresses with a dotted domain; a domain with æ, ø or å is written in its xn-- form. */
export const email: Check = asText((text) => {
  if (text.length > 254) return { code: 'too-long', bound: 254 };
  if (!address.test(text) || text.indexOf('@') > 64) return { code: 'not-an-email' };
  return holdsIdentityNumber(text) ? { code: 'identity-number' } : null;
});

/** Nine digits of Enhetsregisteret, the last one a check digit (mod 11). */
export const organisationNumber: Check = asText((text) => {
  if (!/^\d{9}$/.test(text)) return { code: 'not-an-organisation-number' };
  const sum = [3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return (11 - (sum % 11)) % 11 === Number(text[8]) ? null : { code: 'not-an-organisation-number' };
});

export const oneOf = (values: readonly string[]): Check =>
  asText((text) => (values.includes(text) ? null : { code: 'not-one-of', bound: values.join(', ') }));

export const flag: Check = (value) => (typeof value === 'boolean' ? null : wrongType('boolean'));

export const whole =
  ({ min, max }: Bounds): Check =>
  (value) => {
    if (!Number.isSafeInteger(value)) return wrongType('integer');
    if (Number(value) < min) return { code: 'too-small', bound: min };
    return Number(value) > max ? { code: 'too-great', bound: max } : null;
  };

export const plainObject: Check = (value) => (isPlainObject(value) ? null : wrongType('object'));

/** The first fault of the list or of its items; `distinct` refuses the same item twice. */
export const listOf =
  (check: Check, { min, max }: Bounds, distinct: boolean): Check =>
  (value) => {
    if (!Array.isArray(value)) return wrongType('array');
    if (value.length < min) return { code: 'too-few', bound: min };
    if (value.length > max) return { code: 'too-many', bound: max };
    for (const item of value) {
      const fault = check(item);
      if (fault) return fault;
    }
    return distinct && new Set(value).size < value.length ? { code: 'repeated' } : null;
  };

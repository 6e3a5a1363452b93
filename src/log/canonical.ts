export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/**
 * RFC 8785 (JCS): the one byte sequence for a JSON value. Keys are sorted by UTF-16 code units; undefined members are left out.
 * Throws on numbers that JSON cannot hold, and on half surrogate pairs, which have no bytes.
 */
export function canonical(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${value} is not a JSON number`);
  if (typeof value === 'string') return written(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${written(key)}:${canonical(value[key] as Json)}`);
  return `{${members.join(',')}}`;
}

function written(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('half a surrogate pair is not Unicode text');
  return JSON.stringify(text);
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

/** What a payload says; null for what is no JSON object, and was written by somebody else than the product. */
export function payloadIn(text: string): { readonly [key: string]: Json } | null {
  try {
    const value = JSON.parse(text) as Json;
    const isObject = typeof value === 'object' && value !== null && !isList(value);
    return isObject ? (value as { readonly [key: string]: Json }) : null;
  } catch {
    return null;
  }
}

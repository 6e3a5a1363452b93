import type { Json } from '../support/client.js';
import {
  bodySchemaOf,
  formSchemaOf,
  formsOf,
  type Operation,
  refName,
  resolved,
  type Schema,
} from './contract.js';
import type { Call } from './recipes.js';

/** One value in a call that somebody else could have chosen. */
export interface Position {
  readonly place: 'path' | 'query' | 'body' | 'file';
  /** As a problem points at it. */
  readonly pointer: string;
  readonly schema: Schema;
  readonly value: unknown;
}

/** Every value of a call, with the schema the contract gives it: composite ones, too, and those inside them. */
export function positionsIn(operation: Operation, call: Call): Position[] {
  const schema = bodySchemaOf(operation);
  return [
    ...operation.parameters.flatMap(({ name, in: place, schema }): Position[] => {
      const value = place === 'header' ? undefined : call[place]?.[name];
      return place === 'header' || value === undefined ? [] : [{ place, pointer: `/${name}`, schema, value }];
    }),
    ...(schema && call.body !== undefined ? inside(call.body, schema, '') : []),
    ...fileIn(operation, call),
  ];
}

/** A file is told by its name: its bytes are no text. */
function fileIn(operation: Operation, { file }: Call): Position[] {
  const form = formSchemaOf(operation);
  const schema = form && resolved(form).properties?.file;
  return schema && file ? [{ place: 'file', pointer: '/file', schema, value: file.name }] : [];
}

function* inside(value: unknown, schema: Schema, pointer: string): Generator<Position> {
  for (const form of formsOf(schema)) {
    if (Array.isArray(value)) {
      for (const [i, item] of value.entries()) if (form.items) yield* at(item, form.items, `${pointer}/${i}`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, field] of Object.entries(form.properties ?? {})) {
        const held: unknown = Reflect.get(value, name);
        if (held !== undefined) yield* at(held, field, `${pointer}/${name}`);
      }
    }
  }
}

function* at(value: unknown, schema: Schema, pointer: string): Generator<Position> {
  yield { place: 'body', pointer, schema, value };
  yield* inside(value, schema, pointer);
}

/** The call with another value at one position; `undefined` leaves it out. */
export function withValue(
  call: Call,
  { place, pointer }: Pick<Position, 'place' | 'pointer'>,
  value: unknown,
): Call {
  if (place === 'file' && pointer === '/file') {
    const { file, ...others } = call;
    if (value === undefined || !file) return others;
    return { ...others, file: { ...file, name: typeof value === 'string' ? value : JSON.stringify(value) } };
  }
  if (place === 'path' || place === 'query') {
    const { [pointer.slice(1)]: _, ...others } = call[place] ?? {};
    return {
      ...call,
      [place]: value === undefined ? others : { ...others, [pointer.slice(1)]: String(value) },
    };
  }
  const body: Json = structuredClone(call.body ?? {});
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  const parent = steps.reduce((node, step) => node[step], body);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return { ...call, body };
}

export const isIdPosition = ({ schema, pointer, value }: Position): boolean =>
  (typeof value === 'string' && formsOf(schema).some(({ format }) => format === 'uuid')) ||
  (typeof value === 'string' && /Ids?$/.test(pointer));

/** Every field a body may hold, at any depth, with a name to tell it by. */
export function fieldsOf(schema: Schema, within = '', seen = new Map<Schema, string>()): Map<Schema, string> {
  const name = refName(schema) ?? within;
  const { properties, items, oneOf, anyOf } = resolved(schema);
  for (const [field, inner] of Object.entries(properties ?? {})) {
    if (!seen.has(inner)) fieldsOf(inner, `${name}.${field}`, seen.set(inner, `${name}.${field}`));
  }
  for (const inner of [items, ...(oneOf ?? []), ...(anyOf ?? [])]) if (inner) fieldsOf(inner, name, seen);
  return seen;
}

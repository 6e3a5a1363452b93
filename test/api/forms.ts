import type { Json } from '../support/client.js';
import { formSchemaOf, type Operation, resolved, type Schema } from './contract.js';
import type { Call, SentFile } from './recipes.js';

const boundary = 'fullmakt-grense';

/** A form as a browser would send it: one file, and every other field as text. */
export function formOf({ file, body }: Call): { bytes: Buffer; type: string } {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => part(`name="${escaped(name)}"`, textOf(value)));
  const files = file ? [partOfFile(file)] : [];
  return {
    bytes: Buffer.concat([...fields, ...files, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

const partOfFile = ({ name, bytes }: SentFile): Buffer =>
  part(`name="file"; filename="${escaped(name)}"\r\nContent-Type: application/octet-stream`, bytes);

const part = (disposition: string, content: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);

const escaped = (name: string): string =>
  name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * The body as the server gets it, to be held against the contract.
 * A form knows text only: a field that is none is JSON there, and a field that is text takes all; its file is a name.
 */
export function received(operation: Operation, { file, body }: Call): Json {
  const schema = formSchemaOf(operation);
  if (!schema) return body === undefined ? body : JSON.parse(JSON.stringify(body));
  const known = resolved(schema).properties ?? {};
  const fields = Object.entries((body ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, isText(known[name]) ? textOf(value) : parsed(textOf(value))]);
  return { ...Object.fromEntries(fields), ...(file && { file: file.name }) };
}

const isText = (schema: Schema | undefined): boolean => !schema || [schema.type].flat().includes('string');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json } from '../support/client.js';
import type { Answer } from './wire.js';

/** A JSON schema as the contract holds it, or a part of it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly tags?: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  /** Absent: anyone, or anyone signed in. */
  readonly 'x-roles'?: readonly string[];
}

export interface Contract {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'method' | 'path'>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The committed one: `openapi.spec.ts` holds it equal to what the application gives. */
export const contract: Contract = JSON.parse(readFileSync('openapi.json', 'utf8'));

const operationsOf = ({ paths }: Contract): Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );

export const allOperations = operationsOf(contract);

export const refName = ({ $ref }: Schema): string | undefined => $ref?.split('/').at(-1);

/** The schema itself, behind any reference. */
export function resolved(schema: Schema): Schema {
  const name = refName(schema);
  if (name === undefined) return schema;
  const found = contract.components.schemas[name];
  if (!found) throw new Error(`${schema.$ref} leads nowhere`);
  return resolved(found);
}

/** The forms a value may take: the branches of oneOf and anyOf, at any depth. */
export function formsOf(schema: Schema): Schema[] {
  const plain = resolved(schema);
  const branches = plain.oneOf ?? plain.anyOf;
  return branches ? branches.flatMap(formsOf) : [plain];
}

/** Of a form with a file, its own; of any other body, the JSON. */
export const bodySchemaOf = (operation: Operation): Schema | undefined =>
  operation.requestBody?.content['application/json']?.schema ?? formSchemaOf(operation);

export const formSchemaOf = (operation: Operation): Schema | undefined =>
  operation.requestBody?.content['multipart/form-data']?.schema;

/** Closed: a field that the contract does not name is a fault in an answer as much as a missing one. */
const closed = Object.fromEntries(
  Object.entries(contract.components.schemas).map(([name, schema]) => [
    name,
    schema.properties ? { ...schema, additionalProperties: false } : schema,
  ]),
);

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'contract', components: { schemas: closed } });

const judges = new Map<Schema, ValidateFunction>();

function judgeOf(schema: Schema): ValidateFunction {
  const known =
    judges.get(schema) ??
    (schema.$ref ? ajv.getSchema(`contract${schema.$ref}`) : ajv.compile(withinContract(schema)));
  if (!known) throw new Error(`${schema.$ref} leads nowhere`);
  judges.set(schema, known);
  return known;
}

/** An inline schema, with its references made to lead into the contract. */
const withinContract = (schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"contract#/components/'));

function faultsIn(value: unknown, schema: Schema): string[] {
  const validate = judgeOf(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Does the contract allow this body? Inline forms (oneOf) are judged branch by branch. */
export function bodyAllowed(operation: Operation, body: unknown): boolean {
  const schema = bodySchemaOf(operation);
  if (!schema) return true;
  return (schema.oneOf ?? [schema]).some((form) => faultsIn(body, form).length === 0);
}

/** Does the contract allow this value of a parameter? Numbers arrive as text. */
export function parameterAllowed(schema: Schema, text: string): boolean {
  const asNumber = /^\d{1,15}$/.test(text) ? [Number(text)] : [];
  return [text, ...asNumber].some((value) => faultsIn(value, schema).length === 0);
}

/** What is wrong with an answer against the contract; an answer off the schema is a fault whatever its status. */
export function faultsOf(operation: Operation, { status, headers, body, text }: Answer): string[] {
  const declared = operation.responses[String(status)];
  if (status >= 500 || !declared) return [`status ${status} must not happen`];
  const type = (headers['content-type'] ?? '').split(';')[0] ?? '';
  if (!declared.content) return text === '' ? [] : ['a body where none is declared'];
  const schema = declared.content[type]?.schema;
  if (!schema) return [`content type ${type} is not declared for ${status}`];
  const faults = faultsIn(body, schema);
  return status >= 400 ? [...faults, ...problemFaults(status, body)] : faults;
}

function problemFaults(status: number, body: Json): string[] {
  const faults = [];
  if (body.status !== status) faults.push(`says ${body.status} with status ${status}`);
  if (body.type !== `/problems/${body.code}`) faults.push(`type ${body.type} for code ${body.code}`);
  if (body.code === 'invalid' && !body.errors?.length) faults.push('invalid, and no field is named');
  if (status === 409 && body.refusals?.length === 0) faults.push('refused without a refusal');
  return faults;
}

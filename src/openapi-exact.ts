import type { OpenAPIObject } from '@nestjs/swagger';

interface Node {
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/**
 * What the decorators cannot say: parameters are never null and ids in paths are UUIDs, commands refuse unknown fields,
 * and no schema stands for "any object" because TypeScript could not name the type.
 */
export function exact(document: OpenAPIObject): OpenAPIObject {
  const schemas: Node = document.components?.schemas ?? {};
  for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
    for (const parameter of operation.parameters ?? []) asParameter(parameter);
    for (const name of schemasIn(operation.requestBody, schemas)) {
      const schema = schemas[name];
      if (isNode(schema)) schema.additionalProperties = false;
    }
  }
  delete schemas.Object;
  return document;
}

function asParameter({ name, in: place, schema }: Node): void {
  if (!isNode(schema)) return;
  if (place === 'path' && name === 'id') schema.format = 'uuid';
  delete schema.allOf;
  if (Array.isArray(schema.type)) schema.type = schema.type.find((type) => type !== 'null');
  if (Array.isArray(schema.enum)) schema.enum = schema.enum.filter((value) => value !== null);
}

/** Names of the schemas that a body is made of, at any depth. */
function schemasIn(from: unknown, schemas: Node, seen = new Set<string>()): Set<string> {
  if (!isNode(from)) return seen;
  const name = typeof from.$ref === 'string' ? from.$ref.split('/').at(-1) : undefined;
  if (name !== undefined && !seen.has(name)) schemasIn(schemas[name], schemas, seen.add(name));
  for (const part of Object.values(from)) schemasIn(part, schemas, seen);
  return seen;
}

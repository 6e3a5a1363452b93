import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemView } from './http/problem.view.js';
import { exact } from './openapi-exact.js';
import { givenOnce } from './session/access.guard.js';
import { type Access, operations } from './session/operations.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The contract: from controllers and their views, with roles from the one table and problems for all alike. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Fullmakt')
    .setDescription('Who may do what at the clinic, and on whose authority.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('fullmakt', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: undefined }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (_controller, method) => method,
    extraModels: [ProblemView],
  });
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation) complete(operation, method, path);
    }
  }
  return exact(document);
}

function complete(operation: Operation, method: (typeof methods)[number], path: string): void {
  const access: Access = operations[operation.operationId ?? ''] ?? [];
  const parameters = operation.parameters ?? [];
  operation.parameters = parameters;
  if (typeof access === 'object') Object.assign(operation, { 'x-roles': access });
  operation.security = access === 'anyone' ? [] : [{ session: [] }, { token: [] }];
  const conditional = ['patch', 'put', 'delete'].includes(method) && !path.startsWith('/api/v1/session');
  if (conditional) parameters.push(header('If-Match', 'The ETag that a read gave.', { required: true }));
  if (method === 'post' && typeof access === 'object' && !givenOnce.has(operation.operationId ?? '')) {
    const description = 'A repeat within 24 hours is answered the same and done once.';
    parameters.push(header('Idempotency-Key', description, { pattern: '^[\\x21-\\x7e]{1,255}$' }));
  }
  parameters.push(header('Accept-Language', 'nb, nn or en.', {}));
  const statuses = [400, 413, 415, 429, 503, ...(access === 'anyone' ? [401] : [401, 403, 404])];
  if (method !== 'get') statuses.push(403, 404, 409, 422);
  if (conditional) statuses.push(412, 428);
  for (const status of new Set(statuses)) operation.responses[String(status)] ??= problem;
}

const header = (name: string, description: string, more: { required?: boolean; pattern?: string }) =>
  ({
    name,
    in: 'header',
    description,
    required: more.required ?? false,
    schema: { type: 'string', ...(more.pattern && { pattern: more.pattern }) },
  }) as const;

const problem = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
};

/** Readable at /api/docs, as a document at /api/openapi.json. */
export function serveOpenApi(app: INestApplication): void {
  let made: OpenAPIObject | undefined;
  const document = () => {
    made ??= openApiOf(app);
    return made;
  };
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}

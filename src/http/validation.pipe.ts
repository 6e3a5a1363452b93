import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import { type ValidationError, validateSync } from 'class-validator';
import { isPlainObject } from './field-checks.js';
import type { FieldCode } from './field-texts.js';
import { pointerPart } from './hostile-input.js';
import { type FieldError, Problem } from './problem.js';

/** Makes commands and queries out of what came, and tells every field that is wrong, each with a stable code. */
@Injectable()
class CommandPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      stopAtFirstError: false,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => new Problem('invalid', { errors: [...fieldErrors(errors, '')] }),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && value !== undefined && !isPlainObject(value)) {
      throw Problem.invalid('', 'wrong-type', 'object');
    }
    return super.transform(metadata.type === 'query' ? withOffsets(value) : value, metadata);
  }
}

export const validationPipe = new CommandPipe();

/** What is wrong with the fields of a command, or of a part of one, that did not come as a body. */
export const faultsOf = (command: object): FieldError[] => [...fieldErrors(validateSync(command), '')];

/** A plus sign in a query means a space, so an offset written as +01:00 arrives without its sign. */
function withOffsets(query: unknown): unknown {
  if (!isPlainObject(query)) return query;
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? value.replace(/^(\d{4}-\d{2}-\d{2}T[\d:.]{8,18}) (\d{2}:\d{2})$/i, '$1+$2')
        : value,
    ]),
  );
}

function* fieldErrors(errors: readonly ValidationError[], above: string): Generator<FieldError> {
  for (const { property, constraints, children } of errors) {
    const pointer = property === undefined ? above : `${above}/${pointerPart(property)}`;
    if (constraints) yield { pointer, ...faultIn(constraints) };
    if (children) yield* fieldErrors(children, pointer);
  }
}

/** Our own check says most; class-validator itself speaks of unknown fields and of items that are no objects. */
function faultIn(constraints: Readonly<Record<string, string>>): { code: FieldCode; bound?: string } {
  if (constraints.whitelistValidation) return { code: 'unknown-field' };
  if (!constraints.field) return { code: 'wrong-type', bound: 'object' };
  const [code = '', ...bound] = constraints.field.split(' ');
  return { code: code as FieldCode, ...(bound.length > 0 && { bound: bound.join(' ') }) };
}

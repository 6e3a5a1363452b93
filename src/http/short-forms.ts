import { applyDecorators } from '@nestjs/common';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { plainToInstance, Transform } from 'class-transformer';
import { ValidateIf, ValidateNested } from 'class-validator';
import { type Bounds, id, isPlainObject, listOf, plainObject } from './field-checks.js';
import { field } from './fields.js';

interface Forms extends Partial<Bounds> {
  readonly optional?: boolean;
  /** What the contract says: every form that is taken. */
  readonly schema: ApiPropertyOptions;
}

/** Objects of one class that may be written shorter: `full` spells a value out, and leaves alone what it does not know. */
export const ListInForms = (
  view: () => new () => object,
  full: (value: unknown) => unknown,
  { min = 0, max = 1000, optional = false, schema }: Forms,
): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => instancesIn(full(value), view())),
    field(listOf(plainObject, { min, max }, false), schema, { optional }),
    ValidateNested({ each: true }),
    // class-validator looks for objects also where null is allowed, so it is told not to look.
    ...(optional ? [ValidateIf((_, value) => value !== null)] : []),
  );

const instancesIn = (value: unknown, view: new () => object): unknown =>
  Array.isArray(value)
    ? value.map((item) => (isPlainObject(item) ? plainToInstance(view, item) : item))
    : value;

const uuid = { type: 'string', format: 'uuid' };
const holding = (name: string) => ({ type: 'object', properties: { [name]: uuid }, required: [name] });
const idForms = { anyOf: [uuid, holding('id'), holding('taskId')] };

/** Ids of tasks, each once; also as the objects that views hold them in, so that what was read can be sent back. */
export const TaskIds = ({ min = 0, max = 1000 }: Partial<Bounds> = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (Array.isArray(value) ? value.map(idOf) : value)),
    field(
      listOf(id, { min, max }, true),
      { type: 'array', items: idForms, minItems: min, maxItems: max },
      {},
    ),
  );

function idOf(value: unknown): unknown {
  const id = isPlainObject(value) ? (value.id ?? value.taskId) : value;
  return typeof id === 'string' ? id.toLowerCase() : id;
}

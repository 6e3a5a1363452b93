import { Body, type PipeTransform, type Type } from '@nestjs/common';
import { ApiBody, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { isPlainObject } from './field-checks.js';
import { validationPipe } from './validation.pipe.js';

class Either implements PipeTransform {
  constructor(
    private readonly field: string,
    private readonly carrying: Type,
    private readonly other: Type,
  ) {}

  transform(body: unknown): Promise<unknown> {
    const carries = isPlainObject(body) && Object.hasOwn(body, this.field);
    return validationPipe.transform(body, { type: 'body', metatype: carries ? this.carrying : this.other });
  }
}

/** A body of one of two forms: the first if it carries the field, which the second never does. */
export const EitherBody =
  (field: string, carrying: Type, other: Type): ParameterDecorator =>
  (target, method, index) => {
    Body(new Either(field, carrying, other))(target, method, index);
    const handler = Object.getOwnPropertyDescriptor(target, method ?? '');
    if (!handler || method === undefined) throw new TypeError('EitherBody stands on a parameter of a method');
    const schema = { oneOf: [carrying, other].map((form) => ({ $ref: getSchemaPath(form) })) };
    ApiExtraModels(carrying, other)(target, method, handler);
    ApiBody({ schema, required: true })(target, method, handler);
  };

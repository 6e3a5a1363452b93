import { type Check, freeText, whole } from '../http/field-checks.js';
import { field } from '../http/fields.js';

const numbers = { min: 1, max: 50 };
const names = { min: 1, max: 200 };

const numbered = whole(numbers);
const named = freeText(names, 'one');

const column: Check = (value) => (typeof value === 'number' ? numbered(value) : named(value));

/** A column by the heading that it has, or by its number, the first being 1. */
export const Column = (): PropertyDecorator =>
  field(
    column,
    {
      anyOf: [
        { type: 'string', minLength: names.min, maxLength: names.max },
        { type: 'integer', minimum: numbers.min, maximum: numbers.max },
      ],
    },
    { optional: true },
  );

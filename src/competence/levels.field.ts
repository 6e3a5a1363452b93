import { freeText, listOf } from '../http/field-checks.js';
import { field } from '../http/fields.js';

const bounds = { min: 1, max: 20 };
const longest = 100;

/** Names of levels, each once, from the lowest. */
export const Levels = (presence: { optional?: boolean } = {}): PropertyDecorator =>
  field(
    listOf(freeText({ min: 1, max: longest }, 'one'), bounds, true),
    {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: longest },
      minItems: bounds.min,
      maxItems: bounds.max,
      uniqueItems: true,
    },
    presence,
  );

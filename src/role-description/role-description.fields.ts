import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { whole } from '../http/field-checks.js';
import { field } from '../http/fields.js';

/** A version's number, or the newest template of the national catalogue. */
export type VersionOrTemplate = number | 'template';

const isNumber = whole({ min: 1, max: 2_147_483_647 });

/** One end of a comparison; numbers come as text in a query. */
export const EndOfDiff = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value)),
    field(
      (value) => (value === 'template' ? null : isNumber(value)),
      {
        oneOf: [
          { type: 'integer', minimum: 1 },
          { type: 'string', enum: ['template'] },
        ],
      },
      {},
    ),
  );

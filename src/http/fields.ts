import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import * as checks from './field-checks.js';

/**
 * The fields of commands and views: type, validator and OpenAPI schema in one decorator.
 * Commands are checked against it; for views it is what the contract promises.
 */
interface Presence {
  /** `true`: may be left out or null. `'absent'`: may be left out, never null. `'null'`: always there, may be null. */
  readonly optional?: boolean | 'absent' | 'null';
}

type Limits = Presence & Partial<checks.Bounds>;

export function field(
  check: checks.Check,
  schema: ApiPropertyOptions,
  { optional = false }: Presence,
): PropertyDecorator {
  const mayBeAbsent = optional === true || optional === 'absent';
  const mayBeNull = optional === true || optional === 'null';
  const faultOf: checks.Check = (value) => {
    if (value === undefined) return mayBeAbsent ? null : { code: 'required' };
    if (value === null) return mayBeNull ? null : { code: 'required' };
    return check(value);
  };
  return applyDecorators(
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value) => faultOf(value) === null,
        defaultMessage: (args) => told(faultOf(args?.value)),
      },
    }),
    ApiProperty({
      ...schema,
      required: !mayBeAbsent,
      ...(mayBeNull && { nullable: true }),
    } as ApiPropertyOptions),
  );
}

/** class-validator carries strings only: the code, and the bound after a space. */
const told = (fault: checks.Fault): string =>
  fault ? [fault.code, fault.bound].filter((part) => part !== undefined).join(' ') : '';

/** Text on one line. Refuses control characters, broken Unicode and national identity numbers. Code points: 1 to 200. */
export const Line = ({ min = 1, max = 200, ...presence }: Limits = {}): PropertyDecorator =>
  field(checks.freeText({ min, max }, 'one'), { type: String, minLength: min, maxLength: max }, presence);

/** Text on several lines, otherwise as `Line`. Code points: 0 to 4000. */
export const Prose = ({ min = 0, max = 4000, ...presence }: Limits = {}): PropertyDecorator =>
  field(checks.freeText({ min, max }, 'many'), { type: String, minLength: min, maxLength: max }, presence);

/** Texts on one line, each of at most so many code points; at most 100 unless said otherwise. */
export const Lines = (
  longest: number,
  { min = 0, max = 100, distinct = false, ...presence }: Limits & { readonly distinct?: boolean } = {},
): PropertyDecorator =>
  field(
    checks.listOf(checks.freeText({ min: 1, max: longest }, 'one'), { min, max }, distinct),
    {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: longest },
      minItems: min,
      maxItems: max,
      uniqueItems: distinct,
    },
    presence,
  );

/** A password or the like. Characters: 1 to 200. */
export const Secret = ({ min = 1, max = 200, ...presence }: Limits = {}): PropertyDecorator =>
  field(
    checks.secretText({ min, max }),
    { type: String, format: 'password', minLength: min, maxLength: max },
    presence,
  );

const lowerCase = Transform(({ value }) => lowered(value));
const lowered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(lowered);
  return typeof value === 'string' ? value.toLowerCase() : value;
};

/** A UUID, taken in any case and kept in lower case. */
export const Id = (presence: Presence = {}): PropertyDecorator =>
  applyDecorators(field(checks.id, { type: String, format: 'uuid' }, presence), lowerCase);

/** UUIDs, each once. */
export const Ids = ({ min = 0, max = 1000, ...presence }: Limits = {}): PropertyDecorator =>
  applyDecorators(
    field(
      checks.listOf(checks.id, { min, max }, true),
      {
        type: 'array',
        items: { type: 'string', format: 'uuid' },
        minItems: min,
        maxItems: max,
        uniqueItems: true,
      },
      presence,
    ),
    lowerCase,
  );

const date = '\\d{4}-\\d{2}-\\d{2}';
const time = 'T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})';

/** RFC 3339 with an offset, or a bare date; `instantOf` says what moment it is. Years 1900 to 2200. */
export const Instant = (presence: Presence = {}): PropertyDecorator =>
  field(
    checks.instant,
    { type: String, pattern: `^${date}(${time})?$`, example: '2026-11-22T08:00:00+01:00' },
    presence,
  );

/** A day of the calendar, YYYY-MM-DD, 1900 to 2200. */
export const Day = (presence: Presence = {}): PropertyDecorator =>
  field(checks.day, { type: String, format: 'date' }, presence);

/** An e-mail address, kept in lower case; at most 254 characters. */
export const Email = (presence: Presence = {}): PropertyDecorator =>
  applyDecorators(
    field(checks.email, { type: String, format: 'email', maxLength: 254 }, presence),
    lowerCase,
  );

/** The number of Enhetsregisteret: nine digits with a check digit. */
export const OrganisationNumber = (presence: Presence = {}): PropertyDecorator =>
  field(checks.organisationNumber, { type: String, pattern: '^\\d{9}$', example: '889640782' }, presence);

/** The number of Helsepersonellregisteret: a positive integer of at most nine digits, without a known check digit. */
export const HprNumber = (presence: Presence = {}): PropertyDecorator =>
  Whole({ min: 1, max: 999_999_999, ...presence });

export const OneOf = (values: readonly string[], presence: Presence = {}): PropertyDecorator =>
  field(checks.oneOf(values), { type: String, enum: [...values] }, presence);

/** Some of the values, each once. */
export const ManyOf = (
  values: readonly string[],
  { min = 0, max = values.length, ...presence }: Limits = {},
): PropertyDecorator =>
  field(
    checks.listOf(checks.oneOf(values), { min, max }, true),
    {
      type: 'array',
      items: { type: 'string', enum: [...values] },
      minItems: min,
      maxItems: max,
      uniqueItems: true,
    },
    presence,
  );

export const Flag = (presence: Presence = {}): PropertyDecorator =>
  field(checks.flag, { type: Boolean }, presence);

/** An integer; 0 to 2 147 483 647, as PostgreSQL's integer ends there. */
export const Whole = ({ min = 0, max = 2_147_483_647, ...presence }: Limits = {}): PropertyDecorator =>
  field(checks.whole({ min, max }), { type: 'integer', minimum: min, maximum: max }, presence);

/** Integers, each between the same limits; in any number up to 1000 and repeated unless said otherwise. */
export const Wholes = (
  each: checks.Bounds,
  { min = 0, max = 1000, distinct = false, ...presence }: Limits & { readonly distinct?: boolean } = {},
): PropertyDecorator =>
  field(
    checks.listOf(checks.whole(each), { min, max }, distinct),
    {
      type: 'array',
      items: { type: 'integer', minimum: each.min, maximum: each.max },
      minItems: min,
      maxItems: max,
      uniqueItems: distinct,
    },
    presence,
  );

type Class = new () => object;

/** One object of a class whose fields are declared the same way. */
export const Nested = (view: () => Class, presence: Presence = {}): PropertyDecorator =>
  applyDecorators(
    field(checks.plainObject, { type: () => view() }, presence),
    ...checkedWithin(view, presence),
  );

/** Objects of one class; at most 1000 unless said otherwise. */
export const ListOf = (
  view: () => Class,
  { min = 0, max = 1000, ...presence }: Limits = {},
): PropertyDecorator =>
  applyDecorators(
    field(
      checks.listOf(checks.plainObject, { min, max }, false),
      { type: () => view(), isArray: true, minItems: min, maxItems: max },
      presence,
    ),
    ...checkedWithin(view, presence),
  );

/** class-validator looks for an object also where null is allowed, so it is told not to look. */
const checkedWithin = (view: () => Class, { optional }: Presence): PropertyDecorator[] => [
  Type(view),
  ValidateNested(),
  ...(optional === true || optional === 'null' ? [ValidateIf((_, value) => value !== null)] : []),
];

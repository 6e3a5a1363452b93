import type { NextFunction, Request, Response } from 'express';
import { type FieldError, Problem } from './problem.js';

const deepest = 20;
/** No command has a tenth as many fields; class-validator takes seconds to say that ten thousand are unknown. */
const mostNames = 100;
/** No list of a command takes more. */
const mostItems = 1000;
/** The longest role description has some fifteen thousand. */
const mostValues = 20_000;
/** `toString` and its like are on every object, so a whitelist that asks "is there such a field?" would let them in. */
const forbiddenNames = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);

/**
 * Refuses what no field may ever hold, before anything walks through it: text that PostgreSQL cannot store,
 * numbers that JSON can write and not hold, names that reach an object's prototype,
 * and nesting or numbers of values that exhaust whoever follows them.
 */
export function refuseHostileInput(req: Request, _res: Response, next: NextFunction): void {
  const fault = faultIn(req.query, '', 1) ?? faultInBody(req.body) ?? faultOfPath(req.originalUrl);
  next(fault ? new Problem('invalid', { errors: [fault] }) : undefined);
}

/** Also for what is read later than other bodies: the fields of a form. */
export const faultInBody = (body: unknown): FieldError | null => faultOfSize(body) ?? faultIn(body, '', 1);

/** Level by level, so that neither depth nor width costs more than the bound. */
function faultOfSize(body: unknown): FieldError | null {
  let values = 0;
  for (let level: unknown[] = [body], depth = 1; level.length > 0 && depth <= deepest; depth++) {
    values += level.length;
    if (values > mostValues) return { pointer: '', code: 'too-many', bound: mostValues };
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return null;
}

function faultIn(value: unknown, pointer: string, depth: number): FieldError | null {
  if (typeof value === 'string') return faultOfText(value, pointer);
  if (value === Number.POSITIVE_INFINITY) return { pointer, code: 'too-great', bound: Number.MAX_VALUE };
  if (value === Number.NEGATIVE_INFINITY) return { pointer, code: 'too-small', bound: -Number.MAX_VALUE };
  if (typeof value !== 'object' || value === null) return null;
  if (depth > deepest) return { pointer, code: 'too-deep', bound: deepest };
  if (Array.isArray(value) && value.length > mostItems)
    return { pointer, code: 'too-many', bound: mostItems };
  if (Array.isArray(value)) return firstFault(value.entries(), pointer, depth);
  return faultOfNames(Object.keys(value), pointer) ?? firstFault(Object.entries(value), pointer, depth);
}

function firstFault(
  members: Iterable<[string | number, unknown]>,
  pointer: string,
  depth: number,
): FieldError | null {
  for (const [name, value] of members) {
    const fault = faultIn(value, `${pointer}/${pointerPart(name)}`, depth + 1);
    if (fault) return fault;
  }
  return null;
}

function faultOfNames(names: readonly string[], pointer: string): FieldError | null {
  if (names.length > mostNames) return { pointer, code: 'too-many', bound: mostNames };
  for (const name of names) {
    if (forbiddenNames.has(name)) return { pointer, code: 'forbidden-name' };
    const fault = faultOfText(name, pointer);
    if (fault) return fault;
  }
  return null;
}

function faultOfText(text: string, pointer: string): FieldError | null {
  if (text.includes('\0')) return { pointer, code: 'control-character' };
  return text.isWellFormed() ? null : { pointer, code: 'not-well-formed' };
}

function faultOfPath(target: string): FieldError | null {
  return target.includes('%00') ? { pointer: '', code: 'control-character' } : null;
}

/** RFC 6901: one step of a JSON pointer. */
export const pointerPart = (name: string | number): string =>
  String(name).replaceAll('~', '~0').replaceAll('/', '~1');

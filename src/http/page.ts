import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import type { Request, Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { isPlainObject } from './field-checks.js';
import { Line, ListOf, Whole } from './fields.js';
import { Problem } from './problem.js';

const longestCursor = 2000;

type Kind = 'string' | 'uuid' | 'integer';

/** Where a page begins and how long it is; the query of every list extends it. */
export class PageQuery {
  @Transform(({ value }) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value))
  @Whole({ min: 1, max: 200, optional: 'absent' })
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 200, default: 50, required: false })
  limit: number = 50;

  /** `nextCursor` of the page before; opaque. */
  @ValidateBy({
    name: 'field',
    validator: {
      validate: (value) => value === undefined || keyOfCursor(value) !== null,
      defaultMessage: () => 'not-a-cursor',
    },
  })
  @ApiProperty({ type: String, maxLength: longestCursor, required: false })
  cursor?: string;

  /** The key of the last row of the page before, of the kinds the list sorts by; null on the first page. 400 if it is another list's. */
  after<Key extends readonly (string | number)[]>(kinds: readonly Kind[]): Key | null {
    if (this.cursor === undefined) return null;
    const key = keyOfCursor(this.cursor);
    if (!key || key.length !== kinds.length || !key.every((part, i) => isOfKind(part, kinds[i] as Kind))) {
      throw Problem.invalid('/cursor', 'not-a-cursor');
    }
    return key as unknown as Key;
  }
}

function keyOfCursor(cursor: unknown): readonly (string | number)[] | null {
  if (typeof cursor !== 'string' || cursor.length > longestCursor || !/^[\w-]+$/.test(cursor)) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(key) && key.every((part) => typeof part === 'string' || typeof part === 'number')
      ? key
      : null;
  } catch {
    return null;
  }
}

/** A cursor comes back from outside: it may hold anything that JSON can. */
function isOfKind(part: string | number, kind: Kind): boolean {
  switch (kind) {
    case 'integer':
      return Number.isSafeInteger(part);
    case 'uuid':
      return typeof part === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part);
    case 'string':
      return typeof part === 'string' && part.isWellFormed() && !part.includes('\0');
  }
}

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** One page of rows that were read with one more than `limit`; `keyOf` gives what the list sorts by. */
export function page<Item>(
  rows: readonly Item[],
  limit: number,
  keyOf: (last: Item) => readonly (string | number)[],
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null };
}

const pages = new WeakMap<Type, Type>();

/** The class of a page of views, for the contract: `DutyView` gives `DutyPage`. */
export function PageOf(view: Type): Type {
  const known = pages.get(view);
  if (known) return known;
  class PageView {
    @ListOf(() => view, { max: 200 }) items: object[];
    @Line({ optional: 'null', max: longestCursor }) nextCursor: string | null;
  }
  Object.defineProperty(PageView, 'name', { value: view.name.replace(/(View)?$/, 'Page') });
  pages.set(view, PageView);
  return PageView;
}

/** RFC 8288: where the next page is, for clients that follow links. */
@Injectable()
export class LinkInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next
      .handle()
      .pipe(tap((view) => setLink(http.getRequest<Request>(), http.getResponse<Response>(), view)));
  }
}

function setLink(req: Request, res: Response, view: unknown): void {
  if (!isPlainObject(view) || typeof view.nextCursor !== 'string') return;
  const [path = '', query] = req.originalUrl.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', view.nextCursor);
  res.append('Link', `<${encodeURI(decodeURI(path))}?${parameters}>; rel="next"`);
}

import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { isPlainObject } from './field-checks.js';
import { Problem } from './problem.js';

/** The tag of a version: 1, 2, 3 … as PATCH, PUT and DELETE want it back in If-Match. */
const etagOf = (version: number): string => `"${version}"`;

/**
 * The version a change builds on, or `*` for whichever there is; the service compares and throws `Problem('stale')`.
 * 428 if the header is missing; 412 if it is anything but one tag of ours, since no version can match it (RFC 9110 § 13.1.1).
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | '*' => {
  const wanted = context.switchToHttp().getRequest<Request>().headers['if-match']?.trim();
  if (!wanted) throw new Problem('precondition-required');
  if (wanted === '*') return '*';
  const version = /^"([1-9]\d{0,9})"$/.exec(wanted)?.[1];
  if (version === undefined) throw new Problem('stale');
  return Number(version);
});

/** Gives the ETag of every view that has a version. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    // The version counts what can be changed; the view also holds what time alone changes, so "not modified" would be wrong.
    delete http.getRequest<Request>().headers['if-none-match'];
    return next.handle().pipe(
      tap((view) => {
        if (isPlainObject(view) && Number.isInteger(view.version)) {
          http.getResponse<Response>().set('ETag', etagOf(Number(view.version)));
        }
      }),
    );
  }
}

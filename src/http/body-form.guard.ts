import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { hasBody, isForm } from './json-only.js';
import { Problem } from './problem.js';

/** Marks the operations that take a form with a file. */
export const formsOnly = 'fullmakt:forms-only';

/** A form only where one is taken, and there nothing else: judged by the headers, before anybody is let in or anything is read. */
@Injectable()
export class BodyFormGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const req = context.switchToHttp().getRequest<Request>();
    if (!hasBody(req)) return true;
    if (Reflect.getMetadata(formsOnly, context.getHandler()) !== true) {
      if (isForm(req)) throw new Problem('unsupported-media-type');
      return true;
    }
    const encoding = req.headers['content-encoding'] ?? 'identity';
    if (!isForm(req) || encoding !== 'identity') throw new Problem('form-expected');
    return true;
  }
}

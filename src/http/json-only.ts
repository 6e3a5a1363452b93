import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem.js';

/**
 * Bodies are JSON; anything else is refused before it is read.
 * Forms with a file pass unread: whether the operation takes one, `BodyFormGuard` knows.
 */
export function requireJson(req: Request, _res: Response, next: NextFunction): void {
  const wrong = hasBody(req) && !isJson(req) && !isForm(req);
  next(wrong ? new Problem('unsupported-media-type') : undefined);
}

export const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const isJson = ({ headers }: Request): boolean =>
  /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers['content-type'] ?? '');

export const isForm = ({ headers }: Request): boolean =>
  /^multipart\/form-data\s*(?:;|$)/i.test(headers['content-type'] ?? '');

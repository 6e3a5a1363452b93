import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem.js';

/** Bodies are JSON; anything else is refused before it is read. */
export function requireJson(req: Request, _res: Response, next: NextFunction): void {
  const hasBody =
    req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  const isJson = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(req.headers['content-type'] ?? '');
  next(hasBody && !isJson ? new Problem('unsupported-media-type') : undefined);
}

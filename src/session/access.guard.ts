import { createHash } from 'node:crypto';
import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import type { Request, Response } from 'express';
import { Config } from '../config.js';
import { id } from '../http/field-checks.js';
import { languageOf, Problem, problemBody } from '../http/problem.js';
import type { Language } from '../law/legal-bases.js';
import { canonical } from '../log/canonical.js';
import { isAuditor } from './auditor.js';
import type { By as Actor, LookUp, Repeat } from './by.js';
import { LookUps } from './look-up.js';
import { type Access, asksByPost, ofNoClinic, operations } from './operations.js';
import { type Caller as CallerOf, Passport } from './strategies.js';

interface Called extends Request {
  caller?: CallerOf;
  by?: Actor;
}

/** Answers that hold a secret are given once: they are never kept for a repeat. */
export const givenOnce: ReadonlySet<string> = new Set(['createApiToken', 'invite']);
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Closed unless opened: an operation that is not in the table answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly passport: Passport,
    private readonly config: Config,
    private readonly lookUps: LookUps,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const access: Access | undefined = Object.hasOwn(operations, handler.name)
      ? operations[handler.name]
      : undefined;
    if (access === undefined) throw new Problem('forbidden');
    const req = context.switchToHttp().getRequest<Called>();
    if (access === 'anyone') return true;
    const caller = await this.passport.caller(req, context.switchToHttp().getResponse<Response>());
    if (!caller) throw new Problem('unauthenticated');
    if (caller.byCookie && !safe.has(req.method)) this.requireSameOrigin(req);
    req.caller = caller;
    if (access === 'signed-in') return true;
    const { loginId, personId, roles, clinicId } = caller;
    if (clinicId === null) throw new Problem('forbidden');
    const language = languageOf(req.headers['accept-language']);
    const by = { clinicId, loginId, personId, roles, language, lookUp: lookUpOf(req, handler.name, caller) };
    if (!roles.some((role) => access.includes(role))) {
      await this.lookUps.record(by, 403);
      throw new Problem('forbidden');
    }
    req.by = {
      ...by,
      repeat: givenOnce.has(handler.name) ? undefined : repeatOf(req, handler, language),
    };
    return true;
  }

  /** A cookie travels by itself, so a change must come from our own pages. */
  private requireSameOrigin(req: Request): void {
    const own = new URL(this.config.publicUrl);
    const origin = req.headers.origin ?? '';
    if (origin === own.origin) return;
    // Over https, what came over http may be anybody's, whatever host it names.
    const from = URL.canParse(origin) ? new URL(origin) : null;
    if (from?.host === req.headers.host && (own.protocol !== 'https:' || from?.protocol === 'https:')) return;
    throw new Problem('cross-origin');
  }
}

/** Every reading of a clinic's data by an auditor, whatever the operation: a new one is traced from its first day. */
function lookUpOf(req: Request, operation: string, { roles }: CallerOf): LookUp | undefined {
  const isReading = safe.has(req.method) || asksByPost.has(operation);
  if (!isReading || !isAuditor(roles) || ofNoClinic.has(operation)) return undefined;
  const query = safe.has(req.method) ? { ...req.query } : idsAskedFor(req.body);
  return { operation, params: { ...req.params }, query };
}

/** Whom and what a question in a body is about; its other words are the asker's own, and tell nothing of the clinic. */
const idsAskedFor = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body ?? {}).filter(([name, value]) => name.endsWith('Id') && id(value) === null),
  );

function repeatOf(req: Request, handler: object, language: Language): Repeat | undefined {
  const key = req.headers['idempotency-key'];
  if (req.method !== 'POST' || key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw Problem.invalid('/Idempotency-Key', 'not-a-key');
  }
  const status: number = Reflect.getMetadata(HTTP_CODE_METADATA, handler) ?? 201;
  return {
    key,
    // Of a form, only when it has been read: later than here. Its file counts by name, size and hash.
    get fingerprint() {
      const text = `${req.originalUrl}\n${canonical(req.body ?? null)}`;
      return createHash('sha256').update(text).digest('hex');
    },
    answered: (view) => ({ status, body: JSON.stringify(view) }),
    refused: (error) => ({
      status: 409,
      body: JSON.stringify(problemBody(error, language, req.originalUrl)),
    }),
  };
}

/** On whose behalf the request acts, in the active clinic. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { by } = context.switchToHttp().getRequest<Called>();
  if (!by) throw new Problem('unauthenticated');
  return by;
});

/** Who has signed in, whatever the clinic. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): CallerOf => {
  const { caller } = context.switchToHttp().getRequest<Called>();
  if (!caller) throw new Problem('unauthenticated');
  return caller;
});

import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { problemOfError } from '../http/problem-of-error.js';
import { Refused } from '../law/refused.js';
import type { By } from './by.js';
import { LookUps } from './look-up.js';

/** Holds every answer to an auditor back until the look-up is in the log; which requests are look-ups, the guard has said. */
@Injectable()
export class LookUpInterceptor implements NestInterceptor {
  constructor(private readonly lookUps: LookUps) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { by } = http.getRequest<Request & { by?: By }>();
    return by?.lookUp ? from(this.heldBack(by, next, http.getResponse<Response>())) : next.handle();
  }

  private async heldBack(by: By, next: CallHandler, res: Response): Promise<unknown> {
    let view: unknown;
    try {
      view = await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      const status = statusOf(error);
      // A failure of ours gives nothing away, and where nothing can be read nothing can be written.
      if (status < 500) await this.lookUps.record(by, status);
      throw error;
    }
    try {
      await this.lookUps.record(by, res.statusCode);
      return view;
    } catch (error) {
      // A file that nobody will be given is not made to its end.
      if (view instanceof StreamableFile) view.getStream().destroy();
      throw error;
    }
  }
}

function statusOf(error: unknown): number {
  const problem = problemOfError(error);
  return problem instanceof Refused ? 409 : problem.status;
}

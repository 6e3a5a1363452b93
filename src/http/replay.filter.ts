import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { Replay } from '../database/repeat.js';

/** A repeated request gets the very answer it got the first time. */
@Catch(Replay)
export class ReplayFilter implements ExceptionFilter<Replay> {
  catch({ answer }: Replay, host: ArgumentsHost): void {
    const res = host.switchToHttp().getResponse<Response>();
    const type =
      answer.status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8';
    res.status(answer.status).set({ 'Content-Type': type, 'Idempotency-Replayed': 'true' }).send(answer.body);
  }
}

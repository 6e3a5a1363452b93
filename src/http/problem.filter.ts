import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Refused } from '../law/refused.js';
import { languageOf, Problem, problemBody } from './problem.js';
import { problemOfError } from './problem-of-error.js';

const ofTheAnswer = ['Content-Disposition', 'Content-Length', 'ETag', 'Repr-Digest'];

/** The one place where what was thrown becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [req, res] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const problem = problemOfError(error);
    this.report(error, problem);
    if (res.headersSent) {
      // Half an answer must not look like a whole one.
      res.destroy();
      return;
    }
    // What was to be handed out is not, and nothing is told of it.
    for (const name of ofTheAnswer) res.removeHeader(name);
    const language = languageOf(req.headers['accept-language']);
    const body = problemBody(problem, language, req.originalUrl);
    res
      .status(body.status)
      .vary('Accept-Language')
      .set({
        'Content-Type': 'application/problem+json; charset=utf-8',
        'Content-Language': language,
        'Cache-Control': 'no-store',
        ...headersOf(problem),
      })
      .send(JSON.stringify(body));
  }

  /** Name, message and stack only: the parameters of a failed query are about people. */
  private report(error: unknown, problem: Problem | Refused): void {
    if (problem instanceof Refused || problem.status < 500) return;
    const told = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    if (problem.code === 'internal')
      this.logger.error(told, error instanceof Error ? error.stack : undefined);
    else this.logger.warn(told);
  }
}

function headersOf(problem: Problem | Refused): Record<string, string> {
  if (problem instanceof Refused) return {};
  const { retryAfter, status } = problem;
  return {
    ...(retryAfter !== undefined && { 'Retry-After': String(Math.max(1, Math.ceil(retryAfter))) }),
    ...(status === 401 && { 'WWW-Authenticate': 'Bearer realm="fullmakt"' }),
  };
}

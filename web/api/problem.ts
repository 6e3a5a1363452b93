import type { FieldErrorView, ProblemView, RefusalView } from './schema.ts';

/** What the API answered instead of what was asked for, as it said it; or that it could not be reached. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly FieldErrorView[] = [],
    readonly refusals: readonly RefusalView[] = [],
  ) {
    super(`${status} ${code}`);
  }

  /** What came back may be a proxy's page and no problem of ours. */
  static of(status: number, body: unknown): ApiProblem {
    if (!isProblem(body)) return new ApiProblem(status, 'unreadable', '', '');
    return new ApiProblem(status, body.code, body.title, body.detail, body.errors, body.refusals);
  }

  static unreachable(): ApiProblem {
    return new ApiProblem(0, 'unreachable', '', '');
  }
}

const isProblem = (body: unknown): body is ProblemView =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'detail' in body;

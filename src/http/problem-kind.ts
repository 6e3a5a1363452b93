import type { Text } from '../law/legal-bases.js';

export interface ProblemKind {
  readonly status: number;
  /** Seconds before it makes sense to try again. */
  readonly retryAfter?: number;
  readonly title: Text;
  readonly detail: Text;
}

import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

const mostAttempts = 2;

/** What the API has refused is not asked again; what did not get through is, twice. */
const isWorthRepeating = (count: number, error: Error): boolean =>
  count < mostAttempts && error instanceof ApiProblem && (error.status === 0 || error.status >= 502);

/** One act may change much else (what lapses with it), so after each act everything shown is asked for anew. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthRepeating, staleTime: 30_000, throwOnError: false },
    mutations: { retry: false },
  },
});

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import { answerOf, api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { queries } from '../api/queries.ts';
import type { SessionView } from '../api/schema.ts';
import { discardDrafts } from './draft.ts';
import { inBrowser } from './where.ts';

export type Role = SessionView['roles'][number];

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<SessionView | null> => {
    try {
      return await answerOf(api.GET('/api/v1/session'));
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) return null;
      throw problem;
    }
  },
});

/** What a screen will ask for, before its script is there; asked for nobody, it would open a sign-in over the sign-in. */
export async function askEarly(ask: () => Promise<unknown>): Promise<void> {
  if (!inBrowser) return;
  if (await queries.fetchQuery(sessionQuery).catch(() => null)) await ask();
}

export const useWhoAmI = () => useQuery(sessionQuery);

export const Session = createContext<SessionView | null>(null);

/** Behind the sign-in there is always somebody. */
export function useSession(): SessionView {
  const session = useContext(Session);
  if (!session) throw new Error('asked for who is signed in, outside of what needs a sign-in');
  return session;
}

/** Another user or another clinic: nothing of the one before may be seen. */
export function useBecome(): (next: SessionView | null) => void {
  const queries = useQueryClient();
  const router = useRouter();
  return (next) => {
    if (next === null) discardDrafts();
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    queries.getMutationCache().clear();
    queries.setQueryData(sessionQuery.queryKey, next);
    router.invalidate();
  };
}

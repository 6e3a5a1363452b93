import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, ifMatch } from '../../api/client.ts';
import type { Require, RequirementsView } from '../../api/schema.ts';

/** What carries requirements: a task, or a role description as a whole. */
export type Carrier = 'tasks' | 'role-descriptions';

export const requirements = (of: Carrier, id: string) =>
  queryOptions({
    queryKey: ['requirements', of, id],
    queryFn: ({ signal }): Promise<RequirementsView> => {
      const asked = { params: { path: { id } }, signal };
      return of === 'tasks'
        ? answerOf(api.GET('/api/v1/tasks/{id}/requirements', asked))
        : answerOf(api.GET('/api/v1/role-descriptions/{id}/requirements', asked));
    },
  });

export function require(of: Carrier, id: string, seen: RequirementsView, body: Require) {
  const asked = { params: { path: { id }, header: ifMatch(seen) }, body };
  return of === 'tasks'
    ? answerOf(api.PUT('/api/v1/tasks/{id}/requirements', asked))
    : answerOf(api.PUT('/api/v1/role-descriptions/{id}/requirements', asked));
}

import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { DelegationPage, PersonPage, TaskPage } from '../../api/schema.ts';

/** As many of each kind as one reads; who wants more types more of the name. */
const shownOfEach = 10;

export interface FoundByName {
  readonly people: PersonPage;
  readonly tasks: TaskPage;
  readonly delegations: DelegationPage;
}

/** People, tasks and delegations by a part of a name, asked for at once. */
export const found = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    enabled: q !== '',
    queryFn: async ({ signal }): Promise<FoundByName> => {
      const params = { query: { q, limit: shownOfEach } };
      const [people, tasks, delegations] = await Promise.all([
        answerOf(api.GET('/api/v1/people', { params, signal })),
        answerOf(api.GET('/api/v1/tasks', { params, signal })),
        answerOf(api.GET('/api/v1/delegations', { params, signal })),
      ]);
      return { people, tasks, delegations };
    },
  });

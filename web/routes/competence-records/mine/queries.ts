import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

/** All that one person has; more than two hundred of one's own nobody has. */
export const recordsOf = (id: string) =>
  queryOptions({
    queryKey: ['competence-records', 'of', id],
    queryFn: async ({ signal }) => {
      const params = { path: { id }, query: { limit: 200 } };
      return (await answerOf(api.GET('/api/v1/people/{id}/competence-records', { params, signal }))).items;
    },
  });

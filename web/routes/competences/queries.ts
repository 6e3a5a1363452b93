import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

export const competence = (id: string) =>
  queryOptions({
    queryKey: ['competences', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/competences/{id}', { params: { path: { id } }, signal })),
  });

/** The national list is the same for all, and changes with the product only. */
export const nationalCompetences = () =>
  queryOptions({
    queryKey: ['catalogue', 'competences'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const params = { query: { limit: 200 } };
      return (await answerOf(api.GET('/api/v1/catalogue/competences', { params, signal }))).items;
    },
  });

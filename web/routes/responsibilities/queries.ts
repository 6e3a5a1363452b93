import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

export const myResponsibilities = () =>
  queryOptions({
    queryKey: ['responsibilities', 'me'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/me/responsibilities', { signal })),
  });

/** What the reader has said not to master, and still stands by. */
export const openAbstentions = (personId: string) =>
  queryOptions({
    queryKey: ['abstentions', { personId, open: true }],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/abstentions', { params: { query: { personId, open: 'true', limit: 200 } }, signal }),
      ),
  });

import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

export const delegation = (id: string) =>
  queryOptions({
    queryKey: ['delegations', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/delegations/{id}', { params: { path: { id } }, signal })),
  });

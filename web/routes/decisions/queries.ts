import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

export const decision = (personId: string, taskId: string) =>
  queryOptions({
    queryKey: ['decisions', { personId, taskId }],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/decisions', { params: { query: { personId, taskId } }, signal })),
  });

export const task = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/tasks/{id}', { params: { path: { id } }, signal })),
  });

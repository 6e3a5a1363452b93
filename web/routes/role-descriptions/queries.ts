import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { everyPage } from '../../ui/choices.ts';

export const roleDescriptions = () =>
  queryOptions({
    queryKey: ['role-descriptions', 'all'],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        answerOf(api.GET('/api/v1/role-descriptions', { params: { query: { cursor, limit: 200 } }, signal })),
      ),
  });

/** The version asked for, or the one in force. */
export const roleDescription = (id: string, version?: number) =>
  queryOptions({
    queryKey: ['role-descriptions', id, { version }],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/role-descriptions/{id}', { params: { path: { id }, query: { version } }, signal }),
      ),
  });

export const versions = (id: string) =>
  queryOptions({
    queryKey: ['role-descriptions', id, 'versions'],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        answerOf(
          api.GET('/api/v1/role-descriptions/{id}/versions', {
            params: { path: { id }, query: { cursor, limit: 200 } },
            signal,
          }),
        ),
      ),
  });

/** A version's number, or the newest national template. */
export type End = number | 'template';

export const diff = (id: string, from: End, to: End) =>
  queryOptions({
    queryKey: ['role-descriptions', id, 'diff', { from, to }],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/role-descriptions/{id}/diff', {
          params: { path: { id }, query: { from, to } },
          signal,
        }),
      ),
  });

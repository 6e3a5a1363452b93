import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { everyPage } from '../../ui/choices.ts';

/** The national catalogue is the same for all, and changes with the product only. */
const staleTime = Number.POSITIVE_INFINITY;

export const nationalTasks = () =>
  queryOptions({
    queryKey: ['catalogue', 'tasks'],
    staleTime,
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        answerOf(api.GET('/api/v1/catalogue/tasks', { params: { query: { cursor, limit: 200 } }, signal })),
      ),
  });

export const templates = () =>
  queryOptions({
    queryKey: ['catalogue', 'role-descriptions'],
    staleTime,
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        answerOf(
          api.GET('/api/v1/catalogue/role-descriptions', {
            params: { query: { cursor, limit: 200 } },
            signal,
          }),
        ),
      ),
  });

export const legalBases = () =>
  queryOptions({
    queryKey: ['catalogue', 'legal-bases'],
    staleTime,
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        answerOf(
          api.GET('/api/v1/catalogue/legal-bases', { params: { query: { cursor, limit: 200 } }, signal }),
        ),
      ),
  });

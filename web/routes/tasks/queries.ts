import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { operations } from '../../api/schema.ts';
import { everyPage } from '../../ui/choices.ts';
import type { Wanted } from './words.ts';

type Query = NonNullable<operations['listTasks']['parameters']['query']>;

/** All that match, so that they can be shown area by area. */
export const tasksWanted = ({ occupation, ...wanted }: Wanted) =>
  queryOptions({
    queryKey: ['tasks', 'wanted', { occupation, ...wanted }],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      everyPage((cursor) => {
        const query = { ...wanted, occupation: occupation as Query['occupation'], cursor, limit: 200 };
        return answerOf(api.GET('/api/v1/tasks', { params: { query }, signal }));
      }),
  });

/** Who has it as a duty now; the moment is that of the asking. */
export const dutiesIn = (taskId: string) =>
  queryOptions({
    queryKey: ['duties', 'in', taskId],
    queryFn: ({ signal }) => {
      const query = { taskId, at: new Date().toISOString(), limit: 200 };
      return answerOf(api.GET('/api/v1/duties', { params: { query }, signal }));
    },
  });

export const delegationsOf = (taskId: string) =>
  queryOptions({
    queryKey: ['delegations', 'of', taskId],
    queryFn: ({ signal }) => {
      const query = { taskId, status: 'accepted', limit: 200 } as const;
      return answerOf(api.GET('/api/v1/delegations', { params: { query }, signal }));
    },
  });

import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { operations } from '../../api/schema.ts';
import type { MatrixSearch } from './routes.ts';

type Wanted = NonNullable<operations['getMatrix']['parameters']['query']>;

export const wantedIn = ({ at, area, occupation, competenceId, tasks }: MatrixSearch): Wanted => ({
  ...(at && { at }),
  ...(area && { area }),
  ...(occupation && { occupation }),
  ...(competenceId && { competenceId }),
  ...(tasks && { tasks }),
});

export const taskMatrix = (query: Wanted) =>
  queryOptions({
    queryKey: ['matrix', 'tasks', query],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/matrix', { params: { query }, signal })),
  });

export const competenceMatrix = (query: Wanted) =>
  queryOptions({
    queryKey: ['matrix', 'competences', query],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/matrix/competences', { params: { query }, signal })),
  });

export const decisionAt = (query: { personId: string; taskId: string; at?: string }) =>
  queryOptions({
    queryKey: ['decisions', query],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/decisions', { params: { query }, signal })),
  });

export const suggestions = (query: { taskId: string; personId?: string }) =>
  queryOptions({
    queryKey: ['suggestions', query],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/suggestions', { params: { query }, signal })),
  });

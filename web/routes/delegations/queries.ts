import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { DelegationView, operations, TaskView } from '../../api/schema.ts';
import { pagesOf } from '../../ui/pages.ts';

export const delegation = (id: string) =>
  queryOptions({
    queryKey: ['delegations', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/delegations/{id}', { params: { path: { id } }, signal })),
  });

export const person = (id: string) =>
  queryOptions({
    queryKey: ['people', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/people/{id}', { params: { path: { id } }, signal })),
  });

export const task = (id: string) =>
  queryOptions({
    queryKey: ['tasks', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/tasks/{id}', { params: { path: { id } }, signal })),
  });

/** By name; with an occupation only what it holds in its own right. */
export const tasks = (q: string, occupation: DelegationView['profession'] | undefined) =>
  pagesOf<TaskView>(['tasks', { q, occupation }], (cursor, signal) =>
    answerOf(api.GET('/api/v1/tasks', { params: { query: { q, occupation, cursor, limit: 100 } }, signal })),
  );

/** The national list is the same for all, and changes with the product only. */
export const occupations = () =>
  queryOptions({
    queryKey: ['catalogue', 'occupations'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/catalogue/occupations', { params: { query: { limit: 200 } }, signal })),
  });

type Wanted = NonNullable<operations['listDelegations']['parameters']['query']>;

export const delegations = (wanted: Wanted) =>
  pagesOf<DelegationView>(['delegations', wanted], (cursor, signal) =>
    answerOf(api.GET('/api/v1/delegations', { params: { query: { ...wanted, cursor } }, signal })),
  );

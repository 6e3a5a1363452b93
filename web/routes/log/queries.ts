import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { nextDay } from '../../ui/day.ts';
import type { LogSearch } from './routes.ts';

/** Page by page; the first page tells what was signed when it was read. */
export const logPages = ({ type, personId, taskId, from, to, order }: LogSearch) => {
  const filter = {
    type,
    personId,
    taskId,
    from,
    to: to && nextDay(to),
    order: order ?? ('desc' as const),
    limit: 50,
  };
  return infiniteQueryOptions({
    queryKey: ['log', filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      answerOf(api.GET('/api/v1/log', { params: { query: { ...filter, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
};

export const logEntry = (seq: number) =>
  queryOptions({
    queryKey: ['log', seq],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/log/{seq}', { params: { path: { seq } }, signal })),
  });

export const checkpoint = queryOptions({
  queryKey: ['log', 'checkpoint'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/log/checkpoint', { signal })),
});

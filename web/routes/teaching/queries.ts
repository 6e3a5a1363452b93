import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { operations, TeachingView } from '../../api/schema.ts';
import { pagesOf } from '../../ui/pages.ts';

type Wanted = NonNullable<operations['listTeaching']['parameters']['query']>;

export const teachings = (wanted: Wanted) =>
  pagesOf<TeachingView>(['teaching', wanted], (cursor, signal) =>
    answerOf(api.GET('/api/v1/teaching', { params: { query: { ...wanted, cursor } }, signal })),
  );

export const teaching = (id: string) =>
  queryOptions({
    queryKey: ['teaching', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/teaching/{id}', { params: { path: { id } }, signal })),
  });

import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { ApprovalView, operations } from '../../api/schema.ts';
import { pagesOf } from '../../ui/pages.ts';

type Wanted = NonNullable<operations['listApprovals']['parameters']['query']>;

export const approvals = (wanted: Wanted) =>
  pagesOf<ApprovalView>(['approvals', wanted], (cursor, signal) =>
    answerOf(api.GET('/api/v1/approvals', { params: { query: { ...wanted, cursor } }, signal })),
  );

export const approval = (id: string) =>
  queryOptions({
    queryKey: ['approvals', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/approvals/{id}', { params: { path: { id } }, signal })),
  });

import { answerOf, api } from '../../api/client.ts';
import type { NeedView, operations } from '../../api/schema.ts';
import { pagesOf } from '../../ui/pages.ts';

type Wanted = NonNullable<operations['listNeeds']['parameters']['query']>;

export const needs = (wanted: Wanted) =>
  pagesOf<NeedView>(['needs', wanted], (cursor, signal) =>
    answerOf(api.GET('/api/v1/needs', { params: { query: { ...wanted, cursor, limit: 200 } }, signal })),
  );

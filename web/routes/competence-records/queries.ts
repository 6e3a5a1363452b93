import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { CompetenceRecordView, EvidenceView, operations } from '../../api/schema.ts';
import { pagesOf } from '../../ui/pages.ts';

type Wanted = NonNullable<operations['listRecords']['parameters']['query']>;

export const records = (wanted: Wanted) =>
  pagesOf<CompetenceRecordView>(['competence-records', wanted], (cursor, signal) =>
    answerOf(api.GET('/api/v1/competence-records', { params: { query: { ...wanted, cursor } }, signal })),
  );

export const record = (id: string) =>
  queryOptions({
    queryKey: ['competence-records', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/competence-records/{id}', { params: { path: { id } }, signal })),
  });

export const evidenceOf = (id: string) =>
  pagesOf<EvidenceView>(['competence-records', id, 'evidence'], (cursor, signal) =>
    answerOf(
      api.GET('/api/v1/competence-records/{id}/evidence', {
        params: { path: { id }, query: { cursor } },
        signal,
      }),
    ),
  );

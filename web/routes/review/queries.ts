import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

export interface Moment {
  readonly at: string;
  /** Left out: as it is known today. */
  readonly knownAt?: string;
}

export const decisionThen = (personId: string, taskId: string, moment: Moment) =>
  queryOptions({
    queryKey: ['decisions', { personId, taskId, ...moment }],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/decisions', { params: { query: { personId, taskId, ...moment } }, signal })),
  });

export const responsibilitiesThen = (id: string, moment: Moment) =>
  queryOptions({
    queryKey: ['people', id, 'responsibilities', moment],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/people/{id}/responsibilities', { params: { path: { id }, query: moment }, signal }),
      ),
  });

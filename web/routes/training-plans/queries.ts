import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { operations, TrainingPlanLineView } from '../../api/schema.ts';
import { pagesOf } from '../../ui/pages.ts';

type Wanted = NonNullable<operations['listTrainingPlans']['parameters']['query']>;

export const trainingPlans = (wanted: Wanted) =>
  pagesOf<TrainingPlanLineView>(['training-plans', wanted], (cursor, signal) =>
    answerOf(api.GET('/api/v1/training-plans', { params: { query: { ...wanted, cursor } }, signal })),
  );

export const trainingPlan = (id: string) =>
  queryOptions({
    queryKey: ['training-plans', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/training-plans/{id}', { params: { path: { id } }, signal })),
  });

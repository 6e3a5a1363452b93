import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { operations, WhatLapsedView } from '../../api/schema.ts';
import { pagesOf } from '../../ui/pages.ts';

type Wanted = NonNullable<operations['listPeople']['parameters']['query']>;

export const people = (wanted: Wanted) => ({
  ...pagesOf(['people', wanted], (cursor, signal) =>
    answerOf(api.GET('/api/v1/people', { params: { query: { ...wanted, cursor } }, signal })),
  ),
  placeholderData: keepPreviousData,
});

export const person = (id: string) =>
  queryOptions({
    queryKey: ['people', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/people/{id}', { params: { path: { id } }, signal })),
  });

export const responsibilitiesOf = (id: string) =>
  queryOptions({
    queryKey: ['responsibilities', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/people/{id}/responsibilities', { params: { path: { id } }, signal })),
  });

export const workingDaysOf = (id: string) =>
  queryOptions({
    queryKey: ['people', id, 'working-days'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/people/{id}/working-days', { params: { path: { id } }, signal })),
  });

/** What the clinic has, to choose from; it has a handful. */
export const roleDescriptions = () =>
  queryOptions({
    queryKey: ['role-descriptions', 'to-choose-from'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/role-descriptions', { params: { query: { limit: 200 } }, signal })),
  });

/** Always asked anew: a consequence is foreseen for the moment it is shown. */
const anew = { staleTime: 0, gcTime: 0 };

export const impactOfEnd = (id: string, at: string) =>
  queryOptions<WhatLapsedView, Error, WhatLapsedView, readonly unknown[]>({
    queryKey: ['engagements', id, 'impact', at],
    ...anew,
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/engagements/{id}/impact', { params: { path: { id }, query: { at } }, signal }),
      ),
  });

export const impactOfBan = (id: string, query: operations['impactOfBan']['parameters']['query']) =>
  queryOptions<WhatLapsedView, Error, WhatLapsedView, readonly unknown[]>({
    queryKey: ['people', id, 'ban-impact', query],
    ...anew,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/people/{id}/bans/impact', { params: { path: { id }, query }, signal })),
  });

export const impactOfReaction = (id: string, query: operations['impactOfReaction']['parameters']['query']) =>
  queryOptions<WhatLapsedView, Error, WhatLapsedView, readonly unknown[]>({
    queryKey: ['authorisations', id, 'impact', query],
    ...anew,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/authorisations/{id}/impact', { params: { path: { id }, query }, signal })),
  });

/** Who could take a task over. */
export const suggestionsFor = (taskId: string) =>
  queryOptions({
    queryKey: ['suggestions', taskId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/suggestions', { params: { query: { taskId } }, signal })),
  });

export const coverage = () =>
  queryOptions({
    queryKey: ['coverage'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/coverage', { signal })),
  });

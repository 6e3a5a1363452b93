import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { operations } from '../../api/schema.ts';
import { dayOver, isoDay, today } from '../../ui/day.ts';
import type { MatrixSearch } from './routes.ts';

type Wanted = NonNullable<operations['getMatrix']['parameters']['query']>;

interface Moment {
  readonly at?: string;
  readonly knownAt?: string;
}

/** When, and by what was known when. */
export function momentIn({ at, knownDay }: MatrixSearch): Moment {
  const knownAt = knownDay && dayOver(knownDay);
  if (knownAt) return { ...(at && { at }), knownAt };
  // A day is seen as it begins; today as it is.
  return at && at !== isoDay(today()) ? { at } : {};
}

export const wantedIn = ({ area, occupation, competenceId, tasks, ...asked }: MatrixSearch): Wanted => ({
  ...momentIn(asked),
  ...(area && { area }),
  ...(occupation && { occupation }),
  ...(competenceId && { competenceId }),
  ...(tasks && { tasks }),
});

/** No page brings it along: of a large clinic it is megabytes. */
const tooLarge = { askedInBrowser: true };

export const taskMatrix = (query: Wanted) =>
  queryOptions({
    queryKey: ['matrix', 'tasks', query],
    meta: tooLarge,
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/matrix', { params: { query }, signal })),
  });

export const competenceMatrix = (query: Wanted) =>
  queryOptions({
    queryKey: ['matrix', 'competences', query],
    meta: tooLarge,
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/matrix/competences', { params: { query }, signal })),
  });

export const decisionAt = (query: { personId: string; taskId: string } & Moment) =>
  queryOptions({
    queryKey: ['decisions', query],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/decisions', { params: { query }, signal })),
  });

export const suggestions = (query: { taskId: string; personId?: string }) =>
  queryOptions({
    queryKey: ['suggestions', query],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/suggestions', { params: { query }, signal })),
  });

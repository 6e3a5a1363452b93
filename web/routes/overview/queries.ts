import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { NeedView } from '../../api/schema.ts';

const one = { params: { query: { limit: 1 } } };

export interface FirstRun {
  readonly people: boolean;
  readonly roleDescription: boolean;
  readonly duties: boolean;
  readonly competence: boolean;
  readonly delegation: boolean;
}

/** Whether the clinic has any of each: what it needs before the product can answer for it. */
export const firstRun = () =>
  queryOptions({
    queryKey: ['overview', 'first-run'],
    queryFn: async ({ signal }): Promise<FirstRun> => {
      const [people, descriptions, duties, records, delegations] = await Promise.all([
        // The manager is somebody, too: people are there when there is one more.
        answerOf(api.GET('/api/v1/people', { params: { query: { limit: 2 } }, signal })),
        answerOf(api.GET('/api/v1/role-descriptions', { ...one, signal })),
        answerOf(api.GET('/api/v1/duties', { ...one, signal })),
        answerOf(api.GET('/api/v1/competence-records', { ...one, signal })),
        answerOf(api.GET('/api/v1/delegations', { ...one, signal })),
      ]);
      return {
        people: people.items.length > 1,
        roleDescription: descriptions.items.length > 0,
        duties: duties.items.length > 0,
        competence: records.items.length > 0,
        delegation: delegations.items.length > 0,
      };
    },
  });

/** The most urgent first, as many as one page holds. */
export const needs = () =>
  queryOptions({
    queryKey: ['needs', 'today'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/needs', { params: { query: { limit: 200 } }, signal })),
  });

export const proposedDelegations = () =>
  queryOptions({
    queryKey: ['delegations', 'proposed'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/delegations', { params: { query: { status: 'proposed', limit: 200 } }, signal }),
      ),
  });

/** What is so already waits for somebody; the rest is to come. */
export const isComing = ({ within }: NeedView): boolean => within !== null;

import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';

interface OnePage<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** Every page of a list, for a choice among all of it. */
export async function everyPage<Item>(
  ask: (cursor: string | undefined) => Promise<OnePage<Item>>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await ask(cursor);
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  }
  return all;
}

const limit = 200;

export const allPeople = () =>
  queryOptions({
    queryKey: ['people', 'all'],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        answerOf(api.GET('/api/v1/people', { params: { query: { cursor, limit } }, signal })),
      ),
  });

export const allTasks = () =>
  queryOptions({
    queryKey: ['tasks', 'all'],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        answerOf(api.GET('/api/v1/tasks', { params: { query: { cursor, limit } }, signal })),
      ),
  });

export const allCompetences = () =>
  queryOptions({
    queryKey: ['competences', 'all'],
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        answerOf(api.GET('/api/v1/competences', { params: { query: { cursor, limit } }, signal })),
      ),
  });

import { infiniteQueryOptions } from '@tanstack/react-query';

interface OnePage<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** A list that comes page by page: `ask` gets the cursor of the page before. */
export const pagesOf = <Item>(
  queryKey: readonly unknown[],
  ask: (cursor: string | undefined, signal: AbortSignal) => Promise<OnePage<Item>>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => ask(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

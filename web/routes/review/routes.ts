import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { textIn } from '../../app/search.ts';

export interface ReviewSearch {
  readonly personId?: string;
  readonly taskId?: string;
  /** YYYY-MM-DD and HH:MM by the clinic's clock. */
  readonly day?: string;
  readonly time?: string;
  /** YYYY-MM-DD: as known when that day ended. */
  readonly knownDay?: string;
}

const matching = (value: unknown, pattern: RegExp): string | undefined => {
  const text = textIn(value);
  return text && pattern.test(text) ? text : undefined;
};

const day = /^\d{4}-\d\d-\d\d$/;

/** Who might do what at a moment, and what was known then: the question stands in the address. */
export const reviewRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/review',
  validateSearch: (search: Record<string, unknown>): ReviewSearch => ({
    personId: textIn(search.personId),
    taskId: textIn(search.taskId),
    day: matching(search.day, day),
    time: matching(search.time, /^([01]\d|2[0-3]):[0-5]\d$/),
    knownDay: matching(search.knownDay, day),
  }),
  component: lazyRouteComponent(() => import('./ReviewPage.tsx'), 'ReviewPage'),
});

export const reviewRoutes = [reviewRoute] as const;

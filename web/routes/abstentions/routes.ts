import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';

interface Wanted {
  /** Those that have ended; those that stand if left out. */
  readonly open?: 'false';
  readonly personId?: string;
  readonly taskId?: string;
}

/** Mirrors GET /abstentions. */
export const abstentionsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/abstentions',
  validateSearch: (search: Record<string, unknown>): Wanted => ({
    open: oneOf(search.open, ['false']),
    personId: textIn(search.personId),
    taskId: textIn(search.taskId),
  }),
  component: lazyRouteComponent(() => import('./AbstentionsPage.tsx'), 'AbstentionsPage'),
});

export const abstentionRoutes = [abstentionsRoute] as const;

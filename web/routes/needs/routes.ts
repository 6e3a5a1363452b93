import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { MatrixTaskView } from '../../api/schema.ts';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';
import { areas } from '../matrix/routes.ts';

export const horizons = ['now', '30', '60', '90'] as const;
type Horizon = (typeof horizons)[number];

interface Wanted {
  /** What is so now, or will be within so many days; 90 if left out. */
  readonly within?: Horizon;
  readonly area?: MatrixTaskView['area'];
  readonly personId?: string;
}

/** Mirrors GET /needs. */
export const needsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/needs',
  validateSearch: (search: Record<string, unknown>): Wanted => ({
    within: oneOf(search.within, horizons),
    area: oneOf(search.area, areas),
    personId: textIn(search.personId),
  }),
  component: lazyRouteComponent(() => import('./NeedsPage.tsx'), 'NeedsPage'),
});

export const needRoutes = [needsRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';

const overviewRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/overview',
  component: lazyRouteComponent(() => import('./OverviewPage.tsx'), 'OverviewPage'),
});

/** The manager's home: no noun of the API, but what several of them say of today. */
export const overviewRoutes = [overviewRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';

/** Mirrors /delegations/{id}. */
export const delegationRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/delegations/$id',
  component: lazyRouteComponent(() => import('./DelegationPage.tsx'), 'DelegationPage'),
});

export const delegationRoutes = [delegationRoute] as const;

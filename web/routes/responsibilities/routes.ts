import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf } from '../../app/search.ts';

export const bases = ['own', 'delegated', 'approved'] as const;
export type Basis = (typeof bases)[number];

/** Mirrors GET /me/responsibilities. */
export const myResponsibilitiesRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/me/responsibilities',
  validateSearch: (search: Record<string, unknown>): { basis?: Basis } => ({
    basis: oneOf(search.basis, bases),
  }),
  component: lazyRouteComponent(() => import('./MyResponsibilities.tsx'), 'MyResponsibilities'),
});

export const responsibilityRoutes = [myResponsibilitiesRoute] as const;

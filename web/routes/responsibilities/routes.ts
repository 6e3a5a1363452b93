import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { queries } from '../../api/queries.ts';
import { signedIn } from '../../app/layout.ts';
import { oneOf } from '../../app/search.ts';
import { askEarly } from '../../app/session.ts';
import { myResponsibilities } from './queries.ts';

export const bases = ['own', 'delegated', 'approved'] as const;
export type Basis = (typeof bases)[number];

/** Mirrors GET /me/responsibilities. */
export const myResponsibilitiesRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/me/responsibilities',
  validateSearch: (search: Record<string, unknown>): { basis?: Basis } => ({
    basis: oneOf(search.basis, bases),
  }),
  // Asked for beside the screen's own script: on a slow line one after the other costs a phone a third of a second.
  loader: () => void askEarly(() => queries.prefetchQuery(myResponsibilities())),
  component: lazyRouteComponent(() => import('./MyResponsibilities.tsx'), 'MyResponsibilities'),
});

export const responsibilityRoutes = [myResponsibilitiesRoute] as const;

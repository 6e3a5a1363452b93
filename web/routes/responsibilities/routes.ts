import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';

/** Mirrors GET /me/responsibilities. */
export const responsibilityRoutes = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/me/responsibilities',
    component: lazyRouteComponent(() => import('./MyResponsibilities.tsx'), 'MyResponsibilities'),
  }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';

export const profileRoutes = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/me',
    component: lazyRouteComponent(() => import('./Profile.tsx'), 'Profile'),
  }),
] as const;

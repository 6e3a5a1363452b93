import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';

/** Mirrors GET /api-tokens. */
const list = createRoute({
  getParentRoute: () => signedIn,
  path: '/api-tokens',
  component: lazyRouteComponent(() => import('./ApiTokensPage.tsx'), 'ApiTokensPage'),
});

/** Mirrors POST /api-tokens. */
const create = createRoute({
  getParentRoute: () => signedIn,
  path: '/api-tokens/new',
  component: lazyRouteComponent(() => import('./NewApiTokenPage.tsx'), 'NewApiTokenPage'),
});

export const apiTokenRoutes = [list, create] as const;

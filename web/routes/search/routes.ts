import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { textIn } from '../../app/search.ts';

/** What is looked for stands in the address. */
export const searchRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/search',
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: textIn(search.q) }),
  component: lazyRouteComponent(() => import('./SearchPage.tsx'), 'SearchPage'),
});

export const searchRoutes = [searchRoute] as const;

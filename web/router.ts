import { createRouter } from '@tanstack/react-router';
import { homeRoute, root, signedIn } from './app/layout.ts';
import { parseSearch, stringifySearch } from './app/search.ts';
import { decisionRoutes } from './routes/decisions/routes.ts';
import { delegationRoutes } from './routes/delegations/routes.ts';
import { responsibilityRoutes } from './routes/responsibilities/routes.ts';

/** Every screen there is; each feature says its own in `routes/<feature>/routes.ts`. */
const tree = root.addChildren([
  signedIn.addChildren([homeRoute, ...responsibilityRoutes, ...decisionRoutes, ...delegationRoutes]),
]);

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

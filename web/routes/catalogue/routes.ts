import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';
import { type Area, areas } from '../tasks/words.ts';

/** Mirrors GET /catalogue/tasks. */
export const catalogueTasksRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/catalogue/tasks',
  validateSearch: (search: Record<string, unknown>): { area?: Area; occupation?: string; q?: string } => ({
    area: oneOf(search.area, areas),
    occupation: textIn(search.occupation),
    q: textIn(search.q),
  }),
  component: lazyRouteComponent(() => import('./CatalogueTasks.tsx'), 'CatalogueTasks'),
});

/** Mirrors GET /catalogue/role-descriptions. */
const list = createRoute({
  getParentRoute: () => signedIn,
  path: '/catalogue/role-descriptions',
  component: lazyRouteComponent(() => import('./Templates.tsx'), 'Templates'),
});

export const templateRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/catalogue/role-descriptions/$code',
  component: lazyRouteComponent(() => import('./TemplatePage.tsx'), 'TemplatePage'),
});

export const catalogueRoutes = [catalogueTasksRoute, list, templateRoute] as const;

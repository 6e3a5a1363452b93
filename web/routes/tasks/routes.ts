import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';
import { areas, type Wanted, words } from './words.ts';

/** Mirrors GET /tasks. */
export const tasksRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/tasks',
  validateSearch: (search: Record<string, unknown>): Wanted => ({
    q: textIn(search.q),
    area: oneOf(search.area, areas),
    kind: oneOf(search.kind, words),
    occupation: textIn(search.occupation),
  }),
  component: lazyRouteComponent(() => import('./TasksPage.tsx'), 'TasksPage'),
});

/** Mirrors POST /tasks with a task of the clinic’s own. */
const newTaskRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/tasks/new',
  component: lazyRouteComponent(() => import('./NewTaskPage.tsx'), 'NewTaskPage'),
});

/** Mirrors /tasks/{id}. */
export const taskRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('./TaskPage.tsx'), 'TaskPage'),
});

/** Mirrors PATCH /tasks/{id}. */
export const changeTaskRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/tasks/$id/change',
  component: lazyRouteComponent(() => import('./ChangeTaskPage.tsx'), 'ChangeTaskPage'),
});

/** Mirrors PUT /tasks/{id}/requirements. */
export const taskRequirementsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/tasks/$id/requirements',
  component: lazyRouteComponent(() => import('./TaskRequirementsPage.tsx'), 'TaskRequirementsPage'),
});

export const taskRoutes = [
  tasksRoute,
  newTaskRoute,
  taskRoute,
  changeTaskRoute,
  taskRequirementsRoute,
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';

interface Wanted {
  readonly personId?: string;
  readonly taskId?: string;
  /** YYYY-MM-DD; now if left out. */
  readonly on?: string;
  readonly all?: 'yes';
}

/** Mirrors GET /duties. */
export const dutiesRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/duties',
  validateSearch: (search: Record<string, unknown>): Wanted => ({
    personId: textIn(search.personId),
    taskId: textIn(search.taskId),
    on: textIn(search.on),
    all: oneOf(search.all, ['yes']),
  }),
  component: lazyRouteComponent(() => import('./DutiesPage.tsx'), 'DutiesPage'),
});

/** Mirrors POST /duties/check and /duties/bulk; somebody, something or a whole role may come with it. */
export const assignRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/duties/new',
  validateSearch: (
    search: Record<string, unknown>,
  ): { personId?: string; taskId?: string; roleDescriptionId?: string; step?: 'check' } => ({
    personId: textIn(search.personId),
    taskId: textIn(search.taskId),
    roleDescriptionId: textIn(search.roleDescriptionId),
    step: oneOf(search.step, ['check']),
  }),
  component: lazyRouteComponent(() => import('./AssignPage.tsx'), 'AssignPage'),
});

export const dutyRoutes = [dutiesRoute, assignRoute] as const;

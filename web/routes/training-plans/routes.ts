import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';

export const statuses = ['in-force', 'coming', 'completed', 'cancelled', 'lapsed', 'expired'] as const;

interface Wanted {
  readonly status?: (typeof statuses)[number];
  readonly personId?: string;
  readonly supervisorId?: string;
}

/** Mirrors GET /training-plans. */
export const trainingPlansRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/training-plans',
  validateSearch: (search: Record<string, unknown>): Wanted => ({
    status: oneOf(search.status, statuses),
    personId: textIn(search.personId),
    supervisorId: textIn(search.supervisorId),
  }),
  component: lazyRouteComponent(() => import('./PlansPage.tsx'), 'PlansPage'),
});

/** Mirrors POST /training-plans; who is to learn what may come with it from where a plan was missing. */
export const makeTrainingPlanRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/training-plans/new',
  validateSearch: (search: Record<string, unknown>): { personId?: string; taskId?: string } => ({
    personId: textIn(search.personId),
    taskId: textIn(search.taskId),
  }),
  component: lazyRouteComponent(() => import('./MakePage.tsx'), 'MakePage'),
});

/** Mirrors /training-plans/{id}. */
export const trainingPlanRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/training-plans/$id',
  component: lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage'),
});

export const trainingPlanRoutes = [trainingPlansRoute, makeTrainingPlanRoute, trainingPlanRoute] as const;

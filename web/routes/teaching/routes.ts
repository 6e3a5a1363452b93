import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';

export const statuses = ['planned', 'ongoing', 'held', 'cancelled'] as const;
const parts = ['coming', 'past'] as const;

interface Wanted {
  /** What is to come if left out. */
  readonly part?: (typeof parts)[number];
  readonly status?: (typeof statuses)[number];
  readonly personId?: string;
  readonly competenceId?: string;
}

/** Mirrors GET /teaching: what is to come, or what has been. */
export const teachingsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/teaching',
  validateSearch: (search: Record<string, unknown>): Wanted => ({
    part: oneOf(search.part, parts),
    status: oneOf(search.status, statuses),
    personId: textIn(search.personId),
    competenceId: textIn(search.competenceId),
  }),
  component: lazyRouteComponent(() => import('./TeachingsPage.tsx'), 'TeachingsPage'),
});

/** Mirrors POST /teaching; what it is to give may come with it from where it was missing. */
export const planTeachingRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/teaching/new',
  validateSearch: (search: Record<string, unknown>): { competenceId?: string } => ({
    competenceId: textIn(search.competenceId),
  }),
  component: lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage'),
});

/** Mirrors /teaching/{id}. */
export const teachingRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/teaching/$id',
  component: lazyRouteComponent(() => import('./TeachingPage.tsx'), 'TeachingPage'),
});

/** Mirrors PATCH /teaching/{id}. */
export const changeTeachingRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/teaching/$id/change',
  component: lazyRouteComponent(() => import('./ChangePage.tsx'), 'ChangePage'),
});

/** Mirrors POST /teaching/{id}/attendance. */
export const attendanceRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/teaching/$id/attendance',
  component: lazyRouteComponent(() => import('./AttendancePage.tsx'), 'AttendancePage'),
});

export const teachingRoutes = [
  teachingsRoute,
  planTeachingRoute,
  teachingRoute,
  changeTeachingRoute,
  attendanceRoute,
] as const;

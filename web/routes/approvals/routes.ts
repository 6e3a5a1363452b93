import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';

export const statuses = ['coming', 'in-force', 'withdrawn', 'relinquished', 'lapsed', 'expired'] as const;

interface Wanted {
  readonly status?: (typeof statuses)[number];
  readonly taskId?: string;
  readonly personId?: string;
}

/** Mirrors GET /approvals. */
export const approvalsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/approvals',
  validateSearch: (search: Record<string, unknown>): Wanted => ({
    status: oneOf(search.status, statuses),
    taskId: textIn(search.taskId),
    personId: textIn(search.personId),
  }),
  component: lazyRouteComponent(() => import('./ApprovalsPage.tsx'), 'ApprovalsPage'),
});

/** Mirrors POST /approvals; a person or a task may come with it from where somebody was missing. */
export const grantRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/approvals/new',
  validateSearch: (search: Record<string, unknown>): { taskId?: string; personId?: string } => ({
    taskId: textIn(search.taskId),
    personId: textIn(search.personId),
  }),
  component: lazyRouteComponent(() => import('./GrantPage.tsx'), 'GrantPage'),
});

/** Mirrors /approvals/{id}. */
export const approvalRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/approvals/$id',
  component: lazyRouteComponent(() => import('./ApprovalPage.tsx'), 'ApprovalPage'),
});

export const approvalRoutes = [approvalsRoute, grantRoute, approvalRoute] as const;

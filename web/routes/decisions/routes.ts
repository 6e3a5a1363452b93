import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { textIn } from '../../app/search.ts';

/** Mirrors GET /decisions: which task is asked about, and the words the tasks are looked up by, stand in the address. */
export const decisionRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/decisions',
  validateSearch: (search: Record<string, unknown>): { taskId?: string; q?: string } => ({
    taskId: textIn(search.taskId),
    q: textIn(search.q),
  }),
  component: lazyRouteComponent(() => import('./MayI.tsx'), 'MayI'),
});

export const decisionRoutes = [decisionRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { textIn } from '../../app/search.ts';

/** Mirrors POST /emergencies; the task may come with it from where somebody was told no. */
export const emergencyRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/emergencies',
  validateSearch: (search: Record<string, unknown>): { taskId?: string } => ({
    taskId: textIn(search.taskId),
  }),
  component: lazyRouteComponent(() => import('./EmergencyPage.tsx'), 'EmergencyPage'),
});

export const emergencyRoutes = [emergencyRoute] as const;

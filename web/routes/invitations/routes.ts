import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../app/layout.ts';

/** Where an invitation leads; its token stands after `#`, which no server and no log ever sees. */
export const invitationRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    component: lazyRouteComponent(() => import('./AcceptInvitation.tsx'), 'AcceptInvitation'),
  }),
] as const;

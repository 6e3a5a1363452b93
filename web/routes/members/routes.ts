import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';

const list = createRoute({
  getParentRoute: () => signedIn,
  path: '/members',
  component: lazyRouteComponent(() => import('./Members.tsx'), 'Members'),
});

export const memberRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/members/$id',
  component: lazyRouteComponent(() => import('./Member.tsx'), 'Member'),
});

const invite = createRoute({
  getParentRoute: () => signedIn,
  path: '/invitations/new',
  component: lazyRouteComponent(() => import('./Invite.tsx'), 'InvitePage'),
});

/** Mirrors /members and /invitations. */
export const memberRoutes = [list, memberRoute, invite] as const;

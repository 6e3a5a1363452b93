import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../app/layout.ts';

/** Mirrors POST /clinics: whoever signs a clinic up is its first manager. */
export const clinicRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/clinics/new',
    component: lazyRouteComponent(() => import('./SignUpClinic.tsx'), 'SignUpClinicPage'),
  }),
] as const;

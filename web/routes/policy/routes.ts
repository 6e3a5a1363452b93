import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';

/** Mirrors /clinic/policy: what the clinic has chosen where the law leaves it the choice. */
const clinic = createRoute({
  getParentRoute: () => signedIn,
  path: '/clinic',
  component: lazyRouteComponent(() => import('./ClinicPage.tsx'), 'ClinicPage'),
});

export const policyRoutes = [clinic] as const;

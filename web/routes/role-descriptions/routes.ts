import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf } from '../../app/search.ts';
import { type Area, areas } from '../tasks/words.ts';
import type { End } from './queries.ts';

const numberIn = (value: unknown): number | undefined =>
  /^[1-9]\d{0,8}$/.test(String(value)) ? Number(value) : undefined;

const endIn = (value: unknown): End | undefined => (value === 'template' ? value : numberIn(value));

/** Mirrors GET /role-descriptions. */
export const roleDescriptionsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/role-descriptions',
  validateSearch: (search: Record<string, unknown>): { area?: Area } => ({ area: oneOf(search.area, areas) }),
  component: lazyRouteComponent(() => import('./RoleDescriptionsPage.tsx'), 'RoleDescriptionsPage'),
});

/** Mirrors POST /role-descriptions with one that is written whole. */
const fresh = createRoute({
  getParentRoute: () => signedIn,
  path: '/role-descriptions/new',
  component: lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
});

/** Mirrors /role-descriptions/{id}. */
export const roleDescriptionRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/role-descriptions/$id',
  validateSearch: (search: Record<string, unknown>): { version?: number } => ({
    version: numberIn(search.version),
  }),
  component: lazyRouteComponent(() => import('./RoleDescriptionPage.tsx'), 'RoleDescriptionPage'),
});

/** Mirrors POST /role-descriptions/{id}/versions. */
export const newVersionRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/role-descriptions/$id/versions/new',
  component: lazyRouteComponent(() => import('./NewVersionPage.tsx'), 'NewVersionPage'),
});

/** Mirrors GET /role-descriptions/{id}/diff. */
export const diffRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/role-descriptions/$id/diff',
  validateSearch: (search: Record<string, unknown>): { from?: End; to?: End } => ({
    from: endIn(search.from),
    to: endIn(search.to),
  }),
  component: lazyRouteComponent(() => import('./DiffPage.tsx'), 'DiffPage'),
});

/** Mirrors PUT /role-descriptions/{id}/requirements. */
export const roleRequirementsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/role-descriptions/$id/requirements',
  component: lazyRouteComponent(() => import('./RoleRequirementsPage.tsx'), 'RoleRequirementsPage'),
});

export const roleDescriptionRoutes = [
  roleDescriptionsRoute,
  fresh,
  roleDescriptionRoute,
  newVersionRoute,
  diffRoute,
  roleRequirementsRoute,
] as const;

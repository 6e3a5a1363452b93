import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { CompetenceRecordView } from '../../api/schema.ts';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';

export const statuses = [
  'claimed',
  'confirmed',
  'expired',
  'rejected',
  'withdrawn',
] as const satisfies readonly CompetenceRecordView['status'][];
export type StatusWanted = (typeof statuses)[number] | 'any';

interface About {
  readonly personId?: string;
  readonly competenceId?: string;
}

const aboutIn = (search: Record<string, unknown>): About => ({
  personId: textIn(search.personId),
  competenceId: textIn(search.competenceId),
});

/** Mirrors GET /competence-records; without a status what waits for somebody, and what stands. */
export const recordsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/competence-records',
  validateSearch: (search: Record<string, unknown>): About & { status?: StatusWanted } => ({
    status: oneOf(search.status, [...statuses, 'any']),
    ...aboutIn(search),
  }),
  component: lazyRouteComponent(() => import('./RecordsPage.tsx'), 'RecordsPage'),
});

/** Mirrors POST /people/{id}/competence-records: a manager's of anybody, others' of themselves. */
export const newRecordRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/competence-records/new',
  validateSearch: aboutIn,
  component: lazyRouteComponent(() => import('./NewRecordPage.tsx'), 'NewRecordPage'),
});

export const outcomes = ['new', 'duplicate', 'refused', 'invalid'] as const;

/** Mirrors POST /competence-records/import. */
export const importRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/competence-records/import',
  validateSearch: (search: Record<string, unknown>): { outcome?: (typeof outcomes)[number] } => ({
    outcome: oneOf(search.outcome, outcomes),
  }),
  component: lazyRouteComponent(() => import('./import/ImportPage.tsx'), 'ImportPage'),
});

/** Mirrors /competence-records/{id}. */
export const recordRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/competence-records/$id',
  component: lazyRouteComponent(() => import('./RecordPage.tsx'), 'RecordPage'),
});

/** What one holds oneself, what runs out and what is missing. */
const myCompetenceRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/me/competence',
  component: lazyRouteComponent(() => import('./mine/MyCompetence.tsx'), 'MyCompetence'),
});

export const competenceRecordRoutes = [
  recordsRoute,
  newRecordRoute,
  importRoute,
  recordRoute,
  myCompetenceRoute,
] as const;

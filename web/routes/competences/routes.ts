import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';

export const origins = ['own', 'national'] as const;
export type Origin = (typeof origins)[number];

/** Mirrors GET /competences, and the national list beside it. */
export const competencesRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/competences',
  validateSearch: (search: Record<string, unknown>): { of?: Origin; q?: string } => ({
    of: oneOf(search.of, origins),
    q: textIn(search.q),
  }),
  component: lazyRouteComponent(() => import('./CompetencesPage.tsx'), 'CompetencesPage'),
});

/** Mirrors POST /competences. */
export const newCompetenceRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/competences/new',
  component: lazyRouteComponent(() => import('./NewCompetencePage.tsx'), 'NewCompetencePage'),
});

/** Mirrors /competences/{id}. */
export const competenceRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/competences/$id',
  component: lazyRouteComponent(() => import('./CompetencePage.tsx'), 'CompetencePage'),
});

export const competenceRoutes = [competencesRoute, newCompetenceRoute, competenceRoute] as const;

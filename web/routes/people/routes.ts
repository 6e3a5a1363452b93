import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';

interface Wanted {
  readonly q?: string;
  readonly occupation?: string;
}

/** Mirrors GET /people. */
export const peopleRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): Wanted => ({
    q: textIn(search.q),
    occupation: textIn(search.occupation),
  }),
  component: lazyRouteComponent(() => import('./PeoplePage.tsx'), 'PeoplePage'),
});

const newPersonRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/new',
  component: lazyRouteComponent(() => import('./NewPersonPage.tsx'), 'NewPersonPage'),
});

export const tabs = ['responsibilities', 'engagements', 'authorisations', 'days'] as const;
export type Tab = (typeof tabs)[number];

/** Mirrors GET /people/{id}; the tab stands in the address. */
export const personRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/$id',
  validateSearch: (search: Record<string, unknown>): { readonly tab?: Tab } => ({
    tab: oneOf(search.tab, tabs),
  }),
  component: lazyRouteComponent(() => import('./PersonPage.tsx'), 'PersonPage'),
});

export const editPersonRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/$id/edit',
  component: lazyRouteComponent(() => import('./EditPersonPage.tsx'), 'EditPersonPage'),
});

export const engageRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/$id/engagements/new',
  component: lazyRouteComponent(() => import('./EngagePage.tsx'), 'EngagePage'),
});

export const authoriseRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/$id/authorisations/new',
  component: lazyRouteComponent(() => import('./AuthorisePage.tsx'), 'AuthorisePage'),
});

/** What cannot be undone is shown with its consequences before it is done: that step has an address, too. */
const validateSearch = (search: Record<string, unknown>): { readonly step?: 'confirm' } => ({
  step: oneOf(search.step, ['confirm']),
});

export const endEngagementRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/$id/engagements/$engagementId/end',
  validateSearch,
  component: lazyRouteComponent(() => import('./EndEngagementPage.tsx'), 'EndEngagementPage'),
});

export const reactionRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/$id/authorisations/$authorisationId/reactions/new',
  validateSearch,
  component: lazyRouteComponent(() => import('./ReactionPage.tsx'), 'ReactionPage'),
});

export const banRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/$id/bans/new',
  validateSearch,
  component: lazyRouteComponent(() => import('./BanPage.tsx'), 'BanPage'),
});

export const peopleRoutes = [
  peopleRoute,
  newPersonRoute,
  personRoute,
  editPersonRoute,
  engageRoute,
  authoriseRoute,
  endEngagementRoute,
  reactionRoute,
  banRoute,
] as const;

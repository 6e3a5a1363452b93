import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';

/** Mirrors /delegations/{id}. */
export const delegationRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/delegations/$id',
  component: lazyRouteComponent(() => import('./DelegationPage.tsx'), 'DelegationPage'),
});

export const receiptRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/delegations/$id/receipt',
  component: lazyRouteComponent(() => import('./new/ReceiptPage.tsx'), 'ReceiptPage'),
});

/** Mirrors POST /delegations/{id}/delegations, which is always refused: the screen says why before anybody tries. */
export const redelegationRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/delegations/$id/redelegation',
  component: lazyRouteComponent(() => import('./redelegation/RedelegationPage.tsx'), 'RedelegationPage'),
});

export const statuses = [
  'proposed',
  'accepted',
  'declined',
  'withdrawn',
  'revoked',
  'relinquished',
  'lapsed',
  'expired',
] as const;
export type StatusWanted = (typeof statuses)[number] | 'any';

export const sides = ['all', 'given', 'received'] as const;
export type Side = (typeof sides)[number];

interface Wanted {
  readonly side?: Side;
  readonly status?: StatusWanted;
  readonly taskId?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Mirrors GET /delegations; without a status those that stand or wait for an answer. */
export const overviewRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/delegations',
  validateSearch: (search: Record<string, unknown>): Wanted => ({
    side: oneOf(search.side, sides),
    status: oneOf(search.status, [...statuses, 'any']),
    taskId: textIn(search.taskId),
    from: textIn(search.from),
    to: textIn(search.to),
  }),
  component: lazyRouteComponent(() => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
});

export const steps = ['who', 'what', 'assessment', 'period', 'check', 'sign'] as const;
export type Step = (typeof steps)[number];

interface Begun {
  readonly step?: Step;
  readonly delegateeId?: string;
  readonly taskId?: string;
}

/** The step stands in the address; a person or a task may come with it from where somebody was missing. */
export const delegateRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/delegations/new',
  validateSearch: (search: Record<string, unknown>): Begun => ({
    step: oneOf(search.step, steps),
    delegateeId: textIn(search.delegateeId),
    taskId: textIn(search.taskId),
  }),
  component: lazyRouteComponent(() => import('./new/DelegatePage.tsx'), 'DelegatePage'),
});

export const delegationRoutes = [
  overviewRoute,
  delegateRoute,
  delegationRoute,
  receiptRoute,
  redelegationRoute,
] as const;

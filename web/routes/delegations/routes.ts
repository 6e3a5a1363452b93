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

export const delegationRoutes = [delegateRoute, delegationRoute, receiptRoute, redelegationRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';

export interface LogSearch {
  readonly type?: string;
  readonly personId?: string;
  readonly taskId?: string;
  /** YYYY-MM-DD, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly order?: 'asc';
}

const dayIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;

/** Mirrors GET /log: every filter stands in the address. The newest first unless said otherwise. */
export const logRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/log',
  validateSearch: (search: Record<string, unknown>): LogSearch => ({
    type: textIn(search.type),
    personId: textIn(search.personId),
    taskId: textIn(search.taskId),
    from: dayIn(search.from),
    to: dayIn(search.to),
    order: oneOf(search.order, ['asc'] as const),
  }),
  component: lazyRouteComponent(() => import('./LogPage.tsx'), 'LogPage'),
});

/** Mirrors GET /log/{seq}. */
export const logEntryRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/log/$seq',
  component: lazyRouteComponent(() => import('./LogEntryPage.tsx'), 'LogEntryPage'),
});

/** The proof: what is signed today, what was seen last, the bundle, and its verifier in this very page. */
const verificationRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/log/verification',
  component: lazyRouteComponent(() => import('./VerificationPage.tsx'), 'VerificationPage'),
});

export const logRoutes = [logRoute, logEntryRoute, verificationRoute] as const;

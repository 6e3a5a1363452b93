import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { MatrixTaskView } from '../../api/schema.ts';
import { signedIn } from '../../app/layout.ts';
import { oneOf } from '../../app/search.ts';
import { areas } from '../matrix/routes.ts';

interface Wanted {
  readonly area?: MatrixTaskView['area'];
  /** Only tasks that hang on one person, or that nobody may do on some day; all if left out. */
  readonly show?: 'thin';
}

/** Mirrors GET /coverage. */
export const coverageRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/coverage',
  validateSearch: (search: Record<string, unknown>): Wanted => ({
    area: oneOf(search.area, areas),
    show: oneOf(search.show, ['thin']),
  }),
  component: lazyRouteComponent(() => import('./CoveragePage.tsx'), 'CoveragePage'),
});

export const coverageRoutes = [coverageRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { CompetenceMatrixView, MatrixTaskView } from '../../api/schema.ts';
import { signedIn } from '../../app/layout.ts';
import { oneOf, textIn } from '../../app/search.ts';

export const subjects = ['tasks', 'competences'] as const;
export type Subject = (typeof subjects)[number];

export const areas = [
  'resepsjon',
  'laboratorium',
  'skiftestue',
  'generelt',
  'tannhelse',
  'lege',
  'teknologi',
] as const satisfies readonly MatrixTaskView['area'][];

type Occupation = CompetenceMatrixView['people'][number]['occupations'][number];

export interface MatrixSearch {
  /** Tasks if left out. */
  readonly of?: Subject;
  /** YYYY-MM-DD; now if left out. */
  readonly at?: string;
  /** YYYY-MM-DD: as known when that day was over; as known now if left out. */
  readonly knownDay?: string;
  readonly area?: MatrixTaskView['area'];
  readonly occupation?: Occupation;
  readonly competenceId?: string;
  /** Also tasks that nobody holds. */
  readonly tasks?: 'all';
  /** Whose cell is open, and of which task or competence. */
  readonly person?: string;
  readonly task?: string;
  readonly competence?: string;
}

const day = (value: unknown): string | undefined => {
  const text = textIn(value);
  return text && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
};

/** Mirrors GET /matrix and GET /matrix/competences: what is looked at, and the open cell, stand in the address. */
export const matrixRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/matrix',
  validateSearch: (search: Record<string, unknown>): MatrixSearch => ({
    of: oneOf(search.of, subjects),
    at: day(search.at),
    knownDay: day(search.knownDay),
    area: oneOf(search.area, areas),
    occupation: textIn(search.occupation) as Occupation | undefined,
    competenceId: textIn(search.competenceId),
    tasks: oneOf(search.tasks, ['all']),
    person: textIn(search.person),
    task: textIn(search.task),
    competence: textIn(search.competence),
  }),
  component: lazyRouteComponent(() => import('./MatrixPage.tsx'), 'MatrixPage'),
});

export const matrixRoutes = [matrixRoute] as const;

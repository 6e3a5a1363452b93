import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { Broken } from './app/Broken.tsx';
import { elsewhereRoute, homeRoute, root, signedIn } from './app/layout.ts';
import { parseSearch, stringifySearch } from './app/search.ts';
import { inBrowser } from './app/where.ts';
import { abstentionRoutes } from './routes/abstentions/routes.ts';
import { apiTokenRoutes } from './routes/api-tokens/routes.ts';
import { approvalRoutes } from './routes/approvals/routes.ts';
import { catalogueRoutes } from './routes/catalogue/routes.ts';
import { clinicRoutes } from './routes/clinics/routes.ts';
import { competenceRecordRoutes } from './routes/competence-records/routes.ts';
import { competenceRoutes } from './routes/competences/routes.ts';
import { coverageRoutes } from './routes/coverage/routes.ts';
import { decisionRoutes } from './routes/decisions/routes.ts';
import { delegationRoutes } from './routes/delegations/routes.ts';
import { dutyRoutes } from './routes/duties/routes.ts';
import { emergencyRoutes } from './routes/emergencies/routes.ts';
import { invitationRoutes } from './routes/invitations/routes.ts';
import { logRoutes } from './routes/log/routes.ts';
import { matrixRoutes } from './routes/matrix/routes.ts';
import { profileRoutes } from './routes/me/routes.ts';
import { memberRoutes } from './routes/members/routes.ts';
import { needRoutes } from './routes/needs/routes.ts';
import { overviewRoutes } from './routes/overview/routes.ts';
import { peopleRoutes } from './routes/people/routes.ts';
import { policyRoutes } from './routes/policy/routes.ts';
import { responsibilityRoutes } from './routes/responsibilities/routes.ts';
import { reviewRoutes } from './routes/review/routes.ts';
import { roleDescriptionRoutes } from './routes/role-descriptions/routes.ts';
import { searchRoutes } from './routes/search/routes.ts';
import { taskRoutes } from './routes/tasks/routes.ts';
import { teachingRoutes } from './routes/teaching/routes.ts';
import { trainingPlanRoutes } from './routes/training-plans/routes.ts';

/** Every screen there is; each feature says its own in `routes/<feature>/routes.ts`. */
const tree = root.addChildren([
  ...clinicRoutes,
  ...invitationRoutes,
  signedIn.addChildren([
    homeRoute,
    ...competenceRecordRoutes,
    ...abstentionRoutes,
    ...competenceRoutes,
    ...coverageRoutes,
    ...needRoutes,
    ...decisionRoutes,
    ...delegationRoutes,
    ...apiTokenRoutes,
    ...approvalRoutes,
    ...catalogueRoutes,
    ...dutyRoutes,
    ...emergencyRoutes,
    ...policyRoutes,
    ...logRoutes,
    ...matrixRoutes,
    ...memberRoutes,
    ...overviewRoutes,
    ...peopleRoutes,
    ...profileRoutes,
    ...responsibilityRoutes,
    ...reviewRoutes,
    ...roleDescriptionRoutes,
    ...searchRoutes,
    ...teachingRoutes,
    ...trainingPlanRoutes,
    ...taskRoutes,
    elsewhereRoute,
  ]),
]);

/** The browser has one; the server makes one for each page, with the history of that page. */
export const routerFor = (history?: RouterHistory) =>
  createRouter({
    routeTree: tree,
    ...(history && { history }),
    isServer: !inBrowser,
    parseSearch,
    stringifySearch,
    scrollRestoration: inBrowser,
    defaultErrorComponent: Broken,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
  });

export type Screens = ReturnType<typeof routerFor>;

declare module '@tanstack/react-router' {
  interface Register {
    router: Screens;
  }
}

import { acceptedWarningRoutes } from './accepted-warning-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { batchRoutes } from './batch-routes.ts';
import { boardRoutes } from './board-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { candidateRoutes } from './candidate-routes.ts';
import { changeRoutes } from './change-routes.ts';
import { checkRoutes } from './check-routes.ts';
import { coverageRoutes } from './coverage-routes.ts';
import { departmentRoutes } from './department-routes.ts';
import { driftRoutes } from './drift-routes.ts';
import { feedRoutes } from './feed-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { hospitalRoutes } from './hospital-routes.ts';
import type { RouteFile } from './http-context.ts';
import { importRoutes } from './import-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { meRoutes } from './me-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { periodRoutes } from './period-routes.ts';
import { rosterRoutes } from './roster-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { sourceViewRoutes } from './source-view-routes.ts';
import { tokenRoutes } from './token-routes.ts';
import { userRoutes } from './user-routes.ts';
import { versionContentRoutes } from './version-content-routes.ts';
import { versionLifeRoutes } from './version-life-routes.ts';
import { versionRoutes } from './version-routes.ts';
import { wallRoutes } from './wall-routes.ts';
import { whoRoutes } from './who-routes.ts';
import { workflowRoutes } from './workflow-routes.ts';

/** Every resource of the API. */
export const ROUTES: readonly RouteFile[] = [
  healthRoutes,
  tokenRoutes,
  userRoutes,
  sessionRoutes,
  auditRoutes,
  versionRoutes,
  versionLifeRoutes,
  versionContentRoutes,
  periodRoutes,
  boardRoutes,
  acceptedWarningRoutes,
  candidateRoutes,
  changeRoutes,
  importRoutes,
  workflowRoutes,
  checkRoutes,
  batchRoutes,
  sourceViewRoutes,
  driftRoutes,
  jobRoutes,
  coverageRoutes,
  whoRoutes,
  peopleRoutes,
  hospitalRoutes,
  departmentRoutes,
  rosterRoutes,
  meRoutes,
  feedRoutes,
  calendarRoutes,
  wallRoutes,
];

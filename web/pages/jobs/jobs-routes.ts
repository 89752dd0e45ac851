import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';
import { validateJobs } from './jobs-search.ts';

const jobsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/jobs',
  validateSearch: validateJobs,
  component: lazyRouteComponent(() => import('./jobs-page.tsx'), 'JobsPage'),
});

const jobRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/jobs/$jobId',
  component: lazyRouteComponent(() => import('./job-page.tsx'), 'JobPage'),
});

export const jobsRoutes = [jobsRoute, jobRoute] as const;

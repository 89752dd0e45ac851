import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { JOB_STATUSES, JOB_TYPES, type JobStatus, type JobType } from '#src/domain/job.ts';
import { wordOf } from '#web/router/search-text.ts';
import { shellRoute } from '#web/shell/shell-route.tsx';

export interface JobsSearch {
  status?: JobStatus;
  type?: JobType;
  /** `all`: of every department, and standing work; for an administrator. */
  of?: 'all';
}

const jobsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/jobs',
  validateSearch: (search: Record<string, unknown>): JobsSearch => {
    const status = wordOf(search, 'status', JOB_STATUSES);
    const type = wordOf(search, 'type', JOB_TYPES);
    const of = wordOf(search, 'of', ['all'] as const);
    return { ...(status && { status }), ...(type && { type }), ...(of && { of }) };
  },
  component: lazyRouteComponent(() => import('./jobs-page.tsx'), 'JobsPage'),
});

const jobRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/jobs/$jobId',
  component: lazyRouteComponent(() => import('./job-page.tsx'), 'JobPage'),
});

export const jobsRoutes = [jobsRoute, jobRoute] as const;

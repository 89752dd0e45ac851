import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';
import { validateImport, validateReport } from './import-search.ts';

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/import',
  validateSearch: validateImport,
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
});

const importReportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/import/$jobId',
  validateSearch: validateReport,
  component: lazyRouteComponent(() => import('./import-report-page.tsx'), 'ImportReportPage'),
});

const importBatchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/import/batch/$batchId',
  validateSearch: validateReport,
  component: lazyRouteComponent(() => import('./import-batch-page.tsx'), 'ImportBatchPage'),
});

export const importRoutes = [importRoute, importReportRoute, importBatchRoute] as const;

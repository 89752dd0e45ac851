import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
});

const importReportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/import/$jobId',
  component: lazyRouteComponent(() => import('./import-report-page.tsx'), 'ImportReportPage'),
});

export const importRoutes = [importRoute, importReportRoute] as const;

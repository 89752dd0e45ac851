import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';

const versionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/versions',
  component: lazyRouteComponent(() => import('./versions-page.tsx'), 'VersionsPage'),
});

const versionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/versions/$versionId',
  component: lazyRouteComponent(() => import('./version-page.tsx'), 'VersionPage'),
});

const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/versions/$versionId/compare',
  component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
});

export const versionsRoutes = [versionsRoute, versionRoute, compareRoute] as const;

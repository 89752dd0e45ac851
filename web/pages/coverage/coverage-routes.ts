import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';

const coverageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/coverage',
  component: lazyRouteComponent(() => import('./coverage-page.tsx'), 'CoveragePage'),
});

export const coverageRoutes = [coverageRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';
import { parseCoverageSearch } from './coverage-search.ts';

const coverageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/coverage',
  validateSearch: parseCoverageSearch,
  component: lazyRouteComponent(() => import('./coverage-page.tsx'), 'CoveragePage'),
});

export const coverageRoutes = [coverageRoute] as const;

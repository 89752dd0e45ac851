import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';
import { parseRosterSearch } from './roster-search.ts';

const rosterRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/roster',
  validateSearch: parseRosterSearch,
  component: lazyRouteComponent(() => import('./roster-page.tsx'), 'RosterPage'),
});

export const rosterRoutes = [rosterRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';

const rosterRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/roster',
  component: lazyRouteComponent(() => import('./roster-page.tsx'), 'RosterPage'),
});

export const rosterRoutes = [rosterRoute] as const;

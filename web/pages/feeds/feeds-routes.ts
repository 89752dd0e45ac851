import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';

const feedsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/feeds',
  component: lazyRouteComponent(() => import('./feeds-page.tsx'), 'FeedsPage'),
});

export const feedsRoutes = [feedsRoute] as const;

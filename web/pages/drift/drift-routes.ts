import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';

const driftRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/drift',
  component: lazyRouteComponent(() => import('./drift-page.tsx'), 'DriftPage'),
});

export const driftRoutes = [driftRoute] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';

const mineRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/mine',
  component: lazyRouteComponent(() => import('./mine-page.tsx'), 'MinePage'),
});

export const mineRoutes = [mineRoute] as const;

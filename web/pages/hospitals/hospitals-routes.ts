import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';

const hospitalsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/hospitals',
  component: lazyRouteComponent(() => import('./hospitals-page.tsx'), 'HospitalsPage'),
});

export const hospitalsRoutes = [hospitalsRoute] as const;

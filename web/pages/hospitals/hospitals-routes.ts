import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '#web/shell/shell-route.tsx';
import { readHospitalsSearch } from './hospitals-search.ts';

const hospitalsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/hospitals',
  validateSearch: readHospitalsSearch,
  component: lazyRouteComponent(() => import('./hospitals-page.tsx'), 'HospitalsPage'),
});

export const hospitalsRoutes = [hospitalsRoute] as const;

import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Skeleton } from '#web/components/states.tsx';
import { tonightRoutes } from '#web/pages/tonight/tonight-routes.ts';
import { rootRoute, shellRoute } from '#web/shell/shell-route.tsx';
import { textOf } from './search-text.ts';

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = textOf(search, 'next');
    return next ? { next } : {};
  },
  component: lazyRouteComponent(() => import('#web/pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const routeTree = rootRoute.addChildren([signInRoute, shellRoute.addChildren([...tonightRoutes])]);

export const newRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingMs: 150,
    defaultPendingComponent: () => (
      <div className="page">
        <Skeleton />
      </div>
    ),
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}

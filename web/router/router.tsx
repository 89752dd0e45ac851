import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Skeleton } from '#web/components/states.tsx';
import { auditRoutes } from '#web/pages/audit/audit-routes.ts';
import { coverageRoutes } from '#web/pages/coverage/coverage-routes.ts';
import { driftRoutes } from '#web/pages/drift/drift-routes.ts';
import { feedsRoutes } from '#web/pages/feeds/feeds-routes.ts';
import { hospitalsRoutes } from '#web/pages/hospitals/hospitals-routes.ts';
import { importRoutes } from '#web/pages/import/import-routes.ts';
import { jobsRoutes } from '#web/pages/jobs/jobs-routes.ts';
import { mineRoutes } from '#web/pages/mine/mine-routes.ts';
import { peopleRoutes } from '#web/pages/people/people-routes.ts';
import { rosterRoutes } from '#web/pages/roster/roster-routes.ts';
import { settingsRoutes } from '#web/pages/settings/settings-routes.ts';
import { tokensRoutes } from '#web/pages/tokens/tokens-routes.ts';
import { tonightRoutes } from '#web/pages/tonight/tonight-routes.ts';
import { usersRoutes } from '#web/pages/users/users-routes.ts';
import { versionsRoutes } from '#web/pages/versions/versions-routes.ts';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
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

const wallRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/wall/$secret',
  component: lazyRouteComponent(() => import('#web/pages/wall/wall-page.tsx'), 'WallPage'),
});

/** What no other route has, beside the way to everything that there is. */
const elsewhereRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '$',
  component: NotFoundPage,
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  wallRoute,
  shellRoute.addChildren([
    ...tonightRoutes,
    ...coverageRoutes,
    ...rosterRoutes,
    ...mineRoutes,
    ...importRoutes,
    ...versionsRoutes,
    ...driftRoutes,
    ...peopleRoutes,
    ...hospitalsRoutes,
    ...feedsRoutes,
    ...settingsRoutes,
    ...jobsRoutes,
    ...usersRoutes,
    ...tokensRoutes,
    ...auditRoutes,
    elsewhereRoute,
  ]),
]);

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

import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { ApiError } from '#web/client/api.ts';
import { sessionQuery } from '#web/client/session.ts';
import { ErrorState } from '#web/components/states.tsx';
import { textOf } from '#web/router/search-text.ts';
import { Shell } from './shell.tsx';

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: ({ error, reset }) => (
    <main className="page">
      <ErrorState error={error} retry={reset} />
    </main>
  ),
});

/** Everything that somebody has to be signed in for; keeps the department in the address from page to page. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  validateSearch: (search: Record<string, unknown>): { department?: string } => {
    const department = textOf(search, 'department');
    return department ? { department } : {};
  },
  search: { middlewares: [retainSearchParams(['department'])] },
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(sessionQuery);
    } catch (cause) {
      if (cause instanceof ApiError && cause.status === 401)
        throw redirect({ to: '/sign-in', search: { next: location.href } });
      throw cause;
    }
  },
  component: Shell,
});

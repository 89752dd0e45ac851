import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { momentOfSearch, textOf } from '#web/router/search-text.ts';
import { shellRoute } from '#web/shell/shell-route.tsx';

export interface TonightSearch {
  /** Local time of the department; left out: now. */
  at?: string;
  /** What is searched for. */
  find?: string;
  /** `HOSPITAL|label` of the study whose reason is open. */
  why?: string;
}

const tonightRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): TonightSearch => {
    const [at, find, why] = [momentOfSearch(search, 'at'), textOf(search, 'find'), textOf(search, 'why')];
    return { ...(at && { at }), ...(find && { find }), ...(why && { why }) };
  },
  component: lazyRouteComponent(() => import('./tonight-page.tsx'), 'TonightPage'),
});

export const tonightRoutes = [tonightRoute] as const;

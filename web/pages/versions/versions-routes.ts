import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { VERSION_STATUSES, type VersionStatus } from '#src/domain/schedule-version.ts';
import { textOf, wordOf } from '#web/router/search-text.ts';
import { shellRoute } from '#web/shell/shell-route.tsx';
import { CHANGE_KINDS, type ChangeKind } from './diff-groups.ts';
import { FINDING_FILTERS, type FindingFilter } from './findings-filter.ts';

export interface VersionsSearch {
  status?: VersionStatus;
}

const versionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/versions',
  validateSearch: (search: Record<string, unknown>): VersionsSearch => {
    const status = wordOf(search, 'status', VERSION_STATUSES);
    return status ? { status } : {};
  },
  component: lazyRouteComponent(() => import('./versions-page.tsx'), 'VersionsPage'),
});

export interface VersionSearch {
  /** Which findings are shown; left out: all. */
  show?: FindingFilter;
}

const versionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/versions/$versionId',
  validateSearch: (search: Record<string, unknown>): VersionSearch => {
    const show = wordOf(search, 'show', FINDING_FILTERS);
    return show ? { show } : {};
  },
  component: lazyRouteComponent(() => import('./version-page.tsx'), 'VersionPage'),
});

export interface CompareSearch {
  /** The version before. */
  against?: string;
  /** Only studies that lose, gain or change their reader. */
  kind?: ChangeKind;
  /** What is searched for. */
  find?: string;
}

const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/versions/$versionId/compare',
  validateSearch: (search: Record<string, unknown>): CompareSearch => {
    const [against, find] = [textOf(search, 'against'), textOf(search, 'find')];
    const kind = wordOf(search, 'kind', CHANGE_KINDS);
    return { ...(against && { against }), ...(kind && { kind }), ...(find && { find }) };
  },
  component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
});

export const versionsRoutes = [versionsRoute, versionRoute, compareRoute] as const;

import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ApiError } from '#web/client/api.ts';
import { useMay } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState, ErrorState, NoPermission, Skeleton } from '#web/components/states.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { CompareChoice } from './compare-choice.tsx';
import { DiffView } from './diff-view.tsx';
import { diffQuery, versionsQuery } from './version-queries.ts';
import { versionName } from './version-words.ts';

const route = getRouteApi('/shell/versions/$versionId/compare');

/** What changed from one version to another: first who reads what, then who is on duty, then what is asked for. */
export function ComparePage() {
  const { versionId } = route.useParams();
  const { against } = route.useSearch();
  const mayRead = useMay('read');
  const department = useDepartment();
  const { data: versions = [] } = useQuery({
    ...versionsQuery(department?.code ?? ''),
    enabled: mayRead && department !== null,
  });
  return (
    <>
      <nav className="small row" aria-label="You are here">
        <Link to="/versions" activeOptions={{ exact: true }}>
          Versions
        </Link>
        <span aria-hidden="true">/</span>
        <Link to="/versions/$versionId" params={{ versionId }} activeOptions={{ exact: true }}>
          {versionName(versionId)}
        </Link>
      </nav>
      <PageHeader
        title="Compare versions"
        lead="What changed from the one to the other, on the dates that both have."
      />
      {mayRead ? (
        <div className="stack-l">
          <CompareChoice {...{ versions, before: against, after: versionId }} />
          {against === undefined ? (
            <EmptyState title="Choose the version before.">
              <p>It is set against {versionName(versionId).toLowerCase()}, the version after.</p>
            </EmptyState>
          ) : against === versionId ? (
            <EmptyState title="These are one and the same version. Choose another." />
          ) : (
            <Difference before={against} after={versionId} />
          )}
        </div>
      ) : (
        <NoPermission what="versions of the schedule" />
      )}
    </>
  );
}

function Difference({ before, after }: { before: string; after: string }) {
  const { data, error, refetch } = useQuery(diffQuery(before, after));
  if (error instanceof ApiError && error.status === 400)
    return <EmptyState title="There is nothing to compare.">{error.problem.detail}</EmptyState>;
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  return data ? <DiffView diff={data} /> : <Skeleton lines={10} label="Comparing" />;
}

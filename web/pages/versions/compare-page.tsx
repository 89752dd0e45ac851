import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState, ErrorState, NoPermission, Skeleton } from '#web/components/states.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { overlaps } from '#web/words/date-span.ts';
import { CompareChoice } from './compare-choice.tsx';
import { DiffView } from './diff-view.tsx';
import { diffQuery, type Version, versionsQuery } from './version-queries.ts';
import { versionName } from './version-words.ts';

const route = getRouteApi('/shell/versions/$versionId/compare');

/** What changed from one version to another: first who reads what, then who is on duty, then what is asked for. */
export function ComparePage() {
  const { versionId } = route.useParams();
  const { against } = route.useSearch();
  const mayRead = useMay('read');
  const department = useDepartment();
  const { data: versions = [], isLoading } = useQuery({
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
          ) : isLoading ? (
            <Skeleton lines={10} label="Comparing" />
          ) : (
            <Difference
              before={against}
              after={versionId}
              haveNothingInCommon={haveNothingInCommon(versions, against, versionId)}
            />
          )}
        </div>
      ) : (
        <NoPermission what="versions of the schedule" />
      )}
    </>
  );
}

interface DifferenceProps {
  before: string;
  after: string;
  haveNothingInCommon: boolean;
}

function Difference({ before, after, haveNothingInCommon: isIdle }: DifferenceProps) {
  const { data, error, refetch } = useQuery({ ...diffQuery(before, after), enabled: !isIdle });
  if (isIdle)
    return (
      <EmptyState title="There is nothing to compare.">
        <p>The two have no date in common.</p>
      </EmptyState>
    );
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  return data ? <DiffView diff={data} /> : <Skeleton lines={10} label="Comparing" />;
}

/** Where both are known; the server judges versions that are not in the list. */
function haveNothingInCommon(versions: readonly Version[], before: string, after: string): boolean {
  const [one, other] = [before, after].map((id) => versions.find((version) => version.id === id));
  return one !== undefined && other !== undefined && !overlaps(one, other);
}

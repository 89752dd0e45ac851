import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { ErrorState, NoPermission, Skeleton } from '#web/components/states.tsx';
import { datesText } from '#web/words/date-span.ts';
import { versionQuery } from './version-queries.ts';
import { StatusBadge } from './version-status.tsx';
import { VersionView } from './version-view.tsx';
import { versionName } from './version-words.ts';

const route = getRouteApi('/shell/versions/$versionId');

/** Everything about one version: what it is, what stands against it, what can be done with it, and who did what. */
export function VersionPage() {
  const { versionId } = route.useParams();
  const mayRead = useMay('read');
  const { data, error, refetch } = useQuery({ ...versionQuery(versionId), enabled: mayRead });
  return (
    <>
      <nav className="small" aria-label="You are here">
        <Link to="/versions" activeOptions={{ exact: true }}>
          Versions
        </Link>
      </nav>
      <PageHeader
        title={versionName(versionId)}
        lead={
          data ? (
            <span className="row">
              <StatusBadge status={data.version.status} />
              <span>
                {data.version.department}, {datesText(data.version)}
              </span>
            </span>
          ) : null
        }
      />
      {mayRead ? null : <NoPermission what="versions of the schedule" />}
      {error && !data ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <VersionView key={versionId} seen={data} />
      ) : error || !mayRead ? null : (
        <Skeleton lines={12} label="Judging the version as of now" />
      )}
    </>
  );
}

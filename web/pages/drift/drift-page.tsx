import { useQuery } from '@tanstack/react-query';
import { ApiError } from '#web/client/api.ts';
import { useMay } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState, ErrorState, Skeleton } from '#web/components/states.tsx';
import { periodsQuery } from '#web/pages/versions/version-queries.ts';
import { DepartmentPage } from '#web/shell/department-page.tsx';
import { dateOf, localNow } from '#web/words/moments.ts';
import { ApplyDrift } from './apply-drift.tsx';
import { monthsToLookAt } from './drift-dates.ts';
import { driftQuery, latestLooks, rostersQuery } from './drift-queries.ts';
import { LastLook } from './last-look.tsx';
import { LookNow } from './look-now.tsx';
import { VersionDriftView } from './version-drift-view.tsx';
import './drift.css';

/** What Amion says otherwise than the schedule in force, which studies that touches, and the way to take it over. */
export const DriftPage = () => (
  <DepartmentPage needs="read" title="Roster drift" what="the drift of the roster">
    {({ code, timeZone }) => (
      <>
        <PageHeader title="Roster drift" lead="What Amion says otherwise than the schedule in force." />
        <Drift code={code} timeZone={timeZone} />
      </>
    )}
  </DepartmentPage>
);

function Drift({ code, timeZone }: { code: string; timeZone: string }) {
  const maySchedule = useMay('schedule');
  const rosters = useQuery(rostersQuery(code));
  const { seen, failed } = latestLooks(rosters.data ?? []);
  const drift = useQuery(driftQuery(code, seen?.id ?? null));
  const periods = useQuery(periodsQuery(code));
  const today = dateOf(localNow(timeZone));
  if (rosters.error && !rosters.data)
    return <ErrorState error={rosters.error} retry={() => void rosters.refetch()} />;
  if (!rosters.data) return <Skeleton lines={8} label="Looking up the last look at Amion" />;
  return (
    <div className="stack-l">
      <div className="drift-head panel">
        <LastLook {...{ seen, failed, timeZone }} />
        {maySchedule ? (
          <LookNow code={code} months={monthsToLookAt(today, periods.data?.at(-1)?.to)} />
        ) : (
          <p className="weak small">
            Your role reads this. Looking now, and taking it over, need a scheduler or administrator.
          </p>
        )}
      </div>
      {seen === null ? (
        <EmptyState title="Nobody has looked at Amion yet.">
          <p>A look fetches the roster and keeps it beside the schedule; what is in force stays as it is.</p>
        </EmptyState>
      ) : drift.error && !drift.data ? (
        <DriftError error={drift.error} retry={() => void drift.refetch()} />
      ) : drift.data ? (
        <>
          {drift.data.versions.map((version) => (
            <VersionDriftView key={`${version.version} ${version.from}`} drift={version} />
          ))}
          <ApplyDrift {...{ code, seen, drift: drift.data, rosters: rosters.data }} />
        </>
      ) : (
        <Skeleton lines={8} label="Comparing the roster with what is in force" />
      )}
    </div>
  );
}

function DriftError({ error, retry }: { error: unknown; retry(): void }) {
  if (error instanceof ApiError && error.problem.code === 'NO_SCHEDULE')
    return (
      <EmptyState title="Nothing is in force to compare with.">
        <p>{error.problem.detail}</p>
      </EmptyState>
    );
  return <ErrorState error={error} retry={retry} />;
}

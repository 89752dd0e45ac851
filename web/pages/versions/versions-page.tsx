import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import type { VersionStatus } from '#src/domain/schedule-version.ts';
import { useMay } from '#web/client/session.ts';
import { Notice } from '#web/components/notice.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState, ErrorState, Skeleton } from '#web/components/states.tsx';
import { type Department, DepartmentPage } from '#web/shell/department-page.tsx';
import { dateOf, localNow } from '#web/words/moments.ts';
import { FilterLinks } from './filter-links.tsx';
import { MissingSchedule } from './missing-schedule.tsx';
import { layTimeline } from './timeline-layout.ts';
import { periodsQuery, type Version, versionsQuery } from './version-queries.ts';
import { VersionTimeline } from './version-timeline.tsx';
import { STATUS_NAMES } from './version-words.ts';
import { VersionsTable } from './versions-table.tsx';

const route = getRouteApi('/shell/versions');

const ORDER: readonly VersionStatus[] = ['PRODUCTION', 'STAGING', 'ARCHIVED'];

/** Which schedule is in force when: every version of the department, on a timeline and in a table. */
export const VersionsPage = () => (
  <DepartmentPage needs="read" title="Versions" what="versions of the schedule">
    {(department) => <DepartmentVersions {...department} />}
  </DepartmentPage>
);

function DepartmentVersions(department: Department) {
  const maySchedule = useMay('schedule');
  const done = useLocation({ select: ({ state }) => state.done });
  return (
    <>
      <PageHeader
        title="Versions"
        lead={`Which schedule of ${department.code} is in force when.`}
        actions={
          maySchedule ? (
            <Link to="/import" className="button button-primary">
              New version by import
            </Link>
          ) : null
        }
      />
      <div className="stack-l">
        {done ? <Notice tone="good" live title={done} /> : null}
        <Versions code={department.code} timeZone={department.timeZone} />
      </div>
    </>
  );
}

function Versions({ code, timeZone }: { code: string; timeZone: string }) {
  const { status } = route.useSearch();
  const versions = useQuery(versionsQuery(code));
  const periods = useQuery(periodsQuery(code));
  const error = versions.error ?? periods.error;
  if (error && !(versions.data && periods.data))
    return (
      <ErrorState error={error} retry={() => void Promise.all([versions.refetch(), periods.refetch()])} />
    );
  if (!versions.data || !periods.data) return <Skeleton lines={10} label="Looking up versions" />;
  if (versions.data.length === 0) return <NoVersions code={code} />;
  const isShown = (version: Version): boolean => !status || version.status === status;
  const shown = versions.data.filter(isShown);
  const today = dateOf(localNow(timeZone));
  return (
    <>
      <MissingSchedule periods={periods.data} today={today} />
      <FilterLinks
        label="Status"
        to="/versions"
        searchOf={(chosen) => (chosen ? { status: chosen } : {})}
        options={[
          { label: 'All', count: versions.data.length },
          ...ORDER.map((value) => ({
            ...{ value, label: STATUS_NAMES[value] },
            count: versions.data.filter((version) => version.status === value).length,
          })),
        ]}
      />
      <VersionTimeline
        layout={layTimeline({ versions: versions.data, periods: periods.data, today })}
        today={today}
        status={status}
      />
      <VersionsTable versions={shown} periods={periods.data} timeZone={timeZone} />
    </>
  );
}

function NoVersions({ code }: { code: string }) {
  const maySchedule = useMay('schedule');
  return (
    <EmptyState
      title={`${code} has no version of its schedule yet.`}
      actions={
        maySchedule ? (
          <Link to="/import" className="button button-primary">
            Import a coverage matrix
          </Link>
        ) : null
      }
    >
      <p>A version begins with the import of a coverage matrix, and is in force once it is promoted.</p>
    </EmptyState>
  );
}

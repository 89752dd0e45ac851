import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState, ErrorState, Skeleton } from '#web/components/states.tsx';
import { periodsQuery, versionsQuery } from '#web/pages/versions/version-queries.ts';
import { DepartmentPage } from '#web/shell/department-page.tsx';
import { CoverageView } from './coverage-view.tsx';
import { scheduleDateNow } from './schedule-date.ts';

/** A version as a board, as a year, and as a list of gaps to work off. */
export const CoveragePage = () => (
  <DepartmentPage needs="read" title="Coverage" what="how a version is covered">
    {(department) => <DepartmentCoverage {...department} />}
  </DepartmentPage>
);

const Bare = ({ children }: { children: React.ReactNode }) => (
  <>
    <PageHeader title="Coverage" />
    {children}
  </>
);

function DepartmentCoverage({ code, timeZone }: { code: string; timeZone: string }) {
  const maySchedule = useMay('schedule');
  const today = scheduleDateNow(timeZone);
  const versions = useQuery(versionsQuery(code));
  const periods = useQuery(periodsQuery(code));
  const error = versions.error ?? periods.error;
  if (error)
    return (
      <Bare>
        <ErrorState
          error={error}
          retry={() => {
            void versions.refetch();
            void periods.refetch();
          }}
        />
      </Bare>
    );
  if (!versions.data || !periods.data)
    return (
      <Bare>
        <Skeleton lines={14} label="Loading the version" />
      </Bare>
    );
  if (versions.data.length === 0)
    return (
      <Bare>
        <EmptyState
          title={`${code} has no version yet.`}
          actions={maySchedule ? <Link to="/import">Import a matrix and a roster</Link> : null}
        >
          <p>A version is made of a coverage matrix and a roster; then this page shows who reads what.</p>
        </EmptyState>
      </Bare>
    );
  return (
    <CoverageView
      {...{ today, timeZone }}
      department={code}
      versions={versions.data}
      periods={periods.data}
    />
  );
}

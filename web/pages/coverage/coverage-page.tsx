import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState, ErrorState, NoPermission, Skeleton } from '#web/components/states.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { inForceCandidates } from './choose-version.ts';
import { inForceQuery, versionsQuery } from './coverage-queries.ts';
import { CoverageView } from './coverage-view.tsx';
import { scheduleDateNow } from './date-span.ts';

/** A version as a board, as a year, and as a list of gaps to work off. */
export function CoveragePage() {
  const mayRead = useMay('read');
  const department = useDepartment();
  if (!mayRead) return <Bare>{<NoPermission what="how a version is covered" />}</Bare>;
  if (!department)
    return (
      <Bare>
        <EmptyState title="You belong to no department that has a schedule.">
          <p>Ask an administrator to give you one.</p>
        </EmptyState>
      </Bare>
    );
  return <DepartmentCoverage key={department.code} {...department} />;
}

const Bare = ({ children }: { children: React.ReactNode }) => (
  <>
    <PageHeader title="Coverage" />
    {children}
  </>
);

function DepartmentCoverage({ code, timeZone }: { code: string; timeZone: string }) {
  const maySchedule = useMay('schedule');
  const today = scheduleDateNow(timeZone);
  const { data: versions, error, refetch } = useQuery(versionsQuery(code));
  const inForce = useQuery({
    ...inForceQuery(code, versions ?? [], today),
    enabled: inForceCandidates(versions ?? [], today).length > 1,
  });
  const fault = error ?? inForce.error;
  if (fault) return <Bare>{<ErrorState error={fault} retry={() => void refetch()} />}</Bare>;
  if (!versions || inForce.isLoading)
    return <Bare>{<Skeleton lines={14} label="Loading the version" />}</Bare>;
  if (versions.length === 0)
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
  return <CoverageView {...{ versions, today, timeZone }} department={code} inForce={inForce.data ?? null} />;
}

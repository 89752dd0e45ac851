import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useJob } from '#web/client/job.ts';
import { useMay, useSession } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState, ErrorState, NoPermission, Skeleton } from '#web/components/states.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { hasReport, readOrder } from './import-result.ts';
import { ImportReport } from './report/import-report.tsx';
import './import.css';

const route = getRouteApi('/shell/import/$jobId');

/** One import from its start to the report that one works from. */
export function ImportReportPage() {
  const { jobId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayRead = useMay('read');
  const own = useDepartment();
  const { departments } = useSession();
  const { data: job, error, refetch } = useJob(jobId);
  if (!mayRead) return <Framed>{<NoPermission what="imports" />}</Framed>;
  if (error && !job) return <Framed>{<ErrorState error={error} retry={() => void refetch()} />}</Framed>;
  if (!job)
    return (
      <Framed>
        <Skeleton lines={8} label="Asking for the import" />
      </Framed>
    );
  const code = readOrder(job).department ?? own?.code;
  if (!hasReport(job.type) || code === undefined)
    return (
      <Framed>
        <EmptyState title="This job is no import.">
          <p>It has no report. Look at the job itself.</p>
        </EmptyState>
      </Framed>
    );
  const { timeZone } = departments.find((department) => department.code === code) ??
    own ?? { timeZone: 'UTC' };
  return (
    <ImportReport
      key={job.id}
      job={job}
      department={code}
      timeZone={timeZone}
      place={{
        search,
        go: (to) =>
          void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false }),
      }}
    />
  );
}

const Framed = ({ children }: { children: ReactNode }) => (
  <>
    <PageHeader title="Import" />
    {children}
  </>
);

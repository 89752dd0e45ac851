import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Job, useJob } from '#web/client/job.ts';
import { useMay } from '#web/client/session.ts';
import { Notice } from '#web/components/notice.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { ProgressBar } from '#web/components/progress-bar.tsx';
import { ErrorState, NoPermission, Skeleton } from '#web/components/states.tsx';
import { hasReport } from '#web/pages/import/import-result.ts';
import { useDepartment } from '#web/shell/department.ts';
import { JOB_TYPE_NAMES, PHASE_NAMES, remedyOf } from '#web/words/jobs.ts';
import { JobActions } from './job-actions.tsx';
import { JobBadge } from './job-badge.tsx';
import { JobFacts } from './job-facts.tsx';
import './jobs.css';

const route = getRouteApi('/shell/jobs/$jobId');

/** Everything about one job: what was asked, how far it is, what came of it or what went wrong. */
export function JobPage() {
  const { jobId } = route.useParams();
  const mayRead = useMay('read');
  const { data: job, error, refetch } = useJob(jobId);
  const timeZone = useDepartment()?.timeZone ?? 'UTC';
  if (!mayRead) return <Shown title="Job" body={<NoPermission what="background jobs" />} />;
  if (error && !job)
    return <Shown title="Job" body={<ErrorState error={error} retry={() => void refetch()} />} />;
  if (!job) return <Shown title="Job" body={<Skeleton lines={8} label="Asking for the job" />} />;
  return (
    <>
      <PageHeader
        title={JOB_TYPE_NAMES[job.type] ?? job.type}
        lead={
          <span className="row">
            <JobBadge job={job} />
            <Link to="/jobs">All jobs</Link>
          </span>
        }
        actions={
          <>
            {hasReport(job.type) ? (
              <Link className="button" to="/import/$jobId" params={{ jobId }}>
                Open its report
              </Link>
            ) : null}
            <JobActions job={job} />
          </>
        }
      />
      <div className="stack-l">
        <Now job={job} />
        <JobFacts job={job} timeZone={timeZone} />
        <Told title="What was asked" what={job.payload} />
        <Told title="What came of it" what={job.result} />
      </div>
    </>
  );
}

const Shown = ({ title, body }: { title: string; body: ReactNode }) => (
  <>
    <PageHeader title={title} />
    {body}
  </>
);

/** How it stands: its progress, or its error with what to do. */
function Now({ job: { status, progress, error } }: { job: Job }) {
  if (status === 'PROCESSING' && progress)
    return (
      <section className="panel panel-body stack" aria-label="Progress">
        <p>
          <strong>{PHASE_NAMES[progress.phase] ?? progress.phase}</strong>: {progress.message}
          {progress.total > 0 ? `, ${progress.done} of ${progress.total}` : ''}
        </p>
        <ProgressBar label={progress.message} done={progress.done} total={progress.total} />
      </section>
    );
  if (!error) return null;
  const isOff = error.code === 'CANCELLED';
  return (
    <Notice
      tone={isOff ? 'plain' : status === 'RETRY' ? 'warning' : 'danger'}
      live
      title={error.message ?? error.code}
    >
      <p>{remedyOf(error.code)}</p>
      <p className="small weak">Code {error.code}</p>
    </Notice>
  );
}

/** A document as it was given to the job, or came from it: for whoever looks closely. */
function Told({ title, what }: { title: string; what: unknown }) {
  if (what === null || what === undefined) return null;
  return (
    <details className="panel job-told">
      <summary>
        <h2>{title}</h2>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre className="code" tabIndex={0}>
        {JSON.stringify(what, null, 2)}
      </pre>
    </details>
  );
}

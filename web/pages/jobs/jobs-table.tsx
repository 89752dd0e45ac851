import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { Schemas } from '#web/client/api.ts';
import { isOver, type Job, jobQuery, useJobEvents } from '#web/client/job.ts';
import { type Column, DataTable } from '#web/components/data-table.tsx';
import { Moment } from '#web/components/moment.tsx';
import { ProgressBar } from '#web/components/progress-bar.tsx';
import { JOB_TYPE_NAMES, PHASE_NAMES } from '#web/words/jobs.ts';
import { JobActions } from './job-actions.tsx';
import { JobBadge } from './job-badge.tsx';
import { aboutJob, durationText } from './jobs-query.ts';

interface Props {
  query: UseInfiniteQueryResult<InfiniteData<{ jobs: Schemas['AskedJob'][] }>>;
  timeZone: string;
  empty: ReactNode;
}

/** A browser keeps six lines to one server: some are for everything else. */
const MOST_FOLLOWED = 3;

export function JobsTable({ query, timeZone, empty }: Props) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const jobs = data?.pages.flatMap((page) => page.jobs);
  const followed = (jobs ?? []).filter((job) => !isOver(job)).slice(-MOST_FOLLOWED);
  return (
    <>
      {followed.map(({ id }) => (
        <Follower key={id} id={id} />
      ))}
      <DataTable
        label="Background jobs"
        stacks
        rows={jobs}
        rowKey={({ id }) => id}
        columns={columns(timeZone)}
        empty={empty}
        error={error}
        retry={() => void refetch()}
        more={hasNextPage ? { load: () => void fetchNextPage(), isLoading: isFetchingNextPage } : null}
      />
    </>
  );
}

const columns = (timeZone: string): Column<Job>[] => [
  {
    key: 'type',
    head: 'Job',
    cell: (job) => (
      <div className="job-what">
        <Link to="/jobs/$jobId" params={{ jobId: job.id }}>
          {JOB_TYPE_NAMES[job.type] ?? job.type}
        </Link>
        <span className="weak small">{aboutJob(job)}</span>
      </div>
    ),
  },
  { key: 'state', head: 'State', cell: (job) => <Live job={job} show={State} /> },
  {
    key: 'asked',
    head: 'Asked',
    secondary: true,
    cell: (job) => (
      <div className="job-what">
        <Moment at={job.createdAt} timeZone={timeZone} />
        <span className="weak small">{job.requestedByEmail ?? 'standing work'}</span>
      </div>
    ),
  },
  { key: 'took', head: 'Took', number: true, secondary: true, cell: (job) => <Live job={job} show={Took} /> },
  {
    key: 'actions',
    actions: true,
    cell: (job) => <Live job={job} show={Actions} />,
  },
];

/** Hears of one job by its events. */
function Follower({ id }: { id: string }) {
  useJobEvents(id, noMatter);
  return null;
}
const noMatter = (): void => undefined;

/** A part of a row that changes while its job goes on. */
function Live({ job, show: Part }: { job: Job; show: (props: { job: Job }) => ReactNode }) {
  const { data } = useQuery({ ...jobQuery(job.id), initialData: job, enabled: false });
  return <Part job={data} />;
}

function State({ job }: { job: Job }) {
  const { progress, error } = job;
  return (
    <div className="job-state">
      <JobBadge job={job} />
      {job.status === 'PROCESSING' && progress ? (
        <>
          <span className="small">
            {PHASE_NAMES[progress.phase] ?? progress.phase}: {progress.message}
          </span>
          <ProgressBar label={progress.message} done={progress.done} total={progress.total} />
        </>
      ) : null}
      {error ? <span className="small weak job-error">{error.message ?? error.code}</span> : null}
    </div>
  );
}

function Took({ job }: { job: Job }) {
  const isRunning = job.status === 'PROCESSING';
  const now = useSeconds(isRunning);
  return (
    <span className="nowrap">
      {durationText(job.startedAt, isRunning ? null : job.completedAt, now) ?? '–'}
    </span>
  );
}

const Actions = ({ job }: { job: Job }) => (
  <div className="job-actions">
    <JobActions job={job} small />
  </div>
);

/** The present time, told each second while it matters. */
function useSeconds(isTelling: boolean): number {
  return useSyncExternalStore(isTelling ? everySecond : never, () => Math.floor(Date.now() / 1000) * 1000);
}
const everySecond = (tell: () => void) => {
  const timer = setInterval(tell, 1000);
  return () => clearInterval(timer);
};
const never = () => () => undefined;

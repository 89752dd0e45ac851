import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { JOB_STATUSES, JOB_TYPES, type JobStatus, type JobType } from '#src/domain/job.ts';
import { useMay } from '#web/client/session.ts';
import { Allowed } from '#web/components/allowed.tsx';
import { Button } from '#web/components/button.tsx';
import { Choice } from '#web/components/field.tsx';
import { PageHeader } from '#web/components/page-header.tsx';
import { EmptyState } from '#web/components/states.tsx';
import { useDepartment } from '#web/shell/department.ts';
import { JOB_STATUS_NAMES, JOB_TYPE_NAMES } from '#web/words/jobs.ts';
import { jobsQuery } from './jobs-query.ts';
import type { JobsSearch } from './jobs-search.ts';
import { JobsTable } from './jobs-table.tsx';
import './jobs.css';

const route = getRouteApi('/shell/jobs');

/** Background jobs, the newest first: what runs, what failed and why. */
export const JobsPage = () => (
  <Allowed needs="read" title="Jobs" what="background jobs">
    <Jobs />
  </Allowed>
);

function Jobs() {
  const { status, type, of } = route.useSearch();
  const navigate = route.useNavigate();
  const department = useDepartment();
  const mayAll = useMay('administer');
  const ofAll = mayAll && of === 'all';
  const query = useInfiniteQuery(
    jobsQuery({ department: ofAll ? null : (department?.code ?? null), status, type }),
  );
  const setSearch = (change: { [Key in keyof JobsSearch]: JobsSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const isNarrowed = status !== undefined || type !== undefined;
  return (
    <>
      <PageHeader
        title="Jobs"
        lead={
          ofAll
            ? 'Of every department, and standing work'
            : `Work in the background${department ? ` for ${department.code}` : ''}`
        }
      />
      <div className="jobs-tools">
        <Choice<JobStatus | ''>
          label="Status"
          value={status ?? ''}
          onChange={(value) => setSearch({ status: value || undefined })}
          options={choices(JOB_STATUSES, JOB_STATUS_NAMES)}
        />
        <Choice<JobType | ''>
          label="Type"
          value={type ?? ''}
          onChange={(value) => setSearch({ type: value || undefined })}
          options={choices(JOB_TYPES, JOB_TYPE_NAMES)}
        />
        {mayAll ? (
          <Choice<'all' | ''>
            label="Whose"
            value={of ?? ''}
            onChange={(value) => setSearch({ of: value || undefined })}
            options={[
              { value: '', label: department?.code ?? 'Own department' },
              { value: 'all', label: 'All departments and standing work' },
            ]}
          />
        ) : null}
      </div>
      <JobsTable
        query={query}
        timeZone={department?.timeZone ?? 'UTC'}
        empty={
          isNarrowed ? (
            <EmptyState
              title="No job is like this."
              actions={
                <Button onPress={() => setSearch({ status: undefined, type: undefined })}>
                  Show all jobs
                </Button>
              }
            />
          ) : (
            <EmptyState title="No jobs yet." actions={<Link to="/import">Import a schedule</Link>}>
              <p>Imports and calculations run in the background, and are listed here.</p>
            </EmptyState>
          )
        }
      />
    </>
  );
}

const choices = <Word extends string>(words: readonly Word[], names: Record<string, string>) => [
  { value: '' as const, label: 'Any' },
  ...words.map((value) => ({ value, label: names[value] ?? value })),
];

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Job } from '#web/client/job.ts';
import { readOrder, readPhases, readResult } from '#web/pages/import/import-result.ts';
import { datesText } from '#web/words/date-spans.ts';
import { PHASE_NAMES, PHASE_STATE_NAMES } from '#web/words/jobs.ts';
import { localNow, momentText, zoneName } from '#web/words/moments.ts';
import { durationText } from './jobs-query.ts';

/** When, by whom, how often, on which worker; files, dates and the version that it is about. */
export function JobFacts({ job, timeZone }: { job: Job; timeZone: string }) {
  const moment = (instant: string | null) =>
    instant && `${momentText(localNow(timeZone, new Date(instant)))} ${zoneName(instant, timeZone)}`;
  const { matrix, reports, from, to, like } = readOrder(job);
  const versionId = versionOf(job);
  const phases = readPhases(job).filter(({ state }) => state !== 'PENDING');
  return (
    <section className="panel panel-body" aria-label="About the job">
      <dl className="job-facts">
        <Fact term="Asked">
          {moment(job.createdAt)} by {job.requestedByEmail ?? 'standing work'}
        </Fact>
        <Fact term="Begun">{moment(job.startedAt) ?? 'not yet'}</Fact>
        {job.status === 'RETRY' ? <Fact term="Tried again">{moment(job.runAfter)}</Fact> : null}
        {job.completedAt ? (
          <Fact term="Ended">
            {moment(job.completedAt)}, after {durationText(job.startedAt, job.completedAt, 0) ?? '0 s'}
          </Fact>
        ) : null}
        <Fact term="Attempts">
          {job.attempt} started; {job.retryCount} of {job.maxRetries} retries used
        </Fact>
        <Fact term="Worker">{job.worker}</Fact>
        <Fact term="Dates">{from && to ? datesText(from, to) : null}</Fact>
        <Fact term="Matrix">{matrix}</Fact>
        <Fact term="Roster">
          {reports ? reports.join(', ') : job.type === 'WORKFLOW' ? 'from Amion' : null}
        </Fact>
        <Fact term="Phases">
          {phases.length > 0
            ? phases
                .map(({ phase, state }) => `${PHASE_NAMES[phase]} ${PHASE_STATE_NAMES[state].toLowerCase()}`)
                .join(', ')
            : null}
        </Fact>
        <Fact term="Runs again">
          {like ? (
            <Link to="/jobs/$jobId" params={{ jobId: like }}>
              job {like.slice(-6)}
            </Link>
          ) : null}
        </Fact>
        <Fact term="Version">
          {versionId ? (
            <Link to="/versions/$versionId" params={{ versionId }}>
              {versionId.slice(-6)}
            </Link>
          ) : null}
        </Fact>
        <Fact term="Id">
          <code>{job.id}</code>
        </Fact>
      </dl>
    </section>
  );
}

function versionOf(job: Job): string | null {
  const payload = job.payload as { versionId?: unknown } | null;
  const asked = typeof payload?.versionId === 'string' ? payload.versionId : null;
  return readResult(job)?.versionId ?? asked;
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) =>
  children === null || children === '' ? null : (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );

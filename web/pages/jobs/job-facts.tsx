import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Job } from '#web/client/job.ts';
import { Facts } from '#web/components/facts.tsx';
import { readOrder, readPhases, readResult } from '#web/pages/import/import-result.ts';
import { datesText } from '#web/words/date-span.ts';
import { instantText } from '#web/words/instants.ts';
import { PHASE_NAMES, PHASE_STATE_NAMES } from '#web/words/jobs.ts';
import { durationText } from './jobs-query.ts';

/** When, by whom, how often, on which worker; files, dates and the version that it is about. */
export function JobFacts({ job, timeZone }: { job: Job; timeZone: string }) {
  return (
    <section className="panel panel-body" aria-label="About the job">
      <Facts facts={[...timesOf(job, timeZone), ...aboutOf(job)]} />
    </section>
  );
}

type Fact = readonly [string, ReactNode];

function timesOf(job: Job, timeZone: string): Fact[] {
  const { status, createdAt, startedAt, completedAt, runAfter, attempt, retryCount, maxRetries } = job;
  const took = durationText(startedAt, completedAt, 0);
  return [
    ['Asked', `${instantText(createdAt, timeZone)} by ${job.requestedByEmail ?? 'standing work'}`],
    ['Begun', startedAt ? instantText(startedAt, timeZone) : 'not yet'],
    ...given('Tried again', status === 'RETRY' ? instantText(runAfter, timeZone) : null),
    ...given('Ended', completedAt && `${instantText(completedAt, timeZone)}${took ? `, after ${took}` : ''}`),
    ['Attempts', `${attempt} begun; ${retryCount} of ${maxRetries} retries used`],
    ...given('Worker', job.worker),
  ];
}

function aboutOf(job: Job): Fact[] {
  const { matrix, reports, from, to, like } = readOrder(job);
  const versionId = versionOf(job);
  const phases = readPhases(job).filter(({ state }) => state !== 'PENDING');
  const roster = reports ? reports.join(', ') : job.type === 'WORKFLOW' ? 'from Amion' : null;
  return [
    ...given('Dates', from && to && datesText({ from, to })),
    ...given('Workbook', matrix),
    ...given('Roster', roster),
    ...given(
      'Phases',
      phases
        .map(({ phase, state }) => `${PHASE_NAMES[phase]} ${PHASE_STATE_NAMES[state].toLowerCase()}`)
        .join(', '),
    ),
    ...given(
      'Runs again',
      like && (
        <Link to="/jobs/$jobId" params={{ jobId: like }}>
          job {like.slice(-6)}
        </Link>
      ),
    ),
    ...given(
      'Version',
      versionId && (
        <Link to="/versions/$versionId" params={{ versionId }}>
          {versionId.slice(-6)}
        </Link>
      ),
    ),
    ['Id', <code key="id">{job.id}</code>],
  ];
}

const given = (term: string, value: ReactNode): Fact[] =>
  value === null || value === '' ? [] : [[term, value]];

function versionOf(job: Job): string | null {
  const payload = job.payload as { versionId?: unknown } | null;
  const asked = typeof payload?.versionId === 'string' ? payload.versionId : null;
  return readResult(job)?.versionId ?? asked;
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { isOver, type Job } from '#web/client/job.ts';
import { useMay } from '#web/client/session.ts';
import { PageHeader } from '#web/components/page-header.tsx';
import { JobActions } from '#web/pages/jobs/job-actions.tsx';
import { JobBadge } from '#web/pages/jobs/job-badge.tsx';
import { datesText } from '#web/words/date-span.ts';
import { instantText } from '#web/words/instants.ts';
import { acceptedKeysQuery } from '../import-queries.ts';
import { type ImportOrder, readOrder, readPhases, readResult } from '../import-result.ts';
import { RepairPanel } from '../repair/repair-panel.tsx';
import { isNothing, readRepairs } from '../repair/repairs.ts';
import { RunAgain } from '../repair/run-again.tsx';
import { optionsOf, wayAgain } from '../repair/run-options.ts';
import { CoverageNote } from './coverage-note.tsx';
import { PhaseStrip } from './phase-strip.tsx';
import { Replaced } from './replaced-version.tsx';
import { ReportFindings } from './report-findings.tsx';
import { ReportOutcome } from './report-outcome.tsx';
import type { ReportPlace } from './report-place.ts';
import { findingsOf } from './report-sources.ts';
import './report.css';

interface Props {
  job: Job;
  department: string;
  timeZone: string;
  place: ReportPlace;
}

const NONE: ReadonlySet<string> = new Set();

/** How far an import is; once it is over what came of it, what to put right, and how to run it again. */
export function ImportReport({ job, department, timeZone, place }: Props) {
  const maySchedule = useMay('schedule');
  const phasesRef = useRef<HTMLElement>(null);
  const order = readOrder(job);
  const [options, setOptions] = useState(() => optionsOf(order));
  const { data: accepted = NONE } = useQuery(acceptedKeysQuery(department));
  const phases = readPhases(job);
  const isDone = isOver(job) || job.status === 'RETRY';
  const result = isDone ? readResult(job) : null;
  const sources = result ? findingsOf(phases, result) : [];
  const repairs = readRepairs(sources.flatMap(({ messages }) => messages));
  const canRun = maySchedule && isOver(job) && wayAgain(job, order, options) !== null;
  const look = (to: Parameters<ReportPlace['go']>[0]): void => {
    place.go(to);
    const findings = document.getElementById('findings');
    findings?.scrollIntoView({ behavior: 'smooth' });
    findings?.focus({ preventScroll: true });
  };
  return (
    <>
      <PageHeader
        title={
          order.from && order.to ? `Import for ${datesText({ from: order.from, to: order.to })}` : 'Import'
        }
        lead={<Lead job={job} order={order} timeZone={timeZone} />}
        actions={isOver(job) ? null : <JobActions job={job} />}
      />
      <div className="stack-l">
        <section ref={phasesRef} tabIndex={-1} aria-label="Phases" className="phases-frame">
          <PhaseStrip
            phases={phases}
            notes={({ phase }) =>
              phase === 'COVERAGE' && result?.coverage ? <CoverageNote coverage={result.coverage} /> : null
            }
          />
        </section>
        <ReportOutcome {...{ job, phases, result, accepted, timeZone }} />
        {result && order.like ? <Replaced like={order.like} by={result.versionId} /> : null}
        {canRun ? (
          <section className="panel repairs" aria-labelledby="repairs">
            <h2 id="repairs">{isNothing(repairs) ? 'Run again' : 'Put right and run again'}</h2>
            <RepairPanel
              {...{ repairs, department, timeZone, options }}
              onOptions={setOptions}
              onShowLine={({ line, file }) => look({ source: 'roster', line, file: file ?? undefined })}
              onShowCell={({ sheet, cell }) => look({ source: 'matrix', sheet, cell })}
            />
            <RunAgain
              {...{ job, order, options }}
              isAlone={isNothing(repairs)}
              asksPeople={(result?.preparation ?? []).some(({ severity }) => severity === 'ERROR')}
              onOptions={setOptions}
              onRetried={() => phasesRef.current?.focus()}
            />
          </section>
        ) : null}
        {result ? <ReportFindings {...{ department, sources, place }} /> : null}
      </div>
    </>
  );
}

function Lead({ job, order, timeZone }: { job: Job; order: ImportOrder; timeZone: string }) {
  const { matrix, reports, like } = order;
  const roster = reports ? reports.join(', ') : job.type === 'ODS_IMPORT' ? null : 'roster from Amion';
  const when = instantText(job.createdAt, timeZone);
  return (
    <span className="row">
      <JobBadge job={job} />
      <span>
        {[matrix, roster].filter(Boolean).join(' · ')} · asked {when}
        {job.requestedByEmail ? ` by ${job.requestedByEmail}` : ''}
      </span>
      <Link to="/jobs/$jobId" params={{ jobId: job.id }} className="small">
        job {job.id.slice(-6)}
      </Link>
      {like ? (
        <Link to="/import/$jobId" params={{ jobId: like }} className="small">
          the run before
        </Link>
      ) : null}
    </span>
  );
}

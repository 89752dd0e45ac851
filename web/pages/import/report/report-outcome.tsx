import { Link } from '@tanstack/react-router';
import type { Job } from '#web/client/job.ts';
import { Notice, type Tone } from '#web/components/notice.tsx';
import { instantText } from '#web/words/instants.ts';
import { remedyOf } from '#web/words/jobs.ts';
import type { ImportResult, Phase } from '../import-result.ts';

interface Props {
  job: Job;
  phases: readonly Phase[];
  result: ImportResult | null;
  accepted: ReadonlySet<string>;
  timeZone: string;
}

/** What the import came to, in a sentence, and what comes next. */
export function ReportOutcome({ job, phases, result, accepted, timeZone }: Props) {
  const told = outcomeOf(job, phases, result, accepted, timeZone);
  if (!told) return null;
  const versionId = result?.versionId;
  return (
    <Notice
      tone={told.tone}
      live
      title={told.title}
      actions={
        versionId ? (
          <Link className="button" to="/versions/$versionId" params={{ versionId }}>
            Go to the version
          </Link>
        ) : null
      }
    >
      {told.text}
    </Notice>
  );
}

interface Told {
  tone: Tone;
  title: string;
  text: string;
}

function outcomeOf(
  job: Job,
  phases: readonly Phase[],
  result: ImportResult | null,
  accepted: ReadonlySet<string>,
  timeZone: string,
): Told | null {
  const { status, error, runAfter, retryCount, maxRetries } = job;
  if (status === 'RETRY') {
    const when = instantText(runAfter, timeZone);
    const text = `It is tried again by itself after ${when} (try ${retryCount} of ${maxRetries}).`;
    return { tone: 'warning', title: error?.message ?? 'It did not work this time.', text };
  }
  if (status === 'FAILED') return failureOf(job, phases, result);
  return status === 'COMPLETE' && result ? successOf(result, accepted) : null;
}

function failureOf({ error }: Job, phases: readonly Phase[], result: ImportResult | null): Told {
  const failed = phases.find(({ state }) => state === 'FAILED')?.phase;
  if (error?.code === 'CANCELLED')
    return { tone: 'plain', title: 'The import was stopped.', text: remedyOf('CANCELLED') };
  if (!result)
    return {
      tone: 'danger',
      title: error?.message ?? 'The import failed.',
      text: remedyOf(error?.code ?? ''),
    };
  if (failed === 'ODS_IMPORT')
    return {
      tone: 'danger',
      title: 'The workbook is refused.',
      text: 'Nothing of it is stored. Put right what is listed below, and run it again.',
    };
  if (failed === 'AMION_IMPORT')
    return {
      tone: 'danger',
      title: 'The roster is refused.',
      text: 'The shifts of the matrix are stored in a version, and nobody is on them yet. Put right what is listed below, and run it again.',
    };
  return {
    tone: 'danger',
    title: 'A list of people or hospitals, or a setting, is refused.',
    text: 'Nothing was imported. Put right what is listed below, and run it again.',
  };
}

function successOf({ messages }: ImportResult, accepted: ReadonlySet<string>): Told {
  const errors = messages.filter(({ severity }) => severity === 'ERROR').length;
  const open = messages.filter(
    ({ severity, context }) => severity === 'WARNING' && !accepted.has(context.key),
  ).length;
  const isPartial = messages.some(({ code }) => code === 'PARTIAL_IMPORT');
  const title = isPartial ? 'Imported in part: what is wrong is left out.' : 'Imported.';
  const warnings = open === 1 ? 'One warning is open' : `${open} warnings are open`;
  if (errors > 0) {
    const stand = errors === 1 ? 'One error stands against it' : `${errors} errors stand against it`;
    const text = `${stand}${open > 0 ? `, and ${warnings.toLowerCase()}` : ''}. It can be put in force only in spite of them, with a reason.`;
    return { tone: 'warning', title, text };
  }
  if (open === 0)
    return { tone: isPartial ? 'warning' : 'good', title, text: 'The version can be put in force.' };
  const text = `${warnings}: put right what is wrong, or accept it with a reason; then the version can be put in force.`;
  return { tone: 'warning', title, text };
}

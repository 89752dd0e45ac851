import type { Job } from '#src/domain/job.ts';
import type { ExitStatus } from './cli-context.ts';
import { presentPhases, type ShownPhase } from './present-run.ts';
import { type TextBlock, textTable } from './text-layout.ts';

const KINDS: Record<string, string> = {
  ODS_IMPORT: 'Matrix import',
  AMION_IMPORT: 'Roster import',
  COVERAGE: 'Coverage',
  WORKFLOW: 'Workflow',
  AMION_PULL: 'Roster pull',
  CLEAN_UP: 'Clean-up',
};

export function presentJobsText(jobs: readonly Job[]): TextBlock {
  const rows = jobs.map((job) => [
    job.id,
    kindOf(job),
    job.status,
    briefly(job),
    inUtc(job.createdAt),
    tookText(job),
  ]);
  return textTable(['Job', 'Kind', 'Status', 'What', 'Asked for (UTC)', 'Took'], rows);
}

export function presentJobText(job: Job): TextBlock[] {
  const tries = job.attempt > 1 ? `, attempt ${job.attempt}` : '';
  const phases = phasesOf(job);
  return [
    `Job ${job.id} · ${kindOf(job)} · ${job.status}${tries}`,
    `Asked for ${inUtc(job.createdAt)} UTC${job.worker ? `, by worker ${job.worker}` : ''}${job.completedAt ? `, took ${tookText(job)}` : ''}`,
    ...(job.status === 'RETRY'
      ? [`Tried again after ${inUtc(job.runAfter)} UTC (retry ${job.retryCount} of ${job.maxRetries}).`]
      : []),
    ...(phases.length > 0 ? [presentPhases(phases)] : []),
    ...(job.progress && job.status === 'PROCESSING' ? [progressText(job)] : []),
    ...(job.errorCode !== null ? [`${job.errorCode}: ${job.errorMessage}`] : []),
    ...(job.status === 'FAILED' ? [`Again: schedcu jobs retry ${job.id}`] : []),
  ];
}

const BAR = 30;

/** `[#####-----]  50 % Roster import: 3 of 6 months fetched from Amion`, no wider than the terminal. */
export function progressBar(job: Job, columns: number): string {
  const { progress, status } = job;
  if (!progress)
    return `${kindOf(job)}: ${status === 'PROCESSING' ? 'started' : 'waiting'} …`.slice(0, columns - 1);
  const share = progress.total > 0 ? Math.min(progress.done / progress.total, 1) : 0;
  const filled = Math.round(share * BAR);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${percent} ${progressText(job)}`.slice(
    0,
    columns - 1,
  );
}

function progressText({ progress }: Job): string {
  if (!progress) return '';
  return `${KINDS[progress.phase] ?? progress.phase}: ${progress.message}`;
}

/** As `run` ends: 1 where the surroundings are at fault, 2 where the input is, 3 where somebody stopped it. */
export function exitStatusOf({ status, errorCode }: Job): ExitStatus {
  if (status !== 'FAILED') return 0;
  if (errorCode === 'CANCELLED' || errorCode === 'CONFLICT') return 3;
  return SURROUNDINGS.has(errorCode ?? '') ? 1 : 2;
}

const SURROUNDINGS = new Set(['AMION_UNREACHABLE', 'UNAVAILABLE', 'TIMED_OUT', 'WORKER_LOST', 'INTERNAL']);

const kindOf = (job: Job): string => KINDS[job.type] ?? job.type;
const inUtc = (instant: string): string => instant.slice(0, 19).replace('T', ' ');

function tookText({ startedAt, completedAt }: Job): string {
  if (startedAt === null || completedAt === null) return '';
  const ms = Date.parse(completedAt) - Date.parse(startedAt);
  return ms < 10_000 ? `${ms} ms` : `${Math.round(ms / 1000)} s`;
}

function briefly(job: Job): string {
  if (job.errorCode !== null) return job.errorCode;
  const phases = phasesOf(job);
  if (phases.length > 0)
    return phases.map(({ phase, state }) => `${KINDS[phase] ?? phase} ${state}`).join(', ');
  return job.status === 'PROCESSING' ? progressText(job) : '';
}

/** The phases that a workflow's result holds; none for other jobs. */
function phasesOf({ result }: Job): ShownPhase[] {
  if (typeof result !== 'object' || result === null || !('phases' in result)) return [];
  return Array.isArray(result.phases) ? (result.phases as ShownPhase[]) : [];
}

/** Background jobs in the words of a page. */

export const JOB_TYPE_NAMES: Record<string, string> = {
  WORKFLOW: 'Whole import',
  ODS_IMPORT: 'Matrix import',
  AMION_IMPORT: 'Roster import',
  COVERAGE: 'Coverage',
  AMION_PULL: 'Look at Amion',
  CLEAN_UP: 'Clean-up',
};

export const JOB_STATUS_NAMES: Record<string, string> = {
  PENDING: 'Waiting',
  PROCESSING: 'Running',
  RETRY: 'Tried again soon',
  COMPLETE: 'Complete',
  FAILED: 'Failed',
  CANCELLED: 'Stopped',
};

export const PHASE_NAMES: Record<string, string> = {
  ODS_IMPORT: 'Coverage matrix',
  AMION_IMPORT: 'Roster',
  COVERAGE: 'Coverage',
};

export const PHASE_STATE_NAMES = {
  PENDING: 'Waiting',
  RUNNING: 'Running',
  ENDED: 'Over',
  COMPLETE: 'Complete',
  FAILED: 'Failed',
  STOPPED: 'Stopped',
  SKIPPED: 'Skipped',
};

/** The status of a job, where a cancelled one is told from one that failed. */
export const statusOf = ({ status, error }: { status: string; error: { code: string } | null }): string =>
  status === 'FAILED' && error?.code === 'CANCELLED' ? 'CANCELLED' : status;

const REMEDIES: Record<string, string> = {
  AMION_UNREACHABLE: 'See that Amion and the network are there, then run it again.',
  AMION_REJECTED_LOGIN: 'Correct the Amion login in the settings of the department, then run it again.',
  AMION_UNEXPECTED_RESPONSE:
    'Amion answered with something that is no roster. Save the report anew, or run it again later.',
  UNAVAILABLE: 'See that the database and the network are there, then run it again.',
  TIMED_OUT:
    'It took longer than its limit. Whoever runs schedcu should look at load and network; then run it again.',
  WORKER_LOST:
    'Every worker that took it was lost. Whoever runs schedcu should look at their logs before it is run again.',
  NOT_FOUND: 'What it needs is not kept any more: import the files again.',
  CANCELLED: 'Somebody stopped it. What it had not stored yet is not stored; it can be run again.',
  INVALID_PAYLOAD: 'An older release asked for it. Ask for it again.',
  INTERNAL: 'This is a fault of schedcu: its log has more. Tell whoever runs it.',
};

/** What to do about a job that failed. */
export const remedyOf = (code: string): string =>
  REMEDIES[code] ?? 'The input has errors. The report says where each stands; correct it, then run it again.';

import type { Schemas } from '#web/client/api.ts';
import { isOver, type Job } from '#web/client/job.ts';
import type { Message } from '#web/findings/message-place.ts';

export type PhaseName = 'ODS_IMPORT' | 'AMION_IMPORT' | 'COVERAGE';
/** `ENDED`: over, and how is known at the end of the job. `STOPPED`: somebody cancelled the job in it. */
export type PhaseState = 'PENDING' | 'RUNNING' | 'ENDED' | 'COMPLETE' | 'FAILED' | 'STOPPED' | 'SKIPPED';
export type Accounting = Schemas['Accounting'];

export interface Phase {
  phase: PhaseName;
  state: PhaseState;
  batchId: string | null;
  accounting: Accounting | null;
  messages: Message[];
  /** Of a phase that runs: what it does, and how far it is; `total` 0 where that is not known. */
  step: string | null;
  done: number;
  total: number;
}

/** Kinds of jobs that have a report, with the phases of each. */
const PHASES: Record<string, readonly PhaseName[]> = {
  WORKFLOW: ['ODS_IMPORT', 'AMION_IMPORT', 'COVERAGE'],
  ODS_IMPORT: ['ODS_IMPORT'],
  AMION_IMPORT: ['AMION_IMPORT'],
  AMION_PULL: ['AMION_IMPORT'],
};

export const hasReport = (type: string): boolean => type in PHASES;

type Known = Record<string, unknown>;
const isKnown = (value: unknown): value is Known => typeof value === 'object' && value !== null;
const known = (value: unknown): Known => (isKnown(value) ? value : {});
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const messagesOf = (validation: unknown): Message[] => {
  const { messages } = known(validation);
  return Array.isArray(messages) ? (messages as Message[]) : [];
};

/** The phases of an import job, in their order: live while it runs, as its result says once it is over. */
export function readPhases(job: Job): Phase[] {
  const names = PHASES[job.type] ?? [];
  const told = job.status === 'PROCESSING' || job.status === 'PENDING' ? [] : toldPhases(job);
  return names.map((name) => told.find(({ phase }) => phase === name) ?? livePhase(job, names, name));
}

function toldPhases({ type, result }: Job): Phase[] {
  const { phases } = known(result);
  if (Array.isArray(phases)) return phases.filter(isKnown).map((told) => toPhase(told['phase'], told));
  const batch = batchOf(result);
  return textOf(batch['state']) === null ? [] : [toPhase(PHASES[type]?.[0], batch)];
}

/** The result of a single import; of a look at Amion it stands inside. */
const batchOf = (result: unknown): Known => known(known(result)['batch'] ?? result);

const toPhase = (phase: unknown, told: Known): Phase => ({
  phase: phase as PhaseName,
  state: told['state'] as PhaseState,
  batchId: textOf(told['batchId']),
  accounting: isKnown(told['accounting']) ? (told['accounting'] as unknown as Accounting) : null,
  messages: messagesOf(told['validation']),
  ...{ step: null, done: 0, total: 0 },
});

/** A phase before the result is there, by where the progress stands. */
function livePhase(job: Job, names: readonly PhaseName[], phase: PhaseName): Phase {
  const { progress } = job;
  const at = progress ? names.indexOf(progress.phase as PhaseName) : -1;
  const here = names.indexOf(phase);
  const none = { phase, batchId: null, accounting: null, messages: [], step: null, done: 0, total: 0 };
  if (at === here && progress && job.status === 'PROCESSING')
    return { ...none, state: 'RUNNING', step: progress.message, done: progress.done, total: progress.total };
  // After a matrix that failed nothing comes.
  if (here < at) return { ...none, state: phase === 'ODS_IMPORT' ? 'COMPLETE' : 'ENDED' };
  const stuck = job.error?.code === 'CANCELLED' ? 'STOPPED' : 'FAILED';
  if (isOver(job)) return { ...none, state: here === Math.max(at, 0) ? stuck : 'SKIPPED' };
  return { ...none, state: 'PENDING' };
}

export interface ImportResult {
  /** The version that the import made or went into. */
  versionId: string | null;
  /** What the files of people and hospitals, or settings, said. */
  preparation: Message[];
  /** Everything that was found. */
  messages: Message[];
  canPromote: boolean;
  coverage: { percentage: number; gaps: number; required: number; covered: number } | null;
}

/** What came of an import, once it is over; null where it ended before it could say. */
export function readResult({ result }: Pick<Job, 'result'>): ImportResult | null {
  if (!isKnown(result)) return null;
  const { version, phases, coverage } = result;
  const { validation, versionId } = batchOf(result);
  const messages = messagesOf(validation);
  const ofPhases = new Set(
    (Array.isArray(phases) ? phases : []).flatMap((phase) =>
      messagesOf(known(phase)['validation']).map(identityOf),
    ),
  );
  const isWorkflow = Array.isArray(phases);
  return {
    versionId: textOf(versionId) ?? textOf(known(version)['id']),
    preparation: isWorkflow ? messages.filter((message) => !ofPhases.has(identityOf(message))) : [],
    messages,
    canPromote: known(validation)['canPromote'] === true,
    coverage: isKnown(coverage) ? coverageOf(coverage) : null,
  };
}

const identityOf = ({ code, text, context }: Message): string => `${code} ${context.key} ${text}`;

function coverageOf({ percentage, gaps, studyHours }: Known): ImportResult['coverage'] {
  const { required, covered } = known(studyHours);
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  return {
    percentage: number(percentage),
    gaps: number(gaps),
    required: number(required),
    covered: number(covered),
  };
}

export interface ImportOrder {
  department: string | null;
  from: string | null;
  to: string | null;
  matrix: string | null;
  /** Names of reports; null: Amion's feed. */
  reports: string[] | null;
  /** The job that this one runs again. */
  like: string | null;
  createHospitals: boolean;
  allowPartial: boolean;
}

/** What an import was asked for, as its payload says. */
export function readOrder({ payload }: Pick<Job, 'payload'>): ImportOrder {
  const order = known(payload);
  const { roster } = order;
  const nameOf = (file: unknown): string | null => textOf(known(file)['name']);
  return {
    department: textOf(order['department']),
    from: textOf(order['from']),
    to: textOf(order['to']),
    matrix: nameOf(order['matrix']) ?? nameOf(order['file']),
    reports: Array.isArray(roster) ? roster.flatMap((file) => nameOf(file) ?? []) : null,
    like: textOf(order['like']),
    createHospitals: order['createHospitals'] === true,
    allowPartial: order['allowPartial'] === true,
  };
}

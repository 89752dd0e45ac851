import type { WorkflowOutcome, WorkflowResult } from '#src/services/schedule-orchestrator.ts';
import type { JobHandler, JobOutcome } from './job-handler.ts';
import { takeFile, takeFiles } from './take-file.ts';

/** Matrix, roster, coverage (R11). A retried workflow finds the phases that an earlier attempt has stored. */
export const workflowJob: JobHandler<'WORKFLOW'> = {
  type: 'WORKFLOW',
  timeLimitMs: 20 * 60_000,
  async run({ payload, services, actor, signal, progress }) {
    const { matrix, roster, people, hospitals, ...order } = payload;
    const result = await services.orchestrator.executeFullWorkflow({
      ...{ ...order, actor, signal, promote: null, onProgress: progress },
      matrix: await takeFile(services, matrix),
      roster: roster === 'feed' ? 'feed' : await takeFiles(services, roster),
      people: people && (await takeFile(services, people)),
      hospitals: hospitals && (await takeFile(services, hospitals)),
    });
    return toOutcome(result);
  },
};

const FAILURES: Record<Exclude<WorkflowOutcome, 'done'>, { message: string; retry: boolean }> = {
  'input-errors': { message: 'The input has errors; see the messages of the phases.', retry: false },
  unreachable: { message: 'Amion is out of reach.', retry: true },
  refused: { message: 'The promotion was refused.', retry: false },
};

function toOutcome({ outcome, coverage, ...rest }: WorkflowResult): JobOutcome {
  const counts = coverage && { ...coverage, gaps: coverage.gaps.length };
  const result = { ...rest, outcome, coverage: counts };
  if (outcome === 'done') return { kind: 'done', result };
  const [first] = rest.validation.messages;
  const { message, retry } = FAILURES[outcome];
  return { kind: 'failed', code: first?.code ?? 'REFUSED', message: first?.text ?? message, result, retry };
}

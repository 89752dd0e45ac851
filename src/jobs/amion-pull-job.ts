import { batchOutcome } from './batch-outcome.ts';
import type { JobHandler } from './job-handler.ts';

/** Standing work: a fresh roster, and what it says otherwise than production, recorded. Production stays as it is. */
export const amionPullJob: JobHandler<'AMION_PULL'> = {
  type: 'AMION_PULL',
  timeLimitMs: 15 * 60_000,
  async run({ payload, services, actor, signal, progress }) {
    const outcome = batchOutcome(
      await services.drift.pull(payload.department, payload.months, actor, { signal, onProgress: progress }),
    );
    if (outcome.kind === 'failed') return outcome;
    const drifted = await services.drift.record(payload.department);
    return { kind: 'done', result: { batch: outcome.result, drifted } };
  },
};

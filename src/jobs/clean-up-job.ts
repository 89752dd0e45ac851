import type { JobHandler } from './job-handler.ts';

/** Standing work: files past their retention time go, and batches of killed importers end FAILED. */
export const cleanUpJob: JobHandler<'CLEAN_UP'> = {
  type: 'CLEAN_UP',
  timeLimitMs: 5 * 60_000,
  run: async ({ services }) => ({ kind: 'done', result: await services.retention.cleanUp() }),
};

import type { JobOutcome } from '#src/jobs/job-handler.ts';

export const DONE: JobOutcome = { kind: 'done', result: { read: 3 } };

export const refused = (code: string, retry: boolean): JobOutcome => ({
  ...{ kind: 'failed', code, message: `Refused: ${code}`, result: { phases: [] } },
  retry,
});

/** A gate that work waits at, heedless of every signal. */
export function gate(): { open(): void; passed: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: resolve, passed: promise };
}

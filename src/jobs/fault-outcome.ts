import { CodedError } from '#src/domain/errors.ts';
import { isPassingFault } from './is-passing-fault.ts';
import type { JobOutcome } from './job-handler.ts';

/**
 * What a job comes to whose handler threw. Faults of the surroundings are tried again, broken expectations are not; a bug is
 * tried again too, since nobody can tell what it hangs on, and ends with the retries.
 */
export function faultOutcome(cause: unknown): Exclude<JobOutcome, { kind: 'done' }> {
  const message = cause instanceof Error ? cause.message : String(cause);
  const failed = (code: string, retry: boolean) => ({
    kind: 'failed' as const,
    code,
    message,
    result: null,
    retry,
  });
  if (cause instanceof DOMException && cause.name === 'TimeoutError') return failed('TIMED_OUT', true);
  if (isPassingFault(cause)) return failed('UNAVAILABLE', true);
  if (cause instanceof CodedError) return failed(cause.code, false);
  return failed('INTERNAL', true);
}

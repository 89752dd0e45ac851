import { toValidationResult } from '#src/domain/validation.ts';
import type { BatchResult } from '#src/services/import-batch.ts';
import type { JobOutcome } from './job-handler.ts';

/** A batch that FAILED is bad input, which no retry mends, unless Amion alone was out of reach. */
export function batchOutcome({ messages, ...batch }: BatchResult): JobOutcome {
  const result = { ...batch, validation: toValidationResult(messages) };
  if (batch.state === 'COMPLETE') return { kind: 'done', result };
  const errors = messages.filter((message) => message.severity === 'ERROR');
  const [first] = errors;
  const retry = errors.length > 0 && errors.every((message) => message.code === 'AMION_UNREACHABLE');
  return {
    kind: 'failed',
    code: first?.code ?? 'REFUSED',
    message: first?.text ?? 'Nothing could be stored.',
    result,
    retry,
  };
}

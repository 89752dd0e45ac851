import { answerOf } from './api.ts';

interface Validated {
  validation: unknown;
}

/** What a file came to: that it has errors (422) is an answer to work from, not a failure. */
export async function answerOfUpload<Answer extends Validated>(
  call: Promise<{ data?: Answer; error?: unknown; response: Response }>,
): Promise<Answer> {
  const found = await call.catch((cause: unknown) => answerOf<never>(Promise.reject(cause)));
  if (found.response.status === 422 && isValidated<Answer>(found.error)) return found.error;
  return await answerOf<Answer>(Promise.resolve(found));
}

const isValidated = <Answer extends Validated>(error: unknown): error is Answer =>
  typeof error === 'object' && error !== null && 'validation' in error && !('requestId' in error);

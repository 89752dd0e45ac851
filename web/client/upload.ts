import { answerOf } from './api.ts';

type Part = string | File | undefined;

/** A form with files, as options of a call: the API's document can say of a file only that it is text. */
export const asForm = (parts: Record<string, Part>) => ({
  body: parts as never,
  bodySerializer: () => {
    const form = new FormData();
    for (const [name, part] of Object.entries(parts)) if (part !== undefined) form.append(name, part);
    return form;
  },
});

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

import { ApiError } from './api.ts';

type Part = string | boolean | File | readonly File[] | null | undefined;

export type FormParts<Body> = { [Name in keyof Body]?: Part };

/**
 * The body of a call that takes a form: what has no value is left out. The types of the document know files as text. An
 * `ApiError` where a file has been saved anew, moved or removed since it was chosen: the browser would send nothing then,
 * and say that the server cannot be reached.
 */
export async function formBody<Body>(parts: FormParts<Body>): Promise<Body> {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts) as [string, Part][]) {
    if (part === null || part === undefined) continue;
    if (typeof part === 'string' || typeof part === 'boolean') form.append(name, String(part));
    else
      for (const file of part instanceof File ? [part] : part) {
        await requireReadable(file);
        form.append(name, file);
      }
  }
  return form as Body;
}

async function requireReadable(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw new ApiError({
      ...{ type: 'about:blank', title: 'File changed', status: 400, code: 'BAD_REQUEST', requestId: '' },
      detail: `${file.name} has been saved anew, moved or removed since it was chosen. Choose it again.`,
    });
  }
}

/** For a request that must be done once however often it is sent. */
export const newIdempotencyKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

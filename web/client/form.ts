type Part = string | boolean | File | readonly File[] | null | undefined;

export type FormParts<Body> = { [Name in keyof Body]?: Part };

/** The body of a call that takes a form: what has no value is left out. The types of the document know files as text. */
export function formBody<Body>(parts: FormParts<Body>): Body {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts) as [string, Part][]) {
    if (part === null || part === undefined) continue;
    if (typeof part === 'string' || typeof part === 'boolean') form.append(name, String(part));
    else for (const file of part instanceof File ? [part] : part) form.append(name, file);
  }
  return form as Body;
}

/** For a request that must be done once however often it is sent. */
export const newIdempotencyKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

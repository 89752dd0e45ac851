import type { FastifyRequest, FastifySchemaCompiler } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CodedError } from '#src/domain/errors.ts';
import type { GivenFile } from '#src/services/service-context.ts';
import { inOneLine } from './problem.ts';
import { flagText } from './request-fields.ts';

/** What a form brought: its plain fields, and its files by the name of their field. */
export interface Upload {
  fields: Record<string, string>;
  files: ReadonlyMap<string, readonly GivenFile[]>;
}

/** Files of one request, and the bytes of all of them together. */
const MOST_FILES = 64;
const MOST_BYTES = 64 * 1024 * 1024;
const NAME_LENGTH = 255;

/** A file in the schema of a form; `readUpload` brings its bytes. */
export const fileField = z.file();
/** `true` or `false` in a form. */
export const flagField = flagText.default(false);

/** For routes that take forms: a form's fields come with its stream, anything else is held against the schema at once. */
export const formValidator: FastifySchemaCompiler<unknown> = (route) => {
  const validate = validatorCompiler(route as Parameters<typeof validatorCompiler>[0]);
  if (route.httpPart !== 'body') return validate;
  return (data) => (data === null || data === undefined ? { value: data } : validate(data));
};

/**
 * Takes a form in as it streams, within the limits. BAD_REQUEST for one that is cut short, 415 for anything but a form; a
 * file or form that is too large is refused with 413 as soon as that is seen.
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  try {
    return await takeParts(request);
  } catch (cause) {
    if (cause instanceof CodedError || (cause instanceof Error && 'statusCode' in cause)) throw cause;
    throw new CodedError('BAD_REQUEST', 'The form is cut short or malformed. Send it again.', {}, cause);
  }
}

async function takeParts(request: FastifyRequest): Promise<Upload> {
  const fields: Record<string, string> = {};
  const files = new Map<string, GivenFile[]>();
  let total = 0;
  for await (const part of request.parts({ limits: { files: MOST_FILES } })) {
    if (part.type === 'field') {
      if (typeof part.value !== 'string') continue;
      // No text of the database can hold it.
      if (part.value.includes('\0'))
        throw new CodedError('BAD_REQUEST', 'A field contains the character NUL.');
      fields[part.fieldname] = part.value;
      continue;
    }
    const bytes = await part.toBuffer();
    total += bytes.length;
    if (total > MOST_BYTES)
      throw Object.assign(new Error('The files are too large together'), { statusCode: 413 });
    const file = { name: plainName(part.filename), bytes };
    files.set(part.fieldname, [...(files.get(part.fieldname) ?? []), file]);
  }
  return { fields, files };
}

/** A name to show, of whatever the sender wrote; what a file is, its bytes say. */
function plainName(name: string | undefined): string {
  const shown = (name ?? '').replace(/\p{Cc}/gu, '').trim();
  return shown === '' ? 'upload' : shown.slice(-NAME_LENGTH);
}

/** The plain fields of a form, by its schema. BAD_REQUEST with every fault. */
export function parseFields<T extends z.ZodType>(schema: T, { fields }: Upload): z.output<T> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'form'}: ${message}`);
  throw new CodedError('BAD_REQUEST', inOneLine(faults));
}

/** The only file of a field; null where there is none. BAD_REQUEST where there are several. */
export function findFile({ files }: Upload, ...names: readonly string[]): GivenFile | null {
  const found = names.flatMap((name) => files.get(name) ?? []);
  if (found.length <= 1) return found[0] ?? null;
  throw new CodedError('BAD_REQUEST', `Send one file as ${names.join(' or ')}.`);
}

export function requireFile(upload: Upload, ...names: readonly string[]): GivenFile {
  const file = findFile(upload, ...names);
  if (file) return file;
  throw new CodedError('BAD_REQUEST', `Send the file in the field ${names.join(' or ')}.`);
}

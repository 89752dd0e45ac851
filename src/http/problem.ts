import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { type CodedError, ERROR_CODES, type ErrorCode } from '#src/domain/errors.ts';
import { SIGN_IN_METHODS } from '#src/domain/user.ts';

/** What is wrong with a request before any service has seen it, and that something is wrong with us. */
const REQUEST_CODES = [
  'METHOD_NOT_ALLOWED',
  'NOT_ACCEPTABLE',
  'REQUEST_TIMEOUT',
  'PAYLOAD_TOO_LARGE',
  'URI_TOO_LONG',
  'UNSUPPORTED_MEDIA_TYPE',
  'HEADERS_TOO_LARGE',
  'INTERNAL',
] as const;

export const PROBLEM_TYPE = 'application/problem+json';

/** RFC 9457, with the code for programs and the request's id for whoever reads the log. */
export const problemSchema = z
  .object({
    type: z.string().describe('about:blank: the title says no more than the status'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe('What is wrong and what to do'),
    code: z.enum([...ERROR_CODES, ...REQUEST_CODES]),
    requestId: z.string(),
    validation: z
      .unknown()
      .optional()
      .meta({ $ref: '#/components/schemas/Validation', description: 'Everything found, where there is one' }),
    faults: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('What is wrong with the request itself, one entry a field'),
    signInMethods: z
      .array(z.enum(SIGN_IN_METHODS))
      .optional()
      .describe('Where nobody is signed in: how somebody can'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
export type ProblemCode = Problem['code'];

const STATUS: Record<ErrorCode, number> = {
  NOT_FOUND: 404,
  BAD_REQUEST: 400,
  CONFLICT: 409,
  REFUSED: 409,
  OUTDATED: 412,
  NO_SCHEDULE: 404,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  TOO_MANY_REQUESTS: 429,
  UNAVAILABLE: 503,
};

/** Several faults as one detail; what is a sentence needs no semicolon behind it. */
export const inOneLine = (faults: readonly string[]): string => faults.join('; ').replaceAll('.; ', '. ');

/** A problem document with the headers that belong to it. */
export interface ProblemAnswer {
  problem: Problem;
  headers: Record<string, string>;
}

export function toProblem(status: number, code: ProblemCode, detail: string, requestId: string): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, code, requestId };
}

/** Of the details of an error these are for the caller. */
const SHOWN = ['validation', 'signInMethods'] as const satisfies readonly (keyof Problem)[];

/** The problem document of a coded error. */
export function presentCodedError(error: CodedError, requestId: string): ProblemAnswer {
  const { code, message, details } = error;
  // The request is whole, what its file says is not.
  const status = code === 'BAD_REQUEST' && 'validation' in details ? 422 : STATUS[code];
  const problem = toProblem(status, code, message, requestId);
  const shown = Object.fromEntries(SHOWN.flatMap((key) => (key in details ? [[key, details[key]]] : [])));
  const { retryAfter, field } = details;
  const faults = typeof field === 'string' ? [{ path: `body/${field}`, message }] : null;
  return {
    problem: { ...problem, ...shown, ...(faults && { faults }) },
    headers: {
      ...(typeof retryAfter === 'number' && { 'retry-after': String(retryAfter) }),
      ...(code === 'UNAUTHENTICATED' && { 'www-authenticate': 'Bearer realm="schedcu"' }),
    },
  };
}

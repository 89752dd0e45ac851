import createClient from 'openapi-fetch';
import type { components, paths } from './api.generated.ts';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'] & { signInMethods?: string[] };

/** What the server answered instead of what was asked for: its problem document, as an error. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
  get status(): number {
    return this.problem.status;
  }
  /** What is wrong with one field of the request's body, if anything. */
  faultOf(field: string): string | undefined {
    return this.problem.faults?.find(
      ({ path }) => path === `body/${field}` || path === `querystring/${field}`,
    )?.message;
  }
}

/** Every call of the API, typed by the server's own document. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });

/** The answer of a call, or an `ApiError`: `await answerOf(api.GET('/api/departments'))`. */
export async function answerOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw new ApiError(unreachable(cause));
  });
  if (response.ok) return data as T;
  throw new ApiError(isProblem(error) ? error : unexpected(response));
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'detail' in error;

const unreachable = (cause: unknown): Problem => ({
  ...{ type: 'about:blank', title: 'Out of reach', status: 503, code: 'UNAVAILABLE', requestId: '' },
  detail:
    cause instanceof DOMException && cause.name === 'AbortError'
      ? 'The request was given up.'
      : 'The server cannot be reached. Check the connection; this page goes on by itself when it is back.',
});

const unexpected = ({ status, statusText }: Response): Problem => ({
  ...{ type: 'about:blank', title: statusText, status, code: 'INTERNAL', requestId: '' },
  detail: `The server answered ${status}, which nobody expected. Try again, or ask whoever runs it.`,
});

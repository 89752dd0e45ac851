import { ApiError } from './api.ts';

/** What is wrong with a form, by the names of its fields. */
export type Faults<Field extends string> = Partial<Record<Field, string>>;

const PLACE = /^(?:body|querystring)\/([^/]+)/;

/** What a refusal says about each of these fields, also about a part of one (`body/aliases/0` is about `aliases`). */
export function faultsByField<Field extends string>(error: unknown, fields: readonly Field[]): Faults<Field> {
  const faults: Faults<Field> = {};
  if (!(error instanceof ApiError)) return faults;
  for (const { path, message } of error.problem.faults ?? []) {
    const field = fields.find((name) => name === PLACE.exec(path)?.[1]);
    if (field !== undefined) faults[field] ??= message;
  }
  return faults;
}

/** Whether a refusal has more to say than what stands beside these fields. */
export function isElsewhere(error: unknown, fields: readonly string[]): boolean {
  if (!(error instanceof ApiError)) return true;
  const faults = error.problem.faults ?? [];
  return faults.length === 0 || faults.some(({ path }) => !fields.includes(PLACE.exec(path)?.[1] ?? ''));
}
